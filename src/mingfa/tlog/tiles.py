"""Where hashes and entries lie: the file layout of C2SP tlog-tiles.

Hash i of tile (level, n) covers the 256^level leaves from `(n*256 + i) * 256^level` on. The right border
is kept as partial tiles (`.p/<width>`); only full tiles are hashed upward; an empty partial tile has no
file.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from mingfa.tlog.errors import Malformed
from mingfa.tlog.hashing import HASH, root_of

WIDTH = 256
FULL = WIDTH * HASH
MAX_ENTRY = 65_535
CHECKPOINT = "checkpoint"
PATH = re.compile(r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([0-9]{1,3}))?")


class TileReader(Protocol):
    """Reads the files of one log; the path is relative to the log's prefix, like `tile/0/x001/234.p/17`."""

    def read(self, path: str) -> bytes:
        """Return the whole file; raises FileNotFoundError where there is none."""


def tile_path(level: int, n: int, width: int = WIDTH) -> str:
    return _path(str(level), n, width)


def bundle_path(n: int, width: int = WIDTH) -> str:
    """Return the path of a bundle, the tile that holds entries."""
    return _path("entries", n, width)


def _path(level: str, n: int, width: int) -> str:
    groups = [f"{n % 1000:03}"]
    while n := n // 1000:
        groups.insert(0, f"x{n % 1000:03}")
    partial = "" if width == WIDTH else f".p/{width}"
    return f"tile/{level}/{'/'.join(groups)}{partial}"


def parse_path(path: str) -> tuple[int | None, int, int]:
    """Read a file's path back: its level (None for a bundle), number and width."""
    found = PATH.fullmatch(path)
    if not found:
        raise Malformed(f"{path}：不是日志文件的路径")
    level = None if found[1] == "entries" else int(found[1])
    n = int(found[2].replace("x", "").replace("/", ""))
    width = int(found[3] or WIDTH)
    if path != (bundle_path(n, width) if level is None else tile_path(level, n, width)):
        raise Malformed(f"{path}：不是日志文件路径的规范写法")
    return level, n, width


def full_tiles(size: int, level: int) -> int:
    return size >> 8 * (level + 1)


def border_width(size: int, level: int) -> int:
    """Return the width of the partial tile at a level; 0 means that there is no file."""
    return (size >> 8 * level) & 0xFF


def level_count(size: int) -> int:
    return (size.bit_length() + 7) // 8


def tile_width(size: int, level: int, n: int) -> int:
    """Return how many hashes tile (level, n) has in a tree of `size`; 0 or less: it does not exist."""
    return min(WIDTH, (size >> 8 * level) - n * WIDTH)


def read_tile(reader: TileReader, level: int, n: int, width: int) -> bytes:
    """Read `width` hashes, from the partial tile or, where that is gone, from the full one."""
    return read_tile_file(reader, level, n, width)[1]


def read_tile_file(reader: TileReader, level: int, n: int, width: int) -> tuple[str, bytes]:
    """Read like `read_tile`; also return the path of the file that was read."""
    path, blob = _read(reader, tile_path(level, n, width), tile_path(level, n))
    expected = width * HASH if path == tile_path(level, n, width) else FULL
    if len(blob) != expected:
        raise Malformed(f"{path}：长度为 {len(blob)} 字节，应为 {expected}")
    return path, blob[: width * HASH]


def read_bundle_file(reader: TileReader, n: int, width: int) -> tuple[str, bytes]:
    """Read a bundle as it lies there, from the partial or the full file; also give its path."""
    return _read(reader, bundle_path(n, width), bundle_path(n))


def _read(reader: TileReader, path: str, fallback: str) -> tuple[str, bytes]:
    try:
        return path, reader.read(path)
    except FileNotFoundError:
        if path == fallback:
            raise
    try:
        return fallback, reader.read(fallback)
    except FileNotFoundError:
        raise FileNotFoundError(path) from None


def read_entries(reader: TileReader, n: int, width: int) -> list[bytes]:
    path, blob = read_bundle_file(reader, n, width)
    entries = unpack(blob)
    if len(entries) < width:
        raise Malformed(f"{path}：有 {len(entries)} 条，应有 {width} 条")
    return entries[:width]


def pack(entries: Sequence[bytes]) -> bytes:
    """Return the bytes of a bundle: each entry behind its length as uint16, big-endian."""
    parts = []
    for entry in entries:
        if len(entry) > MAX_ENTRY:
            raise Malformed(f"条目长 {len(entry)} 字节，超过 {MAX_ENTRY}")
        parts += [len(entry).to_bytes(2, "big"), entry]
    return b"".join(parts)


def unpack(blob: bytes) -> list[bytes]:
    entries, whole = split_bundle(blob)
    if not whole:
        raise Malformed(f"条目包在第 {len(entries)} 条处残缺")
    return entries


def split_bundle(blob: bytes) -> tuple[list[bytes], bool]:
    """Return the entries as far as the bytes reach, and whether the last one ends with them."""
    entries, at, end = [], 0, len(blob)
    while at + 2 <= end:
        start = at + 2
        at = start + (blob[at] << 8 | blob[at + 1])
        entries.append(blob[start:at])
    return entries, at == end


def root_from_tiles(size: int, reader: TileReader, within: int = 0) -> bytes:
    """Return the root of the first `size` leaves, from the partial tiles of that size's right border.

    Where that border is not kept, name the larger tree `within` which it lies: its tiles begin with the same.
    """
    carry = b""
    for level in range(level_count(size)):
        width = border_width(size, level)
        if width:
            n = full_tiles(size, level)
            hashes = read_tile(reader, level, n, tile_width(max(size, within), level, n))
            carry = root_of(hashes[: width * HASH] + carry)
    return carry or root_of(b"")
