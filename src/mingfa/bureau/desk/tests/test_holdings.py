"""What is held, on the desk: its terms on the page of the case and of the day, its options in the forms."""

from datetime import date, timedelta

import pytest

from mingfa.bureau.desk.forms.choices import Situation, provider
from mingfa.bureau.desk.holdings import terms_in
from mingfa.bureau.law.calendar import Calendar
from mingfa.bureau.measures.tests.taking import Taking
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage


@pytest.fixture
def play(stage: Stage, cast: Cast) -> Taking:
    return Taking(stage, cast)


def words(play: Taking, days: int = 0, hours: float = 0) -> list[tuple[str, str]]:
    now = play.stage.now + timedelta(days=days, hours=hours)
    return [(c.words, c.tone) for c in terms_in(play.case, now, now.date(), Calendar())]


@pytest.mark.rule("COMP-08")
@pytest.mark.parametrize(
    ("days", "shown"),
    [
        pytest.param(0, ("剩30日", "b"), id="当日"),
        pytest.param(20, ("剩10日", "a"), id="第20日提醒"),
        pytest.param(30, ("今天", "r"), id="第30日"),
        pytest.param(31, ("超期1日", "r"), id="第31日"),
    ],
)
def test_thirty_days_of_a_seizure(play: Taking, days: int, shown: tuple[str, str]) -> None:
    play.seize()
    assert words(play, days) == [shown]


@pytest.mark.rule("COMP-03")
@pytest.mark.parametrize(
    ("hours", "shown"),
    [
        pytest.param(0, ("剩24小时", "b"), id="刚刚实施"),
        pytest.param(12.5, ("剩11小时", "a"), id="第12小时提醒"),
        pytest.param(20.5, ("剩3小时", "r"), id="第20小时提醒"),
        pytest.param(24.5, ("超期，应当立即解除", "r"), id="第25小时"),
    ],
)
def test_twenty_four_hours_of_an_emergency(play: Taking, hours: float, shown: tuple[str, str]) -> None:
    play.seize(emergency="正在转移。")
    assert shown in words(play, hours=hours)


@pytest.mark.rule("EVID-04")
@pytest.mark.parametrize(
    ("days", "shown"),
    [
        pytest.param(0, ("剩7个工作日", "b"), id="当日"),
        pytest.param(7, ("剩2个工作日", "a"), id="第5个工作日提醒"),
        pytest.param(9, ("今天", "r"), id="第7个工作日"),
        pytest.param(10, ("超期1个工作日", "r"), id="第8个工作日，自动解除"),
    ],
)
def test_seven_working_days_of_a_preservation(play: Taking, days: int, shown: tuple[str, str]) -> None:
    play.preserve()
    assert words(play, days) == [shown]


def test_what_went_has_no_term(play: Taking) -> None:
    play.seize()
    play.preserve()
    play.release()
    play.end_preservation()
    assert words(play, 90) == []


def test_a_form_offers_what_there_is(play: Taking, cast: Cast) -> None:
    preserve, approval = play.let_preserve().index, play.approve().index
    play.seize()
    today = date(2026, 9, 7)
    at = Situation(people.actor(play.team[0], today), today, None)
    assert [provider(name)(at) for name in ("measures", "releases")] == [[], []]  # type: ignore[misc]
    case = Situation(at.me, today, play.view)
    offered = {
        name: [o.value for o in (provider(name) or list)(case)]  # type: ignore[operator]
        for name in ("preservation_approvals", "measure_approvals", "preservations", "measures", "releases")
    }
    assert offered == {
        "preservation_approvals": [str(preserve)],
        "measure_approvals": [str(approval)],
        "preservations": [],
        "measures": [str(play.measure)],
        "releases": [],
    }
    release = play.release().index
    assert [o.value for o in (provider("releases") or list)(case)] == [str(release)]  # type: ignore[operator]
