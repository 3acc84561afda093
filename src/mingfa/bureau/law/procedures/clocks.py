"""Which terms run in a matter and how many days are left: pure counting over what happened (plan 3.4.b).

The procedure's table says which (`clocks`): a term begins with one thing that happened and ends with another.
What was served is written `service.serve/decision.make`: the service of the paper which that act made. A
pause counts only by what happened: the notice that fixes its days stops nothing before it is served.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mingfa.bureau.law.config import Config, LocalValueMissing
from mingfa.bureau.law.procedures.procedure import Procedure
from mingfa.bureau.law.procedures.running import Pausing, Running
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Pause, Term, days_left, due_alerts, period, term

SOON = 2
# Of terms in hours: the hours left at which one is reminded, and at which it is urgent.
REMIND, URGENT = 12, 4

# Kept by the counting itself: what was not told of in writing stops nothing (许可法 45, 强制法 25.3).
KEEPS = ("PERM-07", "COMP-09")


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened in a matter on a day, and how it ended; `days` are those that it fixed.

    `at` is its moment, where one is on record: hours count from it.
    """

    what: str
    day: date
    outcome: str = ""
    days: tuple[date, date] | None = None
    at: datetime | None = None


def left_zh(left: int, unit: str) -> str:
    """Say how many days are left of a term of the bureau."""
    if left < 0:
        return f"超期{-left}{unit}"
    return {0: "今天", 1: "明天"}.get(left, f"剩{left}{unit}")


def tone(left: int, near: bool) -> str:
    """Return r only for overdue and today, a for soon, b else."""
    return "r" if left <= 0 else "a" if near else "b"


@dataclass(frozen=True, slots=True)
class Clock:
    """A running term with what is left, in its own kind of day (negative: overdue).

    `acts` and `whole` say whose term it is, as in the table (`running.py`).
    """

    term: Term
    left: int
    waits: bool
    near: bool
    acts: frozenset[str] = frozenset()
    whole: bool = False

    @property
    def stopped(self) -> bool:
        """Whether it stands still: a pause that has begun has no end yet."""
        return any(one.open for one in self.term.pauses)

    @property
    def unit(self) -> str:
        return "个工作日" if self.term.unit == "workday" else "日"

    @property
    def words(self) -> str:
        """Say what is left: a state has a word, not only a colour."""
        if self.waits:
            return f"等待{self.left}{self.unit}"
        if self.stopped and self.left >= 0:
            return f"停止计算，剩{self.left}{self.unit}"
        return left_zh(self.left, self.unit)

    @property
    def tone(self) -> str:
        """Return the colour of the tag; what is waited for is never red."""
        return "b" if self.waits else tone(self.left, self.near)

    @property
    def used(self) -> str:
        """Say how far the term has run; of one that is counted backwards, its last day."""
        if self.term.end < self.term.start:
            return f"{self.term.zh}{self.term.end:%Y-%m-%d}"
        gone = self.term.number - self.left if self.term.unit in ("workday", "calendar") else None
        length = f"{self.term.zh}{self.term.length}"
        return f"{length}，已用{gone}{self.unit}" if gone is not None and gone >= 0 else length


@dataclass(frozen=True, slots=True)
class Hours(Clock):
    """A term of hours, with those that are left: hours are hours, and no rest day adds to them."""

    hours: int = 0

    @property
    def words(self) -> str:
        return f"剩{self.hours}小时" if self.hours >= 0 else f"超期{-self.hours}小时"

    @property
    def tone(self) -> str:
        """Return r where it is urgent, a from the first reminder on."""
        if self.hours < URGENT:
            return "r"
        return "a" if self.hours < REMIND else "b"

    @property
    def used(self) -> str:
        return f"{self.term.zh}，{self.words}"


def running(
    table: Procedure,
    happened: Sequence[Happened],
    today: date,
    calendar: Calendar,
    config: Config,
    now: datetime | None = None,
) -> list[Clock]:
    """Return the terms of a procedure that run today, the nearest first; waiting terms last.

    Terms of hours are counted to `now`; without it they are not shown.
    """
    starts = [(row, _start(row, happened)) for row in table.clocks]
    found = [
        _hours(row, start, now)
        if period(row.term).unit == "hour"
        else _clock(row, start.day, happened, today, calendar, config)
        for row, start in starts
        if start
    ]
    # A wait that is over hinders nobody.
    shown = [c for c in found if c is not None and not (c.waits and c.left < 0)]
    return sorted(shown, key=lambda c: (c.waits, c.left))


def _start(row: Running, happened: Iterable[Happened]) -> Happened | None:
    """Return what the term runs from, or None where it does not run (any more)."""
    start, before = None, {""}
    for one in happened:
        if one.what in row.ends:
            start = None
        fits = not row.outcomes or one.outcome in row.outcomes
        if one.what == row.starts and fits and row.after in before:
            start = one
        before.add(one.what)
    return start


def pauses(row: Running, happened: Sequence[Happened], today: date) -> list[Pause]:
    """Return what stopped a term, in the order in which it happened; one that still lasts is open."""
    return [pause for kind in row.pauses for pause in _pauses(kind, happened, today)]


def _pauses(kind: Pausing, happened: Sequence[Happened], today: date) -> Iterator[Pause]:
    since = None
    for one in happened:
        if one.what == kind.starts and one.days:
            # Days that passed before the notice was served were not told of: they count.
            first, last = max(one.days[0], one.day), one.days[1]
            if first <= last:
                yield Pause(first, last, kind.zh, kind.citations)
        elif one.what == kind.starts and since is None:
            since = one.day
        elif one.what == kind.until and since is not None:
            yield Pause(since, one.day, kind.zh, kind.citations)
            since = None
    if since is not None and since <= today:
        yield Pause(since, today, kind.zh, kind.citations, open=True)


def _hours(row: Running, start: Happened, now: datetime | None) -> Clock | None:
    if start.at is None or now is None:
        return None
    counted = term(row.term, start.day, Calendar())
    left = math.floor((start.at + timedelta(hours=counted.number) - now) / timedelta(hours=1))
    # Its day stands among the others' days: what is over is overdue, what runs out today or tomorrow is near.
    return Hours(counted, left // 24, row.waits, True, row.acts, row.whole, hours=left)


def _clock(
    row: Running,
    start: date,
    happened: Sequence[Happened],
    today: date,
    calendar: Calendar,
    config: Config,
) -> Clock | None:
    name = row.term
    for one in happened:
        name = row.instead.get(one.what, name) if one.day >= start else name
    try:
        counted = term(name, start, calendar, config, pauses(row, happened, today))
    except LocalValueMissing:
        return None
    left = days_left(counted, today, calendar)
    near = left <= SOON or bool(due_alerts(counted, today, calendar))
    return Clock(counted, left, row.waits, near, row.acts, row.whole)
