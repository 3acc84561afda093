"""Which days are working days: the national table, swap days, and the festivals set by local government.

Stands on 放假办法 (national days; art. 4: dates of minority festivals are set locally) and on 处罚法 85.
A year whose notice is not in `data/workdays.csv` is an error, never a guess. One thing no table can promise:
the notice for next year may still turn a weekend of this December into a working day, or the reverse.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mingfa.bureau.lib.chinese import weekday

from .tables import read_csv

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


class YearNotLoaded(LookupError):
    """A period runs into a year whose holiday notice is not in the table."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"{year}年的节假日安排尚未录入，不能计算工作日。"
            f"请在国务院办公厅公布《关于{year}年部分节假日安排的通知》后，录入 workdays.csv"
        )


@cache
def national_days() -> dict[datetime.date, ListedDay]:
    rows = (ListedDay(datetime.date.fromisoformat(r.pop("date")), **r) for r in read_csv("workdays.csv"))
    return {listed.date: listed for listed in rows}


def loaded_years() -> tuple[int, ...]:
    return tuple(sorted({day.year for day in national_days()}))


class Calendar:
    """The working days of one place: the national table with local festivals laid over it.

    `provisional=True` lets years that are not loaded pass as bare weeks, for display only.
    """

    def __init__(self, local_festivals: Iterable[ListedDay] = (), *, provisional: bool = False) -> None:
        self._local = {listed.date: listed for listed in local_festivals}
        self._listed = national_days() | self._local
        self._years = frozenset(loaded_years())
        self._provisional = provisional

    def provisional(self) -> "Calendar":
        """Return this calendar with unknown years passing as bare weeks; what it yields binds nobody."""
        return Calendar(self._local.values(), provisional=True)

    def is_loaded(self, day: datetime.date) -> bool:
        return day.year in self._years

    def is_workday(self, day: datetime.date) -> bool:
        """Say whether this is a working day (工作日); YearNotLoaded where its year is unknown."""
        if not (self._provisional or self.is_loaded(day)):
            raise YearNotLoaded(day.year)
        listed = self._listed.get(day)
        return listed.works if listed else day.weekday() < 5

    def is_statutory_holiday(self, day: datetime.date) -> bool:
        """Say whether this is one of the 法定节假日 themselves (强制法 43), not a day off around them."""
        if not (self._provisional or self.is_loaded(day)):
            raise YearNotLoaded(day.year)
        listed = self._listed.get(day)
        return listed is not None and listed.kind == HOLIDAY

    def why(self, day: datetime.date) -> str:
        """Say in words what makes the day what it is: 周六, or 春节调休放假（国办发明电〔2025〕7号）."""
        listed = self._listed.get(day)
        if not listed:
            return weekday(day)
        name = "" if listed.kind == HOLIDAY else listed.kind
        return f"{listed.name}{name}（{listed.source}）"

    def next_workday(self, day: datetime.date) -> datetime.date:
        """Return the first working day on or after this day."""
        while not self.is_workday(day):
            day += datetime.timedelta(days=1)
        return day
