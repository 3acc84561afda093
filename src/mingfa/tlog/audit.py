"""Checking a whole log: every entry, every tile, the root, the signatures, and what an older head promised.

The check goes from the top down: the signed root proves the right border, a proven tile proves the tiles
below it, a proven bottom tile proves the entries. So it can tell which file is wrong, not only that two
do not agree. A wrong tile is rebuilt from below where that gives the proven hash, so that one bad file
does not put the blame on others.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Protocol, runtime_checkable

from mingfa.tlog.checkpoint import Checkpoint
from mingfa.tlog.encoding import decode_text
from mingfa.tlog.errors import LogError, Malformed
from mingfa.tlog.former import former_keys, policy_for
from mingfa.tlog.hashing import HASH, leaf_hashes, root_of
from mingfa.tlog.note import split_note
from mingfa.tlog.policy import Policy
from mingfa.tlog.tiles import (
    CHECKPOINT,
    FULL,
    WIDTH,
    TileReader,
    border_width,
    bundle_path,
    full_tiles,
    level_count,
    parse_path,
    read_bundle_file,
    read_entries,
    read_tile,
    read_tile_file,
    root_from_tiles,
    split_bundle,
    tile_path,
    tile_width,
)

Progress = Callable[[int, int], None]

# A head that claims billions of entries must not keep the checker busy with naming each missing file.
MAX_FINDINGS = 1000
FORMER = "日志原名 {}，所持旧检查点的{}条没有全部延续下来，请与公示日志中的数据恢复声明核对"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: in which file, at which entry (where that can be said), and what."""

    path: str
    index: int | None
    problem: str

    def __str__(self) -> str:
        where = self.path if self.index is None else f"{self.path}（第 {self.index} 号条目）"
        return f"{where}：{self.problem}"


@runtime_checkable
class Listing(Protocol):
    """A reader that can also say which files there are, like a folder."""

    def paths(self) -> Iterable[str]: ...


def audit(
    reader: TileReader, policy: Policy, old_checkpoint: str | None = None, progress: Progress | None = None
) -> list[Finding]:
    """Check a log; an empty list means that all is well.

    `old_checkpoint` is a signed checkpoint kept from before; `progress` is told (entries done, all entries).
    """
    findings: list[Finding] = []
    head = _head(reader, policy, findings)
    if head is None:
        return findings
    try:
        _Audit(reader, head, findings).run(progress)
    except _TooMany:
        findings.append(Finding(CHECKPOINT, None, f"问题超过 {MAX_FINDINGS} 处，已停止检查"))
        return findings
    if old_checkpoint is not None:
        findings += _broken_promise(reader, policy.of_logs(), head, old_checkpoint)
    if isinstance(reader, Listing):
        findings += _leftovers(reader, reader.paths(), head.size, {finding.path for finding in findings})
    return findings


def _head(reader: TileReader, policy: Policy, findings: list[Finding]) -> Checkpoint | None:
    """Read the head; where the signatures fail but the text can be read, go on with what it claims."""
    try:
        note = decode_text(reader.read(CHECKPOINT))
        head = Checkpoint.parse(split_note(note)[0])
    except FileNotFoundError:
        findings.append(Finding(CHECKPOINT, None, "缺少检查点文件"))
        return None
    except LogError as error:
        findings.append(Finding(CHECKPOINT, None, str(error)))
        return None
    try:
        policy.check(note)
    except LogError as error:
        findings.append(Finding(CHECKPOINT, None, str(error)))
    return head


def _broken_promise(reader: TileReader, policy: Policy, head: Checkpoint, note: str) -> Iterator[Finding]:
    try:
        old = policy_for(reader, policy, note).check(note).checkpoint
    except LogError as error:
        yield Finding(CHECKPOINT, None, f"所持的旧检查点不可信：{error}")
        return
    if old.origin != head.origin and old.origin not in former_keys(reader):
        yield Finding(CHECKPOINT, None, f"所持的旧检查点属于另一日志 {old.origin}")
    elif old.origin != head.origin and _root_or_none(reader, old.size, head.size) != old.root:
        yield Finding(CHECKPOINT, None, FORMER.format(old.origin, old.size))
    elif old.size > head.size:
        yield Finding(CHECKPOINT, None, f"日志变短：旧检查点有 {old.size} 条，现只有 {head.size} 条")
    elif _root_or_none(reader, old.size, head.size) != old.root:
        yield Finding(CHECKPOINT, None, f"历史已被改动：前 {old.size} 条与旧检查点不符")


def _root_or_none(reader: TileReader, size: int, within: int) -> bytes | None:
    try:
        return root_from_tiles(size, reader, within)
    except (FileNotFoundError, Malformed):
        return None


class _TooMany(Exception):
    """More is wrong than anyone will read."""


class _Audit:
    def __init__(self, reader: TileReader, head: Checkpoint, findings: list[Finding]) -> None:
        self._reader = reader
        self._size = head.size
        self._root = head.root
        self._findings = findings

    def run(self, progress: Progress | None) -> None:
        border = self._border()
        above = b""
        for level in reversed(range(1, len(border))):
            above = b"".join(self._full_tiles(level, above)) + border[level]
        for n, tile in enumerate(self._bottom(above, border)):
            self._check_bundle(n, tile)
            if progress:
                progress(n * WIDTH + len(tile) // HASH, self._size)

    def _bottom(self, above: bytes, border: list[bytes]) -> Iterator[bytes]:
        yield from self._full_tiles(0, above)
        if border and border[0]:
            yield border[0]

    def _found(self, path: str, problem: str, index: int | None = None) -> None:
        self._findings.append(Finding(path, index, problem))
        if len(self._findings) >= MAX_FINDINGS:
            raise _TooMany

    def _border(self) -> list[bytes]:
        """Return the partial tiles of all levels, proven by the root as far as they can be."""
        places = [
            (level, full_tiles(self._size, level), border_width(self._size, level))
            for level in range(level_count(self._size))
        ]
        stored = [self._tile(*place) for place in places]
        if None not in stored and _fold(border := [tile or b"" for tile in stored]) == self._root:
            return border
        rebuilt = [self._from_below(*place) for place in places]
        choices = [[tile for tile in pair if tile is not None] for pair in zip(stored, rebuilt, strict=True)]
        for chosen in product(*choices):
            if _fold(chosen) == self._root:
                self._blame(places, stored, chosen)
                return list(chosen)
        self._found(CHECKPOINT, "检查点的根哈希与日志文件不符")
        return [
            next(iter(choice), bytes(width * HASH))
            for choice, (_, _, width) in zip(choices, places, strict=True)
        ]

    def _blame(
        self, places: list[tuple[int, int, int]], stored: list[bytes | None], proven: Iterable[bytes]
    ) -> None:
        for (level, n, width), tile, right in zip(places, stored, proven, strict=True):
            if tile is not None and tile != right:
                self._found_in_tile(level, n, width, tile, right)

    def _full_tiles(self, level: int, above: bytes) -> Iterator[bytes]:
        """Return the full tiles of a level, each proven by its hash in the level above."""
        for n in range(full_tiles(self._size, level)):
            expected = above[n * HASH : (n + 1) * HASH]
            tile = self._tile(level, n, WIDTH)
            if tile is not None and root_of(tile) == expected:
                yield tile
                continue
            rebuilt = self._from_below(level, n, WIDTH)
            if rebuilt is not None and root_of(rebuilt) == expected:
                if tile is not None:
                    self._found_in_tile(level, n, WIDTH, tile, rebuilt)
                yield rebuilt
                continue
            self._found(tile_path(level, n), "与上一级哈希不符，也不能由下一级重建")
            yield tile or rebuilt or bytes(FULL)

    def _found_in_tile(self, level: int, n: int, width: int, tile: bytes, right: bytes) -> None:
        index = n * WIDTH + _differences(tile, right)[0] if level == 0 else None
        self._found(tile_path(level, n, width), "哈希文件被改动（由下一级重建的内容与上一级相符）", index)

    def _tile(self, level: int, n: int, width: int) -> bytes | None:
        if not width:
            return b""
        try:
            return read_tile(self._reader, level, n, width)
        except FileNotFoundError:
            self._found(tile_path(level, n, width), "缺少哈希文件")
        except Malformed as error:
            self._found(tile_path(level, n, width), str(error))
        return None

    def _from_below(self, level: int, n: int, width: int) -> bytes | None:
        """Rebuild a tile from the entries, or from the tiles one level down; None where unreadable."""
        try:
            if level == 0:
                return leaf_hashes(read_entries(self._reader, n, width)) if width else b""
            children = range(n * WIDTH, n * WIDTH + width)
            return b"".join(root_of(read_tile(self._reader, level - 1, child, WIDTH)) for child in children)
        except (FileNotFoundError, Malformed):
            return None

    def _check_bundle(self, n: int, tile: bytes) -> None:
        width = len(tile) // HASH
        try:
            path, blob = read_bundle_file(self._reader, n, width)
        except FileNotFoundError:
            self._found(bundle_path(n, width), "缺少条目文件")
            return
        entries, whole = split_bundle(blob)
        hashes = leaf_hashes(entries[:width])
        if whole and hashes == tile and len(entries) == parse_path(path)[2]:
            return
        wrong = _differences(hashes, tile)
        if whole and len(entries) >= width:
            for i in wrong:
                self._found(path, "条目内容与其哈希不符", n * WIDTH + i)
        if not whole or not wrong or len(entries) < width:
            first = n * WIDTH + wrong[0] if wrong else None
            self._found(path, f"条目文件残缺或条数不符，应有 {parse_path(path)[2]} 条", first)


def _fold(border: Iterable[bytes]) -> bytes:
    carry = b""
    for tile in border:
        if tile:
            carry = root_of(tile + carry)
    return carry or root_of(b"")


def _differences(some: bytes, right: bytes) -> list[int]:
    return [at // HASH for at in range(0, len(right), HASH) if some[at : at + HASH] != right[at : at + HASH]]


def _leftovers(reader: TileReader, paths: Iterable[str], size: int, bad: set[str]) -> Iterator[Finding]:
    """Check the files that the head does not need: those of older heads, and those written for the next."""
    place, current, whole = None, "", b""
    for path in paths:
        try:
            level, n, width = parse_path(path)
        except Malformed:
            yield Finding(path, None, "日志目录中有不属于日志的文件")
            continue
        have = tile_width(size, level or 0, n)
        if width == have or have < 1:
            continue
        if place != (level, n):
            place, (current, whole) = (level, n), _read_current(reader, level, n, have)
        if current in bad:
            continue
        blob = reader.read(path)
        if not _is_wide(blob, level, width) or not (whole.startswith(blob) or blob.startswith(whole)):
            yield Finding(path, None, "与同一位置的现行文件不一致")


def _read_current(reader: TileReader, level: int | None, n: int, width: int) -> tuple[str, bytes]:
    try:
        if level is None:
            return read_bundle_file(reader, n, width)
        return read_tile_file(reader, level, n, width)
    except (FileNotFoundError, Malformed):
        return "", b""


def _is_wide(blob: bytes, level: int | None, width: int) -> bool:
    if level is not None:
        return len(blob) == width * HASH
    entries, whole = split_bundle(blob)
    return whole and len(entries) == width
