"""Reads a feed and believes nothing that is not signed: the way of portal, mirror and citizen to the truth.

A reader keeps its place: how many entries it has read, and the right border of the tree over them. New
entries are pushed onto that border; if the result is not the signed root, either a file was altered or the
log was forked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mingfa.feed.item import Altered, Item, item_path, open_item
from mingfa.feed.operations import Operation, Publish, Withdraw, from_entry
from mingfa.feed.source import Missing, Source
from mingfa.tlog.checkpoint import Checkpoint
from mingfa.tlog.errors import LogError, Malformed
from mingfa.tlog.hashing import leaf_hash, leaf_hashes
from mingfa.tlog.policy import Policy
from mingfa.tlog.tiles import WIDTH, bundle_path, read_entries, read_tile
from mingfa.tlog.tree import Edge

CHECKPOINT = "log/checkpoint"


class Forged(Exception):
    """The checkpoint is not signed by the log's key."""


class Forked(Exception):
    """The log is signed, but it is not a continuation of what was read before: history was changed."""


@dataclass(frozen=True)
class Head:
    """A checked checkpoint and its exact note."""

    note: str
    checkpoint: Checkpoint


@dataclass(frozen=True)
class Entry:
    """One entry of the disclosure log; `raw` is the record, `operation` what it says."""

    index: int
    raw: bytes
    operation: Operation


@dataclass(frozen=True)
class Stretch:
    """Entries that were read and checked, and the place after them."""

    head: Head
    entries: tuple[Entry, ...]
    place: Edge


class Feed:
    """One feed; `vkey` pins the log's verifier key, without it the feed's own `vkey` file is believed."""

    def __init__(self, source: Source, vkey: str | None = None) -> None:
        self.source = source
        self.vkey = vkey or source.read("log/vkey").decode().strip()
        self.log = LogReader(source)
        self._policy = Policy.of(self.vkey)

    def head(self) -> Head:
        """Return the signed head; raises Forged, Missing or Unreachable."""
        return self.open_head(self.source.read(CHECKPOINT))

    def open_head(self, data: bytes) -> Head:
        try:
            note = data.decode()
            return Head(note, self._policy.check(note).checkpoint)
        except (LogError, UnicodeDecodeError) as error:
            raise Forged(f"{CHECKPOINT}：公开日志的签名未能核验（{error}）") from error

    def read(self, place: Edge | None = None, head: Head | None = None) -> Stretch:
        """Read what is new since a place and check it against the signed root.

        Raises Forged, Forked, Altered, UnknownOperation, Missing or Unreachable; then nothing new
        may be shown.
        """
        edge = place or Edge.empty()
        head = head or self.head()
        if head.checkpoint.size < edge.size:
            raise Forked(f"公开日志变短了：上次为 {edge.size} 条，现在为 {head.checkpoint.size} 条")
        raw = list(self._raw_entries(edge.size, head.checkpoint.size))
        after = edge
        for entry in raw:
            after = after.push(leaf_hash(entry))
        if after.root() != head.checkpoint.root:
            raise self._why_the_root_differs(edge.size, head.checkpoint)
        entries = (Entry(edge.size + i, data, from_entry(data)) for i, data in enumerate(raw))
        return Stretch(head, tuple(entries), after)

    def item(self, commitment: str) -> Item:
        """Return a content checked against its commitment (hex); raises Altered, Missing or Unreachable."""
        return open_item(commitment, self.source.read(item_path(commitment)))

    def _raw_entries(self, start: int, end: int) -> Iterator[bytes]:
        for n in range(start // WIDTH, -(-end // WIDTH)):
            width = min(WIDTH, end - n * WIDTH)
            try:
                entries = read_entries(self.log, n, width)
            except Malformed as error:
                raise Altered(f"log/{bundle_path(n, width)}", "条目文件残缺") from error
            yield from entries[max(0, start - n * WIDTH) :]

    def _why_the_root_differs(self, start: int, head: Checkpoint) -> Altered | Forked:
        for n in range(start // WIDTH, -(-head.size // WIDTH)):
            width = min(WIDTH, head.size - n * WIDTH)
            try:
                honest = leaf_hashes(read_entries(self.log, n, width)) == read_tile(self.log, 0, n, width)
            except (Malformed, Missing):
                honest = False
            if not honest:
                return Altered(f"log/{bundle_path(n, width)}", "条目与哈希文件不一致")
        return Forked("公开日志不是上次所读日志的延续：历史条目被改动，请保存两份检查点并向监督机关反映")


class LogReader:
    """The log's own paths (`tile/…`) within a feed, as tlog's proofs and audits ask for them."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def read(self, path: str) -> bytes:
        return self._source.read(f"log/{path}")


@dataclass(frozen=True)
class Standing:
    """What the log says of one reference: its newest operation decides, the earlier ones are its history."""

    ref: str
    history: tuple[Entry, ...]

    @property
    def newest(self) -> Entry:
        return self.history[-1]

    @property
    def shown(self) -> Publish | None:
        """The publication whose content may be shown; None once it is withdrawn."""
        operation = self.newest.operation
        return operation if isinstance(operation, Publish) else None

    def commitments(self) -> set[str]:
        """Return every commitment ever published under this reference."""
        return {
            commitment
            for entry in self.history
            if isinstance(entry.operation, Publish)
            for commitment in entry.operation.items.values()
        }


def state(entries: tuple[Entry, ...] | list[Entry]) -> dict[str, Standing]:
    """Return what stands now for every reference, in order of first publication."""
    histories: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.operation, Publish | Withdraw):
            histories.setdefault(entry.operation.ref, []).append(entry)
    return {ref: Standing(ref, tuple(history)) for ref, history in histories.items()}


def live_commitments(standings: dict[str, Standing]) -> set[str]:
    """Return the commitments whose content belongs to the public now; all others must be gone."""
    return {c for standing in standings.values() if standing.shown for c in standing.shown.items.values()}
