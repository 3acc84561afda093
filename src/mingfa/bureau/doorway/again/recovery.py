"""The doorway of a restored bureau (ADR 0034): two acts pass, the rest stands still.

The first takes over the entries that newer tiles still prove, byte for byte and without their values, and
names them as lost; the second, by another hand, opens the doorway again.
"""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from mingfa.bureau.ledger import heads, reader, restored, standing, writer
from mingfa.bureau.ledger.entries import Entry, NewItem, read_entry
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Head, Log
from mingfa.bureau.ledger.reader import Altered, Recorded
from mingfa.tlog import LogError, Policy

ACTS = (restored.RESTORE, restored.RESUME)


def require(act: str, log: writer.Locked) -> None:
    """Let an act pass where the log stands as it should; the act of a restore takes the lost entries over."""
    said = restored.state() if act in ACTS else None
    if said is None:
        standing.require(RECORD, log.origin, log.edge, log.restored)
    elif act == restored.RESTORE and "found" in said and "entry" not in said:
        take_over(RECORD, log, said["found"])
        take_over(DISCLOSURE, writer.lock(DISCLOSURE), said["found"])


def take_over(name: str, log: writer.Locked, found: dict[str, Any]) -> None:
    """Append the lost entries of a log as they were signed, with the values that somebody still held."""
    lost = found[name]
    if lost["from"] != log.size:
        raise Altered(f"{name}（恢复后又有变化，请重新运行 mingfa recover）")
    items = {one["commitment"]: one for one in lost["items"]}
    for encoded in lost["entries"]:
        data = b64decode(encoded)
        entry = read_entry(data)
        held = [items[c.hex()] for c in entry.items.values() if c.hex() in items]
        writer.append(log, data, [_item(one) for one in held], entry.act, entry.matter)
    if lost["entries"]:
        _proven(name, log, str(lost["note"]))


def _proven(name: str, log: writer.Locked, note: str) -> None:
    """Keep the signed head that proves the entries taken over; `verify` asks for it ever after."""
    try:
        head = Policy.of(heads.vkey(name)).check(note).checkpoint
    except (LogError, OSError) as error:
        raise Altered(f"{name}（丢失的条目没有已签署的检查点证明）") from error
    if (head.size, head.root) != (log.size, log.edge.root()):
        raise Altered(f"{name}（丢失的条目与已签署的检查点不符）")
    Head.objects.update_or_create(log=name, size=head.size, defaults={"note": note})


def _item(one: dict[str, str]) -> NewItem:
    return NewItem(
        bytes.fromhex(one["commitment"]), b64decode(one["salt"]), one["name"], one["value"].encode()
    )


def noted(act: str, index: int) -> None:
    """After the first act a second hand is waited for; after the second everybody may act again."""
    if act == restored.RESTORE:
        said = restored.state() or {}
        found = {k: v for k, v in said.get("found", {}).items() if k not in (RECORD, DISCLOSURE, "list")}
        restored.put_state({**said, "found": found, "entry": index})
    elif act == restored.RESUME:
        Log.objects.exclude(restored=None).update(restored=None)


def copied(recorded: Recorded, source: str) -> None:
    """In a rebuild: take over an entry that was lost with its machine; only its open facts are known."""
    entry, items = recorded.entry, items_of(recorded, source)
    writer.append(writer.lock(RECORD), recorded.data, items, entry.act, entry.matter)


def stand_restored(entry: Entry, values: Mapping[str, Any], source: str) -> None:
    """In a rebuild: stand as the bureau stood then, with what was found, and the lost public entries."""
    start, end = restored.ranges_of(entry).get(DISCLOSURE, (0, 0))
    for index in range(start, end):
        one = reader.leaf(index, DISCLOSURE, using=source)
        items = items_of(one, source)
        writer.append(writer.lock(DISCLOSURE), one.data, items, one.entry.act, one.entry.matter)
    restored.put_state(values["restored"])


def items_of(recorded: Recorded, source: str) -> list[NewItem]:
    """Return the values of an entry as they are stored; what was erased or lost is absent."""
    opened = reader.open_items(recorded.entry.items.values(), using=source)
    return [NewItem(c, bytes(i.salt), i.name, bytes(i.value)) for c, i in opened.items()]
