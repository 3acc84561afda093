"""What the bureau keeps of others in a case: the room of measures tells it, and the rooms before it ask here.

A case comes to an end only when nothing is kept any more (行政强制法 27, 28; 行政处罚法 56).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that has not come to its end: evidence preserved, things held, released and not given back,
    or a scene without its record. `words` name it with its document.
    """

    how: Literal["preserved", "held", "released", "unrecorded"]
    words: str


class Keeping(Protocol):
    """Facts of any act on a case in which something may be kept."""

    @property
    def kept(self) -> tuple[Kept, ...]: ...


KEPT: list[Callable[[int], Iterable[Kept]]] = []


def kept_in(known: Callable[[int], Iterable[Kept]]) -> Callable[[int], Iterable[Kept]]:
    """Register who knows what is kept in a case; the function gets the case's key."""
    KEPT.append(known)
    return known


def kept(case: int) -> tuple[Kept, ...]:
    """Return everything kept in a case, in order."""
    return tuple(one for known in KEPT for one in known(case))
