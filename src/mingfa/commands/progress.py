"""A progress bar on a terminal; nothing where output is piped or quiet is asked."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
WIDTH = 40


def progress(work: Iterable[T], total: int, label: str, *, quiet: bool = False) -> Iterator[T]:
    """Pass the work through and show how much of it is done."""
    shown = not quiet and sys.stderr.isatty()
    step = max(1, total // 200)
    for n, piece in enumerate(work, 1):
        yield piece
        if shown and (n % step == 0 or n == total):
            done = WIDTH * n // max(1, total)
            print(f"\r{label} [{'█' * done}{'·' * (WIDTH - done)}] {n}/{total}", end="", file=sys.stderr)
    if shown:
        print(file=sys.stderr)
