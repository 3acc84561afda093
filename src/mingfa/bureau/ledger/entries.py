"""The bytes of an entry: what a leaf of the record log says, and how its items are committed to.

A leaf never holds content. Names, amounts, words and files are items, each behind its own salt, so that one
value can be shown, withheld or erased without touching any proof.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from mingfa.bureau.lib.canonical import canonical_json
from mingfa.tlog import commit, new_salt

VERSION = 1


@dataclass(frozen=True, slots=True)
class NewItem:
    """A value with its salt and commitment, ready to be stored."""

    commitment: bytes
    salt: bytes
    name: str
    value: bytes


def new_item(name: str, value: object) -> NewItem:
    """Commit to a JSON value under a fresh salt."""
    salt, data = new_salt(), canonical_json(value)
    return NewItem(commit(salt, name, data), salt, name, data)


def write_entry(facts: Mapping[str, object], items: list[NewItem]) -> bytes:
    """Return the entry's bytes: the open facts and the commitments of its items."""
    committed = {"items": {i.name: i.commitment.hex() for i in items}} if items else {}
    return canonical_json({"v": VERSION, **facts, **committed})


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry read back. `facts` are its open fields, `items` name -> commitment."""

    facts: dict[str, object]
    items: dict[str, bytes]

    def text(self, name: str) -> str:
        """Return an open field as text; a missing one is an error."""
        return str(self.facts[name])


def read_entry(data: bytes) -> Entry:
    """Read an entry from its exact bytes."""
    facts = json.loads(data)
    items = {name: bytes.fromhex(c) for name, c in facts.pop("items", {}).items()}
    return Entry(facts, items)
