"""One played bureau for each file; a test goes on from it and everything it did is taken back.

With `--bite` every test that shows a demand is run once for each object that keeps it, with that object taken
away: the run passes where the test falls, because the object was used.
"""

import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from tests.fixtures import OPENING
from tests.plan.biting import all_demands, taken_away
from tests.plan.town import Town

from mingfa.example.bureau import Cast

ROOT = Path(__file__).parents[2]
FOLDERS = ("logs", "keys", "feed")


def places(data: Path) -> dict[str, Any]:
    """Return the settings that give a bureau its own folder."""
    return {name.upper(): data / name for name in FOLDERS} | {
        "VAULT": (data / "vault").as_uri(),
        "DATA": data,
    }


@pytest.fixture(scope="module")
def played(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    _founded: dict[str, Cast],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Town]:
    """Play what the file's `play(town)` tells, once for its tests."""
    data = tmp_path_factory.mktemp("plan")
    for name in (*FOLDERS, "vault"):
        (data / name).mkdir()
    with (
        django_db_blocker.unblock(),
        override_settings(**places(data)),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        town = Town(deepcopy(_founded["cast"]), OPENING, data)
        patch.setattr(timezone, "now", lambda: town.now)
        cache.clear()
        request.module.play(town)
        yield town
        transaction.set_rollback(True)


@pytest.fixture
def town(played: Town, db: None, tmp_path: Path) -> Iterator[Town]:
    """Return the played bureau, with signers and folders that forget what the test did."""
    stage, data = played.stage.now, played.data
    own = tmp_path / "data"
    for name in (*FOLDERS, "vault"):
        shutil.copytree(data / name, own / name)
    with override_settings(**places(own)), transaction.atomic():
        cache.clear()
        played.data, played.http.now = own, stage
        yield played
        transaction.set_rollback(True)
    played.data, played.stage.now, played.http.now = data, stage, stage


@pytest.fixture
def bite(request: pytest.FixtureRequest) -> str:
    """Name the object that is taken away in this run of the test."""
    return str(request.param)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.config.getoption("--bite"):
        kept = bitten(metafunc.module.__file__, metafunc.function.__name__)
        metafunc.fixturenames.append("bite")
        metafunc.parametrize("bite", kept, indirect=True)


def bitten(file: str, test: str) -> list[str]:
    """Return the objects of whose taking away a test must fall."""
    shown = f"{Path(file).relative_to(ROOT)}::{test}"
    return list(dict.fromkeys(one.kept for one in all_demands() if one.shown == shown and one.kept))


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """Under `--bite`, run the test without the object and expect it to fall."""
    dotted = getattr(pyfuncitem, "callspec", None) and pyfuncitem.callspec.params.get("bite")
    if not dotted:
        return (yield)
    with taken_away(dotted) as used:
        try:
            yield
        except BaseException as fell:
            if isinstance(fell, KeyboardInterrupt):
                raise
            assert used, f"the test fell without having used {dotted}: {fell}"
            return True
    pytest.fail(f"the test passes without {dotted}")
