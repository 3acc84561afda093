"""The fifteen days of a fine at the turn of a year that nobody announced: nothing is charged too early."""

from datetime import date, datetime

import pytest

from mingfa.bureau.appointments.tests.pasting import announce, confirm
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.execution import reads
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

pytestmark = pytest.mark.rule("EXEC-01", "EXEC-06", "TIME-06")


@pytest.fixture
def fined(stage: Stage, cast: Cast) -> int:
    """Return a fine served on 17 December 2026: the fifteenth day is New Year's Day."""
    stage.now = datetime(2026, 12, 1, 9, tzinfo=CHINA)
    play = Play(stage, cast).to_concluded()
    play.tell()
    play.submit()
    play.later(days=1)
    play.review()
    made = play.decide()
    stage.now = datetime(2026, 12, 17, 9, tzinfo=CHINA)
    play.serve(made.index)
    return made.index


def surcharge(decision: int, *days: date) -> list[int]:
    """Return the additional fine on these days, in per cent of the fine."""
    found = decisions.decision(decision)
    assert found is not None
    owed = [reads.owed(found, day) for day in days]
    return [one.surcharge * 100 // one.fine for one in owed]


DAYS = [date(2027, 1, day) for day in (1, 2, 4, 7, 8, 9)]


def test_the_surcharge_never_begins_while_the_last_day_is_open(fined: int) -> None:
    """2 January at the earliest, 7 January at the latest: it runs from the 8th, whatever the notice."""
    found = decisions.decision(fined)
    assert found is not None
    owed = reads.owed(found, DAYS[0])
    assert (owed.due_on, owed.provisional) == (date(2027, 1, 7), True)
    assert surcharge(fined, *DAYS) == [0, 0, 0, 0, 3, 6]


def test_once_the_year_is_announced_the_day_is_firm(fined: int, stage: Stage, cast: Cast) -> None:
    """Its notice leaves 4 January a working day: whoever pays on it pays nothing more."""
    confirm(stage, cast.head, announce(stage, cast.appointer))
    found = decisions.decision(fined)
    assert found is not None
    owed = reads.owed(found, DAYS[0])
    assert (owed.due_on, owed.provisional) == (date(2027, 1, 4), False)
    assert surcharge(fined, *DAYS) == [0, 0, 0, 9, 12, 15]
