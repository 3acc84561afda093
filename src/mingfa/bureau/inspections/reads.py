"""Questions about objects, plans, draws and inspections; every row is checked against the ledger first.

From rows to the plain values that gates and pages see."""

from django.db.models import Q, QuerySet

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.inspections.models import Draw, Inspection, InspectionObject, InspectionPlan, Visit
from mingfa.bureau.inspections.planning.values import digest
from mingfa.bureau.inspections.values import (
    DrawView,
    InspectionView,
    Listed,
    ObjectView,
    Other,
    PlanView,
    VisitView,
)
from mingfa.bureau.ledger.reader import check_newest, check_rows, leaf, value
from mingfa.bureau.lib.folding import asked
from mingfa.bureau.lib.reading import once
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.bureau.records.models import Carried


@once
def inspection(pk: int) -> InspectionView | None:
    """Return one inspection as it stands."""
    row = Inspection.objects.select_related("unit", "inspected").filter(pk=pk).first()
    if row is None:
        return None
    check_newest(row)
    check_rows([row.unit, row.inspected])
    return InspectionView(
        id=int(row.pk),
        title=row.title,
        number=row.number,
        state=row.state,
        procedure=row.procedure,
        unit=int(row.unit_id),
        unit_name=row.unit.name,
        handlers=tuple(row.handlers),
        items=tuple(i for pk in row.items if (i := catalogue.item(pk)) is not None),
        inspected=object_view(row.inspected),
        party=party(int(row.inspected_id)),
        source=row.source,
        plan=row.plan_id,
        draw=row.draw_id,
        how=row.how,
        from_on=row.from_on,
        until_on=row.until_on,
        helpers=tuple(row.helpers),
        notice=row.notice,
        inspected_on=row.inspected_on,
        order=row.order,
        due_on=row.due_on,
        told=row.told,
        told_on=row.told_on,
        outcome=row.outcome,
        ended_on=row.ended_on,
        visits=visits(int(row.pk)),
        last_at=row.last_at,
    )


@once
def seen(pk: int | None, actor: Actor) -> InspectionView | None:
    """Return an inspection that this person may see; any other is not there."""
    there = pk is not None and visible(actor).filter(pk=pk).exists()
    return inspection(pk) if pk is not None and there else None


@once
def handed_over(actor: Actor) -> list[InspectionView]:
    """Return the inspections handed over to filing that no case names yet, the oldest first."""
    keys = to_register(actor).values_list("pk", flat=True)
    return [view for pk in keys if (view := inspection(int(pk))) is not None]


def to_register(actor: Actor) -> QuerySet[Inspection]:
    """Return the visible inspections handed over to filing that no case names yet, the oldest first."""
    named = Carried.objects.values("origin")
    rows = visible(actor).filter(state="handed_over").exclude(pk__in=named)
    return rows.order_by("ended_on", "pk")


@once
def party(inspected: int) -> Party:
    """Open an object's whole block from the act that registered it."""
    return Party.model_validate(value(leaf(inspected).entry, "in/party"))


@once
def visits(matter: int) -> tuple[VisitView, ...]:
    """Return the traces of the visits of an inspection, in order."""
    rows = list(Visit.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(map(visit_view, rows))


def visible(actor: Actor) -> QuerySet[Inspection]:
    """Return the inspections this person may see."""
    return Inspection.objects.filter(seen_by(actor))


def search(actor: Actor, words: str) -> QuerySet[Inspection]:
    """Find visible inspections by any part of title, place or number: every word must occur."""
    found = visible(actor)
    for word in asked(words):
        found = found.filter(
            Q(title__contains=word) | Q(inspected__address__contains=word) | Q(number__contains=word)
        )
    return found.order_by("-last_at", "-pk")


@once
def inspections_of(inspected: int, but: int | None = None) -> tuple[Other, ...]:
    """Return all inspections of an object by the whole bureau: what caps and merging are asked of."""
    same = Inspection.objects.select_related("unit").filter(inspected=inspected).order_by("pk")
    rows = [row for row in same if row.pk != but]
    check_rows([*rows, *{r.unit_id: r.unit for r in rows}.values()])
    return tuple(Other(int(r.pk), r.title, r.unit.name, r.state, r.source, r.from_on) for r in rows)


@once
def inspected(pk: int) -> ObjectView | None:
    """Return an object of the register."""
    return _one_object(InspectionObject.objects.filter(pk=pk))


@once
def objects(trade: str = "") -> list[ObjectView]:
    """Return the register: every object, or those of one trade, but for those that were struck off."""
    rows = InspectionObject.objects.filter(struck=None).order_by("pk")
    return _objects(rows.filter(trade=trade) if trade else rows)


@once
def with_code(code: str) -> list[ObjectView]:
    """Return the objects that were ever registered under a credit code."""
    return _objects(InspectionObject.objects.filter(code=code).order_by("pk"))


@once
def plan(pk: int | None) -> PlanView | None:
    """Return a plan."""
    if pk is None:
        return None
    found = plans_in(InspectionPlan.objects.filter(pk=pk))
    return found[0] if found else None


@once
def plans(year: int | None = None) -> list[PlanView]:
    """Return all plans, or those of a year; whoever publishes shows those that are approved."""
    rows = InspectionPlan.objects.order_by("pk")
    return plans_in(rows.filter(from_on__year=year) if year else rows)


@once
def draw(pk: int | None) -> DrawView | None:
    """Return a random selection with all that is needed to repeat it."""
    if pk is None:
        return None
    found = draws_in(Draw.objects.filter(pk=pk))
    return found[0] if found else None


@once
def draws(of_plan: int | None = None) -> list[DrawView]:
    """Return all random selections, or those of a plan."""
    rows = Draw.objects.order_by("pk")
    return draws_in(rows.filter(plan=of_plan) if of_plan else rows)


def _one_object(rows: QuerySet[InspectionObject]) -> ObjectView | None:
    found = _objects(rows)
    return found[0] if found else None


def _objects(rows: QuerySet[InspectionObject]) -> list[ObjectView]:
    found = list(rows)
    check_rows(found)
    return [object_view(row) for row in found]


def plans_in(rows: QuerySet[InspectionPlan]) -> list[PlanView]:
    """Return the plans of a query, checked."""
    found = list(rows.select_related("unit"))
    check_rows(found)
    return [plan_view(row) for row in found]


def draws_in(rows: QuerySet[Draw]) -> list[DrawView]:
    """Return the draws of a query, checked."""
    found = list(rows)
    check_rows(found)
    return [draw_view(row) for row in found]


def object_view(row: InspectionObject) -> ObjectView:
    """Return an object of the register."""
    return ObjectView(
        int(row.pk), row.kind, row.name, row.code, row.address, row.trade, row.struck is not None
    )


def plan_view(row: InspectionPlan) -> PlanView:
    """Return a plan."""
    return PlanView(
        id=int(row.pk),
        kind=row.kind,
        title=row.title,
        number=row.number,
        unit=int(row.unit_id),
        unit_name=row.unit.name,
        items=tuple(row.items),
        trade=row.trade,
        share=row.share,
        from_on=row.from_on,
        until_on=row.until_on,
        drafted_by=int(row.drafted_by),
        approved=row.approved,
        approved_on=row.approved_on,
    )


@once
def draw_view(row: Draw) -> DrawView:
    """Return a random selection."""
    objects = tuple(Listed(**one) for one in row.objects_list)
    officers = tuple(Listed(**one) for one in row.officers_list)
    return DrawView(
        id=int(row.pk),
        plan=int(row.plan_id),
        objects=objects,
        officers=officers,
        count=row.count,
        salt=row.salt,
        beacon=row.beacon,
        beacon_on=row.beacon_on,
        number=row.number,
        picked={one["object"]: tuple(one["officers"]) for one in row.picked},
        drawn=row.drawn,
        frozen_digest=digest(o.name for o in (*objects, *officers)),
    )


@once
def visit_view(row: Visit) -> VisitView:
    """Return the trace of a visit."""
    return VisitView(
        id=int(row.pk),
        kind=row.kind,
        entered_at=row.entered_at,
        place=row.place,
        officers=tuple(row.officers),
        helpers=tuple(row.helpers),
        scanned=row.scanned,
    )
