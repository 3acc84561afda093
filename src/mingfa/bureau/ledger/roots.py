"""Roots of a log at every size it ever had, from its leaves; and every signed head, compared with them.

A head in the database, the checkpoint put out, the signer's own last head, an anchor in the public log: all
say which root the log had at some size. One that does not fit is named, and so is a database that holds fewer
entries than were signed.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.faults import Fault, called
from mingfa.bureau.ledger.models import Head, Leaf, Log
from mingfa.bureau.ledger.restored import Was, lost, read, stood_at
from mingfa.tlog import EMPTY_ROOT, Checkpoint, Edge, LogError, Policy, node_hash

HASH = 32


class Roots:
    """Every whole subtree of a log, so that the root at any size is a few hashes away."""

    def __init__(self, hashes: bytes) -> None:
        self.size = len(hashes) // HASH
        self._levels = [hashes]
        while len(level := self._levels[-1]) >= 2 * HASH:
            pairs = range(0, len(level) - 2 * HASH + 1, 2 * HASH)
            self._levels.append(
                b"".join([sha256(b"\x01" + level[at : at + 2 * HASH]).digest() for at in pairs])
            )

    def at(self, size: int) -> bytes:
        """Return the root of the first `size` leaves."""
        parts, begun = [], 0
        for height in reversed(range(size.bit_length())):
            if size >> height & 1:
                place = (begun >> height) * HASH
                parts.append(self._levels[height][place : place + HASH])
                begun += 1 << height
        if not parts:
            return EMPTY_ROOT
        root = parts.pop()
        while parts:
            root = node_hash(parts.pop(), root)
        return root


def roots_of(log: str) -> Roots:
    """Read the hashes of a log as the database holds them."""
    rows = Leaf.objects.filter(log=log).order_by("i").values_list("hash", flat=True)
    return Roots(b"".join(bytes(one) for one in rows.iterator(chunk_size=5000)))


def stray_heads() -> Iterator[Fault]:
    """Yield the heads that are of no log."""
    names = Log.objects.values_list("name", flat=True)
    for log, size in Head.objects.exclude(log__in=list(names)).values_list("log", "size"):
        yield Fault(f"检查点（{log}，{size}条）", "不属于任何日志")


def check_heads(log: Log, roots: Roots, anchors: Iterable[tuple[int, str]] = ()) -> Iterator[Fault]:
    """Compare the border and every head of a log with its entries."""
    edge = Edge.from_bytes(log.size, bytes(log.edge))
    if roots.size != log.size or roots.at(roots.size) != edge.root():
        yield Fault(called(log.name), f"条目与日志的边界不符（边界{log.size}条，实有{roots.size}条）")
    known = lost()
    before = {was.origin: was for was in known.names.get(log.name, ()) if was.origin != log.origin}
    proven = set(Head.objects.filter(log=log.name).values_list("size", flat=True)) if known.acts else set()
    for start, end in known.ranges.get(log.name, ()):
        if start < end and end not in proven:
            yield Fault(called(log.name), f"第{start}条至第{end - 1}条登记为丢失，没有已签署的检查点证明")
    if log.restored:
        size, root = stood_at(read(log.restored), log.name)
        if not 0 <= size <= roots.size or roots.at(size).hex() != root:
            yield Fault(called(log.name), "恢复标记被改动，与账本不符")
    for size, note in Head.objects.filter(log=log.name).order_by("size").values_list("size", "note"):
        yield from _check_head(log, roots, before, f"检查点（{size}条）", note, size)
    for index, note in anchors:
        yield from _check_head(log, roots, before, f"公示日志第{index}条所载检查点", note)
    for where, note in put_out(log):
        yield from _check_head(log, roots, before, where, note)


def put_out(log: Log) -> Iterator[tuple[str, str]]:
    """Yield the heads that are kept outside the database: the signer's last, and the one put out."""
    signer = Path(settings.KEYS) / f"{quote(log.origin, safe='')}.head"
    kept = (("签署程序最后签署的检查点", signer), ("已发布的检查点", heads.folder(log.name) / "checkpoint"))
    for where, file in kept:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue
        if "\n\n" in text:  # before the first signature the signer's file says only that
            yield where, text


def _check_head(
    log: Log, roots: Roots, before: Mapping[str, Was], where: str, note: str, size: int | None = None
) -> Iterator[Fault]:
    place = called(log.name)
    if (was := before.get(note.split("\n")[0])) is not None:
        yield from _check_head_before(place, was, roots, where, note)
        return
    try:
        head = Policy.of(heads.vkey(log.name)).check(note).checkpoint
    except (LogError, OSError, ValueError) as error:
        yield Fault(f"{place}{where}", f"签名不能核验：{error}")
        return
    if head.origin != log.origin or size not in (None, head.size):
        yield Fault(f"{place}{where}", "检查点的名称或者条数与登记不符")
    elif head.size > roots.size:
        what = f"已签署{head.size}条，数据库中只有{roots.size}条：数据库可能由旧备份恢复"
        yield Fault(f"{place}{where}", what)
    elif roots.at(head.size) != head.root:
        yield Fault(f"{place}{where}", f"条目与已签署的检查点（{head.size}条）不符")


def _check_head_before(place: str, was: Was, roots: Roots, where: str, note: str) -> Iterator[Fault]:
    """Compare a head under a name that the log had before a restore with the entries that are proven."""
    try:
        head = Policy.of(was.vkey).check(note).checkpoint
    except LogError as error:
        yield Fault(f"{place}{where}", f"签名不能核验：{error}")
        return
    if head.size > was.known:
        what = f"数据恢复时只知道原日志签署到{was.known}条，现发现{head.size}条，请保留并报告执法监督机构"
        yield Fault(f"{place}{where}", what)
    elif head.size <= was.size and roots.at(head.size) != head.root:
        yield Fault(f"{place}{where}", f"条目与已签署的检查点（{head.size}条）不符")


def size_and_root(note: str) -> Checkpoint:
    """Read what a head says, without asking who signed it."""
    return Checkpoint.parse(note.split("\n\n")[0] + "\n")
