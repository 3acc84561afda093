"""A filed case on Monday, 7 September 2026."""

import pytest

from mingfa.bureau.measures.tests.taking import Taking


@pytest.fixture
def play(stage, cast):
    return Taking(stage, cast)
