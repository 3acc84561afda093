"""What the gates of a retrieval may see. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people.actors import Actor


@dataclass(frozen=True, slots=True)
class PermissionView:
    """A permission on record: for whom, for which recordings, for what, until when."""

    id: int
    person: int
    items: frozenset[str]
    kind: str
    until: date


@dataclass(frozen=True)
class Retrieving:
    """The recordings of the matter, and what this person has to do with it."""

    look: Look[Any]
    recordings: frozenset[str]
    is_handler: bool
    leads: bool
    permissions: tuple[PermissionView, ...]

    @property
    def by(self) -> Actor:
        return self.look.by

    def permits(self, items: frozenset[str], kind: str) -> bool:
        """Say whether a permission of the day covers these recordings for this person."""
        return any(
            one.person == self.by.id
            and items <= one.items
            and self.look.today <= one.until
            and kind in ("view", one.kind)
            for one in self.permissions
        )
