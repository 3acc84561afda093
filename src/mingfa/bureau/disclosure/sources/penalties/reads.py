"""Penalties, and decisions not to penalise, for the public: built from the served paper's facts and masked.

Plan 1.4.a, 1.4.c: within seven working days; agency, party, category, conclusion, full text by a tick.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.conclusion.inputs import OUTCOMES
from mingfa.bureau.cases.contents import penalties_in_words
from mingfa.bureau.cases.models import Case
from mingfa.bureau.cases.penalties.contents import sum_words
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.decisions.models import Decision
from mingfa.bureau.decisions.values import GROUNDS, DecisionView
from mingfa.bureau.disclosure.contents import index_of, lines, party_lines, remedies
from mingfa.bureau.disclosure.redaction.facts import Masking
from mingfa.bureau.disclosure.redaction.gather import public_name
from mingfa.bureau.disclosure.values import Brief, Disclosable, Fall
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.penalty.kinds import KINDS
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.ledger.reader import check_rows, leaf, value
from mingfa.bureau.lib.money import capital, yuan
from mingfa.bureau.papers import digest_of_facts
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.bureau.remedies import reads as challenged
from mingfa.bureau.remedies.models import Remedy
from mingfa.bureau.remedies.values import CHANGING
from mingfa.bureau.review import reads as review
from mingfa.feed.notice import Notice, PublicText
from mingfa.feed.personal import may_stand_as_uscc

Made = tuple[Notice, PublicText | None, str]
CATEGORY = {"penalty": "行政处罚（普通程序）", "no_penalty": "不予行政处罚（普通程序）"}


def find(pk: int) -> Disclosable | None:
    """Return a decision of a penalty case as something the public may read."""
    decision = decisions.decision(pk)
    case = cases.case(decision.case) if decision else None
    if decision is None or case is None:
        return None
    party, proposal = case.party, case.proposal
    return Disclosable(
        kind="penalty",
        id=decision.id,
        matter=case.id,
        title=case.title,
        number=decision.number,
        unit=case.unit,
        unit_name=case.unit_name,
        decided_on=decision.decided_on,
        rule="PUB-02" if decision.outcome == "penalty" else "PUB-03",
        category=category_of(decision),
        cause=case.item.name,
        party=party,
        item=case.item,
        # What was decided on the spot is counted in statistics, not shown by person (CRED-02).
        for_the_public=decision.outcome != "transfer" and not decision.on_the_spot,
        fall=_fall(decision),
        age=party.age_on(case.act_on) if party else None,
        tells_of_illness=proposal is not None and proposal.incapable,
        has_impact=proposal is not None and bool({"public_interest", "social_risk"} & set(proposal.grounds)),
    )


def _fall(decision: DecisionView) -> Fall | None:
    fell = decisions.revocation_of(decision.id)
    if fell is None:
        return _change(decision)
    by = f"（{fell.document}）" if fell.document else ""
    return Fall(fell.effect, f"{GROUNDS[fell.ground]}{by}", fell.revoked_on)


def _change(decision: DecisionView) -> Fall | None:
    """Say what a ruling changed: the old text is not shown any more, and the public reads the new result."""
    ruling = challenged.changed(decision.id)
    if ruling is None or ruling.ended_on is None:
        return None
    became = f"，变更后的罚款为{yuan(ruling.fine)}元" if ruling.fine is not None else ""
    return Fall("changed", f"{ruling.kind_zh}（{ruling.ruling}）{became}", ruling.ended_on)


def briefs(rows: QuerySet[Any]) -> list[Brief]:
    """Name these decisions, each checked with its case."""
    found = list(rows.select_related("case__unit"))
    check_rows([*found, *(r.case for r in found), *{r.case.unit_id: r.case.unit for r in found}.values()])
    return [
        Brief(
            kind="penalty",
            id=int(row.pk),
            matter=int(row.case_id),
            title=row.case.title,
            number=row.number,
            unit=int(row.case.unit_id),
            unit_name=row.case.unit.name,
            decided_on=row.decided_on,
            rule="PUB-02" if row.outcome == "penalty" else "PUB-03",
        )
        for row in found
    ]


def standing(on: date) -> QuerySet[Any]:
    """Return the decisions that stand on a day and are for the public."""
    rows = Decision.objects.filter(decided_on__lte=on).exclude(outcome="transfer").exclude(_fell())
    return rows.order_by("decided_on", "pk")


def seen(actor: Actor) -> QuerySet[Any]:
    """Return the decisions this person may see."""
    return Decision.objects.filter(case__in=Case.objects.filter(seen_by(actor)))


def fallen() -> QuerySet[Any]:
    """Return the decisions that fell, or were changed by a ruling (处罚法 48.2)."""
    return Decision.objects.filter(_fell())


def _fell() -> Q:
    changed = Remedy.objects.filter(outcome__in=CHANGING, ended_on__isnull=False)
    return Q(revoked__isnull=False) | Q(pk__in=changed.values("decision"))


def total() -> int:
    """Count what was ever decided for the public."""
    return Decision.objects.exclude(outcome="transfer").count()


def content(one: Disclosable, masking: Masking, term: Term, full_text: bool) -> Made:
    """Build notice and text from the facts of the served paper; return them with the digest of the facts."""
    decision, case = decisions.decision(one.id), cases.case(one.matter)
    assert decision is not None and case is not None and case.party is not None, "it was just found"
    facts, digest = served_facts(decision)
    notice = notice_of(one, case, decision, facts, masking, term)
    return notice, text_of(decision, case.party, facts, masking) if full_text else None, digest


def served_facts(decision: DecisionView) -> tuple[dict[str, Any], str]:
    """Return the facts of the decision's paper as it is served, and their digest."""
    kind = "penalty_decision" if decision.outcome == "penalty" else "no_penalty_decision"
    facts: Any = value(leaf(decision.paper).entry, "paper")
    return facts, digest_of_facts(kind, facts)


def _reviewed_on(decision: DecisionView) -> date | None:
    passed = review.standing_review(decision.case, decision.version)
    return passed.opined_at.astimezone(CHINA).date() if passed else None


def category_of(decision: DecisionView) -> str:
    """Return the category of a decision in words."""
    return CATEGORY["penalty" if decision.outcome == "penalty" else "no_penalty"]


def notice_of(
    one: Disclosable,
    case: CaseView,
    decision: DecisionView,
    facts: Mapping[str, Any],
    masking: Masking,
    term: Term,
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
        category=one.category,
        cause=case.item.name,
        facts=masking.words(str(facts["findings"])),
        basis=_basis(facts),
        conclusion=masking.words(conclusion(decision, facts)),
        step=f"{step.name}：{step.when}" if step and decision.outcome == "penalty" else None,
        penalty_kinds=tuple(KINDS[k] for k in decision.kinds),
        amount=decision.amount if "fine" in decision.kinds else None,
        reviewed_on=_reviewed_on(decision),
        decided_on=decision.decided_on,
        due_on=term.end,
        published_on=decision.decided_on,
        workday_of_publication=0,
        workdays_allowed=term.number,
        responsible_unit=case.unit_name,
        item_code=case.item.code,
        index=index_of(one, case.item.field, (case.item.name, "行政处罚")),
    )


def text_of(decision: DecisionView, party: Party, facts: Mapping[str, Any], masking: Masking) -> PublicText:
    """Build the decision's text for the public, paragraph by paragraph as it was served."""
    penalty = decision.outcome == "penalty"
    body = _penalty(facts) if penalty else _no_penalty(facts)
    return PublicText(
        title="行政处罚决定书" if penalty else "不予行政处罚决定书",
        number=decision.number,
        paragraphs=(*party_lines(party, masking), *(masking.runs(words) for words in lines(body))),
        signature=facts["agency"]["name"],
        date=decision.decided_on,
    )


def conclusion(decision: DecisionView, facts: Mapping[str, Any]) -> str:
    """Say what was decided in one sentence."""
    if decision.outcome == "penalty":
        taken = {"confiscate_gains": sum_words(decision.kinds, decision.gains, 0)}
        return f"{penalties_in_words(decision.kinds, decision.amount, taken)}。"
    return f"{OUTCOMES[decision.outcome]}。依据{facts['reason_basis']}。"


def _basis(facts: Mapping[str, Any]) -> tuple[str, ...]:
    named = [str(facts.get(name) or "") for name in ("violated", "penalty_basis", "reason_basis")]
    return tuple(words for words in named if words)


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
    yield from remedies(facts)


def _no_penalty(facts: Mapping[str, Any]) -> Iterator[str]:
    yield "查明的事实和证据"
    yield from _found(facts)
    yield "不予处罚的理由、依据和决定"
    if facts.get("violated"):
        yield f"当事人的行为违反了{facts['violated']}的规定。"
    yield str(facts["reason"])
    yield f"依据{facts['reason_basis']}的规定，本机关决定对当事人不予行政处罚。"
    yield str(facts.get("education") or "")
    yield from remedies(facts)


def _penalty_words(penalty: Mapping[str, Any]) -> str:
    amount = penalty.get("amount")
    return (
        penalty["kind"] if amount is None else f"{penalty['kind']}人民币{capital(amount)}（¥{yuan(amount)}）"
    )
