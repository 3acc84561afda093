"""The entry of a performed act: what it says openly, and what it only commits to."""

from collections.abc import Mapping
from typing import Any

from mingfa.bureau.doorway.acts import Act
from mingfa.bureau.doorway.door import Done, Door
from mingfa.bureau.doorway.matter import moved
from mingfa.bureau.law.force import EDITION
from mingfa.bureau.ledger.entries import PRIVATE, NewItem, new_item, write_entry
from mingfa.bureau.ledger.reader import remember_seals


def perform(act: Act[Any, Any], door: Door, facts: Any) -> Done:
    """Perform an act whose gates were passed, and move its matter as the procedure's table says.

    Every act of a matter writes the matter's row, also one that only belongs to it (publishing its decision):
    so the row always shows the last of its entries, and an older copy of it is found.
    """
    act.perform(door, facts, door.look.given)
    matter = door.matter
    if matter is not None and matter.pk != door.index:
        if door.look.matter is not None:
            moved(matter, act.name, door.outcome)
        matter.last_at = max(matter.last_at, door.look.at)
        door.save(matter)
    return Done(door.index, act.name, door.matter.pk if door.matter is not None else None, door.number)


def entry_of(act: Act[Any, Any], door: Door, warned: Mapping[str, str]) -> tuple[bytes, list[NewItem]]:
    """Return the bytes and the items of the entry for a performed act."""
    look = door.look
    given = look.given.model_dump(mode="json", exclude_none=True)
    items = [new_item(f"in/{name}", value) for name, value in given.items()]
    items += [new_item(name, value) for name, value in door.outputs.items()]
    seals = door.seals
    items.append(new_item("rows", seals))
    if warned:
        items.append(new_item("reasons", dict(warned)))
    matter = door.matter.pk if door.matter is not None else None
    facts: dict[str, object] = {
        "v": PRIVATE,
        "act": act.name,
        "version": act.version,
        "edition": EDITION,
        "by": look.by.id,
        "on": look.matter.pk if look.matter is not None else None,
        "matter": matter,
        "before": door.before,
        "at": look.at.isoformat(),
        "entered": look.now.isoformat(),
        "nonce": door.nonce,
        "outcome": door.outcome,
    }
    if door.erased:
        facts["erases"] = sorted(one.hex() for one in door.erased)
    entry = write_entry({**facts, **door.said}, items)
    remember_seals(entry, seals)
    return entry, items
