"""Checking the whole ledger in the database (plan 2.4.c, 2.4.d): each leaf, item and row that stands on it.

Three passes, each in one scan: items (does the value fit its commitment), leaves (do the bytes fit their
hash and the columns beside them, do they link, are the items there, do the roots fit every signed head), rows
(does each fit the act that last wrote it, in the very text that SQL is asked for). What is wrong is named.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hmac import digest

from mingfa.bureau.ledger.compare import other_models, sealed_models
from mingfa.bureau.ledger.entries import CLOCK, TOLERANCE, Entry, read_entry
from mingfa.bureau.ledger.faults import Fault, called
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Erasure, Item, Leaf, Log
from mingfa.bureau.ledger.restored import Lost, lost
from mingfa.bureau.ledger.roots import Roots, check_heads, stray_heads
from mingfa.bureau.ledger.rows import columns, digest_of, label
from mingfa.bureau.ledger.spelling import misspelt
from mingfa.tlog import leaf_hash

Progress = Callable[[int], None]
__all__ = ["Fault", "verify"]


@dataclass(slots=True)
class Items:
    """What the first pass keeps: the name under each commitment, and the seals of rows."""

    names: dict[bytes, str] = field(default_factory=dict)
    seals: dict[bytes, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class Walk:
    """What is known while the leaves are read in order."""

    items: Items
    expected: dict[str, tuple[int, str]] = field(default_factory=dict)
    missing: dict[bytes, Fault] = field(default_factory=dict)
    erased: dict[bytes, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    kept: dict[int, int] = field(default_factory=dict)
    lost: Lost = field(default_factory=lost)
    entered: str = ""
    anchors: list[tuple[int, str]] = field(default_factory=list)


def verify(progress: Progress = lambda done: None) -> Iterator[Fault]:
    """Yield every fault of the whole ledger. `progress` is told how many leaves are done."""
    walk = Walk(Items())
    yield from _check_items(walk.items)
    for log in Log.objects.order_by("name"):  # the public log first: its anchors say what the record was
        yield from _check_leaves(log, walk, progress)
    yield from stray_heads()
    yield from _check_erasures(walk)
    for left, name in walk.items.names.items():
        yield Fault(f"条目“{name}”（{left.hex()[:16]}…）", "没有任何账本条目提到它")
    yield from _check_rows(walk.expected)
    for model in other_models():
        for pk, column in misspelt(model).items():
            yield Fault(f"{model._meta.label_lower}/{pk}", f"“{column}”不是规定的写法，数据行被改动")


def _check_items(items: Items) -> Iterator[Fault]:
    rows = Item.objects.values_list("commitment", "salt", "name", "value").iterator(chunk_size=2000)
    for commitment, salt, name, value in rows:
        known, data = bytes(commitment), bytes(value)
        if digest(bytes(salt), name.encode() + b"\0" + data, "sha256") != known:  # tlog.commit, inlined
            yield Fault(f"条目“{name}”（{known.hex()[:16]}…）", "内容被改动，与承诺值不符")
        items.names[known] = name
        if name == "rows":
            items.seals[known] = data


def _check_leaves(log: Log, walk: Walk, progress: Progress) -> Iterator[Fault]:
    hashes: list[bytes] = []
    found = Leaf.objects.filter(log=log.name).order_by("i").values_list("i", "entry", "hash", "act", "matter")
    for index, entry, hashed, act, matter in found.iterator(chunk_size=1000):
        data, where = bytes(entry), f"{called(log.name)}第{index}条"
        if index != len(hashes):
            yield Fault(where, f"序号不连续，应为第{len(hashes)}条")
        known = leaf_hash(data)
        if known != bytes(hashed):
            yield Fault(where, "条目被改动，与其散列值不符")
        hashes.append(known)
        try:
            said = read_entry(data)
        except (ValueError, KeyError, AttributeError):
            yield Fault(where, "条目不是规定的格式")
            continue
        if (said.act, said.matter) != (act, matter):
            yield Fault(where, "检索栏（事项、行为）被改动，与条目不符")
        yield from _check_mentions(log.name, int(index), said, walk)
        yield from _check_order(log.name, int(index), said, walk)
        progress(len(hashes))
    roots = Roots(b"".join(hashes))
    yield from check_heads(log, roots, walk.anchors if log.name == RECORD else ())


def _check_mentions(log: str, index: int, entry: Entry, walk: Walk) -> Iterator[Fault]:
    """Every item an entry mentions is there under its name, or missing for now; its row seals are kept."""
    where, items = f"{called(log)}第{index}条", walk.items
    for name, commitment in entry.items.items():
        found = items.names.pop(commitment, None)
        if found is None and walk.lost.has(log, index):
            continue
        if found is None:
            walk.missing[commitment] = Fault(where, f"条目“{name}”缺失，没有任何办理依据")
        elif found != name:
            yield Fault(where, f"条目“{name}”的名称被改为“{found}”")
        if log == RECORD and name == "rows" and commitment in items.seals:
            seals = json.loads(items.seals.pop(commitment))
            walk.expected.update({row: (index, digest) for row, digest in seals.items()})


def _check_order(log: str, index: int, entry: Entry, walk: Walk) -> Iterator[Fault]:
    """An entry names the one before it in its matter, and is never entered before the last."""
    where = f"{called(log)}第{index}条"
    if log == DISCLOSURE:
        if entry.act == "anchor":
            walk.anchors.append((index, str(entry.facts.get("head", ""))))
        return
    if entry.matter is not None:
        before = walk.last.get(entry.matter)
        if entry.before not in (before, walk.kept.get(entry.matter)):
            yield Fault(where, f"与本事项的前一条目不连接（应为第{before}条，条目写明第{entry.before}条）")
        walk.last[entry.matter] = index
        if not walk.lost.has(log, index):
            walk.kept[entry.matter] = index
    if "erases" in entry.facts:
        walk.erased |= dict.fromkeys(entry.erases, index)
    said, last = entry.facts.get("entered"), walk.entered
    if not isinstance(said, str):
        yield Fault(where, "没有录入时间")
        return
    walk.entered = said
    if said[-6:] == last[-6:] and said >= last:  # the usual case; in one zone the text sorts as the time does
        return
    fell = last and datetime.fromisoformat(said) < datetime.fromisoformat(last) - TOLERANCE
    if fell and entry.act != CLOCK:
        yield Fault(where, f"录入时间（{said}）早于上一条（{last}）")


def _check_erasures(walk: Walk) -> Iterator[Fault]:
    """A value is missing only where an entry erases it by name; an erasure stands on such an entry."""
    yield from (fault for one, fault in walk.missing.items() if one not in walk.erased)
    for commitment, index in Erasure.objects.values_list("commitment", "leaf").iterator():
        known = bytes(commitment)
        if walk.erased.pop(known, None) != index:
            yield Fault(f"删除登记（{known.hex()[:16]}…）", f"执法记录第{index}条没有删除这一条目")
        elif known not in walk.missing:
            yield Fault(f"删除登记（{known.hex()[:16]}…）", "条目仍在，没有删除")
    for known, index in walk.erased.items():
        yield Fault(f"执法记录第{index}条", f"没有相应的删除登记（{known.hex()[:16]}…）")


def _check_rows(expected: dict[str, tuple[int, str]]) -> Iterator[Fault]:
    """Every row fits the act that last wrote it, and every row that was written is still there."""
    for model in sealed_models():
        name_of, names, title = label(model), columns(model), model._meta.verbose_name
        strange = misspelt(model)
        for pk, column in strange.items():
            expected.pop(f"{name_of}/{pk}", None)
            yield Fault(f"{title}（{name_of}/{pk}）", f"“{column}”不是规定的写法，数据行被改动")
        key = names.index(model._meta.pk.attname)
        rows = model._default_manager.exclude(pk__in=list(strange)).values_list(*names)
        for values in rows.iterator(chunk_size=2000):
            name = f"{name_of}/{values[key]}"
            index, digest = expected.pop(name, (-1, ""))
            if index < 0:
                yield Fault(f"{title}（{name}）", "账本中没有依据")
            elif digest != digest_of(model, values):
                yield Fault(f"{title}（{name}）", f"数据行被改动，与执法记录第{index}条不符")
    yield from (Fault(name, f"数据行缺失，执法记录第{i}条曾写入") for name, (i, _) in expected.items())
