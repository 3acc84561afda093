"""Which terms run, from when, and how many days are left: cases that a lawyer can read."""

from datetime import date, datetime, timedelta, timezone

import pytest

from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.procedures.clocks import Clock, Happened, running
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.law.time.calendar import Calendar

FOUND = Happened("begun", date(2026, 9, 7))
VERIFIED = Happened("case.verify", date(2026, 9, 8), "worth_filing")
FILED = Happened("case.file", date(2026, 9, 9), "approved")
TOLD = Happened("service.serve/notice.issue", date(2026, 9, 14))
DECIDED = Happened("decision.make", date(2026, 9, 28), "penalty")


def clocks(*happened: Happened, today: date) -> dict[str, Clock]:
    return {
        c.term.id: c for c in running(procedure("ordinary"), happened, today, Calendar(), example_config())
    }


@pytest.mark.rule("FILE-01")
def test_a_clue_is_verified_within_fifteen_working_days() -> None:
    found = clocks(FOUND, today=date(2026, 9, 7))["FILE-01"]
    assert (found.left, found.words, found.tone) == (15, "剩15个工作日", "b")


@pytest.mark.rule("FILE-01")
def test_the_term_of_a_clue_ends_with_its_verification() -> None:
    assert "FILE-01" not in clocks(FOUND, VERIFIED, today=date(2026, 9, 8))


@pytest.mark.rule("DEC-02")
@pytest.mark.parametrize(
    ("today", "words", "tone"),
    [
        (date(2026, 9, 9), "剩90日", "b"),
        (date(2026, 11, 8), "剩30日", "a"),  # the table warns from its 60th day
        (date(2026, 12, 7), "明天", "a"),
        (date(2026, 12, 8), "今天", "r"),
        (date(2026, 12, 10), "超期2日", "r"),
    ],
)
def test_ninety_days_run_from_the_filing(today: date, words: str, tone: str) -> None:
    found = clocks(FOUND, VERIFIED, FILED, today=today)["DEC-02"]
    assert (found.words, found.tone) == (words, tone)


@pytest.mark.rule("DEC-02")
def test_a_refused_filing_starts_nothing() -> None:
    assert clocks(Happened("case.file", date(2026, 9, 9), "refused"), today=date(2026, 9, 9)) == {}


@pytest.mark.rule("NOTI-05")
def test_the_partys_term_is_waited_for_and_never_red() -> None:
    """Five working days from 14 September end on Sunday the 20th, which is worked for the festival."""
    found = clocks(FILED, TOLD, today=date(2026, 9, 18))["NOTI-05"]
    assert (found.words, found.tone, found.waits) == ("等待1个工作日", "b", True)


@pytest.mark.rule("NOTI-05")
def test_a_wait_that_is_over_hinders_nobody() -> None:
    assert "NOTI-05" not in clocks(FILED, TOLD, today=date(2026, 9, 21))


@pytest.mark.rule("HEAR-03")
def test_the_right_to_ask_for_a_hearing_is_waited_for_where_it_was_told() -> None:
    told = Happened("service.serve/notice.issue", date(2026, 9, 14), "hearing_offered")
    found = clocks(FILED, told, today=date(2026, 9, 18))["HEAR-03"]
    assert (found.words, found.waits) == ("等待1个工作日", True)
    assert "HEAR-03" not in clocks(FILED, TOLD, today=date(2026, 9, 18))


HEARING = Happened("hearing.day", date(2026, 10, 12))


@pytest.mark.rule("HEAR-04")
@pytest.mark.parametrize(
    ("today", "words", "tone"),
    [
        (date(2026, 9, 21), "剩2个工作日", "a"),
        (date(2026, 9, 23), "今天", "r"),
        (date(2026, 9, 24), "超期1个工作日", "r"),
    ],
)
def test_the_term_to_tell_of_a_hearing_is_counted_back_from_it(today: date, words: str, tone: str) -> None:
    found = clocks(FILED, HEARING, today=today)["HEAR-04"]
    assert (found.words, found.tone, found.used) == (words, tone, "听证通知最迟之日2026-09-23")


@pytest.mark.rule("HEAR-04")
def test_a_hearing_that_was_told_of_hurries_nobody() -> None:
    served = Happened("service.serve/hearing.schedule", date(2026, 9, 22))
    assert "HEAR-04" not in clocks(FILED, HEARING, served, today=date(2026, 9, 23))


@pytest.mark.rule("SERV-01", "PUB-02")
@pytest.mark.clause("1.4.a")
def test_a_decision_starts_service_and_publication() -> None:
    found = clocks(FILED, DECIDED, today=date(2026, 9, 28))
    assert {"SERV-01", "PUB-02"} == set(found)
    assert found["SERV-01"].term.number == found["PUB-02"].term.number == 7


@pytest.mark.rule("EXEC-01")
def test_payment_runs_from_the_service_of_the_decision() -> None:
    served = Happened("service.serve/decision.make", date(2026, 9, 29))
    found = clocks(FILED, DECIDED, served, today=date(2026, 9, 30))
    assert "SERV-01" not in found
    assert found["EXEC-01"].term.start == date(2026, 9, 29)


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.4.e")
def test_a_revocation_stops_all_and_starts_the_withdrawal_of_what_is_public() -> None:
    shown = Happened("disclosure.publish", date(2026, 9, 29))
    revoked = Happened("decision.revoke", date(2026, 9, 30))
    assert clocks(FILED, DECIDED, revoked, today=date(2026, 9, 30)) == {}
    assert set(clocks(FILED, DECIDED, shown, revoked, today=date(2026, 9, 30))) == {"PUB-05"}


@pytest.mark.rule("PUB-03")
def test_a_decision_without_penalty_is_published_within_twenty_working_days() -> None:
    decided = Happened("decision.make", date(2026, 9, 28), "no_penalty_minor")
    found = clocks(FILED, decided, today=date(2026, 9, 28))
    assert found["PUB-03"].term.number == 20
    assert "PUB-02" not in found


def test_the_nearest_comes_first_and_waits_come_last() -> None:
    words = [
        c.term.id
        for c in running(
            procedure("ordinary"), [FOUND, FILED, TOLD], date(2026, 9, 15), Calendar(), example_config()
        )
    ]
    assert words == ["FILE-01", "DEC-02", "NOTI-05"]


@pytest.mark.rule("FILE-06")
@pytest.mark.parametrize(
    ("hours", "words", "tone"),
    [
        (0, "剩24小时", "b"),
        (0.5, "剩23小时", "b"),
        (12.5, "剩11小时", "a"),
        (20.5, "剩3小时", "r"),
        (24, "剩0小时", "r"),
        (24.5, "超期1小时", "r"),
        (64, "超期40小时", "r"),
    ],
)
def test_twenty_four_hours_are_counted_in_hours(hours: float, words: str, tone: str) -> None:
    """移送规定 5.2: approved on Friday at 16:00, over on Saturday at 16:00; no weekend is passed over."""
    approved = datetime(2026, 9, 11, 16, tzinfo=timezone(timedelta(hours=8)))
    now = approved + timedelta(hours=hours)
    handed = Happened("crime.decide", approved.date(), "handed", at=approved)
    found = running(procedure("ordinary"), [handed], now.date(), Calendar(), example_config(), now)
    [clock] = [one for one in found if one.term.id == "FILE-06.hand_over"]
    assert (clock.words, clock.tone) == (words, tone)
    assert (clock.left < 0) is (hours > 24)
    assert clock.term.length == "24小时"
