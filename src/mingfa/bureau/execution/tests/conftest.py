"""A decided case, and how refusals are looked at."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import Refused
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

DECIDING = datetime(2026, 9, 21, 11, 0, tzinfo=CHINA)
Codes = Callable[..., set[str]]


@pytest.fixture
def decided(stage: Stage, cast: Cast) -> Play:
    """Return a case with a fine of 175.00 that was decided but not served."""
    play = Play(stage, cast)
    play.to_reviewed()
    stage.now = DECIDING
    play.decision = play.decide().index  # type: ignore[attr-defined]
    return play


@pytest.fixture
def served(decided: Play) -> Play:
    """Return the same case with its decision served."""
    decided.serve(decided.decision)  # type: ignore[attr-defined]
    return decided


@pytest.fixture
def refused() -> Codes:
    """Return a function that tells by which codes an act is refused."""

    def codes(act: Callable[..., Any], *args: Any, **inputs: Any) -> set[str]:
        with pytest.raises(Refused) as caught:
            act(*args, **inputs)
        return {r.code for r in caught.value.refusals}

    return codes
