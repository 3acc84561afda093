"""The working calendar on the desk: a pasted notice read into the form, what waits, and what is known so far.

放假办法 2, 7; plan 3.4.b. The text of the notice gives a table that a person checks day by day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse

from mingfa.bureau.appointments.holidays.facts import waiting
from mingfa.bureau.appointments.holidays.inputs import SCOPES
from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.forms.choices import Option, Situation
from mingfa.bureau.desk.worklist.tasks import Task
from mingfa.bureau.doorway.acts import act_named
from mingfa.bureau.law.time.calendar import Calendar, ListedDay, first_years, years_to_know
from mingfa.bureau.law.time.holiday_notice import LOCAL, NATIONAL, Notice, ReadNotice, read_notice
from mingfa.bureau.law.time.statutory import statutory_days
from mingfa.bureau.lib.chinese import weekday
from mingfa.bureau.people import reads as people

ANNOUNCE, CONFIRM = "calendar.announce", "calendar.confirm"
SHORT = {NATIONAL: "全国放假安排", LOCAL: "本地民族节日放假"}


# --- the form: what the pasted text says -------------------------------------------------------------------


def _read(at: Situation) -> ReadNotice:
    return read_notice(str(at.answers.get("text", "")))


def _days(at: Situation) -> list[dict[str, str]]:
    return [
        {"date": one.date.isoformat(), "status": "work" if one.works else "off", "name": one.name}
        for one in _read(at).days
    ]


FRESH: Mapping[str, Mapping[str, Callable[[Situation], Any]]] = {
    ANNOUNCE: {
        "year": lambda at: str(_read(at).year or ""),
        "number": lambda at: _read(at).number,
        "issued_on": lambda at: str(_read(at).issued_on or ""),
        "days": _days,
    }
}


def announcements(at: Situation) -> list[Option]:
    """List what waits to be confirmed, without this person's own."""
    return [
        Option(str(one.id), title(one), f"{one.number}，{len(one.days)}日")
        for one in waiting(people.notices())
        if one.announced_by != at.me.id
    ]


def title(one: Notice) -> str:
    return f"{one.year}年{SHORT[one.scope]}"


# --- the worklist ------------------------------------------------------------------------------------------


def unknown(calendar: Calendar, today: date) -> list[tuple[str, int]]:
    """Return the years, of the nation and of this place, that should be known by now and are not."""
    known = {NATIONAL: calendar.years, LOCAL: calendar.local_years}
    return [(scope, year) for year in years_to_know(today) for scope in known if year not in known[scope]]


def tasks(ask: Ask) -> list[Task]:
    """Ask for the holidays of the coming year from November on, and for the second hand."""
    waits = {(one.scope, one.year): one for one in waiting(people.notices())}
    found = [_to_confirm(one) for one in waits.values() if one.announced_by != ask.me.id]
    missing = [one for one in unknown(ask.calendar, ask.today) if one not in waits]
    return [
        *(found if ask.can(act_named(CONFIRM).who) else []),
        *(_to_announce(*one, ask.today) for one in missing if ask.can(act_named(ANNOUNCE).who)),
    ]


def _to_confirm(one: Notice) -> Task:
    href, note = f"/acts/{CONFIRM}/?announcement={one.id}", f"{one.number}，与通知原文逐日核对"
    return Task(href, act_named(CONFIRM).title, title(one), note, act=CONFIRM)


def _to_announce(scope: str, year: int, today: date) -> Task:
    href, named = f"/acts/{ANNOUNCE}/?scope={scope}", f"{year}年{SHORT[scope]}"
    note = "尚未录入，跨入该年的期限只能按可能的最早、最晚之日计算"
    late = year == today.year
    return Task(
        href,
        act_named(ANNOUNCE).title,
        named,
        note,
        tone="r" if late else "a",
        left=0 if late else None,
        act=ANNOUNCE,
    )


# --- the page ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """A day as the page lists it."""

    date: date
    weekday: str
    words: str
    name: str


@dataclass(frozen=True)
class Year:
    """A year with its days; `source` is its notice, `notice` its key while it waits to be confirmed."""

    title: str
    source: str
    lines: tuple[Line, ...]
    open: int = 0
    notice: int | None = None
    mine: bool = False


@page
def shown(ask: Ask) -> HttpResponse:
    """Show the years known, those that wait for confirmation, and what is certain of those to come."""
    calendar, notices = ask.calendar, people.notices()
    pending = [
        Year(title(one), one.number, _lines(one.listed), notice=one.id, mine=one.announced_by == ask.me.id)
        for one in waiting(notices)
    ]
    coming = [
        _coming(calendar, year) for year in (ask.today.year, ask.today.year + 1) if year not in calendar.years
    ]
    standing = {(one.scope, one.year): one for one in notices if one.confirmed is not None}
    years = [Year(title(one), one.number, _lines(one.listed)) for one in standing.values()]
    years += [
        Year(f"{year}年{SHORT[NATIONAL]}", days[0].source, _lines(days))
        for year, days in first_years().items()
        if (NATIONAL, year) not in standing
    ]
    return show(
        ask,
        "desk/calendar.html",
        nav="people",
        pending=pending,
        coming=coming,
        years=sorted(years, key=lambda one: one.title, reverse=True),
        announces=ask.can(act_named(ANNOUNCE).who),
        confirms=ask.can(act_named(CONFIRM).who),
        scopes=SCOPES,
    )


def _lines(days: tuple[ListedDay, ...]) -> tuple[Line, ...]:
    return tuple(Line(one.date, weekday(one.date), one.kind, one.name) for one in days)


def _coming(calendar: Calendar, year: int) -> Year:
    """Return a year that nobody announced yet: its statutory holidays, and how many days are open."""
    days = [
        date.fromordinal(n) for n in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    ]
    lines = tuple(
        Line(day, weekday(day), "法定节假日", name) for day, name in sorted(statutory_days(year).items())
    )
    return Year(f"{year}年", "", lines, open=sum(map(calendar.is_open, days)))
