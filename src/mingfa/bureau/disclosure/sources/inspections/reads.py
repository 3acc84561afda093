"""Results of inspections for the public: what was inspected, by whom, what was found (PUB-03; plan 1.4.b).

An enterprise is named; a natural person and a sole trader are masked as everywhere. The words come from the
paper that told the enterprise its result.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingfa.bureau.disclosure.contents import notice_of, public_text
from mingfa.bureau.disclosure.redaction.facts import Masking
from mingfa.bureau.disclosure.values import Brief, Disclosable
from mingfa.bureau.inspections import reads as inspections
from mingfa.bureau.inspections.models import Inspection
from mingfa.bureau.inspections.values import HOW, SOURCES, InspectionView
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.ledger.reader import check_rows, leaf, value
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.papers import digest_of_facts, form
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.bureau.records.contents import written
from mingfa.feed.notice import Notice, PublicText

KEY = "told"
PAPER = "inspection_result"


def find(told: int) -> Disclosable | None:
    """Return the result that an act told, as something the public may read."""
    row = Inspection.objects.filter(told=told).first()
    found = inspections.inspection(int(row.pk)) if row else None
    if found is None or found.told_on is None:
        return None
    return Disclosable(
        kind="inspection",
        id=told,
        matter=found.id,
        title=found.title,
        number=str(_facts(told)["document_no"]),
        unit=found.unit,
        unit_name=found.unit_name,
        decided_on=found.told_on,
        rule="PUB-03",
        category=f"行政检查（{SOURCES[found.source]}）",
        cause=_items(found),
        party=found.party,
        item=found.item,
        age=found.party.age_on(found.told_on),
        handed_over_on=found.told_on,
    )


def briefs(rows: QuerySet[Any]) -> list[Brief]:
    """Name these results, each checked; the number is that of the paper that told it."""
    found = list(rows.select_related("unit"))
    papers = Paper.objects.in_bulk([row.told for row in found]) if found else {}
    check_rows([*found, *papers.values(), *{row.unit_id: row.unit for row in found}.values()])
    return [
        Brief(
            kind="inspection",
            id=int(row.told),
            matter=int(row.pk),
            title=row.title,
            number=papers[row.told].number,
            unit=int(row.unit_id),
            unit_name=row.unit.name,
            decided_on=row.told_on,
            rule="PUB-03",
        )
        for row in found
    ]


def standing(on: date) -> QuerySet[Any]:
    """Return the inspections whose result was told by a day, oldest first."""
    return Inspection.objects.filter(told_on__lte=on).order_by("told_on", "pk")


def seen(actor: Actor) -> QuerySet[Any]:
    """Return the inspections with a result that this person may see."""
    return Inspection.objects.filter(seen_by(actor), told__isnull=False)


def fallen() -> QuerySet[Any]:
    """Return nothing: what an inspection found is a fact and is not revoked."""
    return Inspection.objects.none()


def total() -> int:
    """Count the results ever told."""
    return Inspection.objects.filter(told__isnull=False).count()


def content(
    one: Disclosable, masking: Masking, term: Term, full_text: bool
) -> tuple[Notice, PublicText | None, str]:
    """Build notice and text from the facts of the paper that told the result."""
    found, facts = inspections.inspection(one.matter), _facts(one.id)
    assert found is not None, "it was just found"
    notice = notice_of(
        one,
        facts,
        masking,
        term,
        title=f"行政检查结果：{one.cause}",
        found=str(facts["findings"]),
        basis=written(dict.fromkeys(b for i in found.items for b in i.penalises)),
        conclusion=f"{facts['result']}。{facts['follows']}",
        keyword="行政检查",
    )
    digest = digest_of_facts(PAPER, facts)
    text = public_text(one, form(PAPER).title, facts, _passages(found, facts), masking) if full_text else None
    return notice, text, digest


def _facts(told: int) -> dict[str, Any]:
    facts: Any = value(leaf(told).entry, "paper")
    return dict(facts)


def _items(found: InspectionView) -> str:
    return "、".join(i.name for i in found.items)


def _passages(found: InspectionView, facts: Mapping[str, Any]) -> Iterator[str]:
    day = long_date(date.fromisoformat(str(facts["inspected_on"])))
    yield f"本机关于{day}以{HOW[found.how]}的方式，就“{facts['items']}”实施行政检查。"
    yield "检查情况和结论"
    yield str(facts["findings"])
    yield f"检查结果：{facts['result']}。"
    yield str(facts["follows"])
    yield str(facts.get("advice") or "")
