"""What the papers of a case say, made from the recorded facts and from nothing else (plan 2.1.a)."""

from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.filing import inputs as filing_inputs
from mingfa.bureau.cases.values import CaseView, PutForward
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.penalty.limitation import Kind, limitation
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.records.contents import officers_block, opinion, party_block, written


def filing_facts(f: CaseFacts, given: filing_inputs.Approval, said: PutForward) -> dict[str, object]:
    """Return what the 立案审批表 says."""
    case = f.file
    names = [o.name for o in f.officers]
    return {
        "cause": case.item.name,
        "source": filing_inputs.SOURCES[case.source],
        "received_at": case.found_at.astimezone(CHINA).date().isoformat(),
        "happened_at": long_date(case.act_on),
        "place": case.place,
        "party": party_block(case.party),
        "summary": str(said.words["facts"]) + limitation_words(case, str(said.words.get("harm", ""))),
        "suspected": written(case.item.breaks),
        "officers": officers_block(f.officers),
        "recusal": "承办人均声明与本案无直接利害关系，也无其他可能影响公正执法的关系，无需回避。",
        "opinions": {
            "handlers": opinion(str(said.words["opinion"]), names, said.on),
            "head": opinion(given.opinion, [f.by.name], f.today),
        },
    }


def limitation_words(case: CaseView, harm: str) -> str:
    """Say which longer limitation applies, by which harm; nothing of the ordinary one."""
    if case.limitation_kind is Kind.ORDINARY:
        return ""
    end = limitation(case.act_on, case.limitation_kind)
    kind = filing_inputs.LIMITATIONS[case.limitation]
    return f"追责时效：{kind}（{end.citation}），至{long_date(end.end)}。{harm}"


def complaint_facts(f: CaseFacts, given: filing_inputs.Clue) -> dict[str, object]:
    """Return what the 举报（投诉）登记表 says; who complained is kept out of it."""
    assert f.item is not None, "the gate on items has passed"
    return {
        "cause": f.item.name,
        "found_at": given.found_at.isoformat(),
        "act_on": given.act_on.isoformat(),
        "place": given.place,
        "suspect": given.party_name,
        "summary": given.summary,
        "clerk": f.by.name,
    }
