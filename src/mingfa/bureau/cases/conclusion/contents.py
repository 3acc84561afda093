"""What the papers of a case say, made from the recorded facts and from nothing else (plan 2.1.a)."""

from mingfa.bureau.cases.conclusion import inputs as conclusion_inputs
from mingfa.bureau.cases.contents import discretion_words, proposal_words
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.filing import inputs as filing_inputs
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.contents import moment, officers_block, party_block, remedy_block, written


def correction_facts(f: CaseFacts, given: conclusion_inputs.CorrectionDemand) -> dict[str, object]:
    """Return what the 责令改正通知书 says."""
    case = f.file
    return {
        "party": party_block(case.party),
        "findings": given.facts,
        "violated": written(case.item.breaks),
        "basis": f"{cite('行政处罚法 28.1')}",
        "correction": given.what,
        "until": given.due_on.isoformat() if given.due_on else "",
        "contact": "、".join(o.name for o in f.officers),
        "phone": bureau().phone,
        **remedy_block(),
    }


def report_facts(f: CaseFacts, given: conclusion_inputs.Conclusion) -> dict[str, object]:
    """Return what the 案件调查终结报告 says."""
    case = f.file
    named = f.recorded.names
    filed = case.filed_on or f.today
    ninety = term("DEC-02", filed, f.look.calendar)
    made = "、".join(f"{r.number}" for r in f.recorded.records)
    return {
        "cause": case.item.name,
        "party": party_block(case.party),
        "course": (
            f"{moment(case.found_at)}，本机关经{filing_inputs.SOURCES[case.source]}获知线索，经核查，于{long_date(filed)}"
            f"立案（{case.number}）。立案后依法开展调查，制作了{made}，收集证据{len(f.recorded.usable)}件。"
        ),
        "findings": given.facts,
        "evidence": [{"name": named[e.evidence], "proves": e.proves} for e in given.evidence],
        "violated": f"当事人的行为属于“{case.item.name}”，违反了{written(case.item.breaks)}的规定。",
        "discretion": discretion_words(case, given.step, given.factors + before_words(f), given.deviation),
        "proposal": proposal_words(given),
        "proposal_basis": written(case.item.penalises),
        "term": f"自{long_date(filed)}立案之日起九十日，至{long_date(ninety.end)}{ninety.mark}。",
        "officers": officers_block(f.officers),
    }


def before_words(f: CaseFacts) -> str:
    """Say whether the bureau decided on the same violation of this party before (处罚法 33)."""
    if not f.earlier:
        return "经查，本机关此前没有对当事人同类违法行为作出过决定。"
    known = "、".join(f"{long_date(e.act_on)}的违法行为（{e.title}）" for e in f.earlier)
    return f"经查，当事人不是首次实施同类违法行为：本机关此前已就{known}作出决定。"
