"""What is next in enforcements, of many at once; the terms in which the court is asked (强制法 35-37, 44-58).

Facts are hints for a worklist, read without the ledger: the acts they lead to ask everything again.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from mingfa.bureau.enforcement.facts import remedies_end, window
from mingfa.bureau.enforcement.models import (
    CarriedOut,
    CourtEvent,
    Demanded,
    Enforcement,
    EnforcementOrder,
    ExecutionAgreement,
    Objected,
)
from mingfa.bureau.execution.models import Deferred
from mingfa.bureau.law.calendar import Calendar
from mingfa.bureau.law.terms import Term, term_or_provisional
from mingfa.bureau.service import reads as service

FACTS = (
    "demand_unserved",
    "unanswered",
    "through_court",
    "order_unserved",
    "unurged",
    "appeal_over",
    "stage_missed",
    "unsettled",
)


def facts(files: Collection[int], on: date, calendar: Calendar) -> Mapping[str, Iterable[int]]:
    """Return the facts of these enforcements."""
    demands = list(
        Demanded.objects.filter(matter__in=files).order_by("pk").values_list("matter", "pk", "final")
    )
    latest, urged = {m: pk for m, pk, _ in demands}, {m for m, _, final in demands if final}
    orders = dict(
        EnforcementOrder.objects.filter(matter__in=files).order_by("pk").values_list("matter", "pk")
    )
    papers = [*latest.values(), *orders.values()]
    served = service.served_papers(papers) if papers else set()
    objected = Objected.objects.filter(matter__in=files, adopted__isnull=True)
    fines = Enforcement.objects.filter(pk__in=files, source_kind="penalty")
    unsettled = CarriedOut.objects.filter(matter__in=files, kind="substitute", cost__isnull=True)
    return {
        "demand_unserved": [m for m, pk in latest.items() if pk not in served],
        "unanswered": objected.values_list("matter", flat=True),
        # A fine is collected by the court: the bureau has in general no power of its own (强制法 13, 53).
        "through_court": fines.values_list("pk", flat=True),
        "order_unserved": [m for m, pk in orders.items() if pk not in served],
        "unurged": set(files) - urged,
        "appeal_over": _appeal_over(files, on, calendar),
        "stage_missed": _stage_missed(files, on),
        "unsettled": unsettled.values_list("matter", flat=True),
    }


def _appeal_over(files: Collection[int], on: date, calendar: Calendar) -> list[int]:
    events = CourtEvent.objects.filter(matter__in=files).order_by("pk")
    last = {m: (what, day) for m, what, day in events.values_list("matter", "what", "on")}
    refused = {m: day for m, (what, day) in last.items() if what in ("not_accepted", "refused")}
    ends = {m: term_or_provisional("EXEC-12.appeal", day, calendar).end for m, day in refused.items()}
    return [m for m, end in ends.items() if end < on]


def _stage_missed(files: Collection[int], on: date) -> list[int]:
    """Return where the last day of an agreement is over and the enforcement is not."""
    rows = ExecutionAgreement.objects.filter(matter__in=files, broken__isnull=True).order_by("pk")
    last = {m: max(str(s["day"]) for s in stages) for m, stages in rows.values_list("matter", "stages")}
    return [m for m, day in last.items() if date.fromisoformat(day) < on]


def court_windows(files: Iterable[Enforcement], calendar: Calendar) -> dict[int, Term]:
    """Return the months in which the court may be asked about each of these files (处罚法 72 para 2)."""
    asked = {int(f.pk): int(f.source) for f in files if f.source and f.state == "demanded"}
    if not asked:
        return {}
    served = service.days_of_service(asked.values())
    granted = Deferred.objects.filter(decision__in=asked.values(), word="granted").order_by("pk")
    until = {
        d: max(str(p["on"]) for p in plan) for d, plan in granted.values_list("decision", "plan") if plan
    }
    found = {}
    for pk, source in asked.items():
        if source in served:
            later = date.fromisoformat(until[source]) if source in until else None
            term = window(remedies_end(served[source], calendar), later, calendar)
            assert term is not None, "the source was served"
            found[pk] = term
    return found
