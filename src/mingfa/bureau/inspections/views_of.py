"""From rows to the plain values that gates and pages see."""

from mingfa.bureau.inspections.drawing import digest
from mingfa.bureau.inspections.models import Draw, InspectionObject, InspectionPlan, Visit
from mingfa.bureau.inspections.views import DrawView, Listed, ObjectView, PlanView, VisitView


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
