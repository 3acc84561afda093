"""A copy of the database at one moment, while others go on writing; and putting it into an empty one.

SQLite by its own backup in one step: a reader of a WAL file holds up nobody. PostgreSQL by COPY of every
table in one repeatable-read snapshot, with the state of the migrations that made the tables. Sessions
stay behind: whoever was signed in then is not signed in after a restore.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from mingfa.backup.errors import BackupError
from mingfa.tlog import Edge

SQLITE, TABLES, SESSIONS = "db.sqlite3", "tables/", "django_session"
BROKEN = "数据库中的账本与其边界不符，备份没有完成。请先运行 mingfa verify 查明，并报告执法监督机构。"


@dataclass(frozen=True)
class LogAt:
    """A log as the copy holds it: its name, origin, size and root."""

    name: str
    origin: str
    size: int
    root: str


@dataclass(frozen=True)
class Snapshot:
    """The copy: its engine, its files by the name they get in the backup, both logs, the migrations."""

    engine: str
    files: dict[str, Path]
    logs: dict[str, LogAt]
    migrations: list[tuple[str, str]]


def take(folder: Path) -> Snapshot:
    """Copy the database into a folder as it stands at one moment, and check the copy's ledger."""
    connection = connections.create_connection("default")
    try:
        if connection.vendor == "sqlite":
            return _take_sqlite(str(connection.settings_dict["NAME"]), folder)
        return _take_postgres(connection, folder)
    finally:
        connection.close()


def _take_sqlite(name: str, folder: Path) -> Snapshot:
    copy = folder / SQLITE
    source, target = sqlite3.connect(name, timeout=30), sqlite3.connect(copy)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        target.execute(f"DELETE FROM {SESSIONS}")
        target.commit()
        if target.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise BackupError("数据库文件已损坏，备份没有完成。请检查磁盘，并从较早的备份恢复。")
        logs = target.execute("SELECT name, origin, size, edge FROM ledger_log").fetchall()
        found = {row[0]: _log(row, _sqlite_leaves(target, row[0])) for row in logs}
        ran = target.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
        return Snapshot("sqlite", {SQLITE: copy}, found, ran)
    finally:
        source.close()
        target.close()


def _sqlite_leaves(copy: sqlite3.Connection, log: str) -> Iterator[tuple[bytes, bytes]]:
    yield from copy.execute("SELECT entry, hash FROM ledger_leaf WHERE log = ? ORDER BY i", [log])


def _log(row: Any, leaves: Iterator[tuple[bytes, bytes]]) -> LogAt:
    """Push every leaf of the copy and compare with the border that the copy holds."""
    name, origin, size, border = row
    edge = Edge.empty()
    for entry, hashed in leaves:
        known = sha256(b"\0" + bytes(entry)).digest()
        if known != bytes(hashed):
            raise BackupError(BROKEN)
        edge = edge.push(known)
    if edge != Edge.from_bytes(size, bytes(border)):
        raise BackupError(BROKEN)
    return LogAt(name, origin, size, edge.root().hex())


def _take_postgres(connection: BaseDatabaseWrapper, folder: Path) -> Snapshot:
    (folder / TABLES).mkdir()
    with transaction_of(connection) as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        files = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            if table == SESSIONS:
                continue
            columns = _columns(cursor, table)
            named = ", ".join(f'"{one}"' for one in columns)
            file = folder / TABLES / f"{table}.copy"
            with file.open("wb") as out:
                out.write(json.dumps(columns).encode() + b"\n")
                with cursor.cursor.copy(f'COPY "{table}" ({named}) TO STDOUT') as rows:
                    for part in rows:
                        out.write(part)
            files[f"{TABLES}{table}"] = file
        cursor.execute("SELECT name, origin, size, edge FROM ledger_log")
        found = {row[0]: _log(row, _postgres_leaves(cursor, row[0])) for row in cursor.fetchall()}
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
        return Snapshot("postgresql", files, found, cursor.fetchall())


def _postgres_leaves(cursor: Any, log: str) -> Iterator[tuple[bytes, bytes]]:
    """Read the leaves in stretches: a whole log does not fit into memory."""
    at = 0
    while True:
        cursor.execute(
            "SELECT entry, hash FROM ledger_leaf WHERE log = %s AND i >= %s ORDER BY i LIMIT 5000", [log, at]
        )
        if not (rows := cursor.fetchall()):
            return
        at += len(rows)
        yield from rows


def _columns(cursor: Any, table: str) -> list[str]:
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
        " AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    return [row[0] for row in cursor.fetchall()]


class transaction_of:
    """One transaction of a connection of its own, rolled back where anything breaks."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection

    def __enter__(self) -> Any:
        self._connection.ensure_connection()
        self._connection.set_autocommit(False)
        return self._connection.cursor().__enter__()

    def __exit__(self, *found: object) -> None:
        if found[0] is None:
            self._connection.commit()
        else:
            self._connection.rollback()
        self._connection.set_autocommit(True)


def require_empty_postgres() -> None:
    """Refuse a database that holds tables already: whose they are nobody here can say."""
    with connections["default"].cursor() as cursor:
        if connections["default"].introspection.table_names(cursor):
            raise BackupError("MINGFA_DATABASE 指定的数据库不是空的。请另建一个空数据库后再恢复。")


def put_into_postgres(files: dict[str, Path], ran: list[tuple[str, str]], state: str) -> None:
    """Make the tables as they were migrated then and fill them, all in one transaction or not at all."""
    connection = connections["default"]
    executor = MigrationExecutor(connection)
    if any((app, name) not in executor.loader.graph.nodes for app, name in ran):
        raise BackupError("备份由较新版本的程序制作，本版本不能恢复。请安装制作备份的版本或者更新的版本。")
    wanted = {(app, name) for app, name in ran}
    last = [
        one for one in wanted if not any(c in wanted for c in executor.loader.graph.node_map[one].children)
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        executor.migrate(sorted(last))
        for name in files:
            cursor.execute(f'ALTER TABLE "{name.removeprefix(TABLES)}" DISABLE TRIGGER USER')
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # tables come in the order of their names
        for name, file in files.items():
            _fill(cursor, name.removeprefix(TABLES), file)
        cursor.execute("UPDATE ledger_log SET restored = %s", [state])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name in files:
            cursor.execute(f'ALTER TABLE "{name.removeprefix(TABLES)}" ENABLE TRIGGER USER')


def _fill(cursor: Any, table: str, file: Path) -> None:
    """Fill a table; the guards of the ledger ask for acts, so they are set again only after all is in."""
    with file.open("rb") as source:
        columns = json.loads(source.readline())
        cursor.execute(f'DELETE FROM "{table}"')
        named = ", ".join(f'"{one}"' for one in columns)
        with cursor.cursor.copy(f'COPY "{table}" ({named}) FROM STDIN') as rows:
            while part := source.read(1 << 20):
                rows.write(part)
    for column in columns:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table}"', column])
        if (sequence := cursor.fetchone()[0]) is not None:
            cursor.execute(
                f'SELECT setval(%s, coalesce(max("{column}"), 0) + 1, false) FROM "{table}"', [sequence]
            )


def mark_sqlite(file: Path, state: str) -> None:
    """Say in the restored database that it came out of a backup: nobody acts before that is on record."""
    database = sqlite3.connect(file)
    try:
        database.execute("UPDATE ledger_log SET restored = ?", [state])
        database.commit()
    finally:
        database.close()


def copied_entries(file: Path, log: str, size: int) -> Iterator[bytes]:
    """Return the first entries of a log from its table as COPY wrote it (bytes are \\\\x and hex)."""
    found: dict[int, bytes] = {}
    with file.open("rb") as source:
        columns = json.loads(source.readline())
        places = [columns.index(name) for name in ("log", "i", "entry")]
        for line in source:
            cells = line.rstrip(b"\n").split(b"\t")
            name, index, entry = (cells[place] for place in places)
            if name.decode() == log and int(index) < size:
                found[int(index)] = bytes.fromhex(entry.removeprefix(b"\\\\x").decode())
    return (found[i] for i in range(size))
