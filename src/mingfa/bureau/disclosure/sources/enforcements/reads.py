"""Decisions to enforce by the bureau's own hand, for the public in twenty working days (PUB-03; plan 1.4.b).

What was carried out, a clearance at once and a court's ruling are no decisions of this kind and not shown.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.disclosure.contents import notice_of, public_text, remedies
from mingfa.bureau.disclosure.redaction.facts import Masking
from mingfa.bureau.disclosure.values import Brief, Disclosable
from mingfa.bureau.enforcement import reads as enforcement
from mingfa.bureau.enforcement.models import Enforcement, EnforcementOrder
from mingfa.bureau.enforcement.values import WAYS
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.ledger.reader import check_rows, leaf, value
from mingfa.bureau.papers import digest_of_facts, form
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.feed.notice import Notice, PublicText


def find(pk: int) -> Disclosable | None:
    """Return a decision to enforce as something the public may read."""
    row = EnforcementOrder.objects.filter(pk=pk).first()
    found = enforcement.enforcement(int(row.matter_id)) if row else None
    case = cases.case(found.case) if found else None
    if row is None or found is None or case is None:
        return None
    check_rows([row])
    return Disclosable(
        kind="coercion",
        id=pk,
        matter=found.id,
        title=found.title,
        number=row.number,
        unit=found.unit,
        unit_name=found.unit_name,
        decided_on=row.decided_on,
        rule="PUB-03",
        category=f"行政强制（{WAYS[row.way]}）",
        cause=case.item.name,
        party=case.party,
        item=case.item,
        age=case.party.age_on(case.act_on) if case.party else None,
    )


def briefs(rows: QuerySet[Any]) -> list[Brief]:
    """Name these decisions, each checked with its file."""
    found = list(rows.select_related("matter__unit"))
    check_rows(
        [*found, *(r.matter for r in found), *{r.matter.unit_id: r.matter.unit for r in found}.values()]
    )
    return [
        Brief(
            kind="coercion",
            id=int(row.pk),
            matter=int(row.matter_id),
            title=row.matter.title,
            number=row.number,
            unit=int(row.matter.unit_id),
            unit_name=row.matter.unit.name,
            decided_on=row.decided_on,
            rule="PUB-03",
        )
        for row in found
    ]


def standing(on: date) -> QuerySet[Any]:
    """Return the decisions to enforce made by a day, oldest first."""
    return EnforcementOrder.objects.filter(decided_on__lte=on).order_by("decided_on", "pk")


def seen(actor: Actor) -> QuerySet[Any]:
    """Return the decisions this person may see."""
    return EnforcementOrder.objects.filter(matter__in=Enforcement.objects.filter(seen_by(actor)))


def fallen() -> QuerySet[Any]:
    """Return the decisions whose ground fell: the penalty they enforce was revoked."""
    return EnforcementOrder.objects.filter(matter__state="terminated", matter__ended="revoked")


def total() -> int:
    """Count the decisions to enforce."""
    return EnforcementOrder.objects.count()


def content(
    one: Disclosable, masking: Masking, term: Term, full_text: bool
) -> tuple[Notice, PublicText | None, str]:
    """Build notice and text from the facts of the served decision."""
    facts: Any = value(leaf(one.id).entry, "paper")
    kind = "substitute_order" if "performer" in facts else "enforcement_order"
    notice = notice_of(
        one,
        facts,
        masking,
        term,
        title=f"{form(kind).title}：{one.cause}",
        found=str(facts["reason"]),
        basis=str(facts["basis"]),
        conclusion=f"{one.category}：{facts['manner']}",
        keyword="行政强制",
    )
    text = public_text(one, form(kind).title, facts, _passages(facts), masking) if full_text else None
    return notice, text, digest_of_facts(kind, facts)


def _passages(facts: Mapping[str, Any]) -> Iterator[str]:
    original = facts["original"]
    yield f"当事人没有履行《{original['title']}》（{original['number']}）确定的义务。"
    yield str(facts["reason"])
    yield f"依据{facts['basis']}的规定，本机关决定：{facts['manner']}"
    yield from remedies(facts)
