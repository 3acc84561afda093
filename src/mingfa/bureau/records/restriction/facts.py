"""What the gates of a restriction may see. Pure."""

from dataclasses import dataclass
from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people.actors import Actor

HEADS = frozenset({"head", "deputy", "review_head"})


@dataclass(frozen=True)
class Restricting:
    """The matter as it stands: whether it is restricted, and whether something of it is public."""

    look: Look[Any]
    is_restricted: bool
    is_public: bool

    @property
    def by(self) -> Actor:
        return self.look.by
