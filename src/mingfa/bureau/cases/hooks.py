"""Property of third parties held in a case. Hook: `measures` registers a provider here, so that earlier rooms
can ask without importing it.

A case comes to an end only when nothing is kept any more (行政强制法 27, 28; 行政处罚法 56).


Remedies against the decision of a case. Hook: `remedies` registers a provider here in the same way.

A reconsideration or a suit leaves a decision in force until a ruling ends it (处罚法 73; 复议法 42, 77;
行诉法 56, 94): what fell is then neither collected nor filed away, but taken back by the act of revoking.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
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


# By these a decision is no more. One found unlawful but not revoked goes on (行诉法 74; 复议法 65).
FALLS = frozenset({"revoked", "redo", "void"})


@dataclass(frozen=True, slots=True)
class Challenge:
    """A reconsideration or a suit against a decision that stands.

    `ground` and `effect` are words of `decision.revoke`; `effect` is blank while nothing was ruled that ends
    the decision or finds it unlawful. `document` and `since` are number and day of that ruling.
    """

    id: int
    ground: str
    words: str
    is_open: bool = False
    is_stayed: bool = False
    effect: str = ""
    document: str = ""
    since: date | None = None

    @property
    def fell(self) -> bool:
        """Whether the ruling ended the decision."""
        return self.effect in FALLS


class Challenged(Protocol):
    """Facts of any act on a case whose decision may be challenged."""

    @property
    def challenges(self) -> tuple[Challenge, ...]: ...


CHALLENGES: list[Callable[[int], Iterable[Challenge]]] = []


def challenges_in(known: Callable[[int], Iterable[Challenge]]) -> Callable[[int], Iterable[Challenge]]:
    """Register who knows what is said against the decision of a case; the function gets the case's key."""
    CHALLENGES.append(known)
    return known


def challenges(case: int) -> tuple[Challenge, ...]:
    """Return every reconsideration and suit against the standing decision of a case, in order."""
    return tuple(one for known in CHALLENGES for one in known(case))
