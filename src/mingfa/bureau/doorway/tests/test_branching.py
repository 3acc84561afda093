"""Branching itself: no case sees another's acts, and every failing case is named."""

from types import SimpleNamespace

import pytest

from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import size


@branching("case", [1, 2, 3])
def sees_itself_alone(start, play, case):
    play.said.append(case)
    play.stage.act("unit.set_up", play.by, name=f"第{case}中队", kind="enforcement")
    assert (size(), play.said) == (start + 1, [case])


@branching(("case", "right"), [(1, True), (2, False), (3, False)], ids=["一", "二", "三"])
def fails_twice(play, case, right):
    assert right, f"no {case}"


def test_no_case_sees_the_acts_of_another(stage, cast):
    play, before = SimpleNamespace(stage=stage, by=cast.appointer, said=[]), size()
    sees_itself_alone(start=before, play=play)
    assert (size(), play.said) == (before, [])


def test_every_failing_case_is_named(db):
    with pytest.raises(AssertionError) as failed:
        fails_twice(play=None)
    assert "二: AssertionError: no 2" in str(failed.value) and "三: " in str(failed.value)
    assert "一: " not in str(failed.value)
