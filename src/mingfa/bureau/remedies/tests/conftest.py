"""A decided and served case, and how refusals are looked at."""

from pathlib import Path
from typing import Any

import pytest

from mingfa.example.bureau import Cast, Stage
from mingfa.example.remedies import Challenged


@pytest.fixture
def served(stage: Stage, cast: Cast) -> Challenged:
    """Return a case with a fine, decided and served on Monday, 21 September 2026."""
    return Challenged(stage, cast).decided()


@pytest.fixture(autouse=True)
def _own_signer(settings: Any, tmp_path: Path) -> None:
    """Each test has a log of its own: the signer signs no log that became shorter."""
    for name in ("LOGS", "KEYS", "FEED"):
        setattr(settings, name, tmp_path / name.lower())
        (tmp_path / name.lower()).mkdir()
