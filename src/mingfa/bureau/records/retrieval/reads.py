"""Which recordings a matter has, who may open them now, and who opened what."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger.reader import check_rows, history, open_items
from mingfa.bureau.lib.reading import once
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.models import Retrieval, RetrievalPermission
from mingfa.bureau.records.retrieval.facts import PermissionView
from mingfa.bureau.records.retrieval.inputs import KINDS, WAYS
from mingfa.bureau.vault.kinds import is_recording


@dataclass(frozen=True, slots=True)
class RetrievalView:
    """An opening on record: who, what, in what way, upon what ground, until when."""

    id: int
    matter: int
    person: int
    name: str
    items: tuple[str, ...]
    way: str
    kind: str
    ground: str
    at: datetime
    until: datetime

    @property
    def way_zh(self) -> str:
        return WAYS.get(self.way, self.way)

    @property
    def kind_zh(self) -> str:
        return KINDS.get(self.kind, self.kind)


@once
def recordings(matter: int) -> dict[str, str]:
    """Return the recordings that acts of a matter committed to: digest -> name."""
    opened = open_items([c for one in history(matter) for c in one.entry.items.values()])
    found: dict[str, str] = {}
    for item in opened.values():
        if item.name.startswith("in/"):
            for file in named_files(json.loads(bytes(item.value))):
                if is_recording(file["media"]):
                    found.setdefault(file["sha256"], file["name"])
    return found


def named_files(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every file that a value names, however deep."""
    if isinstance(value, Mapping):
        if {"sha256", "size", "media", "name"} <= value.keys():
            yield dict(value)
        else:
            for inner in value.values():
                yield from named_files(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from named_files(inner)


def permissions(matter: int) -> tuple[PermissionView, ...]:
    """Return the permissions to open recordings of a matter, in the order they were given."""
    rows = list(RetrievalPermission.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(
        PermissionView(row.pk, row.person, frozenset(row.items), row.kind, row.until) for row in rows
    )


def opened_now(matter: int, person: int, now: datetime) -> dict[str, RetrievalView]:
    """Return what a person has open of a matter: digest -> the opening that runs longest."""
    rows = list(Retrieval.objects.filter(matter=matter, person=person, until__gt=now).order_by("until"))
    check_rows(rows)
    return {sha256: view for view in _views(rows) for sha256 in view.items}


def retrievals(matter: int | None = None, before: int | None = None, most: int = 50) -> list[RetrievalView]:
    """Return openings, the newest first: of one matter or of all, from before one of them."""
    rows = Retrieval.objects.order_by("-pk")
    rows = rows if matter is None else rows.filter(matter=matter)
    rows = rows if before is None else rows.filter(pk__lt=before)
    found = list(rows[:most])
    check_rows(found)
    return _views(found)


def _views(rows: list[Retrieval]) -> list[RetrievalView]:
    people_of = sorted({row.person for row in rows})
    names = {one.id: one.name for one in people.named(people_of, datetime.now(CHINA).date())}
    return [
        RetrievalView(
            row.pk,
            row.matter,
            row.person,
            names.get(row.person, ""),
            tuple(row.items),
            row.way,
            row.kind,
            row.ground,
            row.at,
            row.until,
        )
        for row in rows
    ]
