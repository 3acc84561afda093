"""Hook: later rooms report duties that ended without performance (enforcement, court, termination).

Enforcement by the bureau, by the court or by a third party, and what is enforced no more (行政强制法 39, 40,
50, 57): the case can be finished, and execution knows nothing of how it was done.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ended:
    """What needs no performance any more, and the words why: `fine`, and what was ordered (`correction`)."""

    fine: bool
    correction: bool
    words: str


ENDS: list[Callable[[int], Iterable[Ended]]] = []


def ends_of_duties(known: Callable[[int], Iterable[Ended]]) -> Callable[[int], Iterable[Ended]]:
    """Register who knows how the duties of a case ended; the function gets the key of the case."""
    ENDS.append(known)
    return known


def ended(case: int) -> tuple[Ended, ...]:
    """Return everything that ended duties of a case otherwise than by its party."""
    return tuple(one for known in ENDS for one in known(case))
