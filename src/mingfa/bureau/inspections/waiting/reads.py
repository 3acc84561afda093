"""What is next in inspections, of many at once; plans to approve, lists to freeze, draws to make.

Facts are hints for a worklist, read without the ledger; plans and draws are checked, as they are shown.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from mingfa.bureau.inspections.models import Draw, Inspection, InspectionPlan
from mingfa.bureau.inspections.reads import draws_in, plans_in
from mingfa.bureau.inspections.values import DrawView, PlanView
from mingfa.bureau.records.models import Record

FACTS = ("days_over", "off_site", "unrecorded")


def facts(inspections: Collection[int], on: date) -> Mapping[str, Iterable[int]]:
    """Return of which of these inspections the days are over, which need no visit, which have no record."""
    rows = list(Inspection.objects.filter(pk__in=inspections).values_list("pk", "how", "until_on"))
    records = Record.objects.filter(matter__in=inspections, kind="inspection")
    recorded = set(records.values_list("matter", flat=True))
    return {
        "days_over": [pk for pk, _, until_on in rows if until_on < on],
        "off_site": [pk for pk, how, _ in rows if how == "off_site"],
        "unrecorded": [pk for pk, how, _ in rows if how != "off_site" and pk not in recorded],
    }


def plans_to_approve(on: date) -> list[PlanView]:
    """Return the drafts whose days are not over."""
    return plans_in(InspectionPlan.objects.filter(approved__isnull=True, until_on__gte=on).order_by("pk"))


def plans_to_draw_for(on: date) -> list[PlanView]:
    """Return the approved plans that run, of a share of the objects, for which no list is frozen yet."""
    drawn = Draw.objects.values("plan")
    running = InspectionPlan.objects.filter(approved__isnull=False, until_on__gte=on, share__lt=100)
    return plans_in(running.exclude(pk__in=drawn).order_by("pk"))


def draws_to_make() -> list[tuple[DrawView, PlanView]]:
    """Return the frozen lists that wait for their public number, each with its plan."""
    waiting = draws_in(Draw.objects.filter(drawn__isnull=True).order_by("pk"))
    plans = {p.id: p for p in plans_in(InspectionPlan.objects.filter(pk__in=[d.plan for d in waiting]))}
    return [(one, plans[one.plan]) for one in waiting]
