"""What the log says of one reference becomes its row: shown, replaced, withdrawn, or not verifiable.

Plan 1.4.d and 1.4.e: the newest operation decides; withdrawn content goes, number, dates and reason stay.
"""

import sqlite3
from dataclasses import dataclass

from mingfa.feed.item import Altered, Item
from mingfa.feed.notice import Content, ItemPage, Notice, PublicText
from mingfa.feed.operations import Publish, Withdraw, from_entry
from mingfa.feed.personal import LeaksPersonalData
from mingfa.feed.reader import Feed
from mingfa.feed.source import Missing
from mingfa.feed.value import NOTICE_KINDS, from_value, kind_of_item
from mingfa.portal.grams import body_of, index_words
from mingfa.portal.store import seal

_COPIED = ("number", "title", "party", "cause", "conclusion", "category", "unit", "item_code", "amount")


@dataclass(frozen=True)
class Outcome:
    """`purged`: text was removed from the search index, which must then be compacted."""

    changed: bool
    purged: bool


@dataclass(frozen=True)
class _History:
    ref: str
    first: int
    newest: int
    operation: Publish | Withdraw
    kind: str
    promised: tuple[str, ...]


def settle(db: sqlite3.Connection, feed: Feed, ref: str) -> Outcome:
    """Make the row of a reference say what its newest operation says."""
    history = _history(db, ref)
    table = "record" if history.kind in NOTICE_KINDS else "page"
    before = db.execute(f"SELECT * FROM {table} WHERE ref=?", (ref,)).fetchone()
    purged = _forget(db, history, before) if before else False
    if isinstance(history.operation, Withdraw):
        _drop_items(db, history.promised)
        row = _withdrawn(history, before)
    else:
        _drop_items(db, set(history.promised) - set(history.operation.items.values()))
        row = _published(db, feed, history)
    _put(db, table, {**row, "ref": ref, "kind": history.kind, "newest": history.newest}, before)
    changed = before is None or before["newest"] != history.newest or before["state"] != row["state"]
    return Outcome(changed, purged and changed)


def _history(db: sqlite3.Connection, ref: str) -> _History:
    rows = db.execute("SELECT i, raw FROM entry WHERE ref=? ORDER BY i", (ref,)).fetchall()
    operations = [from_entry(row["raw"]) for row in rows]
    publications = [operation for operation in operations if isinstance(operation, Publish)]
    newest = operations[-1]
    if not isinstance(newest, Publish | Withdraw):
        raise TypeError("只有公示、更正、撤下带有引用号")
    kind = publications[-1].kind if publications else "penalty"
    promised = tuple(c for publication in publications for c in publication.items.values())
    return _History(ref, rows[0]["i"], rows[-1]["i"], newest, kind, promised)


def _forget(db: sqlite3.Connection, history: _History, before: sqlite3.Row) -> bool:
    """Take a decision's words out of the search index; the old text is needed for that."""
    if history.kind not in NOTICE_KINDS:
        return False
    if before["body"]:
        old = (before["id"], index_words(before["body"]))
        db.execute("INSERT INTO find(find, rowid, body) VALUES('delete', ?, ?)", old)
    db.execute("DELETE FROM word WHERE id=?", (before["id"],))
    return True


def _drop_items(db: sqlite3.Connection, commitments: set[str] | tuple[str, ...]) -> None:
    db.executemany("DELETE FROM item WHERE commitment=?", [(commitment,) for commitment in commitments])


def _withdrawn(history: _History, before: sqlite3.Row | None) -> dict[str, object]:
    operation = history.operation
    if not isinstance(operation, Withdraw):
        raise TypeError(operation)
    if history.kind not in NOTICE_KINDS:
        return {"state": "withdrawn", "slug": before["slug"] if before else history.ref}
    stays = operation.stays
    return {
        "state": "withdrawn", "slug": stays.number, "first": history.first, "number": stays.number,
        "category": stays.category, "decided_on": stays.decided_on, "published_on": stays.published_on,
        "body": body_of([stays.number, stays.category]), "words": (NOTICE_KINDS[history.kind],),
    }  # fmt: skip


def _published(db: sqlite3.Connection, feed: Feed, history: _History) -> dict[str, object]:
    operation = history.operation
    if not isinstance(operation, Publish):
        raise TypeError(operation)
    promised = {"notice": operation.items["notice"], "text": operation.items.get("text")}
    is_notice = history.kind in NOTICE_KINDS
    try:
        contents = {name: _open(db, feed, history.kind, name, c) for name, c in operation.items.items()}
    except (Altered, Missing, LeaksPersonalData, ValueError) as error:
        _drop_items(db, history.promised)
        row = {"state": "unverified", "slug": f"entry-{history.newest}", "trouble": _trouble(error)}
        extra = {**promised, "first": history.first, "body": "", "words": ()}
        return {**row, **extra} if is_notice else {**row, "notice": promised["notice"]}
    state = "replaced" if operation.op == "replace" else "shown"
    notice = contents["notice"]
    if not is_notice:
        slug = notice.code if isinstance(notice, ItemPage) else history.ref
        return {"state": state, "slug": slug, "notice": promised["notice"], "trouble": None}
    text = contents.get("text")
    return {"state": state, "first": history.first, "trouble": None, **promised, **_columns(notice, text)}


def _trouble(error: Exception) -> str:
    if isinstance(error, Missing):
        return "内容文件暂缺"
    if isinstance(error, Altered):
        return str(error)
    return "内容不是规定的公示格式"


def _open(db: sqlite3.Connection, feed: Feed, kind: str, name: str, commitment: str) -> Content:
    held = db.execute("SELECT salt, name, value FROM item WHERE commitment=?", (commitment,)).fetchone()
    item = Item(*held) if held else feed.item(commitment)
    if item.name != name:
        raise Altered(f"item/{commitment}", f"内容名称应为 {name}")
    content = from_value(kind_of_item(kind, name), item.value)
    row = (commitment, item.salt, item.name, item.value)
    db.execute("INSERT OR REPLACE INTO item(commitment, salt, name, value) VALUES(?,?,?,?)", row)
    return content


def _columns(notice: Content, text: Content | None) -> dict[str, object]:
    if not isinstance(notice, Notice):
        raise TypeError(notice)
    searched = [notice.number, notice.title, notice.party, notice.uscc or "", notice.unit, notice.category]
    searched += [notice.cause, notice.facts, *notice.basis, notice.step or "", notice.conclusion]
    searched += notice.penalty_kinds
    if isinstance(text, PublicText):
        parts = (part for paragraph in text.paragraphs for part in paragraph)
        searched += [part for part in parts if isinstance(part, str)]
    return {
        "slug": notice.number,
        **{name: getattr(notice, name) for name in _COPIED},
        "workday": notice.workday_of_publication,
        "allowed": notice.workdays_allowed,
        "decided_on": notice.decided_on.isoformat(),
        "published_on": notice.published_on.isoformat(),
        "body": body_of(searched),
        "words": notice.penalty_kinds,
    }


def _put(db: sqlite3.Connection, table: str, row: dict[str, object], before: sqlite3.Row | None) -> None:
    words = row.pop("words", ())
    columns = [name for name in _names(db, table) if name not in ("id", "ref")]
    row["seal"] = seal({"ref": row["ref"], **{name: row.get(name) for name in columns}})
    values = [row.get(name) for name in columns]
    if before is None:
        marks = ",".join("?" * (len(columns) + 1))
        sql = f"INSERT INTO {table}(ref,{','.join(columns)}) VALUES({marks})"
        done = db.execute(sql, [row["ref"], *values])
        identity = done.lastrowid
    else:
        sets = ",".join(f"{name}=?" for name in columns)
        db.execute(f"UPDATE {table} SET {sets} WHERE ref=?", [*values, row["ref"]])
        identity = before["id"] if table == "record" else None
    if table == "record":
        kind = NOTICE_KINDS[str(row["kind"])]
        every = {kind, *words} if isinstance(words, tuple) else {kind}
        db.executemany(
            "INSERT OR IGNORE INTO word(word, id) VALUES(?,?)", [(word, identity) for word in every]
        )
        if row["body"]:
            index = (identity, index_words(str(row["body"])))
            db.execute("INSERT INTO find(rowid, body) VALUES(?,?)", index)


def _names(db: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in db.execute(f"PRAGMA table_info({table})")]
