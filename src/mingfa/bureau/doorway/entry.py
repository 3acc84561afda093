"""The entry of a performed act: what it says openly, and what it only commits to."""

from collections.abc import Mapping
from typing import Any

from mingfa.bureau.doorway.acts import Act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.ledger.entries import PRIVATE, NewItem, new_item, write_entry
from mingfa.bureau.ledger.reader import remember_seals


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
    entry = write_entry(facts, items)
    remember_seals(entry, seals)
    return entry, items
