"""The public files: content for what is public now, nothing for what was taken down (plan 1.4.e).

Items are written before the head that names them is signed, and dropped after the head that withdraws them:
at every moment the checkpoint promises nothing that is not there. A crash is mended by the next round.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import DISCLOSURE
from mingfa.bureau.ledger.reader import leaves, open_items
from mingfa.feed.operations import Anchor, Publish, Restore, from_entry
from mingfa.feed.writer import drop_item, write_item


@dataclass(frozen=True, slots=True)
class Written:
    """What a round did: items written and dropped, entries of the disclosure log read, the signed head."""

    written: int
    dropped: int
    size: int
    head: str


@dataclass
class FeedFolder:
    """Keeps the feed's folder as the disclosure log says; reads on from where it was.

    The first round also removes files that no entry names: what a crash or a hand left behind.
    """

    folder: Path
    size: int = 0
    live: dict[str, frozenset[str]] = field(default_factory=dict)

    def follow(self) -> Written:
        """Bring the folder up to date and sign the log; a file that fails stops no other.

        What failed is raised at the end, and the next round looks at the whole folder again.
        """
        try:
            return self._follow()
        except Exception:
            self.size, self.live = 0, {}
            raise

    def _follow(self) -> Written:
        failed: list[Exception] = []
        is_first, stale = self.size == 0, self._read_on()
        shown = set().union(*self.live.values())
        present = {path.name for path in (self.folder / "item").glob("*") if not path.name.startswith(".")}
        written = sum(_each(self._write, sorted(shown - present), failed))
        head = heads.sign(DISCLOSURE)
        gone = (present if is_first else stale) - shown
        dropped = sum(_each(partial(drop_item, self.folder), sorted(gone), failed))
        if failed:
            raise ExceptionGroup("有公示文件未能更新", failed)
        return Written(written, dropped, self.size, head)

    def _read_on(self) -> set[str]:
        """Read the entries since the last round; return the commitments that are no longer shown."""
        stale: set[str] = set()
        for recorded in leaves(DISCLOSURE, self.size):
            operation = from_entry(recorded.data)
            self.size = recorded.index + 1
            if isinstance(operation, Anchor | Restore):
                continue
            stale |= self.live.pop(operation.ref, frozenset())
            if isinstance(operation, Publish):
                self.live[operation.ref] = frozenset(operation.items.values())
        return stale

    def _write(self, commitment: str) -> int:
        """Write one item; one that was lawfully erased is not there any more and is not written."""
        key = bytes.fromhex(commitment)
        item = open_items([key]).get(key)
        if item is None:
            return 0
        write_item(self.folder, commitment, bytes(item.salt), item.name, bytes(item.value).decode())
        return 1


def _each(do: Callable[[str], int], commitments: Iterable[str], failed: list[Exception]) -> Iterator[int]:
    """Do it for each commitment; note what fails and go on."""
    for commitment in commitments:
        try:
            yield do(commitment)
        except Exception as error:
            failed.append(error)
