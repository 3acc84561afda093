"""Which decisions a visitor asks for: the filters of the list, and the query they make."""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from mingfa.feed.value import NOTICE_KINDS
from mingfa.portal.grams import match_of, terms_of
from mingfa.portal.store import Store

PER_PAGE = 20
MOST_COUNTED = 10_000
"""Counting further is the only dear part of a search; beyond it the page says "10000 条以上"."""
STATES = {"shown": "在示", "replaced": "已更正", "withdrawn": "已撤下", "unverified": "未能核验"}
_DAY = re.compile(r"(\d{4})\s*[-./年]?\s*(\d{1,2})\s*[-./月]?\s*(\d{1,2})\s*日?\Z")


@dataclass(frozen=True)
class Filters:
    """What the visitor typed, as far as it can be used; `problems` says what could not."""

    q: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    state: str = ""
    page: int = 1
    item: str = ""
    problems: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.q.strip() or self.kind or self.since or self.until or self.state or self.item)

    def address(self, page: int | None = None) -> str:
        """Return the query string of the same filters, at another page."""
        pairs = {
            "q": self.q, "kind": self.kind, "from": self.since, "to": self.until, "state": self.state,
            "item": self.item, "page": page if page and page > 1 else "",
        }  # fmt: skip
        return urlencode({name: value for name, value in pairs.items() if value})


@dataclass(frozen=True)
class Found:
    """One page of decisions, newest publication first; `total` is exact below MOST_COUNTED."""

    rows: list[sqlite3.Row]
    total: int
    page: int
    pages: int

    @property
    def first(self) -> int:
        return (self.page - 1) * PER_PAGE + 1 if self.rows else 0

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1 if self.rows else 0

    @property
    def more_than_counted(self) -> bool:
        return self.total > MOST_COUNTED


def read_filters(query: Mapping[str, str], page: int = 1) -> Filters:
    problems: list[str] = []

    def day(name: str, label: str) -> str:
        text = query.get(name, "").strip()
        found = _DAY.match(text)
        try:
            return date(*map(int, found.groups())).isoformat() if found else _bad_day(text, label, problems)
        except ValueError:
            return _bad_day(text, label, problems)

    since, until = day("from", "决定日期起"), day("to", "决定日期止")
    asked = query.get("page", "")
    return Filters(
        q=query.get("q", "").strip()[:100],
        kind=query.get("kind", ""),
        since=since,
        until=until,
        state=query.get("state", "") if query.get("state") in STATES else "",
        page=int(asked) if asked.isascii() and asked.isdigit() and 0 < int(asked) < 10**6 else page,
        item=query.get("item", ""),
        problems=tuple(problems),
    )


def _bad_day(text: str, label: str, problems: list[str]) -> str:
    if text:
        problems.append(f"{label}“{text[:20]}”不是有效日期，请按 2026-03-12 的格式填写。")
    return ""


def find(store: Store, filters: Filters) -> Found:
    """Return one page of what matches: every term occurs, as a substring, in the decision's public words."""
    tables, conditions, values = _conditions(filters)
    where = f"FROM {tables} WHERE {' AND '.join(conditions) or '1'}"
    # Where words are all that is asked, the index alone can count; the join would cost ten times as much.
    counting = "FROM find WHERE find MATCH ?" if conditions == ["find MATCH ?"] else where
    counted = store.one(f"SELECT count(*) AS n FROM (SELECT 1 {counting} LIMIT {MOST_COUNTED + 1})", values)
    total = int(counted["n"]) if counted else 0
    pages = max(1, -(-total // PER_PAGE))
    offset = (min(filters.page, pages) - 1) * PER_PAGE
    order = "find.rowid" if filters.q.strip() else "record.id"
    sql = f"SELECT record.* {where} ORDER BY {order} DESC LIMIT {PER_PAGE} OFFSET {offset}"
    return Found(store.rows(sql, values), total, min(filters.page, pages), pages)


def find_all(store: Store, filters: Filters) -> list[sqlite3.Row]:
    """Return everything that matches, for export."""
    tables, conditions, values = _conditions(filters)
    where = f"FROM {tables} WHERE {' AND '.join(conditions) or '1'}"
    return store.rows(f"SELECT record.* {where} ORDER BY record.id DESC", values)


def _conditions(filters: Filters) -> tuple[str, list[str], list[object]]:
    tables, conditions, values = "record", list[str](), list[object]()
    terms = terms_of(filters.q)
    if terms:
        tables = "find JOIN record ON record.id = find.rowid"
        conditions.append("find MATCH ?")
        values.append(match_of(terms))
    for sql, value in (
        ("record.id IN (SELECT id FROM word WHERE word = ?)", filters.kind),
        ("record.decided_on >= ?", filters.since),
        ("record.decided_on <= ?", filters.until),
        ("record.state = ?", filters.state),
        ("record.item_code = ?", filters.item),
    ):
        if value:
            conditions.append(sql)
            values.append(value)
    return tables, conditions, values


_EVERY_WORD = """
WITH RECURSIVE each(word) AS (
  SELECT min(word) FROM word
  UNION ALL SELECT (SELECT min(word) FROM word WHERE word > each.word) FROM each WHERE each.word IS NOT NULL
) SELECT word FROM each WHERE word IS NOT NULL
"""


def kinds_offered(store: Store) -> list[str]:
    """Return what the filter offers: the kinds of enforcement first, then those of penalty."""
    # One step of the index for each word, instead of reading a row for each decision.
    words = [row["word"] for row in store.rows(_EVERY_WORD)]
    classes = [name for name in NOTICE_KINDS.values() if name in words]
    return [*classes, *(word for word in words if word not in classes)]
