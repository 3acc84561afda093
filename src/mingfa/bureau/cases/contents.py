"""What the papers of a case say, made from the recorded facts and from nothing else (plan 2.1.a)."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from mingfa.bureau.cases.comparison import inputs as comparison_inputs
from mingfa.bureau.cases.conclusion import inputs as conclusion_inputs
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.penalties.contents import details, typed_details
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.law.penalty.fines import Measured, whose
from mingfa.bureau.law.penalty.kinds import KINDS
from mingfa.bureau.law.texts.statutes import statute
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.lib.money import capital, yuan

NOTHING: Mapping[str, str] = MappingProxyType({})


def penalties_block(
    kinds: Iterable[str], amount: int, detail: Mapping[str, str] = NOTHING
) -> list[dict[str, object]]:
    """Return the penalties as papers list them, amounts in 分; `detail` says what a kind consists of."""
    more: dict[str, dict[str, object]] = {k: {"detail": words} for k, words in detail.items()}
    more["fine"] = {"amount": amount}
    return [{"kind": KINDS[k], **more.get(k, {})} for k in kinds]


def penalties_in_words(kinds: Iterable[str], amount: int, detail: Mapping[str, str] = NOTHING) -> str:
    """Return the penalties in one sentence: 警告，并处罚款人民币伍佰元整（¥500.00）."""
    words = [
        f"罚款人民币{capital(amount)}（¥{yuan(amount)}）" if k == "fine" else KINDS[k] + detail.get(k, "")
        for k in kinds
    ]
    return "，并处".join(words)


def evidence_block(case: CaseView, facts: CaseFacts) -> list[dict[str, object]]:
    """Return the evidence of the proposal: its name and what it proves."""
    named = facts.recorded.names
    rows = case.proposal.evidence if case.proposal else ()
    return [{"name": named.get(_id(r), ""), "proves": str(r["proves"])} for r in rows]


def _id(row: dict[str, object]) -> int:
    return int(str(row["evidence"]))


def discretion_words(case: CaseView, step: str, factors: str, deviation: str) -> str:
    """Say which discretion step applies and why."""
    found = case.item.step(step)
    if found is None:
        return (factors or "不适用罚款裁量阶次。") + comparison_words(case)
    bounds = f"，对应罚款幅度为{yuan(found.low)}元至{yuan(found.high)}元" if found.kind == "fine" else ""
    extra = f"突破裁量基准的理由：{deviation}" if deviation else ""
    extra += comparison_words(case)
    since = long_date(case.item.valid_from)
    which = f"属于“{found.name}”阶次（{found.when}）{bounds}。{extra}{lawful_range(case)}"
    return f"{factors}参照本机关公布、自{since}起施行的裁量基准，{which}"


def lawful_range(case: CaseView) -> str:
    """Say what the law lets one impose on this party, and by what it is measured (处罚法 44, 59)."""
    proposal, party = case.proposal, case.party
    if proposal is None or party is None or "fine" not in proposal.kinds:
        return ""
    by = Measured(whose(party.kind), proposal.base, proposal.days, proposal.second)
    allowed = "；".join(map(str, case.item.allowed(by)))
    base = f"计罚基数为{yuan(proposal.base)}元（{proposal.base_words}）。" if proposal.base else ""
    return f"{base}{allowed}。" if allowed else base


def comparison_words(case: CaseView) -> str:
    """Say which law was applied where it changed after the act, and why (处罚法 37)."""
    found = case.comparison
    if found is None:
        return ""
    old = "、".join(str(statute(short)) for short in found.old)
    return (
        f"违法行为发生于{long_date(case.act_on)}，此后{old}停止施行。经从旧兼从轻比较（{found.number}），"
        f"{comparison_inputs.COMPARED[found.result]}：{found.why}"
    )


def proposal_words(given: conclusion_inputs.Conclusion) -> str:
    """Say what is proposed in one sentence."""
    if given.outcome == "penalty":
        words = penalties_in_words(given.kinds, given.amount, typed_details(given))
        return f"建议对当事人作出如下行政处罚：{words}。"
    if given.outcome == "transfer":
        return f"建议移送司法机关。{given.crime}"
    return f"建议{conclusion_inputs.OUTCOMES[given.outcome].split('，')[-1]}。{given.education}"


def outcome_words(case: CaseView) -> str:
    """Say what was decided in one sentence."""
    if case.proposal is None:
        return "未作出处理决定。"
    if case.proposal.outcome == "penalty":
        return f"{penalties_in_words(case.proposal.kinds, case.proposal.amount, details(case.proposal))}。"
    return f"{conclusion_inputs.OUTCOMES[case.proposal.outcome]}。"
