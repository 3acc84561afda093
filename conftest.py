"""What every test may ask for: the example bureau, founded once, and a stage to act on."""

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django
from hypothesis import settings
from tests.timing import Timing

# Tests never touch a real data folder: theirs is made before Django reads its settings.
os.environ.setdefault("MINGFA_DATA", tempfile.mkdtemp(prefix="mingfa-test-"))

pytest_plugins = ["mingfa.example.fixtures"]

STORED = {"db", "transactional_db", "s3_url"}


@pytest.fixture(autouse=True)
def own_logs(settings: Any, tmp_path: Path) -> Path:
    """Give each test its own logs and keys: its database rolls back, a signer never does."""
    settings.LOGS, settings.KEYS = tmp_path / "logs", tmp_path / "keys"
    return tmp_path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--stored", action="store_true", help="only tests that ask a database or a bucket")
    parser.addoption("--timing", action="store_true", help="say at the end where the time went")


def pytest_configure(config: pytest.Config) -> None:
    """Hash passwords quickly: a strong hash takes a third of a second, and tests only want to sign in."""
    django.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if config.getoption("--timing"):
        config.pluginmanager.register(Timing(), "timing")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--stored`, leave out what would only be the same again on another database."""
    if config.getoption("--stored"):
        left = [item for item in items if not STORED & set(getattr(item, "fixturenames", ()))]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]


# What a machine under load takes for one example says nothing about the law; time is measured in bench/.
settings.register_profile("mingfa", deadline=None)
settings.load_profile("mingfa")
