"""Writing a log as files that anyone can read and check (C2SP tlog-tiles).

The order makes it safe to crash: leaves durable in the database -> `export` (bundles and tiles) -> head
signed -> `publish` (the checkpoint, last). Every step may be repeated; only the checkpoint is ever
written anew.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from mingfa.tlog.encoding import decode_text
from mingfa.tlog.errors import Conflict, Malformed
from mingfa.tlog.hashing import leaf_hashes, root_of
from mingfa.tlog.policy import Policy, Trusted
from mingfa.tlog.store import Store
from mingfa.tlog.tiles import (
    CHECKPOINT,
    FULL,
    WIDTH,
    border_width,
    bundle_path,
    full_tiles,
    level_count,
    pack,
    read_entries,
    read_tile,
    root_from_tiles,
    tile_path,
)


def export(store: Store, old_size: int, new_size: int, entries: Iterable[bytes]) -> bytes:
    """Write the tiles that a tree of `new_size` needs; return its root.

    `entries` are those from `old_size` up to `new_size`; the store must hold the export of `old_size` (0 is
    always right, and rebuilds all). Raises Conflict where the store holds other bytes, FileNotFoundError
    where it lacks the old border. Call it for every size that is published: its partial tiles must exist.
    """
    if not 0 <= old_size <= new_size:
        raise Malformed(f"日志不得由 {old_size} 条变为 {new_size} 条")
    border = _Border(store, old_size)
    source = iter(entries)
    for chunk in _chunks(source, old_size, new_size):
        border.add(chunk)
    if border.size != new_size or next(source, None) is not None:
        raise Malformed(f"条目数与规模不符：应由 {old_size} 条增至 {new_size} 条，实得 {border.size} 条")
    border.write_partial()
    return border.root()


def publish(store: Store, note: str, policy: Policy) -> Trusted:
    """Write a signed checkpoint if its tiles are there and it extends the published one, else Conflict."""
    trusted = policy.check(note)
    head = trusted.checkpoint
    if root_from_tiles(head.size, store) != head.root:
        raise Conflict(f"日志文件与规模为 {head.size} 的检查点不符，请先导出日志文件，再发布检查点")
    try:
        before = policy.check(decode_text(store.read(CHECKPOINT))).checkpoint
    except FileNotFoundError:
        pass
    else:
        if before.size > head.size or root_from_tiles(before.size, store) != before.root:
            raise Conflict(f"新检查点（{head.size} 条）不是已发布检查点（{before.size} 条）的延续，不得发布")
    store.write_checkpoint(note.encode())
    return trusted


def _chunks(source: Iterator[bytes], old_size: int, new_size: int) -> Iterator[list[bytes]]:
    """Cut the entries where tiles end."""
    at = old_size
    while at < new_size:
        chunk = list(islice(source, min(WIDTH - at % WIDTH, new_size - at)))
        if not chunk:
            return
        at += len(chunk)
        yield chunk


class _Border:
    """The unfinished bundle and the unfinished tile of every level, as they grow."""

    def __init__(self, store: Store, size: int) -> None:
        self._store = store
        self.size = size
        self._tiles = [self._load(level) for level in range(level_count(size))] or [b""]
        width = border_width(size, 0)
        self._bundle = pack(read_entries(store, full_tiles(size, 0), width)) if width else b""

    def _load(self, level: int) -> bytes:
        width = border_width(self.size, level)
        return read_tile(self._store, level, full_tiles(self.size, level), width) if width else b""

    def add(self, chunk: list[bytes]) -> None:
        """Add entries that go no further than the current tile's end."""
        self._bundle += pack(chunk)
        self.size += len(chunk)
        if self.size % WIDTH == 0:
            self._store.write_once(bundle_path(full_tiles(self.size, 0) - 1), self._bundle)
            self._bundle = b""
        self._push(0, leaf_hashes(chunk))

    def _push(self, level: int, hashes: bytes) -> None:
        if level == len(self._tiles):
            self._tiles.append(b"")
        self._tiles[level] += hashes
        if len(self._tiles[level]) == FULL:
            self._store.write_once(tile_path(level, full_tiles(self.size, level) - 1), self._tiles[level])
            self._push(level + 1, root_of(self._tiles[level]))
            self._tiles[level] = b""

    def write_partial(self) -> None:
        width = border_width(self.size, 0)
        if width:
            self._store.write_once(bundle_path(full_tiles(self.size, 0), width), self._bundle)
        for level, hashes in enumerate(self._tiles):
            if hashes:
                n, width = full_tiles(self.size, level), border_width(self.size, level)
                self._store.write_once(tile_path(level, n, width), hashes)

    def root(self) -> bytes:
        carry = b""
        for hashes in self._tiles:
            if hashes:
                carry = root_of(hashes + carry)
        return carry or root_of(b"")
