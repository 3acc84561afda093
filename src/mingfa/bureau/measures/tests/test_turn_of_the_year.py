"""A preservation whose seven working days reach into a year that nobody announced."""

from datetime import datetime

import pytest

from mingfa.bureau.appointments.tests.pasting import announce, confirm
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import Refused
from mingfa.example.measures import Taking

pytestmark = pytest.mark.rule("EVID-04", "TIME-06")


@pytest.fixture
def winter(stage, cast) -> Taking:
    stage.now = datetime(2026, 12, 23, 9, tzinfo=CHINA)
    return Taking.filed(stage, cast)


def test_the_notice_says_that_its_day_is_a_guess_and_what_will_fix_it(winter):
    said = facts_of_paper(winter.preserve().index)
    assert said["until"] == "2026-12-30"
    assert "暂按可能的最早之日" in said["open_end"] and "第八十五条" in said["open_end"]


def test_of_a_year_that_is_announced_the_day_is_firm(winter, cast):
    confirm(winter.stage, cast.head, announce(winter.stage, cast.appointer))
    said = facts_of_paper(winter.preserve().index)
    assert said["until"] == "2027-01-04" and "open_end" not in said


def test_after_the_earliest_day_it_is_only_lifted(winter):
    """The bureau keeps to the earlier end: what may have lapsed goes back."""
    winter.preserve()
    winter.stage.now = datetime(2026, 12, 31, 9, tzinfo=CHINA)
    with pytest.raises(Refused, match="应当在2026-12-30（放假安排尚未公布"):
        winter.end_preservation(how="copied")
    winter.end_preservation(how="lifted")
