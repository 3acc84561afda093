"""The bureau once more, from the ledger of a run alone: the same rows, no entry its gates would refuse."""

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connections
from tests.fuzz.ground import HASTY

from mingfa.bureau.doorway.again.replay import replay
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.compare import differences
from mingfa.bureau.settings import database

SOURCE = "source"


def told_again() -> list[str]:
    """Replay the ledger of this run into an empty database; return where the two differ."""
    played = connections["default"]
    original = connections.settings["default"]
    with tempfile.TemporaryDirectory(prefix="mingfa-fuzz-") as folder:
        connections.settings[SOURCE] = original
        connections[SOURCE] = played
        try:
            _stand_on(original, shutil.copy(_empty(), Path(folder) / "db.sqlite3"))
            return _compare()
        finally:
            connections["default"].close()
            connections.settings["default"] = original
            connections["default"] = played
            del connections.settings[SOURCE], connections[SOURCE]


def _compare() -> list[str]:
    found, total, replayed = list[str](), reader.size(using=SOURCE), 0
    for _, differ in replay(SOURCE):
        found += map(str, differ)
        replayed += 1
    if replayed == total:
        found += [f"{where}：{what}" for where, what in differences(SOURCE, "default")]
    return found


def _stand_on(like: dict[str, Any], path: Path) -> None:
    """Let the default connection lead to a file of ours."""
    ours = database(path.parent, "")
    ours["OPTIONS"] = {**dict(ours["OPTIONS"]), "init_command": HASTY}  # type: ignore[call-overload]
    connections.settings["default"] = {**like, **ours}
    connections["default"] = connections.create_connection("default")


@cache
def _empty() -> Path:
    """Make an empty database once; it is copied for each rebuilding."""
    path = Path(tempfile.mkdtemp(prefix="mingfa-fuzz-")) / "db.sqlite3"
    was, wrapper = connections.settings["default"], connections["default"]
    _stand_on(was, path)
    call_command("migrate", verbosity=0)
    connections["default"].close()
    connections.settings["default"], connections["default"] = was, wrapper
    return path
