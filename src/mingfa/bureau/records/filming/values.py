"""Whether recordings cover a time without a gap: whole-process recording on the spot (plan 2.2.a, 118号 (8)).

Pure arithmetic on times; what a gap means in law is said by the gates.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from mingfa.bureau.doorway.look import CHINA

# Changing a battery or a file takes a recorder a moment; what is longer is an interruption.
MOST = timedelta(seconds=5)

Span = tuple[datetime, datetime]


def coverage(recordings: Iterable[Span], start: datetime, end: datetime) -> list[Span]:
    """Return the gaps, in order: every stretch between `start` and `end` that no recording covers.

    A recording may begin before, end after, lie outside or overlap others. Only stretches longer than `MOST`
    are gaps; without any recording the whole time is one.
    """
    gaps, seen = [], start
    for began, ended in sorted(recordings):
        if began >= end:
            break
        if began - seen > MOST:
            gaps.append((seen, began))
        seen = max(seen, ended)
    if end - seen > MOST:
        gaps.append((seen, end))
    return gaps


class Timed(Protocol):
    """What runs from one moment to another."""

    @property
    def started_at(self) -> datetime: ...
    @property
    def ended_at(self) -> datetime: ...


def gaps_of(recordings: Iterable[Timed], start: datetime, end: datetime) -> list[Span]:
    """Return what these recordings leave uncovered between two moments."""
    return coverage([(r.started_at, r.ended_at) for r in recordings], start, end)


def span_of(recordings: Iterable[Timed], *moments: datetime) -> Span | None:
    """Return from when to when a scene without hours of its own went on: its moments and its recordings."""
    known = list(recordings)
    first, last = [*moments, *(r.started_at for r in known)], [*moments, *(r.ended_at for r in known)]
    return (min(first), max(last)) if first else None


def clock(at: datetime) -> str:
    """Write a time of day to the second."""
    return f"{at.astimezone(CHINA):%H:%M:%S}"


T = TypeVar("T", bound=Timed)


def broken_off(recordings: Iterable[T]) -> list[tuple[datetime, T]]:
    """Return (when it broke off, the recording that takes it up) for each interruption, in order."""
    found: list[tuple[datetime, T]] = []
    seen: datetime | None = None
    for one in sorted(recordings, key=lambda r: r.started_at):
        if seen is not None and one.started_at - seen > MOST:
            found.append((seen, one))
        seen = one.ended_at if seen is None else max(seen, one.ended_at)
    return found
