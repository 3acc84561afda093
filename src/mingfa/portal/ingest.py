"""Brings the portal's database up to the feed's signed head: incremental, idempotent, all or nothing.

Crash safety: entries, contents, search words and the place reached go in with one commit. If the feed
cannot be verified nothing is taken in, and what was verified before stays.
"""

import sqlite3
from pathlib import Path

from mingfa.feed.operations import Publish
from mingfa.feed.reader import Feed, Stretch
from mingfa.portal.apply_operations import settle
from mingfa.portal.store import open_writer
from mingfa.tlog import Edge


def catch_up(path: Path, feed: Feed) -> bool:
    """Take in what is new; return whether anything changed.

    Raises Forged, Forked, Altered, UnknownOperation, Missing or Unreachable, and then changes nothing.
    """
    db = open_writer(path)
    try:
        # The lock is taken before the place is read: two processes cannot take in the same entries.
        db.execute("BEGIN IMMEDIATE")
        stretch = feed.read(_place(db))
        refs = _take_entries(db, stretch) | _unverified(db)
        outcomes = [settle(db, feed, ref) for ref in sorted(refs, key=lambda ref: _first(db, ref))]
        changed = bool(stretch.entries) or any(outcome.changed for outcome in outcomes)
        _keep_place(db, stretch, feed.vkey, changed)
        db.execute("COMMIT")
        if any(outcome.purged for outcome in outcomes):
            # FTS5 keeps deleted words in old segments until they are merged; they must go now.
            db.execute("INSERT INTO find(find) VALUES('optimize')")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return changed
    finally:
        db.close()


def has_unverified(path: Path) -> bool:
    """Tell whether a content is still missing or wrong, so that it should be asked for again."""
    db = open_writer(path)
    try:
        return bool(_unverified(db))
    finally:
        db.close()


def _place(db: sqlite3.Connection) -> Edge:
    row = db.execute("SELECT size, edge FROM place").fetchone()
    return Edge.from_bytes(row["size"], row["edge"]) if row else Edge.empty()


def _keep_place(db: sqlite3.Connection, stretch: Stretch, vkey: str, changed: bool) -> None:
    before = db.execute("SELECT turn FROM place").fetchone()
    turn = (before["turn"] if before else 0) + changed
    db.execute(
        "INSERT OR REPLACE INTO place(one, size, edge, note, vkey, turn) VALUES(1,?,?,?,?,?)",
        (stretch.place.size, stretch.place.to_bytes(), stretch.head.note, vkey, turn),
    )


def _first(db: sqlite3.Connection, ref: str) -> int:
    row = db.execute("SELECT min(i) AS first FROM entry WHERE ref=?", (ref,)).fetchone()
    return int(row["first"])


def _unverified(db: sqlite3.Connection) -> set[str]:
    sql = (
        "SELECT ref FROM record WHERE state='unverified' UNION SELECT ref FROM page WHERE state='unverified'"
    )
    return {row["ref"] for row in db.execute(sql)}


def _take_entries(db: sqlite3.Connection, stretch: Stretch) -> set[str]:
    """Store the new entries as they are; return the references they speak of."""
    refs: set[str] = set()
    for entry in stretch.entries:
        operation = entry.operation
        ref = getattr(operation, "ref", None)
        reason = getattr(operation, "reason", None)
        code, text = (reason.code, reason.text) if reason else (None, None)
        db.execute(
            "INSERT INTO entry(i, ref, op, at, code, reason, raw) VALUES(?,?,?,?,?,?,?)",
            (entry.index, ref, operation.op, operation.at, code, text, entry.raw),
        )
        if isinstance(operation, Publish):
            rows = [(commitment, entry.index) for commitment in operation.items.values()]
            db.executemany("INSERT OR IGNORE INTO promise(commitment, entry) VALUES(?,?)", rows)
        if ref:
            refs.add(ref)
    return refs
