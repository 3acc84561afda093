"""When a period ends: every period of `data/terms.yaml`, counted by the real calendar, with its source.

Stands on 处罚法 85 (2, 3, 5, 7 days are working days) and 民事诉讼法 85 (the start day is not counted; a
period that ends on a rest day ends on the next working day). A period that runs into a year not loaded is an
error; `term_or_provisional` gives a marked guess for display, which nothing with legal effect may use.
"""

import calendar as months
import datetime
from dataclasses import dataclass
from functools import cache
from typing import Any

from .calendar import Calendar, YearNotLoaded
from .config import Config
from .statutes import Citation, cite
from .tables import read_yaml

UNITS = {"workday": "个工作日", "calendar": "日", "month": "个月", "year": "年"}
_DAY = datetime.timedelta(days=1)
_NO_LOCAL_VALUES = Config()

# Kept by the counting itself: which days count (处罚法 85), and that the first is not counted (民诉法 85).
KEEPS = ("TIME-01", "TIME-05")


@dataclass(frozen=True)
class Period:
    """One row of the table. `number` is None where `local` (and `plus`) name the local value giving it."""

    id: str
    zh: str
    unit: str
    start_event: str
    citations: tuple[Citation, ...]
    number: int | None
    local: str | None
    plus: str | None
    rolls: bool
    before: bool
    alerts: tuple[int, ...]

    @property
    def rule_id(self) -> str:
        return self.id.partition(".")[0]


@dataclass(frozen=True)
class Term:
    """A period counted from one event: it ends with the end of the day `end`.

    `skipped` are the days that did not count and why; with `rolled`, the rest days at its end passed over.
    Where the period is counted backwards (`before`), `end` is the latest day on which to act.
    """

    id: str
    zh: str
    start: datetime.date
    end: datetime.date
    unit: str
    number: int
    skipped: tuple[tuple[datetime.date, str], ...]
    rolled: bool
    citations: tuple[Citation, ...]
    provisional: bool

    @property
    def citation(self) -> str:
        return "、".join(str(one) for one in self.citations)

    @property
    def length(self) -> str:
        return f"{self.number}{UNITS[self.unit]}"


@cache
def periods() -> dict[str, Period]:
    return {row["id"]: _period(row) for row in read_yaml("terms.yaml")}


def period(term_id: str) -> Period:
    try:
        return periods()[term_id]
    except KeyError:
        raise LookupError(f"期限表中没有“{term_id}”") from None


def periods_of(rule_id: str) -> tuple[Period, ...]:
    """Return the periods of one rule: DEC-12 has three."""
    return tuple(one for one in periods().values() if one.rule_id == rule_id)


def _period(row: dict[str, Any]) -> Period:
    if row["unit"] not in UNITS or ("number" in row) == ("local" in row):
        raise ValueError(f"期限“{row['id']}”的单位或者数字写法不对")
    return Period(
        id=row["id"],
        zh=row["zh"],
        unit=row["unit"],
        start_event=row["start"],
        citations=tuple(cite(text) for text in row["cite"]),
        number=row.get("number"),
        local=row.get("local"),
        plus=row.get("plus"),
        rolls=row.get("roll", False),
        before=row.get("before", False),
        alerts=tuple(row.get("alerts", ())),
    )


def term(term_id: str, start: datetime.date, calendar: Calendar, config: Config = _NO_LOCAL_VALUES) -> Term:
    """Count a period from the day of its event.

    Raises YearNotLoaded where it runs into an unknown year, LocalValueMissing where its number is local and
    not recorded.
    """
    return _count(period(term_id), start, calendar, config, provisional=False)


def term_or_provisional(
    term_id: str, start: datetime.date, calendar: Calendar, config: Config = _NO_LOCAL_VALUES
) -> Term:
    """Count a period for display; an unknown year passes as bare weeks, and the term says `provisional`."""
    row = period(term_id)
    try:
        return _count(row, start, calendar, config, provisional=False)
    except YearNotLoaded:
        return _count(row, start, calendar.provisional(), config, provisional=True)


def _count(
    row: Period, start: datetime.date, calendar: Calendar, config: Config, *, provisional: bool
) -> Term:
    number = _number(row, start, config)
    skipped: list[tuple[datetime.date, str]] = []
    if row.unit == "workday":
        end = _workdays(start, number, calendar, skipped, -_DAY if row.before else _DAY)
    else:
        end = _calendar_end(row.unit, start, number)
    due = end - _DAY if row.before else end
    if row.rolls:
        due = calendar.next_workday(end)
        passed = [end + _DAY * offset for offset in range((due - end).days)]
        skipped.extend((day, calendar.why(day)) for day in passed)
    return Term(
        id=row.id,
        zh=row.zh,
        start=start,
        end=due,
        unit=row.unit,
        number=number,
        skipped=tuple(skipped),
        rolled=row.rolls and due != end,
        citations=row.citations,
        provisional=provisional,
    )


def _number(row: Period, start: datetime.date, config: Config) -> int:
    if row.local is None:
        return row.number or 0
    names = [row.local, row.plus] if row.plus else [row.local]
    return sum(int(config.value(name, start)) for name in names)


def _workdays(
    start: datetime.date,
    number: int,
    calendar: Calendar,
    skipped: list[tuple[datetime.date, str]],
    step: datetime.timedelta,
) -> datetime.date:
    """Walk to the day on which the nth working day is reached, and note every other day passed over."""
    day, counted = start, 0
    while counted < number:
        day += step
        if calendar.is_workday(day):
            counted += 1
        else:
            skipped.append((day, calendar.why(day)))
    return day


def _calendar_end(unit: str, start: datetime.date, number: int) -> datetime.date:
    """Days: the nth day after. Months and years: the same day of the month, or the month's last day."""
    if unit == "calendar":
        return start + _DAY * number
    index = start.year * 12 + start.month - 1 + number * (12 if unit == "year" else 1)
    year, month = divmod(index, 12)
    last = months.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last))


def days_left(term: Term, today: datetime.date, calendar: Calendar) -> int:
    """Count what is left in the term's own kind of day: 0 on its last day, negative once it is overdue."""
    if term.unit != "workday":
        return (term.end - today).days
    if term.provisional:
        calendar = calendar.provisional()
    first, last = sorted((today, term.end))
    span = (first + _DAY * offset for offset in range(1, (last - first).days + 1))
    between = sum(calendar.is_workday(day) for day in span)
    return between if today <= term.end else -between


def due_alerts(term: Term, today: datetime.date, calendar: Calendar) -> tuple[int, ...]:
    """Return the alert marks of this period (its day n, from the table) that today has reached or passed."""
    gone = (today - term.start).days
    if term.unit == "workday":
        gone = term.number - days_left(term, today, calendar)
    return tuple(mark for mark in period(term.id).alerts if gone >= mark)
