"""An officer on the street, and how refusals are looked at."""

from collections.abc import Callable
from typing import Any

import pytest

from mingfa.bureau.doorway.refusals import Refused
from mingfa.example.bureau import Cast, Stage
from mingfa.example.summary import Spot

Codes = Callable[..., set[str]]


@pytest.fixture
def spot(stage: Stage, cast: Cast) -> Spot:
    """Return two officers who have not decided anything yet."""
    return Spot(stage, cast)


@pytest.fixture
def refused() -> Codes:
    """Return a function that tells by which codes an act is refused."""

    def codes(act: Callable[..., Any], *args: Any, **inputs: Any) -> set[str]:
        with pytest.raises(Refused) as caught:
            act(*args, **inputs)
        return {r.code for r in caught.value.refusals}

    return codes
