"""Questions about refused attempts (plan 2.4.a): which rules stand in the way of which acts, and how often.

Counted by act and rule, never by person: weak points of the work, not marks for people.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.models import RefusedAttempt
from mingfa.bureau.lib.reading import once


@dataclass(frozen=True, slots=True)
class Obstacle:
    """How often a rule refused an act, and the last sentence it said."""

    act: str
    title: str
    rule: str
    code: str
    because: str
    citation: str
    times: int
    last: datetime


@once
def obstacles(since: datetime) -> list[Obstacle]:
    """Return what refused acts since a time, the most frequent first."""
    times: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], tuple[datetime, dict[str, str]]] = {}
    for attempt in RefusedAttempt.objects.filter(at__gte=since).order_by("at").iterator():
        for refusal in attempt.refusals:
            key = (attempt.act, refusal["code"])
            times[key] += 1
            last[key] = (attempt.at, refusal)
    return [_obstacle(key, n, *last[key]) for key, n in times.most_common()]


def _obstacle(key: tuple[str, str], times: int, at: datetime, refusal: dict[str, str]) -> Obstacle:
    act, code = key
    title = REGISTER[act].title if act in REGISTER else act
    return Obstacle(act, title, refusal["rule"], code, refusal["because"], refusal["citation"], times, at)
