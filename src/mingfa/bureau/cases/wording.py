"""What the papers of a case say, made from the recorded facts and from nothing else (plan 2.1.a)."""

from collections.abc import Iterable

from mingfa.bureau.cases import forms
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.views import CaseView, PutForward
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.limitation import Kind, limitation
from mingfa.bureau.law.statutes import cite, statute
from mingfa.bureau.law.terms import term_or_provisional
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.lib.money import capital, yuan
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.wording import moment as moment
from mingfa.bureau.records.wording import officers_block, opinion, party_block, written
from mingfa.bureau.records.wording import remedy_block as remedy_block


def penalties_block(kinds: Iterable[str], amount: int) -> list[dict[str, object]]:
    """Return the penalties as papers list them, amounts in 分."""
    return [
        {"kind": forms.KINDS[k], "amount": amount} if k == "fine" else {"kind": forms.KINDS[k]} for k in kinds
    ]


def penalties_in_words(kinds: Iterable[str], amount: int) -> str:
    """Return the penalties in one sentence: 警告，并处罚款人民币伍佰元整（¥500.00）."""
    words = [
        f"罚款人民币{capital(amount)}（¥{yuan(amount)}）" if k == "fine" else forms.KINDS[k] for k in kinds
    ]
    return "，并处".join(words)


def evidence_block(case: CaseView, facts: CaseFacts) -> list[dict[str, object]]:
    """Return the evidence of the proposal: its name and what it proves."""
    named = facts.recorded.names
    rows = case.proposal.evidence if case.proposal else ()
    return [{"name": named.get(_id(r), ""), "proves": str(r["proves"])} for r in rows]


def _id(row: dict[str, object]) -> int:
    return int(str(row["evidence"]))


def filing_facts(f: CaseFacts, given: forms.Approval, said: PutForward) -> dict[str, object]:
    """Return what the 立案审批表 says."""
    case = f.file
    names = [o.name for o in f.officers]
    return {
        "cause": case.item.name,
        "source": forms.SOURCES[case.source],
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
    return f"追责时效：{forms.LIMITATIONS[case.limitation]}（{end.citation}），至{long_date(end.end)}。{harm}"


def correction_facts(f: CaseFacts, given: forms.CorrectionDemand) -> dict[str, object]:
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


def report_facts(f: CaseFacts, given: forms.Conclusion) -> dict[str, object]:
    """Return what the 案件调查终结报告 says."""
    case = f.file
    named = f.recorded.names
    filed = case.filed_on or f.today
    end = term_or_provisional("DEC-02", filed, f.look.calendar).end
    made = "、".join(f"{r.number}" for r in f.recorded.records)
    return {
        "cause": case.item.name,
        "party": party_block(case.party),
        "course": (
            f"{moment(case.found_at)}，本机关经{forms.SOURCES[case.source]}获知线索，经核查，于{long_date(filed)}"
            f"立案（{case.number}）。立案后依法开展调查，制作了{made}，收集证据{len(f.recorded.usable)}件。"
        ),
        "findings": given.facts,
        "evidence": [{"name": named[e.evidence], "proves": e.proves} for e in given.evidence],
        "violated": f"当事人的行为属于“{case.item.name}”，违反了{written(case.item.breaks)}的规定。",
        "discretion": discretion_words(case, given.step, given.factors + before_words(f), given.deviation),
        "proposal": proposal_words(given),
        "proposal_basis": written(case.item.penalises),
        "term": f"自{long_date(filed)}立案之日起九十日，至{long_date(end)}。",
        "officers": officers_block(f.officers),
    }


def before_words(f: CaseFacts) -> str:
    """Say whether the bureau decided on the same violation of this party before (处罚法 33)."""
    if not f.earlier:
        return "经查，本机关此前没有对当事人同类违法行为作出过决定。"
    known = "、".join(f"{long_date(e.act_on)}的违法行为（{e.title}）" for e in f.earlier)
    return f"经查，当事人不是首次实施同类违法行为：本机关此前已就{known}作出决定。"


def discretion_words(case: CaseView, step: str, factors: str, deviation: str) -> str:
    """Say which discretion step applies and why."""
    found = case.item.step(step)
    if found is None:
        return (factors or "不适用罚款裁量阶次。") + comparison_words(case)
    bounds = f"，对应罚款幅度为{yuan(found.low)}元至{yuan(found.high)}元" if found.kind == "fine" else ""
    extra = f"突破裁量基准的理由：{deviation}" if deviation else ""
    extra += comparison_words(case)
    since = long_date(case.item.valid_from)
    which = f"属于“{found.name}”阶次（{found.when}）{bounds}。{extra}"
    return f"{factors}参照本机关公布、自{since}起施行的裁量基准，{which}"


def comparison_words(case: CaseView) -> str:
    """Say which law was applied where it changed after the act, and why (处罚法 37)."""
    found = case.comparison
    if found is None:
        return ""
    old = "、".join(str(statute(short)) for short in found.old)
    return (
        f"违法行为发生于{long_date(case.act_on)}，此后{old}停止施行。经从旧兼从轻比较（{found.number}），"
        f"{forms.COMPARED[found.result]}：{found.why}"
    )


def proposal_words(given: forms.Conclusion) -> str:
    """Say what is proposed in one sentence."""
    if given.outcome == "penalty":
        return f"建议对当事人作出如下行政处罚：{penalties_in_words(given.kinds, given.amount)}。"
    if given.outcome == "transfer":
        return f"建议移送司法机关。{given.crime}"
    return f"建议{forms.OUTCOMES[given.outcome].split('，')[-1]}。{given.education}"


def outcome_words(case: CaseView) -> str:
    """Say what was decided in one sentence."""
    if case.proposal is None:
        return "未作出处理决定。"
    if case.proposal.outcome == "penalty":
        return f"{penalties_in_words(case.proposal.kinds, case.proposal.amount)}。"
    return f"{forms.OUTCOMES[case.proposal.outcome]}。"


def closing_facts(f: CaseFacts, given: forms.Approval, said: PutForward, outcome: str) -> dict[str, object]:
    """Return what the 结案审批表 says."""
    case = f.file
    names = [o.name for o in f.officers]
    return {
        "filing_no": case.number,
        "cause": case.item.name,
        "party": party_block(case.party),
        "filed_on": case.filed_on.isoformat() if case.filed_on else "",
        "closed_on": f.today.isoformat(),
        "summary": case.proposal.facts if case.proposal else "",
        "outcome": outcome,
        "execution": str(said.words["performance"]),
        "remedy": str(said.words["remedies"]),
        "reason": closing_reason(case),
        "opinions": {
            "handlers": opinion(str(said.words["opinion"]), names, said.on),
            "head": opinion(given.opinion, [f.by.name], f.today),
        },
    }


def closing_reason(case: CaseView) -> str:
    """Say why the case may be closed."""
    if case.proposal is not None and case.proposal.outcome == "penalty":
        return "行政处罚决定已经执行完毕，符合结案条件。"
    return "不予行政处罚决定书已经送达当事人，符合结案条件。"


def complaint_facts(f: CaseFacts, given: forms.Clue) -> dict[str, object]:
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
