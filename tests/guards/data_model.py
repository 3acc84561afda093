"""Draws docs/data-model.md from the models: `python -m tests.guards.data_model`; a guard compares it."""

import os
from collections.abc import Iterator
from typing import Any

import django
from django.apps import apps
from tests.guards.sources import ROOT

PAGE = ROOT / "docs" / "data-model.md"
HEAD = """# Data model

Drawn from the models (`python -m tests.guards.data_model`), room by room; not edited by hand. A *sealed* row
is made by an act: its key is the entry of that act, and its digest stands in the entry that last wrote
it. Rows of shared rooms name a matter by its key, which is the entry that began it.
"""


def page() -> str:
    """Return the whole page."""
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("mingfa.bureau.")]
    return HEAD + "".join(part for room in rooms for part in _room(room))


def _room(room: Any) -> Iterator[str]:
    found = list(room.get_models())
    if found:
        yield f"\n## {room.label}\n"
    for model in found:
        sealed = " · sealed" if {"leaf", "sealed"} <= {f.name for f in model._meta.fields} else ""
        doc = (model.__doc__ or "").strip().splitlines()[0]
        yield f"\n**{model.__name__}**{sealed}: {doc}\n\n"
        yield "".join(
            f"- `{f.attname}` {_kind(f)}{_label(f)}\n" for f in model._meta.concrete_fields if _own(f)
        )


def _own(field: Any) -> bool:
    return field.attname not in ("leaf", "sealed")


def _kind(field: Any) -> str:
    if field.many_to_one:
        return f"→ {field.related_model._meta.label}"
    length = f"({field.max_length})" if field.max_length else ""
    return (
        field.get_internal_type().removesuffix("Field").lower()
        + length
        + (", may be empty" if field.null else "")
    )


def _label(field: Any) -> str:
    words = str(field.verbose_name)
    return f" {words}" if any("\u4e00" <= sign <= "\u9fff" for sign in words) else ""


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingfa.bureau.settings")
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
