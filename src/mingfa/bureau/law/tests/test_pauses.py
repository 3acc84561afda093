"""Days that do not count: what stops a term, only once the party was told, and how far that moves its end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.procedures.clocks import Clock, Happened, running
from mingfa.bureau.law.procedures.procedure import Procedure
from mingfa.bureau.law.time import calendar as days
from mingfa.bureau.law.time.calendar import HOLIDAY, Calendar, ListedDay
from mingfa.bureau.law.time.terms import Pause, days_left, due_alerts, term

NATIONAL = Calendar()
LICENSING = ["行政许可法 45"]
TABLE = {
    "id": "paused",
    "noun": "事项",
    "in_order": "行政许可法 4",
    "zh": "示例程序",
    "citations": ["行政许可法 45"],
    "roles": {"clerk": "经办人"},
    "outcomes": {},
    "stages": [{"id": "one", "zh": "办理"}],
    "states": [{"id": "open", "zh": "办理中", "in": "one"}],
    "steps": [],
    "clocks": [
        {
            "term": "REM-01",
            "starts": "begun",
            "ends": ["answered"],
            "instead": {"service.serve/longer": "PUB-03"},
            "pauses": [
                {
                    "from": "service.serve/test",
                    "rule": "PERM-07",
                    "zh": "检验检测",
                    "cite": ["行政许可法 45"],
                },
                {"from": "opened", "until": "closed", "rule": "PERM-07", "cite": LICENSING},
            ],
        }
    ],
}
BEGUN = Happened("begun", date(2026, 3, 2))
TO_TEST = (date(2026, 3, 5), date(2026, 3, 10))


def off(first: str, last: str, ground: str) -> Pause:
    return Pause(date.fromisoformat(first), date.fromisoformat(last), ground)


def clock(*happened: Happened, today: date, calendar: Calendar = NATIONAL) -> Clock:
    (found,) = running(Procedure(TABLE), [BEGUN, *happened], today, calendar, example_config())
    return found


@pytest.mark.rule("PERM-07", "TIME-03")
@pytest.mark.clause("3.4.b")
def test_days_of_a_test_that_was_told_of_do_not_count() -> None:
    told = Happened("service.serve/test", date(2026, 3, 4), days=TO_TEST)
    found = clock(told, today=date(2026, 3, 4))
    # Four working days fall into 5 to 10 March: the end moves from 16 to 20 March.
    assert found.term.end == date(2026, 3, 20)
    assert (found.left, found.words) == (8, "剩8个工作日")
    (pause,) = found.term.pauses
    assert pause.words == "2026-03-05至2026-03-10不计：检验检测（《中华人民共和国行政许可法》第四十五条）"


@pytest.mark.rule("PERM-07", "COMP-09")
@pytest.mark.parametrize(
    ("served", "end"),
    [
        (date(2026, 3, 5), date(2026, 3, 20)),
        (date(2026, 3, 6), date(2026, 3, 19)),  # the day before it was told counts
        (date(2026, 3, 10), date(2026, 3, 17)),
        (date(2026, 3, 11), date(2026, 3, 16)),  # told when all was over: nothing moves
    ],
)
def test_days_before_the_notice_is_served_count(served: date, end: date) -> None:
    told = Happened("service.serve/test", served, days=TO_TEST)
    assert clock(told, today=date(2026, 3, 12)).term.end == end


@pytest.mark.rule("PERM-07")
def test_a_notice_that_was_made_and_not_served_stops_nothing() -> None:
    assert clock(Happened("test", date(2026, 3, 4), days=TO_TEST), today=date(2026, 3, 6)).term.pauses == ()


@pytest.mark.rule("PERM-07")
@pytest.mark.parametrize("today", [date(2026, 3, 4), date(2026, 3, 6), date(2026, 3, 20)])
def test_a_term_stands_still_while_nobody_knows_how_long(today: date) -> None:
    found = clock(Happened("opened", date(2026, 3, 4)), today=today)
    assert (found.left, found.words) == (9, "停止计算，剩9个工作日")
    assert found.term.pauses[0].words.startswith("自2026-03-04起停止计算：不计入")


@pytest.mark.rule("PERM-07")
def test_a_term_runs_on_when_what_stopped_it_is_over() -> None:
    stopped = (Happened("opened", date(2026, 3, 4)), Happened("closed", date(2026, 3, 9)))
    found = clock(*stopped, today=date(2026, 3, 10))
    assert (found.term.end, found.left, found.stopped) == (date(2026, 3, 20), 8, False)


@pytest.mark.rule("PERM-05")
def test_a_longer_term_takes_the_place_of_the_first_once_told_of() -> None:
    longer = Happened("service.serve/longer", date(2026, 3, 12))
    found = clock(longer, today=date(2026, 3, 12))
    assert (found.term.id, found.term.end) == ("PUB-03", date(2026, 3, 30))


@pytest.mark.rule("COMP-08", "COMP-09")
def test_calendar_days_move_by_the_days_of_the_test() -> None:
    """Thirty days from 1 September, five days of testing: the thirtieth counted day is 6 October."""
    tested = off("2026-09-10", "2026-09-14", "检测期间")
    counted = term("COMP-08", date(2026, 9, 1), NATIONAL, pauses=[tested])
    assert counted.end == date(2026, 10, 6)
    assert days_left(counted, date(2026, 9, 9), NATIONAL) == days_left(counted, date(2026, 9, 14), NATIONAL)
    assert due_alerts(counted, date(2026, 9, 25), NATIONAL) == ()
    assert due_alerts(counted, date(2026, 9, 26), NATIONAL) == (20,)


def test_a_pause_in_the_days_won_moves_the_end_again() -> None:
    two = [
        off("2026-09-10", "2026-09-14", "甲"),
        off("2026-10-03", "2026-10-04", "乙"),
    ]
    assert term("COMP-08", date(2026, 9, 1), NATIONAL, pauses=two).end == date(2026, 10, 8)


@pytest.mark.rule("TIME-05")
def test_a_period_that_rolls_does_so_after_its_pauses() -> None:
    counted = term("EXEC-01", date(2026, 3, 2), NATIONAL, pauses=[off("2026-03-05", "2026-03-08", "甲")])
    assert (counted.end, counted.rolled) == (date(2026, 3, 23), True)


def test_a_month_moves_by_the_paused_days() -> None:
    counted = term("EXEC-10", date(2026, 3, 31), NATIONAL, pauses=[off("2026-04-01", "2026-04-02", "甲")])
    assert counted.end == date(2026, 7, 2)


def test_pauses_that_never_touch_a_period_are_not_told_of() -> None:
    around = [
        off("2026-03-01", "2026-03-02", "前"),
        off("2026-03-18", "2026-03-19", "后"),
    ]
    counted = term("EXEC-01", date(2026, 3, 2), NATIONAL, pauses=around)
    assert (counted.end, counted.pauses) == (date(2026, 3, 17), ())


def test_what_is_counted_backwards_is_never_paused() -> None:
    with pytest.raises(ValueError, match="向前推算"):
        term("HEAR-04", date(2026, 3, 20), NATIONAL, pauses=[off("2026-03-11", "2026-03-12", "甲")])


@given(
    st.sampled_from(["PUB-03", "COMP-08", "EXEC-01", "FILE-01"]),
    st.dates(date(2025, 1, 1), date(2026, 6, 30)),
    st.lists(st.tuples(st.integers(-5, 60), st.integers(0, 12)), max_size=3),
)
def test_exactly_the_number_of_days_counts(name: str, start: date, spans: list[tuple[int, int]]) -> None:
    """Count the slow way: of the days after the start up to the end, the right number is not paused."""
    pauses = [Pause(start + timedelta(a), start + timedelta(a + n), "甲") for a, n in spans]
    counted = term(name, start, NATIONAL, pauses=pauses)
    span = [start + timedelta(n) for n in range(1, (counted.end - start).days + 1)]
    kept = [day for day in span if not any(p.first <= day <= p.last for p in pauses)]
    if counted.unit == "workday":
        kept = [day for day in kept if NATIONAL.is_workday(day)]
    assert len(kept) == counted.number or counted.rolled
    assert days_left(counted, start, NATIONAL) == len(kept)


# --- a calendar that changes -------------------------------------------------------------------------------


@pytest.mark.rule("TIME-06")
def test_a_festival_announced_later_moves_a_running_clock() -> None:
    """A clock is counted, never stored: the notice of the local government moves it by itself."""
    festival = Calendar([ListedDay(date(2026, 3, 11), HOLIDAY, "示例民族节日", "示例通知")])
    assert clock(today=date(2026, 3, 9)).term.end == date(2026, 3, 16)
    moved = clock(today=date(2026, 3, 9), calendar=festival)
    assert (moved.term.end, moved.left) == (date(2026, 3, 17), 5)
    assert (date(2026, 3, 11), "示例民族节日（示例通知）") in moved.term.skipped


@pytest.mark.rule("TIME-06")
def test_a_year_that_is_announced_makes_an_open_term_firm() -> None:
    before = term("REM-01", date(2026, 12, 28), NATIONAL)
    assert before.between == (date(2027, 1, 8), date(2027, 1, 19))
    new_year = ListedDay(date(2027, 1, 1), HOLIDAY, "元旦", "示例通知")
    known = Calendar(announced={**days.first_years(), 2027: (new_year,)})
    after = term("REM-01", date(2026, 12, 28), known)
    assert (after.end, after.between) == (date(2027, 1, 12), None)
