"""Inclusion and consistency, in pairs: the prover reads tiles (RFC 6962 2.1.1, 2.1.2), the checker none.

The checkers follow RFC 9162 2.1.3.2 and 2.1.4.2 and share no code with the provers.
"""

from collections.abc import Sequence

from mingfa.tlog.hashing import EMPTY_ROOT, HASH, node_hash, root_of
from mingfa.tlog.tiles import TileReader, read_tile, tile_width


class _Subtrees:
    """Roots of parts of a tree of `size` leaves; each tile is read at most once."""

    def __init__(self, size: int, reader: TileReader) -> None:
        self._size = size
        self._reader = reader
        self._tiles: dict[tuple[int, int], bytes] = {}

    def root(self, low: int, high: int) -> bytes:
        """Return MTH(D[low:high]); `low` must be a multiple of the power of two that reaches `high`."""
        full = []
        while low < high:
            height = (high - low).bit_length() - 1
            full.append(self._perfect(low >> height, height))
            low += 1 << height
        root = full.pop()
        while full:
            root = node_hash(full.pop(), root)
        return root

    def _perfect(self, index: int, height: int) -> bytes:
        """Return node `index` of those that cover 2^height leaves each: a run of hashes within one tile."""
        level, within = divmod(height, 8)
        n, offset = divmod(index << within, 256)
        if (level, n) not in self._tiles:
            width = tile_width(self._size, level, n)
            self._tiles[level, n] = read_tile(self._reader, level, n, width)
        return root_of(self._tiles[level, n][offset * HASH : (offset + (1 << within)) * HASH])


def _split(low: int, high: int) -> int:
    """Return where the left subtree ends: after the largest power of two smaller than the span."""
    return low + (1 << (high - low - 1).bit_length() - 1)


def prove_inclusion(index: int, size: int, reader: TileReader) -> list[bytes]:
    """Return the sibling hashes from the leaf up; raises FileNotFoundError where a tile is missing."""
    if not 0 <= index < size:
        raise IndexError(f"序号 {index} 不在规模为 {size} 的日志中")
    subtrees, path, low, high = _Subtrees(size, reader), list[bytes](), 0, size
    while high - low > 1:
        middle = _split(low, high)
        if index < middle:
            path.append(subtrees.root(middle, high))
            high = middle
        else:
            path.append(subtrees.root(low, middle))
            low = middle
    return path[::-1]


def prove_consistency(old: int, new: int, reader: TileReader) -> list[bytes]:
    """Return the proof that the first `old` of `new` leaves are unchanged; empty for 0 and equal sizes."""
    if not 0 <= old <= new:
        raise IndexError(f"旧规模 {old} 大于新规模 {new}")
    if old in (0, new):
        return []
    subtrees, path, low, high = _Subtrees(new, reader), list[bytes](), 0, new
    while old < high:
        middle = _split(low, high)
        if old <= middle:
            path.append(subtrees.root(middle, high))
            high = middle
        else:
            path.append(subtrees.root(low, middle))
            low = middle
    if low:
        path.append(subtrees.root(low, high))
    return path[::-1]


def check_inclusion(index: int, size: int, leaf: bytes, path: Sequence[bytes], root: bytes) -> bool:
    """Return whether the path leads from a leaf hash at `index` to the root of `size` leaves."""
    if not 0 <= index < size or any(len(step) != HASH for step in (leaf, *path)):
        return False
    at, last, value = index, size - 1, leaf
    for step in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            value = node_hash(step, value)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            value = node_hash(value, step)
        at, last = at >> 1, last >> 1
    return last == 0 and value == root


def check_consistency(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Return whether a tree of `new` leaves begins with the tree of `old` leaves."""
    if not 0 <= old <= new or any(len(step) != HASH for step in (old_root, new_root, *path)):
        return False
    if old == new:
        return not path and old_root == new_root
    if old == 0:
        return not path and old_root == EMPTY_ROOT
    steps = list(path) if old & (old - 1) else [old_root, *path]
    if not path:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old_value = new_value = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old_value, new_value = node_hash(step, old_value), node_hash(step, new_value)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new_value = node_hash(new_value, step)
        at, last = at >> 1, last >> 1
    return last == 0 and old_value == old_root and new_value == new_root
