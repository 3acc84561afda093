"""The day of force: what changed in a gate, a table or an act holds from a day on, and not before.

An entry names the edition of the rules that judged it. A gate or a procedure table that changes says since
when it is in force: by an edition (what no program knew cannot have been asked), by a day, or by both. A
rebuild judges each entry with what was in force for its edition on its day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

# Grows by one whenever a gate or a table comes to judge otherwise; every entry names it.
EDITION = 1
CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Force:
    """The moment from which something is in force: for programs of this edition, and from this day."""

    edition: int = 1
    day: date = date.min


@dataclass(frozen=True, slots=True)
class Judging:
    """By which edition, and on which day, something is judged."""

    edition: int
    day: date


_judging: ContextVar[Judging | None] = ContextVar("judging", default=None)


@contextmanager
def judging(at: datetime, edition: int = EDITION) -> Iterator[None]:
    """Judge what is done inside as of the day of an act, by an edition of the rules."""
    token = _judging.set(Judging(edition, at.astimezone(CHINA).date()))
    try:
        yield
    finally:
        _judging.reset(token)


def reached(moment: Force) -> bool:
    """Say whether this moment is reached where we judge; outside of any act, today and by this program."""
    where = _judging.get() or Judging(EDITION, datetime.now(CHINA).date())
    return moment.edition <= where.edition and moment.day <= where.day


def in_force(since: Force | None, until: Force | None) -> bool:
    """Say whether something is in force where we judge: since then, and not until what replaces it is."""
    return (since is None or reached(since)) and (until is None or not reached(until))
