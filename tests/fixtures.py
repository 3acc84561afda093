"""Fixtures of pytest: the example bureau is founded once for a run; each test plays on it and rolls back."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from mingfa.example.bureau import CHINA, Cast, Stage, found, list_items

OPENING = datetime(2026, 9, 7, 9, 0, tzinfo=CHINA)
NUMBERS = count()


@pytest.fixture(autouse=True)
def own_logs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give each test of a database its own logs and keys: the database rolls back, a signer never does.

    The folder is only named here; whoever writes makes it.
    """
    own = tmp_path_factory.getbasetemp() / "own" / str(next(NUMBERS))
    if {"db", "transactional_db"} & set(request.fixturenames):
        settings = request.getfixturevalue("settings")
        settings.LOGS, settings.KEYS = own / "logs", own / "keys"
    return own


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
