"""What the public reads of a decision, built from the served paper's facts and masked as it is built.

Plan 1.1.c: nothing is typed again. Plan 1.4.c: agency, party, category, conclusion; full text by a tick.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mingfa.bureau.cases.forms import KINDS, OUTCOMES
from mingfa.bureau.cases.views import CaseView
from mingfa.bureau.cases.wording import penalties_in_words
from mingfa.bureau.decisions.views import DecisionView
from mingfa.bureau.disclosure.masking import Masking
from mingfa.bureau.disclosure.protected import public_name
from mingfa.bureau.doorway.party import PARTY_KINDS, Party
from mingfa.bureau.law.terms import Term
from mingfa.bureau.lib.money import capital, yuan
from mingfa.bureau.people.reads import bureau
from mingfa.feed.notice import Content, Index, Masked, Notice, PublicText
from mingfa.feed.personal import may_stand_as_uscc
from mingfa.feed.value import from_value, to_value

Runs = tuple[str | Masked, ...]
CATEGORY = {"penalty": "行政处罚（普通程序）", "no_penalty": "不予行政处罚（普通程序）"}


def category_of(decision: DecisionView) -> str:
    """Return the category of a decision in words."""
    return CATEGORY["penalty" if decision.outcome == "penalty" else "no_penalty"]


def notice_of(
    case: CaseView,
    decision: DecisionView,
    facts: Mapping[str, Any],
    masking: Masking,
    term: Term,
    reviewed_on: date | None,
) -> Notice:
    """Build the notice; the days of publication are set when it goes public (`released`)."""
    party = case.party
    assert party is not None, "a decision has a party"
    step = case.item.step(case.proposal.step) if case.proposal else None
    return Notice(
        number=decision.number,
        agency=facts["agency"]["name"],
        unit=case.unit_name,
        title=masking.words(str(facts["cause"])),
        party=public_name(party, masking),
        party_kind=party.kind,
        uscc=party.code if party.kind == "unit" and may_stand_as_uscc(party.code) else None,
        category=category_of(decision),
        cause=case.item.name,
        facts=masking.words(str(facts["findings"])),
        basis=_basis(facts),
        conclusion=masking.words(conclusion(decision, facts)),
        step=f"{step.name}：{step.when}" if step and decision.outcome == "penalty" else None,
        penalty_kinds=tuple(KINDS[k] for k in decision.kinds),
        amount=decision.amount if "fine" in decision.kinds else None,
        reviewed_on=reviewed_on,
        decided_on=decision.decided_on,
        due_on=term.end,
        published_on=decision.decided_on,
        workday_of_publication=0,
        workdays_allowed=term.number,
        responsible_unit=case.unit_name,
        item_code=case.item.code,
        index=_index(case, decision),
    )


def _index(case: CaseView, decision: DecisionView) -> Index:
    """Return the head of a government information page (政府信息公开条例 12; plan 1.2.a).

    The index number is region-year-serial, as district portals write it; the serial is the decision's entry.
    """
    return Index(
        index_number=f"{bureau().region}-{decision.decided_on:%Y}-{decision.id:06d}",
        subject=case.item.field,
        genre="行政执法决定",
        made_on=decision.decided_on,
        keywords=(case.item.name, "行政处罚"),
    )


def released(
    notice: Mapping[str, Any], on: date, workday_no: int, served_on: date | None, until: date | None
) -> Notice:
    """Return the notice of a draft as it goes public on a day."""
    days = {
        "published_on": on.isoformat(),
        "workday_of_publication": workday_no,
        "served_on": served_on.isoformat() if served_on else None,
        "until": until.isoformat() if until else None,
    }
    value = {**notice, **{name: day for name, day in days.items() if day is not None}}
    made = from_value("penalty", json.dumps(value, ensure_ascii=False))
    assert isinstance(made, Notice), "a notice is read with a notice's kind"
    return made


def text_of(decision: DecisionView, party: Party, facts: Mapping[str, Any], masking: Masking) -> PublicText:
    """Build the decision's text for the public, paragraph by paragraph as it was served."""
    penalty = decision.outcome == "penalty"
    body = _penalty(facts) if penalty else _no_penalty(facts)
    return PublicText(
        title="行政处罚决定书" if penalty else "不予行政处罚决定书",
        number=decision.number,
        paragraphs=(*_party(party, masking), *(masking.runs(words) for words in _lines(body))),
        signature=facts["agency"]["name"],
        date=decision.decided_on,
    )


def as_json(content: Content) -> dict[str, Any]:
    """Return a public content as plain JSON values, exactly as the feed spells it."""
    value: dict[str, Any] = json.loads(to_value(content))
    return value


def texts_in(draft: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every text of a draft that the public would read, with where it stands."""
    places = {"facts": "违法事实", "title": "标题", "party": "当事人", "conclusion": "决定内容"}
    for name, value in draft["notice"].items():
        for words in value if isinstance(value, list) else [value]:
            if isinstance(words, str):
                yield f"公示摘要“{places.get(name, '其他栏目')}”", words
    for n, paragraph in enumerate((draft.get("text") or {}).get("paragraphs", ()), 1):
        yield f"决定书全文第{n}段", "\n".join(run for run in paragraph if isinstance(run, str))


def conclusion(decision: DecisionView, facts: Mapping[str, Any]) -> str:
    """Say what was decided in one sentence."""
    if decision.outcome == "penalty":
        return f"{penalties_in_words(decision.kinds, decision.amount)}。"
    return f"{OUTCOMES[decision.outcome]}。依据{facts['reason_basis']}。"


def _basis(facts: Mapping[str, Any]) -> tuple[str, ...]:
    named = [str(facts.get(name) or "") for name in ("violated", "penalty_basis", "reason_basis")]
    return tuple(words for words in named if words)


def _party(party: Party, masking: Masking) -> Iterator[Runs]:
    yield (f"当事人（{PARTY_KINDS[party.kind]}）：{public_name(party, masking)}",)
    if party.kind == "unit" and party.code:
        yield (f"统一社会信用代码：{party.code}",)
    elif party.code:
        yield ("证件号码：", Masked("证件号码"))
    if party.representative:
        head = {"unit": "法定代表人（负责人）", "sole_trader": "经营者", "person": "代理人"}[party.kind]
        yield (f"{head}：", *masking.runs(party.representative))
    yield ("住址（住所）：", Masked("住址（住所）"))
    if party.phone:
        yield ("联系电话：", Masked("联系电话"))


def _lines(body: Iterator[str]) -> Iterator[str]:
    for passage in body:
        yield from (line.strip() for line in passage.split("\n") if line.strip())


def _found(facts: Mapping[str, Any]) -> Iterator[str]:
    yield str(facts["findings"])
    yield "以上事实，有下列证据证实："
    yield from (
        f"{n}. {piece['name']}，证明{piece['proves']}" for n, piece in enumerate(facts["evidence"], 1)
    )


def _penalty(facts: Mapping[str, Any]) -> Iterator[str]:
    yield "违法事实和证据"
    yield from _found(facts)
    yield "告知、陈述申辩和听证情况"
    yield str(facts["notice"])
    yield "处罚依据、种类和裁量"
    broken, basis = facts["violated"], facts["penalty_basis"]
    yield f"当事人的行为违反了{broken}的规定，依据{basis}的规定，应当予以行政处罚。"
    yield str(facts.get("discretion") or "")
    yield "本机关决定对当事人作出如下行政处罚："
    yield from (f"{n}. {_penalty_words(p)}" for n, p in enumerate(facts["penalties"], 1))
    yield "履行方式和期限"
    yield str(facts["performance"])
    if any(p["kind"] == "罚款" for p in facts["penalties"]):
        yield (
            "到期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条第一款第一项的规定，"
            "每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。"
        )
    yield from _remedies(facts)


def _no_penalty(facts: Mapping[str, Any]) -> Iterator[str]:
    yield "查明的事实和证据"
    yield from _found(facts)
    yield "不予处罚的理由、依据和决定"
    if facts.get("violated"):
        yield f"当事人的行为违反了{facts['violated']}的规定。"
    yield str(facts["reason"])
    yield f"依据{facts['reason_basis']}的规定，本机关决定对当事人不予行政处罚。"
    yield str(facts.get("education") or "")
    yield from _remedies(facts)


def _remedies(facts: Mapping[str, Any]) -> Iterator[str]:
    yield "救济途径和期限"
    yield (
        f"如不服本决定，可以自收到本决定书之日起六十日内向{facts['reconsideration_to']}申请行政复议，"
        f"也可以自收到本决定书之日起六个月内直接向{facts['court']}提起行政诉讼。"
    )


def _penalty_words(penalty: Mapping[str, Any]) -> str:
    amount = penalty.get("amount")
    return (
        penalty["kind"] if amount is None else f"{penalty['kind']}人民币{capital(amount)}（¥{yuan(amount)}）"
    )
