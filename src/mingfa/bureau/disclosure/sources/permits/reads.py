"""Granted permits for the public: anybody may read them (行政许可法 40); within seven working days (PUB-02).

The applicant's trade secrets are opened only with consent or after time to object (许可法 5.2, PERM-18); what
the licence says comes from the served paper. A withdrawn or rescinded permit comes down.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.disclosure.contents import notice_of, public_text, remedies
from mingfa.bureau.disclosure.redaction.facts import Masking
from mingfa.bureau.disclosure.values import Brief, Disclosable, Fall
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.ledger.reader import check_rows, leaf, value
from mingfa.bureau.papers import digest_of_facts, form
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.bureau.permits import reads as permits
from mingfa.bureau.permits.models import Licence, Permit, PermitDecision
from mingfa.bureau.permits.values import GRANTS, KINDS, STATES, PermitView
from mingfa.feed.notice import Notice, PublicText

FELL = ("withdrawn", "rescinded")
# Kept by what is for the public here: every grant, and nothing that is asked for (许可法 40).
KEEPS = ("PERM-13",)


def find(pk: int) -> Disclosable | None:
    """Return a granting decision as something the public may read."""
    row = PermitDecision.objects.filter(pk=pk).first()
    found = permits.permit(int(row.permit_id)) if row else None
    if row is None or found is None:
        return None
    check_rows([row])
    return Disclosable(
        kind="permit",
        id=pk,
        matter=found.id,
        title=found.title,
        number=row.number,
        unit=found.unit,
        unit_name=found.unit_name,
        decided_on=row.decided_on,
        rule="PUB-02",
        category=f"行政许可（{KINDS[found.kind]}）",
        cause=found.item.name,
        party=found.applicant,
        item=found.item,
        for_the_public=row.outcome == "grant",
        fall=_fall(found),
        age=found.applicant.age_on(row.decided_on),
        has_secrets=found.secrets,
    )


def _fall(found: PermitView) -> Fall | None:
    row = Licence.objects.filter(permit=found.original or found.id, state__in=FELL).first()
    if row is None or row.ended is None:
        return None
    check_rows([row])
    on = datetime.fromisoformat(leaf(row.ended).entry.text("at")).astimezone(CHINA).date()
    return Fall("revoked", f"行政许可{STATES[row.state]}", on)


def briefs(rows: QuerySet[Any]) -> list[Brief]:
    """Name these decisions, each checked with its application."""
    found = list(rows.select_related("permit__unit"))
    check_rows(
        [*found, *(r.permit for r in found), *{r.permit.unit_id: r.permit.unit for r in found}.values()]
    )
    return [
        Brief(
            kind="permit",
            id=int(row.pk),
            matter=int(row.permit_id),
            title=row.permit.title,
            number=row.number,
            unit=int(row.permit.unit_id),
            unit_name=row.permit.unit.name,
            decided_on=row.decided_on,
            rule="PUB-02",
        )
        for row in found
    ]


def standing(on: date) -> QuerySet[Any]:
    """Return the grants that stand on a day, oldest first."""
    rows = PermitDecision.objects.filter(outcome="grant", decided_on__lte=on)
    return rows.exclude(pk__in=fallen().values("pk")).order_by("decided_on", "pk")


def seen(actor: Actor) -> QuerySet[Any]:
    """Return the decisions this person may see."""
    return PermitDecision.objects.filter(permit__in=Permit.objects.filter(seen_by(actor)))


def fallen() -> QuerySet[Any]:
    """Return the grants whose licence was withdrawn or rescinded, with what varied or renewed it."""
    ended = Licence.objects.filter(state__in=FELL).values("permit")
    return PermitDecision.objects.filter(Q(permit__in=ended) | Q(permit__original__in=ended))


def total() -> int:
    """Count the permits ever granted."""
    return PermitDecision.objects.filter(outcome="grant").count()


def content(
    one: Disclosable, masking: Masking, term: Term, full_text: bool
) -> tuple[Notice, PublicText | None, str]:
    """Build notice and text from the facts of the paper that granted the permit."""
    found = permits.permit(one.matter)
    assert found is not None, "it was just found"
    facts: Any = value(leaf(one.id).entry, "paper")
    kind = GRANTS[found.kind]
    notice = notice_of(
        one,
        facts,
        masking,
        term,
        title=f"准予行政许可：{one.cause}",
        found=str(facts["findings"]),
        basis=str(facts["basis"]),
        conclusion=f"准予行政许可：{str(facts['content']).rstrip('。')}。有效期：{facts['validity']}。",
        keyword="行政许可",
    )
    text = public_text(one, form(kind).title, facts, _passages(facts), masking) if full_text else None
    return notice, text, digest_of_facts(kind, facts)


def _passages(facts: Mapping[str, Any]) -> Iterator[str]:
    yield f"许可事项：{facts['item']}"
    yield "审查情况"
    yield str(facts["findings"])
    yield str(facts.get("notice") or "")
    yield f"依据{facts['basis']}的规定，本机关决定准予行政许可。"
    yield f"许可内容：{facts['content']}"
    yield f"有效期：{facts['validity']}"
    yield from remedies(facts)
