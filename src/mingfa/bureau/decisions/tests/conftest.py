"""Cases on the threshold of a decision."""

import pytest

from mingfa.example.cases import Play

MINOR = {"outcome": "no_penalty_minor", "step": "轻微", "kinds": [], "amount": 0, "education": "当场宣讲。"}


@pytest.fixture
def reviewed(stage, cast):
    """A case whose proposed fine was told, heard and passed by review."""
    play = Play(stage, cast).to_reviewed()
    play.later(hours=2)
    return play


@pytest.fixture
def complex_case(stage, cast):
    """The same where the case is complex: it must be discussed."""
    play = Play(stage, cast).to_reviewed(grounds=["complex"])
    play.later(hours=2)
    return play


@pytest.fixture
def decided(reviewed):
    """A case with its decision, an hour later."""
    reviewed.decision = reviewed.decide().index
    reviewed.later(hours=1)
    return reviewed


@pytest.fixture
def without_penalty(stage, cast):
    """Bring a case that proposes no penalty to its passed review; `party` and proposal may be given."""

    def make(party=None, **over):
        play = Play(stage, cast)
        play.register()
        play.keep()
        play.verify()
        play.propose(**({"party": party} if party else {}))
        play.file()
        play.inspect()
        play.conclude(**MINOR | over)
        play.submit()
        play.later(hours=1)
        play.review()
        play.later(hours=1)
        return play

    return make
