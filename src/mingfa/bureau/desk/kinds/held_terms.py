"""What is held of others, on the desk: its options in forms and its terms on the pages (plan 2.2.a)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.procedures.clocks import Clock, Hours
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Pause, Term, days_left, due_alerts, term
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.measures.values import Measure, Preservation

HOUR = timedelta(hours=1)
# What ends a measure before its days are over.
ENDING = frozenset({"measure.release", "measure.dispose", "measure.extend"})


@dataclass(frozen=True, slots=True)
class AtOnce(Clock):
    """What is to be released at once, and why (强制法 19, 28)."""

    why: str = ""

    @property
    def words(self) -> str:
        return f"{self.why}，应当立即解除"

    @property
    def used(self) -> str:
        return f"{self.term.zh}：{self.words}"


def with_terms_of(clocks: Iterable[Clock], more: Iterable[Clock]) -> list[Clock]:
    """Return both kinds of terms in one order: the nearest first, waiting ones last."""
    return sorted([*clocks, *more], key=lambda clock: (clock.waits, clock.left))


def terms_in(matter: int, now: datetime, today: date, calendar: Calendar) -> list[Clock]:
    """Return the terms that run for what is held in a matter, the nearest first."""
    held = measures.held(matter)
    found = [kept_clock(one, today, calendar) for one in held.preserved]
    for one in held.open:
        found.append(to_release(one, now))
        if one.make_up_by is not None and not one.must_go(now):
            found.append(to_make_up(one, one.make_up_by, now))
    return sorted(found, key=lambda clock: clock.left)


def kept_clock(one: Preservation, today: date, calendar: Calendar) -> Clock:
    """Return the seven working days of a preservation (处罚法 56)."""
    counted = term("EVID-04", one.taken_on, calendar)
    left = days_left(counted, today, calendar)
    if left < 0:
        counted = replace(counted, zh=f"{counted.zh}（已届满，自动解除）")
    acts = frozenset({"preservation.dispose"})
    return Clock(counted, left, waits=False, near=bool(due_alerts(counted, today, calendar)), acts=acts)


def to_release(one: Measure, now: datetime) -> Clock:
    """Return the days of a measure, tests passed over; once it must go, why it is released at once."""
    name = "COMP-08.extended" if one.extended_by else "COMP-08"
    tests = [
        Pause(first, last, rule("COMP-09").zh, (cite("行政强制法 25.3"),)) for first, last in one.testing
    ]
    base = term(name, one.taken_on, Calendar(), pauses=tests)
    days = one.days + one.extended_by
    counted = replace(base, zh=f"{one.kind_zh}期限（{one.number}）", end=one.ends_on, number=days)
    today = now.astimezone(CHINA).date()
    left = days_left(counted, today, Calendar())
    if why := one.must_go(now):
        return AtOnce(counted, min(left, 0), waits=False, near=True, acts=ENDING, why=why)
    return Clock(counted, left, waits=False, near=bool(due_alerts(counted, today, Calendar())), acts=ENDING)


def to_make_up(one: Measure, until: datetime, now: datetime) -> Clock:
    """Return the twenty-four hours in which an approval is made up (强制法 19)."""
    local = until.astimezone(now.tzinfo)
    base = term("COMP-08", one.taken_on, Calendar())
    counted: Term = replace(
        base,
        zh=f"补办批准期限（{one.number}）",
        end=local.date(),
        unit="hour",
        number=24,
        citations=(cite("行政强制法 19"),),
    )
    acts = frozenset({"measure.make_up"})
    return Hours(counted, 0, waits=False, near=True, acts=acts, hours=(until - now) // HOUR)
