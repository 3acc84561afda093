"""Doing all pieces of a task at once, as tests of one task do; a round tries each alone."""

from collections.abc import Iterable
from typing import TypeVar

from mingfa.bureau.lib.pieces import Piece

T = TypeVar("T")


def do_all(pieces: Iterable[Piece[T]]) -> list[T]:
    """Do each piece; return what was done."""
    return [done for piece in pieces if (done := piece.do()) is not None]
