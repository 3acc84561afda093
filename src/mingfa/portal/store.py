"""The portal's SQLite file, read: one row per decision, and every content checked again when it is read.

Written by ingest.py only. Plain sqlite3 and SQL: full-text search has no other language, and the file is
the whole interface between a portal and its replicas.
"""

import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import cast

from mingfa.feed.item import Item
from mingfa.feed.notice import AgencyPage, Content, ItemPage
from mingfa.feed.operations import Anchor, Restore, from_entry
from mingfa.feed.value import from_value, kind_of_item

VERSION = 6
SCHEMA = (Path(__file__).parent / "schema.sql").read_text()


class Unverified(Exception):
    """A content is not what the public log committed to, or cannot be had; it is not shown."""


@dataclass(frozen=True)
class Place:
    size: int
    edge: bytes
    note: str
    vkey: str
    turn: int


@dataclass(frozen=True)
class Step:
    """One operation in the public history of a notice."""

    index: int
    op: str
    at: str
    code: str | None
    reason: str | None


def open_writer(path: Path) -> sqlite3.Connection:
    """Open the file for writing; one of an older version is emptied, for the feed can fill it again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, timeout=30, isolation_level=None)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=NORMAL")
    # Withdrawn content must not linger in free pages of the file.
    db.execute("PRAGMA secure_delete=ON")
    db.execute("BEGIN IMMEDIATE")
    if db.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        start_anew(db)
    db.execute("COMMIT")
    return db


def start_anew(db: sqlite3.Connection) -> None:
    """Empty the file: the feed fills it again."""
    tables = "SELECT name FROM sqlite_master WHERE type='table'"
    own = " AND name NOT LIKE 'find_%' AND name NOT LIKE 'sqlite%'"
    for row in db.execute(tables + own).fetchall():
        db.execute(f'DROP TABLE "{row["name"]}"')
    for statement in "\n".join(line.split("--")[0] for line in SCHEMA.split("\n")).split(";"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA user_version={VERSION}")


def seal(row: Mapping[str, object]) -> str:
    """Return the digest of a row of a list, over all its columns but its number and the digest itself."""
    said = {name: row[name] for name in row.keys() if name not in ("id", "seal")}  # noqa: SIM118
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def as_sealed(row: sqlite3.Row) -> sqlite3.Row:
    """Return a row as it was taken in; one that was changed since is shown as not verified."""
    names = row.keys()
    if "seal" not in names or row["seal"] == seal(cast(Mapping[str, object], row)):
        return row
    hidden = {"state": "unverified", "slug": f"entry-{row['newest']}", "trouble": "本条在门户数据库中被改动"}
    kept = {name: row[name] for name in ("id", "ref", "kind", "newest", "first") if name in names}
    return cast(sqlite3.Row, {**dict.fromkeys(names), "body": "", **kept, **hidden})


class Store:
    """Questions to the file; each thread has its own connection, none can write."""

    def __init__(self, path: Path) -> None:
        self.path = path
        open_writer(path).close()
        self._own = threading.local()
        self._anchors: list[tuple[int, Anchor]] = []
        self._agency: tuple[str, AgencyPage] | None = None

    @property
    def db(self) -> sqlite3.Connection:
        if not hasattr(self._own, "db"):
            self._own.db = sqlite3.connect(self.path, timeout=30, check_same_thread=False)
            self._own.db.row_factory = sqlite3.Row
            self._own.db.execute("PRAGMA query_only=1")
        db: sqlite3.Connection = self._own.db
        return db

    def rows(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> list[sqlite3.Row]:
        return [as_sealed(row) for row in self.db.execute(sql, values)]

    def one(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self.db.execute(sql, values).fetchone()
        return None if row is None else as_sealed(row)

    def place(self) -> Place | None:
        row = self.one("SELECT size, edge, note, vkey, turn FROM place")
        return Place(*row) if row else None

    def entry(self, index: int) -> bytes | None:
        row = self.one("SELECT raw FROM entry WHERE i=?", (index,))
        return row["raw"] if row else None

    def item(self, commitment: str) -> Item | None:
        """Return a content, checked against its commitment at this moment; raises Unverified."""
        row = self.one("SELECT salt, name, value FROM item WHERE commitment=?", (commitment,))
        if row is None:
            return None
        item = Item(row["salt"], row["name"], row["value"])
        if item.commitment != commitment:
            raise Unverified(f"内容 {commitment} 与公开日志中的承诺值不符")
        return item

    def content(self, kind: str, commitment: str | None) -> Content:
        """Return the content behind a commitment; raises Unverified when it is not there or not right."""
        item = self.item(commitment) if commitment else None
        if item is None:
            raise Unverified("公示内容暂缺")
        return from_value(kind_of_item(kind, item.name), item.value)

    def was_promised(self, commitment: str) -> bool:
        return self.one("SELECT 1 FROM promise WHERE commitment=?", (commitment,)) is not None

    def history(self, ref: str) -> list[Step]:
        rows = self.rows("SELECT i, op, at, code, reason FROM entry WHERE ref=? ORDER BY i", (ref,))
        return [Step(*row) for row in rows]

    def anchors(self) -> list[tuple[int, Anchor]]:
        """Return index and content of every anchor; what was read once is kept, for entries never change."""
        known = self._anchors
        after = known[-1][0] if known else -1
        rows = self.rows("SELECT i, raw FROM entry WHERE op='anchor' AND i>? ORDER BY i", (after,))
        read = ((row["i"], from_entry(row["raw"])) for row in rows)
        new = [(index, operation) for index, operation in read if isinstance(operation, Anchor)]
        if new:
            self._anchors = [*known, *new]
        return [*known, *new]

    def restores(self) -> list[Restore]:
        """Return what the bureau said of every restore from a backup, the newest first."""
        rows = self.rows("SELECT raw FROM entry WHERE op='restore' ORDER BY i DESC")
        read = (from_entry(row["raw"]) for row in rows)
        return [operation for operation in read if isinstance(operation, Restore)]

    def newest_at(self) -> str:
        """Return when the newest entry was made; the portal's "today", so that a page is the same for all."""
        row = self.one("SELECT at FROM entry ORDER BY i DESC LIMIT 1")
        return row["at"] if row else ""

    def items(self) -> Iterator[tuple[sqlite3.Row, ItemPage]]:
        """Yield the item pages that stand now and verify, by area and code."""
        pages = []
        for row in self.rows("SELECT * FROM page WHERE kind='item' AND state IN ('shown','replaced')"):
            try:
                page = self.content("item", row["notice"])
            except Unverified:
                continue
            if isinstance(page, ItemPage):
                pages.append((row, page))
        yield from sorted(pages, key=lambda pair: (pair[1].area, pair[1].code))

    def agency(self) -> AgencyPage | None:
        """Return the newest agency page that verifies; every page names the agency, so it is opened once."""
        pages = "SELECT notice FROM page WHERE kind='agency' AND state IN ('shown','replaced')"
        for row in self.rows(pages + " ORDER BY newest DESC"):
            if self._agency and self._agency[0] == row["notice"]:
                return self._agency[1]
            try:
                page = self.content("agency", row["notice"])
            except Unverified:
                continue
            if isinstance(page, AgencyPage):
                self._agency = (row["notice"], page)
                return page
        return None
