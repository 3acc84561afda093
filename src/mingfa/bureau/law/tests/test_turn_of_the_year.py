"""Before a year is announced: what its notice made of a term lies within what was said before it."""

import datetime
from functools import cache

import chinese_calendar
import pytest

from mingfa.bureau.law.time.calendar import DAY_IN_LIEU, HOLIDAY, MADE_WORKDAY, REST_DAY, Calendar, ListedDay
from mingfa.bureau.law.time.statutory import DAY, open_days, statutory_days
from mingfa.bureau.law.time.terms import periods, term

YEARS = range(2009, 2026)
# The holiday for the seventieth anniversary, by a notice of its own: no rule could tell it before.
SPECIAL = {datetime.date(2015, 9, 3), datetime.date(2015, 9, 4), datetime.date(2015, 9, 6)}
WORKDAYS = ("EXEC-04", "EXEC-17", "HEAR-03", "PUB-02", "EXEC-11", "FILE-01", "PUB-03")
ROLLED = ("FILE-06.decide", "EXEC-01", "SERV-09", "DEC-02", "DEC-12.reconsideration", "DEC-12.litigation")


@cache
def notice(year: int) -> tuple[ListedDay, ...]:
    """Return the days of a year's notice, by another's table of them."""
    found = []
    for n in range((datetime.date(year + 1, 1, 1) - datetime.date(year, 1, 1)).days):
        day = datetime.date(year, 1, 1) + DAY * n
        works, weekend = chinese_calendar.is_workday(day), day.weekday() > 4
        if works and weekend:
            found.append(ListedDay(day, MADE_WORKDAY, "补班", "通知"))
        elif not works:
            kind = HOLIDAY if day in statutory_days(year) else REST_DAY if weekend else DAY_IN_LIEU
            found.append(ListedDay(day, kind, "放假", "通知"))
    return tuple(found)


@cache
def known(*years: int) -> Calendar:
    return Calendar(announced={year: notice(year) for year in years})


ALL = range(2008, 2027)


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize("term_id", [*WORKDAYS, *ROLLED])
@pytest.mark.parametrize("year", YEARS)
def test_the_firm_end_lies_within_what_was_said_before_the_year_was_announced(
    year: int, term_id: str
) -> None:
    """From each day of the year before and of the year itself; the year's own notice is not known."""
    after, outside = known(*ALL), []
    # In autumn the year before is known, its December not against the coming notice; later years never are.
    before = known(*range(2008, year))
    for n in range(-60, 366):
        start = datetime.date(year, 1, 1) + DAY * n
        firm, said = term(term_id, start, after), term(term_id, start, before)
        if firm.end > datetime.date(2026, 12, 20):
            continue
        assert not firm.between
        if not said.earliest <= firm.end <= said.latest:
            outside.append((start, firm.end))
    reach = SPECIAL if year in (2014, 2015) else set()
    assert all(any(start < day <= end + DAY * 9 for day in reach) for start, end in outside), outside[:5]


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize("year", ALL)
def test_every_exchanged_day_of_a_notice_was_open_before(year: int) -> None:
    """And every statutory day of the year was said to be one, whatever the notice would be."""
    listed = {one.date: one for one in notice(year)}
    made = {day for day, one in listed.items() if one.works or (day.weekday() < 5 and one.kind != HOLIDAY)}
    assert made - open_days(year) - SPECIAL == set()
    assert {day for day in statutory_days(year) if listed[day].works} == set()


# Worked out apart, by another program with other tables of the moon.
OPEN = {
    2027: """
        01-02..06 01-09..10 01-30..31 02-03..04 02-09..14 03-28 04-03..04 04-06..11 04-24..25
        04-29..30 05-03..09 06-05..08 06-10..14 09-11..14 09-16..20 09-25..26 09-29..30 10-04..10 12-25..26
        12-30..31""",
    2028: """
        01-02..06 01-08..09 01-22..24 01-29..02-02 02-05..06 04-01..03 04-05..09 04-23 04-29..30
        05-03..07 05-20..21 05-26..27 05-29..06-04 09-23..24 09-29..30 10-04..08 12-24 12-30..31""",
}


def written(year: int, spans: str) -> set[datetime.date]:
    """Read 01-02..06, 01-29..02-02 and 04-23."""
    days: set[datetime.date] = set()
    for span in spans.split():
        first, _, last = span.partition("..")
        start = datetime.date.fromisoformat(f"{year}-{first}")
        end = datetime.date.fromisoformat(f"{year}-{(first[: 5 - len(last)] + last) if last else first}")
        days.update(start + DAY * n for n in range((end - start).days + 1))
    return days


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize("year", OPEN)
def test_the_open_days_of_the_coming_years_are_those_found_by_another_way(year: int) -> None:
    calendar = Calendar()
    days = [datetime.date(year, 1, 1) + DAY * n for n in range(365 + (year == 2028))]
    assert {day for day in days if calendar.is_open(day)} == written(year, OPEN[year])


@pytest.mark.parametrize("year", [1, 1950, 2007, 2051, 2100, 9990])
@pytest.mark.parametrize(
    "term_id", sorted(name for name, one in periods().items() if one.number and not one.plus)
)
def test_no_year_is_an_error(year: int, term_id: str) -> None:
    start = datetime.date(year, 6, 15)
    found = term(term_id, start, Calendar())
    assert found.earliest <= found.end <= found.latest
    assert (found.latest - found.earliest).days < 100
