"""The right border of a growing tree: all that an append needs, at most 63 hashes, no tile is read."""

from dataclasses import dataclass
from typing import Self

from mingfa.tlog.encoding import MAX_SIZE
from mingfa.tlog.errors import Malformed
from mingfa.tlog.hashing import EMPTY_ROOT, HASH, node_hash


@dataclass(frozen=True, slots=True)
class Edge:
    """The roots of the full subtrees that make up a tree of `size` leaves, the largest first.

    Their number is the number of ones in the binary `size`, so that size and bytes check each other.
    """

    size: int
    hashes: tuple[bytes, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.size <= MAX_SIZE or len(self.hashes) != self.size.bit_count():
            raise Malformed(f"日志右边界与规模 {self.size} 不符")

    @classmethod
    def empty(cls) -> Self:
        return cls(0, ())

    @classmethod
    def from_bytes(cls, size: int, blob: bytes) -> Self:
        if len(blob) % HASH:
            raise Malformed("日志右边界的长度不是 32 的倍数")
        return cls(size, tuple(blob[at : at + HASH] for at in range(0, len(blob), HASH)))

    def to_bytes(self) -> bytes:
        return b"".join(self.hashes)

    def push(self, leaf: bytes) -> Self:
        """Return the border after one more leaf, named by its leaf hash."""
        kept, low_ones = len(self.hashes), self.size
        while low_ones & 1:
            kept -= 1
            leaf = node_hash(self.hashes[kept], leaf)
            low_ones >>= 1
        return type(self)(self.size + 1, (*self.hashes[:kept], leaf))

    def root(self) -> bytes:
        if not self.hashes:
            return EMPTY_ROOT
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node_hash(left, root)
        return root
