"""Whether recordings cover a time without a gap: whole-process recording on the spot (plan 2.2.a, 118号 (8)).

Pure arithmetic on times; what a gap means in law is said by the gates.
"""

from collections.abc import Iterable, Sequence
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


class Broken(Protocol):
    """A stretch without pictures, in milliseconds from the begin."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Found(Protocol):
    """What a tool found of a recording."""

    @property
    def plays(self) -> bool: ...
    @property
    def milliseconds(self) -> int | None: ...
    @property
    def breaks(self) -> Sequence[Broken]: ...
    @property
    def trouble(self) -> str: ...


def shown(started: datetime, ended: datetime, found: Found | None) -> tuple[Span, ...]:
    """Return what a recording really shows of the time that it is said to cover.

    Until it is measured its hours are a claim and count; afterwards it shows no moment longer than it runs,
    nothing in its breaks, and nothing at all where it cannot be played.
    """
    if found is None:
        return ((started, ended),)
    if not found.plays:
        return ()
    last = min(ended, started + timedelta(milliseconds=found.milliseconds or 0))
    spans, began = [], started
    for one in found.breaks:
        spans.append((began, min(last, started + timedelta(milliseconds=one.start))))
        began = started + timedelta(milliseconds=one.end)
    return tuple((a, b) for a, b in [*spans, (began, last)] if a < b)


class Timed(Protocol):
    """What runs from one moment to another."""

    @property
    def started_at(self) -> datetime: ...
    @property
    def ended_at(self) -> datetime: ...


class Shown(Timed, Protocol):
    """What runs from one moment to another and shows some or all of it."""

    @property
    def covers(self) -> Sequence[Span]: ...


def gaps_of(recordings: Iterable[Shown], start: datetime, end: datetime) -> list[Span]:
    """Return what these recordings leave uncovered between two moments."""
    return coverage([span for r in recordings for span in r.covers], start, end)


def span_of(recordings: Iterable[Timed], *moments: datetime) -> Span | None:
    """Return from when to when a scene without hours of its own went on: its moments and its recordings."""
    known = list(recordings)
    first, last = [*moments, *(r.started_at for r in known)], [*moments, *(r.ended_at for r in known)]
    return (min(first), max(last)) if first else None


def clock(at: datetime) -> str:
    """Write a time of day to the second."""
    return f"{at.astimezone(CHINA):%H:%M:%S}"


def length(milliseconds: int | None) -> str:
    """Write how long something runs, to the second."""
    seconds = round((milliseconds or 0) / 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def faults(found: Found | None) -> str:
    """Say in words what is wrong with a recording that was measured; "" where nothing is."""
    if found is None:
        return ""
    lost = "、".join(f"第{length(b.start)}至{length(b.end)}无画面" for b in found.breaks[:5])
    return "，".join(word for word in (found.trouble.rstrip("。"), lost) if word)


def told(found: Found | None) -> str:
    """Say in words what was measured of a recording: how long it runs and what is wrong with it."""
    runs = f"实测时长{length(found.milliseconds)}" if found is not None and found.plays else ""
    return "，".join(word for word in (runs, faults(found)) if word)


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
