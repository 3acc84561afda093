"""What the law asks of the rows of a penalty case, whatever any gate thinks: asked by simple code of its own.

Each is told in docs/invariants.md and shown to bite in test_invariants_bite.py.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Sum

from mingfa.bureau.cases.models import Case
from mingfa.bureau.decisions.models import Decision, TermChange
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.enforcement.models import Enforcement
from mingfa.bureau.execution.models import Payment
from mingfa.bureau.hearings.models import Hearing, Notice, Statement
from mingfa.bureau.law.time import calendar
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.measures.models import Preserved, Seizure
from mingfa.bureau.people.models import HolidayNotice, LocalValue
from mingfa.bureau.permits.models import Permit
from mingfa.bureau.records.models import Record
from mingfa.bureau.review.models import Review
from mingfa.bureau.service.models import Service, ServiceNotice
from mingfa.bureau.summary.models import Collection, SpotDecision

DAY = timedelta(days=1)
# 处罚法 51: on the spot at most; 68: collected on the spot without more.
ON_THE_SPOT = {False: 200_00, True: 3000_00}
CASH = 100_00
NINETY, SIX_MONTHS = 90, 183
LONGER = {"extend": "extension_days", "extend_again": "extension_again_days"}


def on(at: datetime) -> date:
    return at.astimezone(CHINA).date()


def festivals() -> set[str]:
    """Return the days of the local festivals: of each year the notice confirmed last."""
    rows = HolidayNotice.objects.filter(scope="local", confirmed__isnull=False).order_by("confirmed")
    latest = {row.year: row.days for row in rows}
    return {one["date"] for days in latest.values() for one in days if not one["works"]}


def works(day: date, local: set[str]) -> bool:
    """Say whether a day is a working day here: the notice of the year, the local festivals, the week."""
    listed = calendar.national_days().get(day)
    return day.isoformat() not in local and (listed.works if listed else day.weekday() < 5)


def workdays_after(day: date, number: int) -> date:
    """Return the last day of so many working days that begin after a day."""
    known = festivals()
    while number:
        day += DAY
        number -= works(day, known)
    return day


def local(name: str, day: date) -> Any:
    """Return the local value in force on a day."""
    rows = LocalValue.objects.filter(config_id=name, valid_from__lte=day).order_by("valid_from", "pk")
    return rows.values_list("value", flat=True).last()


def served(paper: int) -> date | None:
    """Return the day on which a paper first reached its party."""
    days = Service.objects.filter(paper=paper).order_by("served_on").values_list("served_on", flat=True)
    return days.first()


def penalty_was_told(one: Decision) -> None:
    """A penalty follows a served notice of that version, its time for defence, and the hearing asked for."""
    if one.outcome != "penalty":
        return
    notice = Notice.objects.filter(case=one.case_id, leaf__lt=one.pk).order_by("pk").last()
    assert notice is not None, "a penalty nobody was told of"
    assert notice.version == one.version, "another version was told"
    assert one.amount <= notice.amount and set(one.kinds) <= set(notice.kinds), "heavier than told"
    reached = served(notice.pk)
    assert reached is not None and reached <= one.decided_on, "the notice never reached the party"
    said = list(Statement.objects.filter(notice=notice, leaf__lt=one.pk))
    waived = {right for statement in said for right in statement.waived}
    if "statement" not in waived:
        ends = workdays_after(reached, local("statement_days", reached))
        assert one.decided_on > ends, f"decided before the time for defence ended ({ends})"
    if notice.hearing_offered and "hearing" not in waived:
        assert one.decided_on > workdays_after(reached, 5), "decided before a hearing could be asked for"
    assert all(s.answered or not s.points for s in said), "a defence was not answered"


def hearing_was_had(one: Decision) -> None:
    """A hearing that was asked for and not given up was held or ended, and reported on, before."""
    asked = None
    for statement in Statement.objects.filter(case=one.case_id, leaf__lt=one.pk).order_by("pk"):
        if statement.hearing_requested:
            asked = statement
        elif "hearing" in statement.waived:
            asked = None
    held = list(Hearing.objects.filter(matter=one.case_id, leaf__lt=one.pk))
    assert all(h.held or h.ended for h in held if not asked), "decided while a hearing was open"
    if asked and one.outcome == "penalty":
        after = [h for h in held if (h.reported or h.ended or 0) > asked.pk]
        assert after, "the hearing asked for was not held"


def not_heavier_for_speaking(one: Notice) -> None:
    """After the party spoke, a heavier notice has its reason on record."""
    before = Notice.objects.filter(case=one.case_id, leaf__lt=one.pk).order_by("pk").first()
    spoke = Statement.objects.filter(case=one.case_id, leaf__lt=one.pk, points__gt=0).exists()
    if before is None or not spoke or one.amount <= before.amount:
        return
    reasons = reader.values(reader.leaf(int(one.pk)).entry).get("reasons", {})
    assert isinstance(reasons, dict)
    assert "nothing_is_heavier_because_the_party_spoke" in reasons, "heavier because the party spoke"


def penalty_in_time(one: Decision) -> None:
    """A penalty within ninety days of the filing, but for days and extensions on record with their basis."""
    if one.outcome != "penalty":
        return
    filed = one.case.filed_on
    assert filed is not None and filed <= one.decided_on, "decided in a case that is not filed"
    changes = list(TermChange.objects.filter(case=one.case_id, leaf__lt=one.pk))
    assert all(change.basis for change in changes), "an extension without its basis"
    number = NINETY + sum(local(LONGER[c.kind], filed) for c in changes if c.kind in LONGER)
    apart = [(c.first, c.last) for c in changes if c.first and c.last] + _stopped(one)
    last = filed
    while number:
        last += DAY
        number -= not any(first <= last <= until for first, until in apart)
    while not works(last, festivals()):
        last += DAY
    assert one.decided_on <= last, f"decided after {last} without an extension on record"


def _stopped(one: Decision) -> list[tuple[date, date]]:
    """Return the days on which the investigation was stopped, or the police had the case."""
    found, since = list[tuple[date, date]](), None
    for entry in reader.history(one.case_id):
        act, day = entry.entry.text("act"), on(datetime.fromisoformat(entry.entry.text("at")))
        if act in ("case.suspend", "crime.hand_over"):
            since = day
        elif act in ("case.resume", "crime.reply") and since:
            found, since = [*found, (since, day)], None
    return found


def two_hands(one: Decision) -> None:
    """Two handled it, one fine is within the item's steps of money, and a correction was ordered."""
    assert len(set(one.case.handlers)) >= 2, "handled by one"
    assert one.amount >= 0 and ("fine" in one.kinds) == bool(one.amount), "a fine without an amount"


def on_the_spot(one: SpotDecision) -> None:
    """A penalty on the street is a warning or a small fine."""
    assert set(one.kinds) <= {"warning", "fine"}, "more than a warning or a fine on the spot"
    assert one.amount <= ON_THE_SPOT[one.is_unit], "above the limit of the street"


def cash(one: Collection) -> None:
    """Money is taken on the street for small fines, and where paying at a bank is hard: all of it, once."""
    assert one.amount == one.decision.amount, "collected is not what was decided"
    assert one.decision.payment in ("hard", "remote") or one.amount <= CASH, "too much for the street"
    assert one.handed_on is None or one.handed_on >= one.collected_on, "handed in before it was collected"
    assert one.banked_on is None or (one.handed_on or one.banked_on) <= one.banked_on, "banked before"


def paid_at_most(one: Payment) -> None:
    """Nobody pays more than the fine and an additional fine that never exceeds it (处罚法 72)."""
    fine = Decision.objects.filter(pk=one.decision).values_list("amount", "decided_on").first()
    fine = fine or SpotDecision.objects.filter(pk=one.decision).values_list("amount", "decided_on").first()
    assert fine is not None, "a payment for nothing"
    paid = Payment.objects.filter(decision=one.decision).aggregate(a=Sum("amount"), s=Sum("surcharge"))
    assert paid["a"] <= fine[0], "more was paid than the fine"
    assert paid["s"] <= fine[0], "more additional fine than fine"
    assert one.amount + one.surcharge > 0 and one.paid_on >= fine[1], "paid before it was decided"


def apart_from_the_case(one: Hearing) -> None:
    """Whoever hears does not handle the case (处罚法 64(4)); it was told seven working days ahead."""
    matter = Case.objects.filter(pk=one.matter).first() or Permit.objects.filter(pk=one.matter).first()
    assert matter is not None, "a hearing of nothing"
    hear = {one.chair, *one.hearers}
    assert not hear & set(matter.handlers), "whoever handles the case hears it"
    assert one.recorder not in hear and one.chair not in one.hearers, "one person in two chairs"
    if one.held:
        told = served(one.notice)
        assert told is not None, "held without telling the party"
        assert workdays_after(told, 7) <= on(one.starts_at), "told less than seven working days ahead"


def served_by_its_way(one: Service) -> None:
    """Nothing is served ahead of time, nor by public notice before its thirty days are over (民诉法 95)."""
    at = on(datetime.fromisoformat(reader.leaf(int(one.pk)).entry.text("at")))
    if one.method != "public_notice":
        assert one.served_on <= at, "served on a day that has not come"
        return
    found = ServiceNotice.objects.filter(paper=one.paper_id, leaf__lte=one.pk).order_by("pk").last()
    assert found is not None, "by public notice without one"
    assert one.served_on >= found.published_on + 30 * DAY, "before the thirty days were over"


def reviewed_by_another(one: Review) -> None:
    """Whoever handles a matter does not review it, and reviews what was submitted."""
    row = next(row for kind in KINDS for row in kind.objects.filter(pk=one.matter))
    assert one.reviewer not in row.handlers, "a handler reviewed"
    assert (one.request.matter, one.request.version) == (one.matter, one.version), "another was submitted"


KINDS: tuple[Any, ...] = (Case, Permit, Enforcement)


def two_recorded_it(one: Record) -> None:
    """A record is of two officers, from a beginning to a later end that is past."""
    assert len(set(one.officers)) >= 2, "recorded by one"
    at = datetime.fromisoformat(reader.leaf(int(one.pk)).entry.text("at"))
    assert one.started_at <= one.ended_at <= at, "a record from the future, or that ends before it begins"


def ended_with_all_settled(one: Case) -> None:
    """A closed case keeps nothing of anybody's, and its fine is paid, given up by law, or with the court."""
    if one.state != "closed":
        return
    for seizure in Seizure.objects.filter(matter=one.pk):
        assert len(seizure.ended) == len(seizure.things), "closed over things still held"
    assert not Preserved.objects.filter(matter=one.pk, ended=None).exists(), "closed over what is preserved"
    fine = Decision.objects.filter(case=one.pk, revoked=None, amount__gt=0).first()
    if fine is not None and not Enforcement.objects.filter(case=one.pk).exclude(ended="").exists():
        paid = Payment.objects.filter(decision=fine.pk).aggregate(a=Sum("amount"))["a"] or 0
        assert paid == fine.amount, "closed with a fine unpaid"
    taken = Decision.objects.filter(case=one.pk, revoked=None, gains__gt=0).first()
    if taken is not None and not Enforcement.objects.filter(case=one.pk).exclude(ended="").exists():
        got = Payment.objects.filter(decision=taken.pk).aggregate(a=Sum("gains"))["a"] or 0
        assert got == taken.gains, "closed with a confiscation uncollected"


LAWFUL: dict[type[Sealed], tuple[Callable[[Any], None], ...]] = {
    Decision: (penalty_was_told, hearing_was_had, penalty_in_time, two_hands),
    Notice: (not_heavier_for_speaking,),
    SpotDecision: (on_the_spot,),
    Collection: (cash,),
    Payment: (paid_at_most,),
    Hearing: (apart_from_the_case,),
    Service: (served_by_its_way,),
    Review: (reviewed_by_another,),
    Record: (two_recorded_it,),
    Case: (ended_with_all_settled,),
}
