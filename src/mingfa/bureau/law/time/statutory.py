"""What is certain of a year before its holiday notice: the days of 放假办法 2, and which other days are open.

Art. 2 fixes the holidays of all citizens; the moving ones stand in `data/moving_holidays.csv`. Which working
days are exchanged for longer holidays (art. 6, 7) only the yearly notice says. All notices of 2008 to 2026
stayed within the windows below, but for the special holiday of 3 September 2015: outside them a day is
certain by practice, inside them it is open.
"""

import datetime
from collections.abc import Iterable
from functools import cache

from mingfa.bureau.law.tables import read_csv

DAY = datetime.timedelta(days=1)
SOURCE = "放假办法 2"

# A weekday so many days before or after a statutory day may be taken off, a weekend day may be worked.
OFF_BEFORE, OFF_AFTER = 2, 5
WORKED_BEFORE, WORKED_AFTER = 8, 9
LUNAR = 354.367
# Whoever types a year beyond these gets bare weeks and the fixed holidays, never an error.
FIRST, LAST = 1900, 2200

# Which days of the lunar New Year are free, counted from its first day, and the days of May: by the first
# year of each text (2007, 2013 and 2024 amendments).
_TEXTS = ((2025, (-1, 0, 1, 2), (1, 2)), (2014, (0, 1, 2), (1,)), (2008, (-1, 0, 1), (1,)))
# Where the table knows no lunar dates: between which days (month, day) the moving ones can lie.
_RANGES = (((1, 20), (2, 23)), ((4, 3), (4, 7)), ((5, 26), (6, 27)), ((9, 6), (10, 9)))


@cache
def _moving() -> dict[int, dict[str, datetime.date]]:
    return {
        int(row.pop("year")): {name: datetime.date.fromisoformat(day) for name, day in row.items()}
        for row in read_csv("moving_holidays.csv")
    }


@cache
def statutory_days(year: int) -> dict[datetime.date, str]:
    """Return the days of a year that are holidays by law whatever its notice says, each with its festival."""
    moving = _moving().get(year)
    if moving is None:
        fixed = ((1, 1, "元旦"), (5, 1, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"))
        return {datetime.date(year, month, day): name for month, day, name in fixed}
    new_year, may = next((offsets, may) for since, offsets, may in _TEXTS if year >= since)
    first = moving["spring_festival"]
    return {
        datetime.date(year, 1, 1): "元旦",
        **{first + DAY * offset: "春节" for offset in new_year},
        moving["qingming"]: "清明节",
        **{datetime.date(year, 5, day): "劳动节" for day in may},
        moving["dragon_boat"]: "端午节",
        **{datetime.date(year, 10, day): "国庆节" for day in (1, 2, 3)},
        moving["mid_autumn"]: "中秋节",
    }


@cache
def _possible_days(year: int) -> frozenset[datetime.date]:
    """Return the days around which a notice may exchange others: those of today's text, before 2025 too.

    The notices went by them before they were law (2024: made up for until ten days after 1 May). Without
    lunar dates, also every day on which a moving holiday may fall.
    """
    certain = frozenset(statutory_days(year))
    if (moving := _moving().get(year)) is not None:
        new_year = (moving["spring_festival"] + DAY * offset for offset in _TEXTS[0][1])
        return certain | frozenset(new_year) | {datetime.date(year, 5, 2)}
    spans = ((datetime.date(year, *first), datetime.date(year, *last)) for first, last in _RANGES)
    ranged = (first + DAY * n for first, last in spans for n in range((last - first).days + 1))
    return certain | frozenset(ranged) | {datetime.date(year, 5, 2), datetime.date(year, 5, 3)}


@cache
def open_days(year: int) -> frozenset[datetime.date]:
    """Return the days of a year without a notice of which nobody can say yet whether they are worked."""
    if not FIRST <= year <= LAST:
        return frozenset()
    near = {near for of in (year - 1, year, year + 1) for near in _near(_possible_days(of))}
    certain = statutory_days(year)
    return frozenset(day for day in near if day.year == year and day not in certain)


@cache
def open_tail(year: int) -> frozenset[datetime.date]:
    """Return the days of December that stay open to the notice of the next year (its New Year's Day)."""
    return frozenset(d for d in _near({datetime.date(year + 1, 1, 1)}) if d.year == year)


def _near(holidays: Iterable[datetime.date]) -> Iterable[datetime.date]:
    for holiday in holidays:
        for offset in range(-WORKED_BEFORE, WORKED_AFTER + 1):
            day = holiday + DAY * offset
            if day.weekday() > 4 or -OFF_BEFORE <= offset <= OFF_AFTER:
                yield day


def festival_windows(last: Iterable[datetime.date], year: int) -> frozenset[datetime.date]:
    """Return the days of a later year on which local festivals may fall, told by those of an earlier year.

    放假办法 4 leaves them to the local government. A festival may follow the sun, the moon (every twelve or
    thirteen months) or the Islamic year; three days are given on both sides, for what is seen and exchanged.
    """
    found: set[datetime.date] = set()
    for day in last:
        years = year - day.year
        moons = {years * 7 // 19, -(-years * 7 // 19)}
        suns = {years * 365.2425, *(years * LUNAR + 29.5306 * one for one in moons)}
        # The Islamic year is eleven days shorter: one more or two more of them may reach into this year.
        for offset in suns | {(years + more) * LUNAR for more in range(3)}:
            middle = day.toordinal() + round(offset)
            found.update(map(datetime.date.fromordinal, range(middle - 3, middle + 4)))
    return frozenset(day for day in found if day.year == year)
