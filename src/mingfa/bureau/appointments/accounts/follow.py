"""What accounts do when a day has passed: put on record how much happened at the door (plan 2.4.a)."""

from datetime import datetime, timedelta
from functools import partial

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.ledger.models import RECORD, Leaf
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.happenings import ANCHOR, stand

DAY = timedelta(days=1)


def to_anchor(now: datetime) -> list[Piece[Done]]:
    """Return the anchor that waits: something happened, and the last one is a day old."""
    count, digest = stand()
    rows = Leaf.objects.filter(log=RECORD, act=ANCHOR).order_by("-i").values_list("i", flat=True)
    last = None if (index := rows.first()) is None else leaf(index).entry
    if last is None:
        waits = count > 0
    else:
        waits = inputs(last)["count"] != count and last.entered is not None and now - last.entered >= DAY
    return [Piece("", 0, "", "出入记录摘要", partial(_anchor, count, digest, now))] if waits else []


def _anchor(count: int, digest: str, now: datetime) -> Done:
    return do(ANCHOR, by=people.system(), inputs={"count": count, "digest": digest}, at=now, now=now)
