"""A database that came out of a backup, and the entries that were lost with the machine (ADR 0034).

Until head and personnel have put the restore on record, the log's row says `restored`: nobody acts,
nothing is signed. The act `bureau.restore` takes over what the newer tiles still prove, as the very bytes
that were signed, and its entry names them: `"lost": {"record": [from, to], …}`. Of these entries the open
facts stand and the values are gone; what was done in them is done again by people. They are no link in a
matter's chain, and their values are missing lawfully.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mingfa.bureau.ledger.entries import Entry, read_entry
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Leaf, Log
from mingfa.bureau.lib.reading import once

RESTORE, RESUME = "bureau.restore", "bureau.resume"
Range = tuple[int, int]


@dataclass(frozen=True)
class Was:
    """A log's name and key before a restore. Of the entries under that name `size` are proven here.

    Heads up to `known` were known when the restore was put on record; a larger one is news.
    """

    origin: str
    vkey: str
    size: int
    known: int


@dataclass(frozen=True)
class Lost:
    """What all restores named together: the lost entries of both logs, and the names they had before."""

    ranges: dict[str, tuple[Range, ...]]
    names: dict[str, tuple[Was, ...]]
    acts: dict[Range, int] = field(default_factory=dict)

    def has(self, log: str, index: int) -> bool:
        """Say whether an entry is one of the lost."""
        return any(start <= index < end for start, end in self.ranges.get(log, ()))


@once
def state(log: str = RECORD) -> dict[str, Any] | None:
    """Return what a restored log waits with; None where it is not restored, or that is on record."""
    found = Log.objects.filter(name=log).values_list("restored", flat=True).first()
    return read(found) if found else None


def read(text: str) -> dict[str, Any]:
    """Read the mark of a restored log; whatever else somebody wrote there stops everybody all the same."""
    try:
        said = json.loads(text)
        datetime.fromisoformat(said["made"])
    except (ValueError, KeyError, TypeError):
        return {"made": "", "logs": {}}
    return dict(said)


def stood_at(said: dict[str, Any], log: str) -> tuple[int, str]:
    """Return size and root of a log when the backup was made; (-1, "") where the mark does not say."""
    try:
        one = said["logs"][log]
        return int(one["size"]), str(one["root"])
    except (KeyError, TypeError, ValueError):
        return -1, ""


def put_state(said: dict[str, Any], using: str = "default") -> None:
    """Note what `mingfa recover` found, for the act that puts it on record."""
    Log.objects.using(using).filter(name=RECORD).update(restored=json.dumps(said, ensure_ascii=False))


def lost(using: str = "default") -> Lost:
    """Return what was lost, as the restores name it; asked only where something does not fit."""
    return _lost(using, _restores(using))


def _restores(using: str) -> tuple[tuple[int, bytes], ...]:
    rows = Leaf.objects.using(using).filter(log=RECORD, act=RESTORE).order_by("i")
    return tuple((int(i), bytes(entry)) for i, entry in rows.values_list("i", "entry"))


@once
def _lost(using: str, restores: tuple[tuple[int, bytes], ...]) -> Lost:
    found: dict[str, list[Range]] = {RECORD: [], DISCLOSURE: []}
    names: dict[str, list[Was]] = {RECORD: [], DISCLOSURE: []}
    acts: dict[Range, int] = {}
    for index, data in restores:
        said = read_entry(data)
        for log, (start, end) in ranges_of(said).items():
            found[log].append((start, end))
            if log == RECORD:
                acts[(start, end)] = index
        for log, was in was_of(said).items():
            names[log].append(was)
    return Lost({k: tuple(v) for k, v in found.items()}, {k: tuple(v) for k, v in names.items()}, acts)


def ranges_of(entry: Entry) -> dict[str, Range]:
    """Return the lost entries that the entry of a restore names."""
    said = entry.facts.get("lost")
    if not isinstance(said, dict):
        return {}
    return {str(log): (int(ends[0]), int(ends[1])) for log, ends in said.items()}


def was_of(entry: Entry) -> dict[str, Was]:
    """Return the names that the logs had before a restore."""
    said = entry.facts.get("was")
    if not isinstance(said, dict):
        return {}
    return {
        str(log): Was(one["origin"], one["vkey"], int(one["size"]), int(one["known"]))
        for log, one in said.items()
    }


def last_kept(matter: int, below: int | None = None, *, using: str = "default") -> int | None:
    """Return the last entry of a matter (before another) that is none of the lost."""
    rows, known = Leaf.objects.using(using).filter(log=RECORD, matter=matter).order_by("-i"), lost(using)
    rows = rows if below is None else rows.filter(i__lt=below)
    found = (int(i) for i in rows.values_list("i", flat=True).iterator(chunk_size=100))
    return next((i for i in found if not known.has(RECORD, i)), None)


def lost_commitments(wanted: Collection[bytes], using: str = "default") -> dict[bytes, int]:
    """Return which of these values belonged to lost entries, each with the act of that restore."""
    known, left, found = lost(using), set(wanted), dict[bytes, int]()
    last = max(known.acts.values(), default=-1)
    for log, ranges in known.ranges.items():
        for start, end in ranges:
            rows = Leaf.objects.using(using).filter(log=log, i__gte=start, i__lt=end).order_by("i")
            for entry in rows.values_list("entry", flat=True).iterator(chunk_size=1000):
                for one in left.intersection(read_entry(bytes(entry)).items.values()):
                    found[one] = known.acts.get((start, end), last) if log == RECORD else last
    return found


def made(said: dict[str, Any]) -> str:
    """Return when the backup was made, for a page."""
    return datetime.fromisoformat(said["made"]).strftime("%Y-%m-%d %H:%M") if said["made"] else "来历不明"
