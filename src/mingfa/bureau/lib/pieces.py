"""A piece of work that is done alone: one that fails stops no other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """One thing to do: about which row, in words, by which act a person could do or mend it ("": by none).

    `kind` and `pk` name the row (publication 12); a piece that is about no row has "" and 0. `do` returns
    None where nothing was left to do. The words name no party: whoever mends it opens the row itself.
    """

    kind: str
    pk: int
    act: str
    words: str
    do: Callable[[], T | None]
