"""Two acts at the same moment: what comes of them is what one after the other would have given.

Both orders are tried beforehand and taken back; then both acts are done at once. Allowed is exactly what one
of the orders gave: the same acts done or refused for the same reasons, the same rows, the same numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from tests.fuzz.hands import Came, Process, Thread, Try, enter

from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.reader import Recorded

Written = tuple[str, str, tuple[str, ...], object]


@dataclass(frozen=True)
class Ended:
    """How two acts ended, and what stands in the log afterwards."""

    came: tuple[str, str]
    wrote: tuple[Written, ...]


def in_turn(first: Try, second: Try) -> tuple[Came, Came, tuple[Written, ...]]:
    """Do both, one after the other, and take them back."""
    with transaction.atomic():
        before = reader.size()
        came = enter(first), enter(second)
        wrote = written(before)
        transaction.set_rollback(True)
    return *came, wrote


def written(before: int) -> tuple[Written, ...]:
    """Return what the log has since: for each entry the act, its end, the rows it wrote and its number."""
    return tuple(_written(entry) for entry in reader.leaves(start=before))


def _written(recorded: Recorded) -> Written:
    opened = reader.values(recorded.entry)
    rows, paper = opened.get("rows"), opened.get("paper")
    assert isinstance(rows, dict)
    number = paper.get("number") if isinstance(paper, dict) else None
    return recorded.entry.text("act"), recorded.entry.text("outcome"), tuple(sorted(rows)), number


def at_once(mine: Try, other: Try, hand: Process | type[Thread]) -> tuple[Came, Came]:
    """Do both at the same moment by two hands; raise AssertionError unless one order explains it."""
    orders = _orders(mine, other)
    before = reader.size()
    with hand.busy(other) as wait:
        ours = enter(mine)
        theirs = wait()
    ended = Ended((str(ours), str(theirs)), written(before))
    assert "broke" not in (ours.how, theirs.how), f"at once: {ended.came}"
    assert ended in orders, f"at once: {ended}\nin turn: " + "\n     or: ".join(map(str, orders))
    for came in (ours, theirs):
        if came.done is not None:
            assert came.done.index >= before or mine.key, "an act that was done before"
    return ours, theirs


def _orders(mine: Try, other: Try) -> Sequence[Ended]:
    if mine.key and mine.key == other.key:  # one request, sent twice: the second is answered with the first
        with transaction.atomic():
            before = reader.size()
            first, again = enter(mine), enter(other)
            wrote = written(before)
            transaction.set_rollback(True)
        assert (first.done, str(first)) == (again.done, str(again)) or first.how != "done", (
            "twice for one key"
        )
        return [Ended((str(first), str(again)), wrote)]
    ours, theirs, wrote = in_turn(mine, other)
    theirs_first, ours_second, other_way = in_turn(other, mine)
    return [
        Ended((str(ours), str(theirs)), wrote),
        Ended((str(ours_second), str(theirs_first)), other_way),
    ]


def told(one: Try) -> str:
    return f"{one.name} by {one.by} on {one.on}"
