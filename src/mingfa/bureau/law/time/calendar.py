"""Which days are working days: the announced years, what is certain without a notice, and local festivals.

Stands on 放假办法 (art. 2: national days; art. 4: minority festivals are set locally; art. 6, 7: exchanged
days) and on 处罚法 85. A year is announced by the notice of the State Council, which the bureau enters by an
act; `data/workdays.csv` holds the first years. Before that most of its days are certain, the others open:
`is_open`. Whoever counts takes them as worked or not with `taking`; nothing is ever refused for a year.
"""

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from mingfa.bureau.law.tables import read_csv
from mingfa.bureau.law.time.statutory import (
    DAY,
    FIRST,
    LAST,
    SOURCE,
    festival_windows,
    open_days,
    open_tail,
    statutory_days,
)
from mingfa.bureau.lib.chinese import weekday

HOLIDAY = "法定节假日"
DAY_IN_LIEU = "调休放假"
REST_DAY = "休息日"
MADE_WORKDAY = "补班"
KINDS = (HOLIDAY, DAY_IN_LIEU, REST_DAY, MADE_WORKDAY)


@dataclass(frozen=True)
class ListedDay:
    """A day that a notice names: what kind of day it becomes, for which festival, by which notice."""

    date: datetime.date
    kind: str
    name: str
    source: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"日期类别只能是{'、'.join(KINDS)}：{self.kind}")

    @property
    def works(self) -> bool:
        return self.kind == MADE_WORKDAY


# Kept by the counting itself: which days are working days is read here and nowhere else.
KEEPS = ("TIME-06",)

Years = Mapping[int, tuple[ListedDay, ...]]


@cache
def national_days() -> dict[datetime.date, ListedDay]:
    rows = (ListedDay(datetime.date.fromisoformat(r.pop("date")), **r) for r in read_csv("workdays.csv"))
    return {listed.date: listed for listed in rows}


def loaded_years() -> tuple[int, ...]:
    return tuple(sorted({day.year for day in national_days()}))


def first_years() -> dict[int, tuple[ListedDay, ...]]:
    """Return the years that the program brings along; later ones are announced by an act."""
    listed = national_days().values()
    return {year: tuple(one for one in listed if one.date.year == year) for year in loaded_years()}


NOVEMBER = 11


def years_to_know(today: datetime.date) -> tuple[int, ...]:
    """Return the years whose holidays should be known on a day: its own, from November on the coming one."""
    return (today.year, today.year + 1) if today.month >= NOVEMBER else (today.year,)


class Calendar:
    """The working days of one place: the announced years with local festivals laid over them.

    `announced` has the days that the notice of each year lists; None stands for the first years.
    `local_years` are the years whose local festivals are known, also where there are none.
    """

    def __init__(
        self,
        local_festivals: Iterable[ListedDay] = (),
        announced: Years | None = None,
        local_years: Iterable[int] = (),
    ) -> None:
        years = first_years() if announced is None else announced
        local = {listed.date: listed for listed in local_festivals}
        self._listed = {one.date: one for year in sorted(years) for one in years[year]} | local
        self._years = frozenset(years)
        self._local_years = frozenset(local_years) | {day.year for day in local}
        last = max(self._local_years, default=None)
        self._last_festivals = tuple(day for day in local if day.year == last)
        self._open: dict[int, frozenset[datetime.date]] = {}
        self._in_order: dict[int, list[datetime.date]] = {}
        self._found: dict[datetime.date, bool] = {}
        self._open_works: bool | None = None
        self._views: dict[bool, Calendar] = {}

    def taking(self, *, open_works: bool) -> "Calendar":
        """Return this calendar with every open day taken as a working day, or as none."""
        if open_works not in self._views:
            view = object.__new__(Calendar)
            view.__dict__.update(self.__dict__, _open_works=open_works, _found={})
            self._views[open_works] = view
        return self._views[open_works]

    @property
    def years(self) -> frozenset[int]:
        """The years whose notice is known."""
        return self._years

    @property
    def local_years(self) -> frozenset[int]:
        """The years whose local festivals are known."""
        return self._local_years

    def is_loaded(self, day: datetime.date) -> bool:
        return day.year in self._years

    def is_open(self, day: datetime.date) -> bool:
        """Say whether nobody can say yet if this is a working day."""
        return day in self._open_in(day.year)

    def has_open(self, first: datetime.date, last: datetime.date) -> bool:
        """Say whether a day between these two, both named days among them, is open."""
        for year in range(first.year, last.year + 1):
            if year not in self._in_order:
                self._in_order[year] = sorted(self._open_in(year))
            days = self._in_order[year]
            at = bisect_left(days, first)
            if at < len(days) and days[at] <= last:
                return True
        return False

    def is_workday(self, day: datetime.date) -> bool:
        """Say whether this is a working day (工作日); an open one is as it was taken, else as in any week."""
        found = self._found.get(day)
        if found is None:
            found = self._found[day] = self._works(day)
        return found

    def _works(self, day: datetime.date) -> bool:
        listed = self._listed.get(day)
        if listed:
            return listed.works
        if self._open_works is not None and self.is_open(day):
            return self._open_works
        return day.weekday() < 5 and (day.year in self._years or day not in statutory_days(day.year))

    def is_statutory_holiday(self, day: datetime.date) -> bool:
        """Say whether this is one of the 法定节假日 themselves (强制法 43), not a day off around them."""
        listed = self._listed.get(day)
        if listed or self.is_loaded(day):
            return listed is not None and listed.kind == HOLIDAY
        return day in statutory_days(day.year)

    def why(self, day: datetime.date) -> str:
        """Say in words what makes the day what it is: 周六, or 春节调休放假（国办发明电〔2025〕7号）."""
        listed = self._listed.get(day)
        if listed:
            name = "" if listed.kind == HOLIDAY else listed.kind
            return f"{listed.name}{name}（{listed.source}）"
        if not self.is_loaded(day) and day in statutory_days(day.year):
            return f"{statutory_days(day.year)[day]}（{SOURCE}）"
        if self.is_open(day):
            return f"{weekday(day)}，放假安排尚未公布"
        return weekday(day)

    def next_workday(self, day: datetime.date) -> datetime.date:
        """Return the first working day on or after this day."""
        while not self.is_workday(day):
            day += DAY
        return day

    def _open_in(self, year: int) -> frozenset[datetime.date]:
        found = self._open.get(year)
        if found is None:
            found = self._open[year] = self._find_open(year)
        return found

    def _find_open(self, year: int) -> frozenset[datetime.date]:
        if not FIRST <= year <= LAST:
            return frozenset()
        if year not in self._years:
            found = open_days(year)
        else:
            found = frozenset() if year + 1 in self._years else open_tail(year)
        if self._last_festivals and year > self._last_festivals[0].year:
            festivals = festival_windows(self._last_festivals, year)
            found |= {day for day in festivals if not self.is_statutory_holiday(day)}
        return found - self._listed.keys()
