"""Nil statements that anyone can check: "no such decision this month", by two anchors of the public log.

An anchor carries the signed head of the private record and the counts so far. If the count of decisions did
not grow between an anchor before the month and one after it, there was nothing to publish (plan 1.1.c).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from mingfa.feed.operations import Anchor
from mingfa.feed.value import NOTICE_KINDS
from mingfa.portal.store import Store


@dataclass(frozen=True)
class Nil:
    """No decision of a kind in a month; `complete` is False while the month still runs."""

    kind: str
    month: str
    before: int
    after: int
    until: str
    complete: bool


def nil_statements(store: Store, months: int = 12) -> list[Nil]:
    """Return the statements that the anchors prove, the newest month first."""
    anchors = store.anchors()
    if len(anchors) < 2:
        return []
    newest = date.fromisoformat(anchors[-1][1].at[:10])
    found: list[Nil] = []
    month = newest.replace(day=1)
    for _ in range(months):
        for kind in NOTICE_KINDS:
            if statement := _nil(anchors, kind, month):
                found.append(statement)
        month = (month - timedelta(days=1)).replace(day=1)
    return found


def _nil(anchors: list[tuple[int, Anchor]], kind: str, month: date) -> Nil | None:
    following = (month + timedelta(days=32)).replace(day=1)
    counted = [(index, anchor) for index, anchor in anchors if kind in anchor.counts]
    before = [pair for pair in counted if pair[1].at < month.isoformat()]
    after = [pair for pair in counted if pair[1].at >= following.isoformat()]
    if not before or counted[-1][0] == before[-1][0]:
        return None
    first, last = before[-1], after[0] if after else counted[-1]
    if first[1].counts[kind].decided != last[1].counts[kind].decided:
        return None
    words = f"{month.year}年{month.month}月"
    return Nil(NOTICE_KINDS[kind], words, first[0], last[0], last[1].at, bool(after))
