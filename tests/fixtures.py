"""Fixtures of pytest: the example bureau is founded once for a run; each test plays on it and rolls back."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from typing import Any

import pytest

from mingfa.example.bureau import CHINA, Cast, Stage, found, list_items

OPENING = datetime(2026, 9, 7, 9, 0, tzinfo=CHINA)


@pytest.fixture(scope="session")
def _founded() -> dict[str, Cast]:
    return {}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any, _founded: dict[str, Cast]) -> None:
    """Found the example bureau right after the test database is made."""
    with django_db_blocker.unblock():
        stage = Stage(datetime(2026, 9, 1, 9, 0, tzinfo=CHINA))
        cast = found(stage)
        list_items(stage, cast)
        _founded["cast"] = cast


@pytest.fixture
def cast(db: None, _founded: dict[str, Cast]) -> Cast:
    """Return who plays in the example bureau, with its twelve items listed."""
    return deepcopy(_founded["cast"])


@pytest.fixture
def stage(db: None) -> Iterator[Stage]:
    """Return a stage whose clock stands on a Monday morning, 7 September 2026."""
    yield Stage(OPENING)
