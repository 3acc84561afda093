"""What the gates of a nomination may see. Pure."""

from dataclasses import dataclass
from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.values import NominationView


@dataclass(frozen=True)
class Confirming:
    """The nominations that wait, and the one that is to be confirmed: None where none of that key waits."""

    look: Look[Any]
    waiting: tuple[NominationView, ...]
    chosen: NominationView | None
    person: Actor | None = None

    @property
    def by(self) -> Actor:
        return self.look.by
