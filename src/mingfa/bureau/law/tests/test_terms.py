"""Periods. The cases stand in `terms.yaml`, one line each with its reason, to be checked by hand."""

import datetime
from pathlib import Path

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.law.config import Config, LocalValueMissing, example_config
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import (
    Pause,
    days_left,
    due_alerts,
    period,
    periods,
    periods_of,
    term,
)
from mingfa.bureau.lib.yamls import parse_yaml

CASES = parse_yaml(Path(__file__).with_name("terms.yaml").read_text(encoding="utf-8"))
EXAMPLE = example_config()
NATIONAL = Calendar()
LOCAL = Calendar(EXAMPLE.local_festivals())
# Each statute says which of its periods are counted in working days.
DAY_KINDS = {
    "行政处罚法": "TIME-01",
    "行政强制法": "TIME-02",
    "行政许可法": "TIME-03",
    "行政复议法": "TIME-04",
}
START = st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 11, 1))


def d(text):
    return datetime.date.fromisoformat(text)


def case_marks(case):
    named = f"{case['term']} {case['from']} {case['why']}"
    rule_id = case["term"].partition(".")[0]
    cited = {one.statute.short for one in period(case["term"]).citations}
    counting = [rule_id for short, rule_id in DAY_KINDS.items() if short in cited]
    return pytest.param(case, id=named, marks=pytest.mark.rule(rule_id, "TIME-05", *counting))


@pytest.mark.rule("TIME-01", "TIME-02", "TIME-03", "TIME-04")
@pytest.mark.parametrize("case", [case_marks(case) for case in CASES])
def test_case(case):
    calendar = LOCAL if case.get("calendar") == "local" else NATIONAL
    pauses = [Pause(first, last, "书面告知") for first, last in case.get("pauses", ())]
    counted = term(case["term"], case["from"], calendar, EXAMPLE, pauses)
    assert (counted.end, counted.rolled) == (case["end"], case.get("rolled", False))
    between = (case.get("earliest", case["end"]), case.get("latest", case["end"]))
    assert (counted.earliest, counted.latest) == between


def test_there_are_enough_cases_and_every_period_has_one():
    assert len(CASES) >= 150
    assert {case["term"] for case in CASES} == set(periods())


def test_every_period_names_a_rule_and_an_article():
    for one in periods().values():
        assert rule(one.rule_id)
        assert one.citations, one.id
    assert [one.id for one in periods_of("FILE-04")] == ["FILE-04", "FILE-04.grave", "FILE-04.environment"]
    with pytest.raises(LookupError, match="没有“NO-01”"):
        period("NO-01")


@pytest.mark.rule("TIME-01")
def test_what_was_skipped_is_told_day_by_day():
    counted = term("HEAR-03", d("2026-04-30"), NATIONAL)
    assert [day.day for day, _ in counted.skipped] == [1, 2, 3, 4, 5, 10]
    assert counted.skipped[0][1] == "劳动节（国办发明电〔2025〕7号）"
    assert counted.skipped[3][1] == "劳动节调休放假（国办发明电〔2025〕7号）"
    assert counted.skipped[5][1] == "周日"
    assert counted.citation.startswith("《中华人民共和国行政处罚法》第六十四条第一项")
    assert counted.length == "5个工作日"


@pytest.mark.rule("TIME-05")
def test_what_was_rolled_over_is_told_too():
    counted = term("EXEC-01", d("2026-03-06"), NATIONAL)
    assert [why for _, why in counted.skipped] == ["周六", "周日"]


@given(START, st.integers(1, 25))
def test_working_days_agree_with_an_independent_count(start, number):
    """Count the slow way with chinesecalendar, which our table was checked against."""
    day, left = start, number
    while left:
        day += datetime.timedelta(days=1)
        left -= chinese_calendar.is_workday(day)
    of_number = {15: "FILE-01", 25: "FILE-01.extended", 7: "PUB-02", 5: "HEAR-03", 20: "PUB-03", 10: "REM-01"}
    if number in of_number:
        assert term(of_number[number], start, NATIONAL).end == day


@pytest.mark.rule("HEAR-04")
@given(st.dates(datetime.date(2024, 2, 1), datetime.date(2026, 12, 24)))
def test_the_latest_notice_leaves_seven_whole_working_days(hearing):
    latest = term("HEAR-04", hearing, NATIONAL).end
    between = [latest + datetime.timedelta(days=n) for n in range(1, (hearing - latest).days)]
    assert sum(NATIONAL.is_workday(day) for day in between) == 7
    assert NATIONAL.is_workday(between[0])


@pytest.mark.rule("EXEC-01", "DEC-02")
@given(START)
def test_a_period_that_rolls_never_ends_on_a_rest_day(start):
    for term_id in ("EXEC-01", "DEC-12.reconsideration", "SERV-09"):
        counted = term(term_id, start, NATIONAL)
        if not counted.provisional:
            assert NATIONAL.is_workday(counted.end)
            assert counted.end >= start + datetime.timedelta(days=counted.number)


DAYS_LEFT = [
    ("HEAR-03", "2026-03-02", "2026-03-02", 5),
    ("HEAR-03", "2026-03-02", "2026-03-06", 1),
    ("HEAR-03", "2026-03-02", "2026-03-08", 1),
    ("HEAR-03", "2026-03-02", "2026-03-09", 0),
    ("HEAR-03", "2026-03-02", "2026-03-10", -1),
    ("HEAR-03", "2026-03-02", "2026-03-16", -5),
    ("HEAR-03", "2026-04-30", "2026-05-09", 1),
    ("EXEC-01", "2026-03-06", "2026-03-21", 2),
    ("EXEC-01", "2026-03-06", "2026-03-23", 0),
    ("EXEC-01", "2026-03-06", "2026-03-24", -1),
]


@pytest.mark.rule("TIME-01")
@pytest.mark.parametrize(("term_id", "start", "today", "left"), DAYS_LEFT)
def test_days_left(term_id, start, today, left):
    assert days_left(term(term_id, d(start), NATIONAL), d(today), NATIONAL) == left


ALERTS = [
    ("DEC-02", "2026-03-02", "2026-04-30", ()),
    ("DEC-02", "2026-03-02", "2026-05-01", (60,)),
    ("DEC-02", "2026-03-02", "2026-05-15", (60,)),
    ("DEC-02", "2026-03-02", "2026-05-16", (60, 75)),
    ("DEC-02", "2026-03-02", "2026-05-26", (60, 75, 85)),
    ("SERV-01", "2026-03-02", "2026-03-06", ()),
    ("SERV-01", "2026-03-02", "2026-03-09", (5,)),
    ("PUB-02", "2026-03-02", "2026-03-10", (4, 6)),
]


@pytest.mark.rule("DEC-02", "SERV-01", "PUB-02")
@pytest.mark.clause("1.4.a")
@pytest.mark.parametrize(("term_id", "start", "today", "marks"), ALERTS)
def test_alerts(term_id, start, today, marks):
    assert due_alerts(term(term_id, d(start), NATIONAL), d(today), NATIONAL) == marks


@pytest.mark.rule("TIME-06")
def test_what_is_left_of_an_open_term_reaches_its_end():
    """The party's window is counted to its latest day, the bureau's own to the earliest: 0 on that day."""
    window, own = (term(one, d("2026-12-25"), NATIONAL) for one in ("HEAR-03", "REM-01.simplified"))
    assert (window.end, own.end) == (window.latest, own.earliest) == (d("2027-01-11"), d("2026-12-30"))
    assert [days_left(window, d(day), NATIONAL) for day in ("2026-12-25", "2027-01-08", "2027-01-11")] == [
        5,
        1,
        0,
    ]
    assert [days_left(own, d(day), NATIONAL) for day in ("2026-12-25", "2026-12-29", "2026-12-30")] == [
        5,
        1,
        0,
    ]
    assert days_left(own, d("2027-02-01"), NATIONAL) < 0


@pytest.mark.rule("TIME-06")
def test_an_end_that_is_not_fixed_says_so_and_what_will_fix_it():
    window, firm = term("HEAR-03", d("2026-12-25"), NATIONAL), term("HEAR-03", d("2026-12-14"), NATIONAL)
    assert "可能的最晚之日" in window.until and "国务院放假通知" in window.until
    assert firm.until == "2026-12-21"


@pytest.mark.rule("NOTI-05", "LR-05")
def test_a_local_number_is_never_guessed():
    with pytest.raises(LocalValueMissing, match="尚未设定“陈述申辩期限”"):
        term("NOTI-05", d("2026-03-02"), NATIONAL)
    with pytest.raises(LocalValueMissing, match="尚未设定“法制审核时限”"):
        term("LR-05.extended", d("2026-03-02"), NATIONAL, Config())
