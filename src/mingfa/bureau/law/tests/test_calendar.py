"""Working days: the national table against chinesecalendar, swap days, local festivals, years not loaded."""

import datetime

import chinese_calendar
import pytest

from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import (
    HOLIDAY,
    MADE_WORKDAY,
    Calendar,
    ListedDay,
    loaded_years,
    national_days,
)

NATIONAL = Calendar()
LOCAL = Calendar(example_config().local_festivals())


def d(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.rule("TIME-06")
def test_our_table_agrees_with_chinesecalendar_on_every_day():
    first, last = d("2024-01-01"), d("2026-12-31")
    days = [first + datetime.timedelta(days=n) for n in range((last - first).days + 1)]
    assert len(days) == 1096
    assert [day for day in days if NATIONAL.is_workday(day) != chinese_calendar.is_workday(day)] == []


@pytest.mark.parametrize(("year", "statutory"), [(2024, 11), (2025, 13), (2026, 13)])
def test_the_statutory_days_are_as_many_as_the_measure_gives(year, statutory):
    """全国年节及纪念日放假办法: 11 days, since 2025 two more (除夕, 5月2日)."""
    listed = [one for one in national_days().values() if one.date.year == year and one.kind == HOLIDAY]
    assert len(listed) == statutory


DAYS = [
    ("2026-03-12", True, "周四"),
    ("2026-03-14", False, "周六"),
    ("2026-02-14", True, "春节补班（国办发明电〔2025〕7号）"),
    ("2026-09-20", True, "国庆节补班（国办发明电〔2025〕7号）"),
    ("2026-02-17", False, "春节（国办发明电〔2025〕7号）"),
    ("2026-02-20", False, "春节调休放假（国办发明电〔2025〕7号）"),
    ("2026-02-22", False, "春节休息日（国办发明电〔2025〕7号）"),
    ("2025-10-06", False, "中秋节（国办发明电〔2024〕12号）"),
    ("2024-10-12", True, "国庆节补班（国办发明电〔2023〕7号）"),
]


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize(("day", "works", "why"), DAYS)
def test_day(day, works, why):
    assert (NATIONAL.is_workday(d(day)), NATIONAL.why(d(day))) == (works, why)


@pytest.mark.rule("TIME-06")
def test_local_festivals_are_laid_over_the_national_table():
    assert NATIONAL.is_workday(d("2026-05-27"))
    assert not LOCAL.is_workday(d("2026-05-27"))
    assert "虚构" in LOCAL.why(d("2026-05-27"))
    assert LOCAL.next_workday(d("2026-05-27")) == d("2026-06-01")


def test_a_local_notice_may_also_make_a_working_day():
    made = ListedDay(d("2026-03-14"), MADE_WORKDAY, "肉孜节", "示例通知")
    assert Calendar([made]).is_workday(d("2026-03-14"))


@pytest.mark.rule("EXEC-14")
@pytest.mark.parametrize(
    ("day", "holiday"),
    [("2026-10-01", True), ("2026-10-04", False), ("2026-10-05", False), ("2026-03-20", True)],
)
def test_statutory_holidays_are_not_the_days_off_around_them(day, holiday):
    assert LOCAL.is_statutory_holiday(d(day)) is holiday


def test_the_program_brings_along_the_first_years_and_no_more():
    """Later years are announced by an act: a year brought by an update would judge older entries by it."""
    assert loaded_years() == (2024, 2025, 2026)


def test_an_unknown_kind_of_day_is_refused():
    with pytest.raises(ValueError, match="日期类别只能是"):
        ListedDay(d("2026-03-20"), "放假", "示例", "示例")
