"""The bytes of an entry: what a leaf of the record log says, and how its items are committed to.

A leaf never holds content. Names, amounts, words and files are items, each behind its own salt, so that one
value can be shown, withheld or erased without touching any proof.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from mingfa.bureau.lib.canonical import canonical_json
from mingfa.tlog import commit, new_salt

PUBLIC, PRIVATE = 1, 2
CLOCK = "bureau.clock"
TOLERANCE = timedelta(seconds=2)


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
    """Return the entry's bytes: the open facts and the commitments of its items.

    `v` is the form of the entry: 1 for the public log, 2 for the record; who writes the record says so.
    """
    committed = {"items": {i.name: i.commitment.hex() for i in items}} if items else {}
    return canonical_json({"v": PUBLIC, **facts, **committed})


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry read back. `facts` are its open fields, `items` name -> commitment."""

    facts: dict[str, object]
    items: dict[str, bytes]

    def text(self, name: str) -> str:
        """Return an open field as text; a missing one is an error."""
        return str(self.facts[name])

    @property
    def act(self) -> str:
        """What was done: an act of the record, an operation of the public log."""
        return str(self.facts.get("act", self.facts.get("op", "")))

    @property
    def version(self) -> int:
        """The version of the act in which it was done."""
        return _number(self.facts.get("version")) or 1

    @property
    def edition(self) -> int:
        """The edition of the rules that judged it."""
        return _number(self.facts.get("edition")) or 1

    @property
    def matter(self) -> int | None:
        """The matter in whose history the entry stands."""
        return _number(self.facts.get("matter"))

    @property
    def before(self) -> int | None:
        """The entry before this one in its matter; None where it is the first, or of no matter."""
        return _number(self.facts.get("before"))

    @property
    def entered(self) -> datetime | None:
        """When the server entered it, by its own clock."""
        said = self.facts.get("entered")
        return datetime.fromisoformat(said) if isinstance(said, str) else None

    @property
    def erases(self) -> frozenset[bytes]:
        """The commitments of the values that this act ordered to be erased."""
        named = self.facts.get("erases", [])
        return frozenset(bytes.fromhex(str(one)) for one in named) if isinstance(named, list) else frozenset()


def _number(said: object) -> int | None:
    return said if isinstance(said, int) else None


def read_entry(data: bytes) -> Entry:
    """Read an entry from its exact bytes."""
    facts = json.loads(data)
    items = {name: bytes.fromhex(c) for name, c in facts.pop("items", {}).items()}
    return Entry(facts, items)
