"""When a period ends: every period of `data/terms.yaml`, counted by the real calendar, with its source.

Stands on 处罚法 85 (2, 3, 5, 7 days are working days) and 民事诉讼法 85 (the start day is not counted; a
period that ends on a rest day ends on the next working day). Where a notice of holidays is not known yet, a
period may end on different days: it has an earliest and a latest end. What protects the party ends latest
(`later` in the table), what binds the bureau earliest; what is over by `latest` is over by every notice.
Days of a pause do not count (许可法 45, 强制法 25.3): the end moves by as many days as the period counts.
"""

import calendar as months
import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from mingfa.bureau.law.config import Config
from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.law.texts.statutes import Citation, cite
from mingfa.bureau.law.time.calendar import Calendar

UNITS = {"workday": "个工作日", "calendar": "日", "month": "个月", "year": "年", "hour": "小时"}
_DAY = datetime.timedelta(days=1)
_FIXED_BY = "民事诉讼法第八十五条和国务院放假通知"
_NO_LOCAL_VALUES = Config()

# Kept by the counting itself: which days count, and that the first is not counted.
KEEPS = ("TIME-01", "TIME-02", "TIME-03", "TIME-04", "TIME-05")


@dataclass(frozen=True)
class Period:
    """One row of the table: `number` days or those of the local value `local`, and of those in `plus`."""

    id: str
    zh: str
    unit: str
    start_event: str
    citations: tuple[Citation, ...]
    number: int | None
    local: str | None
    plus: tuple[str, ...]
    rolls: bool
    before: bool
    later: bool
    alerts: tuple[int, ...]

    @property
    def rule_id(self) -> str:
        return self.id.partition(".")[0]


@dataclass(frozen=True)
class Pause:
    """Days that do not count, both named days among them, and on what ground.

    `open` where its end is not known yet: it lasts until `last`, the day on which one looks.
    """

    first: datetime.date
    last: datetime.date
    ground: str
    citations: tuple[Citation, ...] = ()
    open: bool = False

    def covers(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last

    @property
    def words(self) -> str:
        """Say which days do not count, and why."""
        days = f"自{self.first}起停止计算" if self.open else f"{self.first}至{self.last}不计"
        return f"{days}：{self.ground}{self.source}"

    @property
    def source(self) -> str:
        return f"（{'、'.join(map(str, self.citations))}）" if self.citations else ""


@dataclass(frozen=True)
class Term:
    """A period counted from one event: it ends with the end of the day `end`.

    `skipped` are the days that did not count and why; with `rolled`, the rest days at its end passed over.
    `pauses` are those that moved the end. Where the period is counted backwards (`before`), `end` is the
    latest day on which to act. `between` are the earliest and the latest end where no notice fixes it yet.
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
    between: tuple[datetime.date, datetime.date] | None = None
    pauses: tuple[Pause, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether the notice of holidays that will fix the end is not known yet."""
        return self.earliest != self.latest

    @property
    def span(self) -> tuple[datetime.date, datetime.date]:
        return self.between if self.between and self.end in self.between else (self.end, self.end)

    @property
    def earliest(self) -> datetime.date:
        return self.span[0]

    @property
    def latest(self) -> datetime.date:
        return self.span[1]

    @property
    def until(self) -> str:
        """Write the end; one that no notice fixes yet with a mark."""
        return f"{self.end}{self.mark}"

    @property
    def mark(self) -> str:
        """Say of an end that is not fixed yet which of the possible days it is, and what will fix it."""
        if not self.provisional:
            return ""
        which = "最晚" if self.end == self.latest else "最早"
        return f"（放假安排尚未公布，暂按可能的{which}之日；公布后按{_FIXED_BY}确定）"

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
        plus=(row["plus"],) if isinstance(row.get("plus"), str) else tuple(row.get("plus", ())),
        rolls=row.get("roll", False),
        before=row.get("before", False),
        later=row.get("later", False),
        alerts=tuple(row.get("alerts", ())),
    )


def term(
    term_id: str,
    start: datetime.date,
    calendar: Calendar,
    config: Config = _NO_LOCAL_VALUES,
    pauses: Sequence[Pause] = (),
) -> Term:
    """Count a period from the day of its event; LocalValueMissing where its local number is not recorded."""
    row = period(term_id)
    if row.before and pauses:
        raise ValueError(f"期限“{row.id}”向前推算，没有停止计算的日子")
    number = _number(row, start, config)
    counted = _count(row, number, start, calendar.taking(open_works=not row.later), pauses)
    if not calendar.has_open(*sorted((start, counted.end))):
        return counted
    other = _count(row, number, start, calendar.taking(open_works=row.later), pauses)
    if other.end == counted.end:
        return counted
    earliest, latest = sorted((counted.end, other.end))
    # Counted backwards, days off move the end to an earlier day.
    chosen = counted if (counted.end == latest) is row.later else other
    return replace(chosen, between=(earliest, latest))


def _count(
    row: Period, number: int, start: datetime.date, calendar: Calendar, pauses: Sequence[Pause]
) -> Term:
    skipped: list[tuple[datetime.date, str]] = []
    if row.unit == "workday":
        end = _workdays(start, number, calendar, skipped, -_DAY if row.before else _DAY, pauses)
    else:
        end = _prolonged(start, _calendar_end(row.unit, start, number), pauses)
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
        pauses=tuple(one for one in pauses if one.last > start and one.first <= due),
    )


def _number(row: Period, start: datetime.date, config: Config) -> int:
    names = [*([row.local] if row.local else []), *row.plus]
    return (row.number or 0) + sum(int(config.value(name, start)) for name in names)


def _workdays(
    start: datetime.date,
    number: int,
    calendar: Calendar,
    skipped: list[tuple[datetime.date, str]],
    step: datetime.timedelta,
    pauses: Sequence[Pause],
) -> datetime.date:
    """Walk to the day on which the nth working day is reached, and note every other day passed over."""
    day, counted = start, 0
    while counted < number:
        day += step
        if _is_paused(day, pauses):
            continue
        if calendar.is_workday(day):
            counted += 1
        else:
            skipped.append((day, calendar.why(day)))
    return day


def _calendar_end(unit: str, start: datetime.date, number: int) -> datetime.date:
    """Days, hours: the day on which they are over. Months, years: the same day, or the month's last day."""
    if unit in ("calendar", "hour"):
        return start + _DAY * (number if unit == "calendar" else -(-number // 24))
    index = start.year * 12 + start.month - 1 + number * (12 if unit == "year" else 1)
    year, month = divmod(index, 12)
    last = months.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last))


def _prolonged(start: datetime.date, end: datetime.date, pauses: Sequence[Pause]) -> datetime.date:
    """Move an end by every paused day after the start; one that lies in the days won counts again."""
    day = start
    while day < end:
        day += _DAY
        if _is_paused(day, pauses):
            end += _DAY
    return end


def _is_paused(day: datetime.date, pauses: Sequence[Pause]) -> bool:
    return any(one.covers(day) for one in pauses)


def days_left(term: Term, today: datetime.date, calendar: Calendar) -> int:
    """Count what is left in the term's own kind of day: 0 on its last day, negative once it is overdue.

    Paused days are not left: while a pause lasts, the number stands still.
    """
    if term.provisional:
        calendar = calendar.taking(open_works=(term.end == term.earliest) is (term.end >= term.start))
    first, last = sorted((today, term.end))
    span = (first + _DAY * offset for offset in range(1, (last - first).days + 1))
    counted = (day for day in span if not _is_paused(day, term.pauses))
    between = sum(term.unit != "workday" or calendar.is_workday(day) for day in counted)
    return between if today <= term.end else -between


def due_alerts(term: Term, today: datetime.date, calendar: Calendar) -> tuple[int, ...]:
    """Return the alert marks of this period (its day n, from the table) that today has reached or passed."""
    span = range(1, (today - term.start).days + 1)
    gone = sum(not _is_paused(term.start + _DAY * offset, term.pauses) for offset in span)
    if term.unit == "workday":
        gone = term.number - days_left(term, today, calendar)
    return tuple(mark for mark in period(term.id).alerts if gone >= mark)
