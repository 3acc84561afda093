"""Logs and keys of one test: the example's database rolls back, a signer never does."""

from pathlib import Path

import pytest


@pytest.fixture
def own_logs(settings, tmp_path: Path) -> Path:
    """Give the test its own folders of logs and keys."""
    settings.LOGS, settings.KEYS = tmp_path / "logs", tmp_path / "keys"
    return tmp_path
