"""What is next in enforcements, of many at once; the terms in which the court is asked (强制法 35-37, 44-58).

Facts are hints for a worklist, read without the ledger: the acts they lead to ask everything again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from mingfa.bureau.enforcement.facts import remedies_end, window
from mingfa.bureau.enforcement.models import (
    Announcement,
    CarriedOut,
    CourtEvent,
    Demanded,
    Enforcement,
    EnforcementOrder,
    ExecutionAgreement,
    Objected,
)
from mingfa.bureau.execution.models import Deferred
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, term
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.service import reads as service

Known = Mapping[str, Iterable[int]]


def demanded(files: Collection[int]) -> Known:
    """Return of which of these enforcements the last demand was not served, which were not urged again."""
    made = Demanded.objects.filter(matter__in=files).order_by("pk")
    demands = list(made.values_list("matter", "pk", "final"))
    latest, urged = {m: pk for m, pk, _ in demands}, {m for m, _, final in demands if final}
    return {"demand_unserved": _unserved(latest), "unurged": set(files) - urged}


def ordered(files: Collection[int]) -> Known:
    """Return where the decision to enforce was not served."""
    decided = EnforcementOrder.objects.filter(matter__in=files).order_by("pk")
    return {"order_unserved": _unserved(dict(decided.values_list("matter", "pk")))}


def _unserved(papers: Mapping[int, int]) -> list[int]:
    served = service.served_papers(papers.values()) if papers else set()
    return [matter for matter, paper in papers.items() if paper not in served]


def answered(files: Collection[int]) -> Known:
    """Return where what the party said waits for its answer."""
    objected = Objected.objects.filter(matter__in=files, adopted__isnull=True)
    return {"unanswered": objected.values_list("matter", flat=True)}


def for_the_court(files: Collection[int]) -> Known:
    """Return where a fine is enforced: by the court, as no law gives the bureau power (强制法 13, 53)."""
    fines = Enforcement.objects.filter(pk__in=files, source_kind="penalty")
    return {"through_court": fines.values_list("pk", flat=True)}


def settled(files: Collection[int]) -> Known:
    """Return where the costs of a substitute performance are not settled."""
    rows = CarriedOut.objects.filter(matter__in=files, kind="substitute", cost__isnull=True)
    return {"unsettled": rows.values_list("matter", flat=True)}


def refused(files: Collection[int], on: date, calendar: Calendar) -> Known:
    """Return where the time to ask a higher court is over."""
    return {"appeal_over": _appeal_over(files, on, calendar)}


def agreed(files: Collection[int], on: date) -> Known:
    """Return where the last day of an agreement is over and the enforcement is not."""
    rows = ExecutionAgreement.objects.filter(matter__in=files, broken__isnull=True).order_by("pk")
    last = {m: max(str(s["day"]) for s in stages) for m, stages in rows.values_list("matter", "stages")}
    return {"stage_missed": [m for m, day in last.items() if date.fromisoformat(day) < on]}


def _appeal_over(files: Collection[int], on: date, calendar: Calendar) -> list[int]:
    events = CourtEvent.objects.filter(matter__in=files).order_by("pk")
    last = {m: (what, day) for m, what, day in events.values_list("matter", "what", "on")}
    refused = {m: day for m, (what, day) in last.items() if what in ("not_accepted", "refused")}
    ends = {m: term("EXEC-12.appeal", day, calendar).end for m, day in refused.items()}
    return [m for m, end in ends.items() if end < on]


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
            term = window(remedies_end(served[source], calendar).span, later, calendar)
            assert term is not None, "the source was served"
            found[pk] = term
    return found


def times_to_demolish(files: Iterable[Enforcement], calendar: Calendar) -> dict[int, list[Term]]:
    """Return what has to pass before these are demolished: the time of the notice, and that for remedies.

    强制法 44: the party neither demolishes in the time of the notice, nor asks a higher office or a court.
    """
    asked = {int(f.pk): int(f.source) for f in files if f.source and f.state == "announced"}
    if not asked:
        return {}
    served = service.days_of_service(asked.values())
    notices = {int(n.matter_id): n for n in Announcement.objects.filter(matter__in=asked).order_by("pk")}
    check_rows(notices.values())
    found = {}
    for pk, notice in notices.items():
        if asked[pk] in served:
            remedies = term("DEC-12.litigation", served[asked[pk]], calendar)
            own = replace(remedies, zh="公告的自行拆除期限", start=notice.posted_on, end=notice.until)
            found[pk] = [own, replace(remedies, zh="当事人申请复议、提起诉讼的期限")]
    return found


def times_to_perform(files: Iterable[Enforcement], calendar: Calendar) -> dict[int, Term]:
    """Return until when the party may still perform what was demanded of it (强制法 35, 37)."""
    asked = [int(f.pk) for f in files if f.state == "demanded"]
    rows = Demanded.objects.filter(matter__in=asked, final=False).order_by("pk") if asked else ()
    latest = {int(row.matter_id): row for row in rows}
    check_rows(latest.values())
    found = {}
    for pk, row in latest.items():
        base = term("EXEC-11", row.made_on, calendar)
        found[pk] = replace(base, zh=f"催告的履行期限（{row.number}）", end=row.until)
    return found
