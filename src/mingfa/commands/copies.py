"""A copy of the bureau's database to work on, taken while nobody acts; it takes its place when all is well.

The database itself is not touched before that: whatever breaks, also this program, everything is as it was.
What was replaced is kept.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import psycopg
from psycopg import sql

from mingfa.commands import Failure

IN_USE = "数据库正在使用，没有作任何改动。请先停止网站（mingfa serve）和其他正在运行的命令，再重试。"


class Copy(Protocol):
    """A copy: `address` is its MINGFA_DATABASE; `put_in_place` returns where the former one is kept."""

    address: str

    def put_in_place(self, at: datetime) -> str: ...


@contextmanager
def copied(settings: Mapping[str, Any]) -> Iterator[Copy]:
    """Yield a copy of the database that Django's settings name; what is not put in place goes."""
    kind = PostgresCopy if "postgresql" in settings["ENGINE"] else SqliteCopy
    copy = kind(settings)
    try:
        copy.take()
        yield copy
    finally:
        copy.leave()


class SqliteCopy:
    """The file, copied while it is held alone."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.own = Path(settings["NAME"])
        self.copy = self.own.with_name("db.upgrading.sqlite3")
        self.address = "sqlite://" + quote(str(self.copy))
        self.held: sqlite3.Connection | None = None

    def take(self) -> None:
        """Hold the file alone (no other process has it open), and copy it."""
        self.held = sqlite3.connect(self.own, isolation_level=None, timeout=2)
        try:
            self.held.execute("PRAGMA journal_mode=DELETE")
            self.held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as locked:
            raise Failure(IN_USE) from locked
        self._forget()
        shutil.copyfile(self.own, self.copy)

    def put_in_place(self, at: datetime) -> str:
        """Keep the former file, and put the copy in its place, in one step of the file system."""
        with_all = sqlite3.connect(self.copy, isolation_level=None)
        with_all.execute("PRAGMA journal_mode=DELETE")
        with_all.close()
        kept = self.own.parent / "backups" / f"before-upgrade-{at:%Y%m%d-%H%M%S}.sqlite3"
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        os.chmod(self.copy, self.own.stat().st_mode)
        os.link(self.own, kept)
        os.replace(self.copy, self.own)
        return str(kept)

    def leave(self) -> None:
        """Let go of the file; if it is still the bureau's, it is as it was."""
        if self.held is not None:
            if self.held.in_transaction:
                self.held.execute("ROLLBACK")
            self.held.close()
        self._forget()

    def _forget(self) -> None:
        for end in ("", "-wal", "-shm", "-journal"):
            Path(f"{self.copy}{end}").unlink(missing_ok=True)


class PostgresCopy:
    """A database made after the bureau's as template, which PostgreSQL does only while nobody is in it."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.own, self.copy = str(settings["NAME"]), f"{settings['NAME']}_upgrading"
        who = quote(settings["USER"]) + (f":{quote(settings['PASSWORD'])}" if settings["PASSWORD"] else "")
        port = f":{settings['PORT']}" if settings["PORT"] else ""
        self.server = f"postgres://{who}@{settings['HOST']}{port}/"
        self.address = self.server + quote(self.copy)
        self.stood = ""

    def take(self) -> None:
        """Make the copy, and remember how far the logs were."""
        try:
            self._say("DROP DATABASE IF EXISTS {}", self.copy)
            self._say("CREATE DATABASE {} TEMPLATE {}", self.copy, self.own)
        except psycopg.errors.ObjectInUse as used:
            raise Failure(IN_USE) from used
        except psycopg.errors.InsufficientPrivilege as lacking:
            because = "数据库用户没有建立数据库的权限，不能先留备份，没有作任何改动。"
            raise Failure(
                because + f"请由数据库管理员执行：ALTER ROLE … CREATEDB。（{lacking}）"
            ) from lacking
        self.stood = self._stand(self.copy)

    def put_in_place(self, at: datetime) -> str:
        """Rename both in one transaction; where somebody acted meanwhile, nothing."""
        if self._stand(self.own) != self.stood:
            raise Failure("升级期间有人办理了事项，没有作任何改动。请停止网站后重试。")
        kept = f"{self.own}_before_{at:%Y%m%d_%H%M%S}"
        try:
            with psycopg.connect(self.server + "postgres") as connection:
                for name, new in ((self.own, kept), (self.copy, self.own)):
                    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
                    connection.execute(rename.format(sql.Identifier(name), sql.Identifier(new)))
        except psycopg.errors.ObjectInUse as used:
            raise Failure(IN_USE) from used
        return f"数据库 {kept}"

    def leave(self) -> None:
        """Remove the copy; there is none where it took its place."""
        self._say("DROP DATABASE IF EXISTS {}", self.copy)

    def _stand(self, name: str) -> str:
        with psycopg.connect(self.server + quote(name)) as connection:
            logs = connection.execute("SELECT name, size FROM ledger_log ORDER BY name").fetchall()
            door = connection.execute("SELECT count(*) FROM people_happening").fetchall()
        return f"{logs} {door}"

    def _say(self, words: str, *names: str) -> None:
        with psycopg.connect(self.server + "postgres", autocommit=True) as connection:
            connection.execute(sql.SQL(words).format(*map(sql.Identifier, names)))
