"""A fresh copy of the founded bureau for each run, with real commits, so that two hands can act at once.

SQLite: the test database is copied into a file. PostgreSQL: it is the template of another database.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from django.db import connections

# Nothing here has to outlive the machine.
HASTY = "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;PRAGMA foreign_keys=ON;"
_copies = count(1)


@contextmanager
def fresh() -> Iterator[str]:
    """Let every connection opened meanwhile lead to a copy of the database; yield what kind it is."""
    founded = connections["default"]
    original = connections.settings["default"]
    with _file_copy(founded) if founded.vendor == "sqlite" else _other_database(founded) as changed:
        connections.settings["default"] = {**original, **changed}
        connections["default"] = connections.create_connection("default")
        try:
            yield str(founded.vendor)
        finally:
            connections["default"].close()
            connections.settings["default"] = original
            connections["default"] = founded


@contextmanager
def _file_copy(founded: Any) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="mingfa-fuzz-") as folder:
        path = Path(folder) / "db.sqlite3"
        founded.ensure_connection()
        with founded.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        options = {**founded.settings_dict["OPTIONS"], "init_command": HASTY}
        yield {"NAME": str(path), "OPTIONS": options}


@contextmanager
def _other_database(founded: Any) -> Iterator[dict[str, Any]]:
    template = founded.settings_dict["NAME"]
    name = f"{template}_copy{next(_copies)}"
    founded.close()
    quote = founded.ops.quote_name
    with founded._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {quote(name)} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(template)}")
    try:
        yield {"NAME": name}
    finally:
        connections["default"].close()
        with founded._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {quote(name)} WITH (FORCE)")
