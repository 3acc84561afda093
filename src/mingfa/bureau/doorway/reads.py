"""Questions of the doorway (plan 2.4.a): which rules stand in the way of which acts; which files are held.

Refusals are counted by act and rule, never by person: weak points of the work, not marks for people.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from mingfa.bureau.doorway.acts import title_of
from mingfa.bureau.doorway.matter import Matter, kinds
from mingfa.bureau.doorway.models import Handling, RefusedAttempt
from mingfa.bureau.ledger.faults import Fault
from mingfa.bureau.ledger.models import RECORD, Item, Leaf
from mingfa.bureau.ledger.reader import inputs, leaves_at
from mingfa.bureau.lib.reading import once
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.models import Happening


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


def handled_by(person: int) -> QuerySet[Handling, int]:
    """Return the keys of the matters that a person handles."""
    return Handling.objects.filter(person=person).values_list("matter", flat=True)


def misfiled() -> Iterator[tuple[type[Matter], int]]:
    """Yield the matters whose handlers are not those of the index (kind and key; of a stray row the key)."""
    kept: dict[int, set[int]] = {}
    for matter, person in Handling.objects.values_list("matter", "person").iterator():
        kept.setdefault(matter, set()).add(person)
    for kind in kinds():
        for pk, handlers in kind._default_manager.values_list("pk", "handlers").iterator():
            if kept.pop(pk, set()) != set(handlers):
                yield kind, int(pk)
    yield from ((Matter, pk) for pk in sorted(kept))


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
    return Obstacle(
        act, title_of(act), refusal["rule"], code, refusal["because"], refusal["citation"], times, at
    )


def held_files() -> dict[str, str]:
    """Return digest -> name of every file the ledger's items name, and of every drawn paper."""
    found: dict[str, str] = {}
    typed = Item.objects.filter(name__startswith="in/").values_list("value", flat=True)
    for value in typed.iterator(chunk_size=2000):
        data = bytes(value)
        if b'"sha256"' in data:
            _collect(json.loads(data), found)
    drawn = Paper.objects.exclude(file="").values_list("file", "number")
    return {**found, **dict(drawn)}


def _collect(value: Any, found: dict[str, str]) -> None:
    """Walk through an input and note every file in it."""
    if isinstance(value, dict):
        if "sha256" in value and "size" in value:
            found[str(value["sha256"])] = str(value.get("name", ""))
        for part in value.values():
            _collect(part, found)
    elif isinstance(value, list):
        for part in value:
            _collect(part, found)


def sealed_copies() -> dict[str, str]:
    """Return the sealed copies behind QR codes, by name, with the digest that the act of drawing named."""
    acts = Leaf.objects.filter(log=RECORD, act="paper.draw").order_by("i").values_list("i", flat=True)
    found = {}
    for one in leaves_at(acts).values():
        given = inputs(one.entry)
        if given.get("copy_name"):
            found[str(given["copy_name"])] = str(given["copy_digest"])
    return found


def refused_faults() -> Iterator[Fault]:
    """Yield where the table of refused attempts is not what was written down when they were refused."""
    noted = Counter(
        _told(one.person, one.at, one.said) for one in Happening.objects.filter(kind="refused").iterator()
    )
    kept: Counter[str] = Counter()
    for row in RefusedAttempt.objects.iterator():
        said = {"act": row.act, "matter": row.matter, "refusals": row.refusals}
        kept[_told(row.person, row.at, said)] += 1
    for told in (kept - noted) + (noted - kept):
        yield Fault("被拒绝的办理", f"与出入记录不符：{json.loads(told)[2].get('act')}")


def _told(person: int | None, at: datetime, said: dict[str, Any]) -> str:
    return json.dumps([person, at.astimezone(UTC).isoformat(), said], sort_keys=True, ensure_ascii=False)
