"""What is known of the record log while this thread holds its row.

The border of the log's tree commits to every entry before it. What was read and checked under a border is
just as true when the log is locked under the same border again, so nothing is asked of it twice. After
another process appended, after a rollback, in another database, the border is another: all is asked anew.
Only entries are known this way; working rows are read and compared every time.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from mingfa.tlog import Edge

MOST = 50_000
Seals = Mapping[str, str]


@dataclass
class Known:
    """Under one border: row digests by entry, last entries of matters, hashes of acts, the last time."""

    edge: Edge
    seals: dict[int, Seals] = field(default_factory=dict)
    newest: dict[int, int] = field(default_factory=dict)
    hashes: dict[str, bytes] = field(default_factory=dict)
    entered: datetime | None = None

    def stand_at(self, edge: Edge) -> None:
        """Forget everything that was learned under another border."""
        if edge != self.edge or len(self.seals) > MOST:
            self.seals, self.newest, self.hashes, self.entered = {}, {}, {}, None
        self.edge = edge


_known = Known(Edge.empty())
_thread = threading.local()


@contextmanager
def holding(edge: Edge) -> Iterator[None]:
    """Tell the reader that this thread has the log's row locked, and where the log stands."""
    _known.stand_at(edge)
    _thread.holds = True
    try:
        yield
    finally:
        _thread.holds = False


def known(using: str) -> Known | None:
    """Return what is known where this thread holds the log, else None."""
    return _known if using == "default" and getattr(_thread, "holds", False) else None


def grown(
    before: Edge,
    after: Edge,
    act: str,
    matter: int | None,
    hashed: bytes,
    seals: Seals,
    entered: datetime | None = None,
) -> None:
    """Learn the entry that was just appended. If it is rolled back, the next border says so."""
    if _known.edge != before:
        return
    _known.edge = after
    _known.seals[before.size] = seals
    _known.hashes[act] = hashed
    _known.entered = entered
    if matter is not None:
        _known.newest[matter] = before.size
