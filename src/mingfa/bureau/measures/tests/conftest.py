"""A filed case on Monday, 7 September 2026."""

import pytest

from mingfa.example.measures import Taking


@pytest.fixture
def play(stage, cast):
    return Taking.filed(stage, cast)
