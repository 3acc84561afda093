"""A round of inspections on Monday, 7 September 2026."""

import pytest

from mingfa.example.inspections import Round


@pytest.fixture
def round_(stage, cast):
    return Round(stage, cast)
