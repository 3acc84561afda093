"""Reading the ledger: every value is checked against its commitment before anybody sees it (plan 2.4.c).

A value that does not match cannot be shown: it raises `Altered`, which names what was changed.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from mingfa.bureau.ledger import held
from mingfa.bureau.ledger.entries import TOLERANCE, Entry, read_entry
from mingfa.bureau.ledger.models import RECORD, Erasure, Item, Leaf, Sealed
from mingfa.bureau.ledger.restored import last_kept, lost_commitments
from mingfa.bureau.ledger.rows import columns, digest_of, row_digest, row_name
from mingfa.bureau.lib.reading import kept, once
from mingfa.tlog import check_commitment, leaf_hash


class Altered(Exception):
    """Something was changed behind the doorway's back. `what` names the leaf, item or row."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"数据与执法记录账本不一致，已停止显示：{what}。请立即报告执法监督机构，不要继续操作。"
        )
        self.what = what


class Erased(LookupError):
    """The item was lawfully erased; its commitment and every proof remain."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A leaf read back: where it stands, its exact bytes and what they say."""

    log: str
    index: int
    data: bytes
    entry: Entry


def size(log: str = RECORD, *, using: str = "default") -> int:
    """Return the number of entries of a log."""
    last = Leaf.objects.using(using).filter(log=log).order_by("-i").values_list("i", flat=True).first()
    return 0 if last is None else int(last) + 1


def leaf(index: int, log: str = RECORD, *, using: str = "default") -> Recorded:
    """Read one leaf; its bytes must match its hash."""
    found = Leaf.objects.using(using).filter(log=log, i=index).first()
    if found is None:
        raise Altered(f"{log} 第 {index} 条缺失")
    return _recorded(found)


def leaves(log: str = RECORD, start: int = 0, *, using: str = "default") -> Iterator[Recorded]:
    """Read the leaves of a log in order from an index."""
    rows = Leaf.objects.using(using).filter(log=log, i__gte=start).order_by("i")
    return (_recorded(row) for row in rows.iterator(chunk_size=500))


def leaves_at(indices: Iterable[int], log: str = RECORD, *, using: str = "default") -> dict[int, Recorded]:
    """Read several leaves at once."""
    rows = Leaf.objects.using(using).filter(log=log, i__in=set(indices))
    return {int(row.i): _recorded(row) for row in rows}


@once
def history(matter: int, acts: Iterable[str] = (), *, using: str = "default") -> list[Recorded]:
    """Return what was done in a matter, in order; only the acts named, if any are.

    Each entry names the one before it in its matter: where one is missing nothing is shown. Whether the last
    one is the last, the matter's own row says (`check_newest`).
    """
    rows = Leaf.objects.using(using).filter(log=RECORD, matter=matter).order_by("i")
    found, named = [_recorded(row) for row in rows], set(acts)
    _linked(matter, found, using)
    return [one for one in found if one.entry.act in named] if named else found


def histories(matters: Iterable[int], *, using: str = "default") -> dict[int, list[Recorded]]:
    """Return what was done in each of these matters, in order, by one question."""
    found = {matter: list[Recorded]() for matter in matters}
    for row in Leaf.objects.using(using).filter(log=RECORD, matter__in=list(found)).order_by("i"):
        if row.matter is not None:
            found[int(row.matter)].append(_recorded(row))
    for matter, entries in found.items():
        _linked(matter, entries, using)
    return found


def _linked(matter: int, entries: Iterable[Recorded], using: str) -> None:
    """Raise `Altered` where an entry of a matter does not name the one before it."""
    before = None
    for one in entries:
        if one.entry.before != before and one.entry.before != last_kept(matter, one.index, using=using):
            raise Altered(f"第{matter}号事项的办理经过不完整：第{before}条与第{one.index}条之间缺少条目")
        before = one.index


def last_of(matter: int, *, using: str = "default") -> int | None:
    """Return the index of the last act done in a matter."""
    rows = Leaf.objects.using(using).filter(log=RECORD, matter=matter).order_by("-i")
    return rows.values_list("i", flat=True).first()


@once
def inputs(entry: Entry, *, using: str = "default") -> dict[str, object]:
    """Open what was typed into an act; erased values are absent."""
    typed = {n: c for n, c in entry.items.items() if n.startswith("in/")}
    return {n.removeprefix("in/"): v for n, v in values(Entry({}, typed), using=using).items()}


def _recorded(row: Leaf) -> Recorded:
    data = bytes(row.entry)
    if leaf_hash(data) != bytes(row.hash):
        raise Altered(f"{row.log} 第 {row.i} 条")
    entry = read_entry(data)
    if entry.act != row.act or entry.matter != row.matter:
        raise Altered(f"{row.log} 第 {row.i} 条的检索栏")
    return Recorded(row.log, int(row.i), data, entry)


def open_items(commitments: Iterable[bytes], *, using: str = "default") -> dict[bytes, Item]:
    """Fetch items by commitment, each checked; absent is only what an act erased by name."""
    wanted = set(commitments)
    rows = Item.objects.using(using).in_bulk(list(wanted))
    found: dict[bytes, Item] = {}
    for commitment, item in rows.items():
        if not check_commitment(bytes(commitment), bytes(item.salt), item.name, bytes(item.value)):
            raise Altered(f"条目 {item.name}（{bytes(commitment).hex()[:16]}…）")
        found[bytes(commitment)] = item
    if len(found) < len(wanted):
        erasures(wanted - found.keys(), using=using)
    return found


def erasures(commitments: Collection[bytes], *, using: str = "default") -> dict[bytes, Recorded]:
    """Return the act that erased each of these values, or put its loss on record; `Altered` for any other."""
    rows = Erasure.objects.using(using).in_bulk(list(commitments))
    by = {bytes(commitment): int(row.leaf) for commitment, row in rows.items()}
    unnamed = [one for one in commitments if one not in by]
    gone = lost_commitments(unnamed, using) if unnamed else {}
    acts = leaves_at({*by.values(), *gone.values()}, using=using)
    for one in commitments:
        erased = one in by and by[one] in acts and one in acts[by[one]].entry.erases
        if not erased and one not in gone:
            raise Altered(f"条目缺失（{one.hex()[:16]}…），没有任何办理依据")
    return {one: acts[index] for one, index in {**by, **gone}.items()}


def value(entry: Entry, name: str, *, using: str = "default") -> object:
    """Open one item of an entry and return its JSON value."""
    commitment = entry.items[name]
    item = open_items([commitment], using=using).get(commitment)
    if item is None:
        raise Erased(name)
    return json.loads(bytes(item.value))


def values(entry: Entry, *, using: str = "default") -> dict[str, object]:
    """Open all items of an entry; erased ones are absent."""
    items = open_items(entry.items.values(), using=using)
    return {name: json.loads(bytes(items[c].value)) for name, c in entry.items.items() if c in items}


@once
def last_hash(act: str) -> bytes:
    """Return the hash of an act's last entry, b"" where there is none: another hash means a new entry."""
    known = held.known("default")
    if known is not None and act in known.hashes:
        return known.hashes[act]
    rows = Leaf.objects.filter(log=RECORD, act=act).order_by("-i").values_list("hash", flat=True)
    found = bytes(rows.first() or b"")
    if known is not None:
        known.hashes[act] = found
    return found


def check_rows(rows: Iterable[Sealed], *, using: str = "default") -> None:
    """Raise `Altered` for the first row that is not what its act wrote; few queries, however many rows."""
    by_leaf: dict[int, list[Sealed]] = {}
    for row in rows:
        by_leaf.setdefault(row.sealed, []).append(row)
    known = held.known(using)
    shared = kept(f"seals of {using}") if known is None else known.seals
    seals = {} if shared is None else {i: shared[i] for i in by_leaf if i in shared}
    if left := [i for i in by_leaf if i not in seals]:
        stored = Leaf.objects.using(using).filter(log=RECORD, i__in=left).values_list("i", "hash")
        fresh = _seals({int(i): bytes(hashed) for i, hashed in stored}, using)
        seals |= fresh
        if shared is not None:
            shared.update(fresh)
    _compare(by_leaf, seals)


def check_as_read(row: Sealed, *, using: str = "default") -> None:
    """Raise `Altered` where a row, as it was read before it was changed in memory, is not what its act wrote.

    So whoever saves a row never seals what somebody else put into it.
    """
    read, model = row.as_read, type(row)
    if read is None:
        return
    known, sealed = held.known(using), int(read["sealed"])
    seals = None if known is None else known.seals.get(sealed)
    if seals is None:
        hashes = Leaf.objects.using(using).filter(log=RECORD, i=sealed).values_list("i", "hash")
        seals = _seals({int(i): bytes(hashed) for i, hashed in hashes}, using).get(sealed, {})
    if seals.get(row_name(row)) != digest_of(model, [read[name] for name in columns(model)]):
        raise Altered(f"{model._meta.verbose_name}（{row_name(row)}）")


@once
def last_entered(*, using: str = "default") -> datetime | None:
    """Return when the last entry of the record was entered, by the server's clock of that time."""
    known = held.known(using)
    if known is not None and known.entered is not None:
        return known.entered
    last = Leaf.objects.using(using).filter(log=RECORD).order_by("-i").first()
    return None if last is None else _recorded(last).entry.entered


def clock_is_behind(now: datetime) -> bool:
    """Say whether the server's clock stands before the last entry; two seconds are nobody's fault."""
    last = last_entered()
    return last is not None and now < last - TOLERANCE


def check_newest(row: Sealed, *, using: str = "default") -> None:
    """Raise `Altered` where a matter's row is not what its last act wrote, even if an older act wrote it."""
    known = held.known(using)
    last = None if known is None else known.newest.get(row.pk)
    if last is None:
        last = _newest(row.pk, using)
        if known is not None and last is not None:
            known.newest[row.pk] = last
    check_rows([row], using=using)
    if (
        last != row.sealed
        and row.sealed != last_kept(row.pk, using=using)
        and (known is not None or _is_behind(row, last, using))
    ):
        raise Altered(f"{row._meta.verbose_name}（{row_name(row)}）被恢复成较早的状态")


@once
def _newest(matter: int, using: str) -> int | None:
    return last_of(matter, using=using)


def _is_behind(row: Sealed, last: int | None, using: str) -> bool:
    """Say whether what is stored stands behind the matter's last act.

    Whoever only reads holds no lock: an act may come between reading the row and asking for the last act.
    Then the row in hand was true when it was read, and what is stored now stands where that act left it.
    """
    rows = type(row)._default_manager.using(using).filter(pk=row.pk).values_list("sealed", flat=True)
    while True:
        stored, newest = rows.all().first(), last_of(row.pk, using=using)
        if stored == newest or newest == last:
            return stored != newest
        last = newest


def _compare(by_leaf: Mapping[int, list[Sealed]], seals: Mapping[int, Mapping[str, str]]) -> None:
    for index, group in by_leaf.items():
        sealed = seals.get(index, {})
        for row in group:
            if sealed.get(row_name(row)) != row_digest(row):
                raise Altered(f"{row._meta.verbose_name}（{row_name(row)}）")


# Row digests by the hash of the leaf that commits to them: once opened and checked they are true for good, in
# whatever database or transaction a leaf with this hash is met. Rows themselves are read again every time.
_opened: dict[bytes, Mapping[str, str]] = {}
_MOST_OPENED = 50_000


def remember_seals(entry: bytes, seals: Mapping[str, str]) -> None:
    """Keep at hand what an entry commits to: true by its hash alone, whether it is ever stored or not."""
    if len(_opened) >= _MOST_OPENED:
        _opened.clear()
    _opened[leaf_hash(entry)] = seals


def _seals(hashes: Mapping[int, bytes], using: str) -> dict[int, Mapping[str, str]]:
    """Return the row digests each leaf commits to; a leaf without them (erased, or deleted) is absent."""
    known = {i: seal for i, hashed in hashes.items() if (seal := _opened.get(hashed)) is not None}
    if len(known) == len(hashes):
        return known
    recorded = leaves_at([i for i in hashes if i not in known], using=using)
    named = {i: c for i, r in recorded.items() if (c := r.entry.items.get("rows")) is not None}
    items = open_items(named.values(), using=using)
    fresh = {i: json.loads(bytes(items[c].value)) for i, c in named.items() if c in items}
    for i, seal in fresh.items():
        remember_seals(recorded[i].data, seal)
    return known | fresh
