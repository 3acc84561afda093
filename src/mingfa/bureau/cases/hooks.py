"""What others say of the decision of a case: the room of remedies tells it, and the rooms before it ask here.

A reconsideration or a suit leaves a decision in force until a ruling ends it (处罚法 73; 复议法 42, 77;
行诉法 56, 94): what fell is then neither collected nor filed away, but taken back by the act of revoking.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

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
