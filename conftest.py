"""What every test may ask for: the example bureau, founded once, and a stage to act on."""

import os
import tempfile
from pathlib import Path

import pytest
from django.conf import settings as django
from hypothesis import settings
from tests.timing import Timing

# Tests never touch a real data folder: theirs is made before Django reads its settings.
os.environ.setdefault("MINGFA_DATA", tempfile.mkdtemp(prefix="mingfa-test-"))

pytest_plugins = ["tests.fixtures"]

STORED = {"db", "transactional_db", "s3_url"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--stored", action="store_true", help="only tests that ask a database or a bucket")
    parser.addoption("--note-stored", metavar="FILE", help="write down the files that hold such tests")
    parser.addoption("--bite", action="store_true", help="take away what keeps each demand of the plan")
    parser.addoption("--timing", action="store_true", help="say at the end where the time went")


def pytest_configure(config: pytest.Config) -> None:
    """Hash passwords quickly: a strong hash takes a third of a second, and tests only want to sign in."""
    django.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if config.getoption("--timing"):
        config.pluginmanager.register(Timing(), "timing")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--stored`, leave out what would only be the same again on another database.

    Files marked `long` come first: the last of the others then end at about the same time in all processes.
    """
    stored = [item for item in items if STORED & set(getattr(item, "fixturenames", ()))]
    if note := config.getoption("--note-stored"):
        note_stored(Path(note), stored, config.rootpath)
    if config.getoption("--stored"):
        config.hook.pytest_deselected(items=[item for item in items if item not in set(stored)])
        items[:] = stored
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def note_stored(note: Path, stored: list[pytest.Item], root: Path) -> None:
    """Write the note whole or not at all: every process of the run writes the same."""
    part = note.with_suffix(f".{os.getpid()}")
    part.write_text("".join(f"{name}\n" for name in sorted({str(i.path.relative_to(root)) for i in stored})))
    part.replace(note)


# What a machine under load takes for one example says nothing about the law; time is measured in bench/.
settings.register_profile("mingfa", deadline=None)
settings.load_profile("mingfa")
