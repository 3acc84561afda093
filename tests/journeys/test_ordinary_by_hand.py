"""The ordinary procedure by the forms of the desk, from the clue to the closing, and in its shorter ways."""

import pytest
from django.core.cache import cache
from django.utils import timezone
from tests.fixtures import OPENING
from tests.journeys.by_hand import ByHand
from tests.journeys.test_stories_by_hand import sit

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.hearings import reads as hearings
from mingfa.example import hearing
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

pytestmark = pytest.mark.long

HEAVY = {"amount": 600_000, "deviation": "示例：情节特别严重。"}


@pytest.fixture
def play(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Play:
    cache.clear()
    stage = ByHand(OPENING, sit)
    monkeypatch.setattr(timezone, "now", lambda: stage.now)
    return Play(stage, cast)


def state(play: Play) -> str:
    found = cases.case(play.case)
    assert found is not None
    return found.state


def page(play: Play) -> str:
    """Return the case as its first handler sees it."""
    assert isinstance(play.stage, ByHand)
    return play.stage.sit(play.team[0]).get(f"/cases/{play.case}/").content.decode()


def heard(play: Play) -> None:
    """Tell the party, let it ask for a hearing, hold it and report on it."""
    play.serve(play.notify().index)
    play.later(days=1)
    hearing.ask_for_it(play)
    hearing.appoint(play)
    while play.stage.now < hearings.hearings(play.case)[-1].starts_at:
        play.later(days=1)
    play.later(hours=2)
    hearing.hold(play)
    hearing.report(play)


@pytest.mark.rule("HEAR-01", "LR-01", "CDIS-01", "EXEC-05", "EXEC-06", "REM-04")
@pytest.mark.clause("2.1.a", "3.2.b", "3.4.b")
def test_a_heavy_fine_is_heard_reviewed_twice_paid_in_parts_and_changed(play: Play) -> None:
    play.to_concluded(**HEAVY)
    heard(play)
    play.submit()
    play.review(opinion="problems", words="示例：裁量理由不足。")
    play.conclude(**HEAVY)
    play.serve(play.notify().index)
    while not play.was_heard():
        play.later(days=1)
    play.submit(reply="示例：已经补充裁量理由。")
    play.later(hours=2)
    play.review()
    play.later(hours=2)
    play.discuss()
    decision = play.decide().index
    play.serve(decision)
    play.pay(200_000)
    play.later(days=1)
    play.ask_to_defer()
    today = play.stage.now.date()
    later = [today.replace(year=today.year + 1), today.replace(year=today.year + 1, month=12)]
    play.grant_deferral([{"on": str(later[0]), "amount": 200_000}, {"on": str(later[1]), "amount": 200_000}])
    assert execution.owed_on(decision, today).surcharge == 0
    play.lose(outcome="changed", grounds=["improper"], fine=300_000)
    assert "原决定6,000.00元，已被变更" in page(play)
    play.pay(100_000, receipt_no="示例缴尾款")
    play.correct()
    play.finish()
    play.close()
    assert state(play) == "closed"


FIRST = {"outcome": "no_penalty_minor", "mitigation": ["first_minor"]}
WITHOUT = {"kinds": [], "amount": 0, "factors": "初次违法，危害后果轻微，经责令当场改正。"}
EDUCATED = {"education": "已向当事人宣讲市容环境卫生管理规定，当事人承诺不再违反。", "step": "轻微"}


@pytest.mark.rule("DEC-08", "NOTI-01")
@pytest.mark.parametrize(
    "concluded",
    [
        pytest.param({"outcome": "no_penalty_minor", **EDUCATED}, id="轻微不罚"),
        pytest.param({**FIRST, **EDUCATED}, id="首违不罚"),
        pytest.param({"outcome": "no_penalty_unproven", "step": ""}, id="事实不能成立"),
    ],
)
def test_what_is_not_penalised_goes_straight_to_review(play: Play, concluded: dict[str, object]) -> None:
    play.to_concluded(**WITHOUT, **concluded)
    todo = play.stage.sit(play.cast.deputies[0]).get("/").content.decode()
    assert "处罚告知" not in todo, "there is nothing to tell the party before"
    assert "送交法制审核" in page(play)
    play.submit()
    play.later(hours=2)
    play.review()
    play.later(hours=2)
    play.serve(play.decide().index)
    play.close()
    assert state(play) == "closed"
