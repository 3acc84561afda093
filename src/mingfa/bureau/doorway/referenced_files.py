"""Which files must be there: every one that an act ever named, and every paper that was drawn."""

import json
from typing import Any

from mingfa.bureau.ledger.models import Item
from mingfa.bureau.papers.models import Paper


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
