"""Checking the whole ledger in the database (plan 2.4.c, 2.4.d): each leaf, item and row that stands on it.

Three passes, each in one scan: items (does the value fit its commitment), leaves (do the bytes fit their
hash, are the items there, does the root fit the signed head), rows (does each fit the act that last wrote
it). What is wrong is named.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hmac import digest

from mingfa.bureau.ledger.compare import sealed_models
from mingfa.bureau.ledger.models import RECORD, Erasure, Head, Item, Leaf, Log
from mingfa.bureau.ledger.rows import columns, digest_of
from mingfa.tlog import Checkpoint, Edge, leaf_hash, root_of

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not what the ledger committed to: `where` names it, `what` says how."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}：{self.what}"


@dataclass(slots=True)
class Items:
    """What the first pass keeps: the name under each commitment, and the seals of rows."""

    names: dict[bytes, str] = field(default_factory=dict)
    seals: dict[bytes, bytes] = field(default_factory=dict)


def verify(progress: Progress = lambda done: None) -> Iterator[Fault]:
    """Yield every fault of the whole ledger. `progress` is told how many leaves are done."""
    items = Items()
    yield from _check_items(items)
    expected: dict[str, tuple[int, str]] = {}
    for log in Log.objects.order_by("name"):
        yield from _check_leaves(log, items, expected, progress)
    for left, name in items.names.items():
        yield Fault(f"条目“{name}”（{left.hex()[:16]}…）", "没有任何账本条目提到它")
    yield from _check_rows(expected)


def _check_items(items: Items) -> Iterator[Fault]:
    rows = Item.objects.values_list("commitment", "salt", "name", "value").iterator(chunk_size=2000)
    for commitment, salt, name, value in rows:
        known, data = bytes(commitment), bytes(value)
        if digest(bytes(salt), name.encode() + b"\0" + data, "sha256") != known:  # tlog.commit, inlined
            yield Fault(f"条目“{name}”（{known.hex()[:16]}…）", "内容被改动，与承诺值不符")
        items.names[known] = name
        if name == "rows":
            items.seals[known] = data


def _check_leaves(
    log: Log, items: Items, expected: dict[str, tuple[int, str]], progress: Progress
) -> Iterator[Fault]:
    erased = {bytes(c) for c in Erasure.objects.values_list("commitment", flat=True)}
    hashes: list[bytes] = []
    rows = Leaf.objects.filter(log=log.name).order_by("i").values_list("i", "entry", "hash")
    for index, entry, hashed in rows.iterator(chunk_size=1000):
        data, where = bytes(entry), f"{_zh(log.name)}第{index}条"
        if index != len(hashes):
            yield Fault(where, f"序号不连续，应为第{len(hashes)}条")
        digest = leaf_hash(data)
        if digest != bytes(hashed):
            yield Fault(where, "条目被改动，与其散列值不符")
        hashes.append(digest)
        yield from _check_mentions(log.name, int(index), data, items, erased, expected)
        progress(len(hashes))
    yield from _check_root(log, b"".join(hashes))


def _check_mentions(
    log: str,
    index: int,
    data: bytes,
    items: Items,
    erased: set[bytes],
    expected: dict[str, tuple[int, str]],
) -> Iterator[Fault]:
    """Every item an entry mentions is there under its name, or lawfully erased; its row seals are kept."""
    where = f"{_zh(log)}第{index}条"
    try:
        mentioned = {name: bytes.fromhex(c) for name, c in json.loads(data).get("items", {}).items()}
    except (ValueError, KeyError, AttributeError):
        yield Fault(where, "条目不是规定的格式")
        return
    for name, commitment in mentioned.items():
        found = items.names.pop(commitment, None)
        if found is None and commitment not in erased:
            yield Fault(where, f"条目“{name}”缺失")
        elif found is not None and found != name:
            yield Fault(where, f"条目“{name}”的名称被改为“{found}”")
        if log == RECORD and name == "rows" and commitment in items.seals:
            seals = json.loads(items.seals.pop(commitment))
            expected.update({row: (index, digest) for row, digest in seals.items()})


def _check_root(log: Log, hashes: bytes) -> Iterator[Fault]:
    size = len(hashes) // 32
    edge = Edge.from_bytes(log.size, bytes(log.edge))
    if size != log.size or root_of(hashes) != edge.root():
        yield Fault(_zh(log.name), f"条目与日志的边界不符（边界{log.size}条，实有{size}条）")
    for head in Head.objects.filter(log=log.name).order_by("-size")[:1]:
        signed = Checkpoint.parse(head.note.split("\n\n")[0] + "\n")
        if signed.size > size or root_of(hashes[: 32 * signed.size]) != signed.root:
            yield Fault(_zh(log.name), f"条目与已签署的检查点（{signed.size}条）不符")


def _check_rows(expected: dict[str, tuple[int, str]]) -> Iterator[Fault]:
    """Every row fits the act that last wrote it, and every row that was written is still there."""
    for model in sealed_models():
        label, names = model._meta.label_lower, columns(model)
        key = names.index(model._meta.pk.attname)
        for values in model._default_manager.values_list(*names).iterator(chunk_size=2000):
            name = f"{label}/{values[key]}"
            index, digest = expected.pop(name, (-1, ""))
            if index < 0:
                yield Fault(f"{model._meta.verbose_name}（{name}）", "账本中没有依据")
            elif digest != digest_of(values):
                what = f"数据行被改动，与执法记录第{index}条不符"
                yield Fault(f"{model._meta.verbose_name}（{name}）", what)
    yield from (Fault(name, f"数据行缺失，执法记录第{i}条曾写入") for name, (i, _) in expected.items())


def _zh(log: str) -> str:
    return "执法记录" if log == RECORD else "公示日志"
