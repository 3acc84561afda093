"""What is next in applications, of many at once (许可法 32, 36, 44-48); the days in which they are decided.

Facts are hints for a worklist, read without the ledger: the acts they lead to ask everything again.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.catalogue.permit_items.values import Guide, guide_of
from mingfa.bureau.hearings.waiting.reads import CONVENED, convened, hearings_of
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, term
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.permits.facts import term_to_decide
from mingfa.bureau.permits.models import Concerned, Invitation, Opinion, Permit, Special
from mingfa.bureau.permits.values import OpinionView, SpecialView, asked_for, lacking, pauses_of
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.models import Service

FACTS = (
    "unassigned",
    "deemed_accepted",
    "lacking",
    "hearing_to_call",
    "told_unserved",
    "uninvited",
    *CONVENED,
)
# Where an application ended for the window: the decision, or the licence, is handed over there.
HANDED_OVER = ("licensed", "completed", "refused", "rejected")
DECISIONS = (
    "permit_grant",
    "permit_refusal",
    "permit_rejection",
    "permit_modification",
    "permit_renewal",
    "licence",
)


def facts(permits: Collection[int], on: date, calendar: Calendar) -> Mapping[str, Iterable[int]]:
    """Return the facts of these applications before they are decided."""
    rows = list(Permit.objects.filter(pk__in=permits))
    guides = _guides(rows)
    told = list(Concerned.objects.filter(permit__in=permits).values_list("pk", "permit"))
    served = service.served_papers(pk for pk, _ in told) if told else set()
    asked = _hearings_asked(rows)
    return {
        "unassigned": [int(r.pk) for r in rows if not r.handlers],
        "deemed_accepted": [int(r.pk) for r in rows if _is_deemed(r, on, calendar)],
        "lacking": [int(r.pk) for r in rows if lacking(guides[r.item_id], tuple(r.materials))],
        "hearing_to_call": [int(r.pk) for r in rows if guides[r.item_id].heard and r.hearing_called is None],
        "told_unserved": [permit for pk, permit in told if pk not in served],
        "uninvited": _uninvited(asked),
        **convened(asked),
    }


def _is_deemed(row: Permit, on: date, calendar: Calendar) -> bool:
    """Say whether nobody told in five working days what is missing (许可法 32.1 (4))."""
    if row.supplement is not None or row.accepted_on is not None:
        return False
    return on > term("PERM-03", row.received_on, calendar).latest


def _uninvited(matters: Iterable[int]) -> set[int]:
    """Return where a third party has not been told of the present time of the hearing (许可法 48)."""
    notices = {m: held[-1].notice for m, held in hearings_of(matters).items() if held[-1].is_appointed}
    if not notices:
        return set()
    third = Concerned.objects.filter(permit__in=notices, whom="interested").values_list("pk", "permit")
    invited = Invitation.objects.filter(notice__in=notices.values()).values_list("concerned", "notice")
    known = set(invited)
    return {permit for pk, permit in third if (pk, notices[permit]) not in known}


def _guides(rows: Iterable[Permit]) -> dict[int, Guide]:
    """Return the guides of the items that these applications are about."""
    wanted = {row.item_id for row in rows}
    return {i.id: guide_of(i) for i in catalogue.items(category="permit") if i.id in wanted} if wanted else {}


def _hearings_asked(rows: Iterable[Permit]) -> dict[int, int]:
    """Return for each application the act that asked for a hearing, or called one, and was not taken back."""
    said: dict[int, list[OpinionView]] = {}
    for o in Opinion.objects.filter(permit__in=[row.pk for row in rows]).order_by("pk"):
        one = OpinionView(int(o.pk), o.concerned_id, o.made_on, o.hearing_requested, o.taken_back)
        said.setdefault(o.permit_id, []).append(one)
    found = {}
    for row in rows:
        asked = (asked_for(tuple(said.get(row.pk, ()))), row.hearing_called)
        if (latest := max((a for a in asked if a is not None), default=None)) is not None:
            found[int(row.pk)] = latest
    return found


def decisions_unserved() -> list[int]:
    """Return the applications whose decision or licence nobody has been handed yet."""
    ended = Permit.objects.filter(state__in=HANDED_OVER).values("pk")
    papers = Paper.objects.filter(kind__in=DECISIONS, matter__in=ended)
    unserved = papers.exclude(pk__in=Service.objects.values("paper"))
    matters = unserved.values_list("matter", flat=True).distinct()
    return [int(matter) for matter in matters if matter is not None]


def terms_to_decide(permits: Iterable[Permit], calendar: Calendar) -> dict[int, Term]:
    """Return until when these accepted applications are decided; told special procedures do not count."""
    rows = [row for row in permits if row.accepted_on is not None]
    if not rows:
        return {}
    guides, by_permit = _guides(rows), dict[int, list[Special]]()
    for one in Special.objects.filter(permit__in=[row.pk for row in rows]).order_by("pk"):
        by_permit.setdefault(one.permit_id, []).append(one)
    papers = [int(s.pk) for some in by_permit.values() for s in some]
    papers += [row.extension for row in rows if row.extension is not None]
    days = service.days_of_service(papers) if papers else {}
    found = {}
    for row in rows:
        specials = [
            SpecialView(int(s.pk), s.kind, s.from_on, s.until_on, days.get(int(s.pk)))
            for s in by_permit.get(row.pk, ())
        ]
        longer = bool(row.extended_by) and row.extension in days
        assert row.accepted_on is not None, "only accepted ones are counted"
        joint = guides[row.item_id].joint
        found[int(row.pk)] = term_to_decide(joint, longer, row.accepted_on, pauses_of(specials), calendar)
    return found


def terms_to_organise(permits: Iterable[Permit], calendar: Calendar) -> dict[int, Term]:
    """Return in which days a hearing that was asked for is organised (许可法 47)."""
    asked = _hearings_asked(list(permits))
    days = Opinion.objects.filter(pk__in=asked.values()).values_list("permit", "made_on") if asked else ()
    return {permit: term("PERM-10.organise", on, calendar) for permit, on in days}
