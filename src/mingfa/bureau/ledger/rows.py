"""Digests of working rows: how a row says which act it stands on, and how a changed one is found.

A digest covers the columns by their names and leaves out those at their declared default. So a column that is
added with a default changes no digest that was ever sealed, and a renamed one keeps the name under which the
ledger came to know it (`Sealed.known_as`). A declared default is never changed, and a name never used again.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from operator import itemgetter
from typing import Any

from django.db import models

from mingfa.bureau.ledger.models import Former, Sealed


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of a table are digested: attributes, names in the ledger, declared defaults.

    `former` is the place of what dropped columns held; -1 where none was dropped.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...]
    defaults: tuple[object, ...]
    former: int = -1


@cache
def shape(model: type[Sealed]) -> Shape:
    """Return what a digest covers: all columns, by their names."""
    fields = model._meta.concrete_fields
    named = sorted(((model.known_as.get(f.attname, f.attname), f) for f in fields), key=itemgetter(0))
    if len({name for name, _ in named}) < len(named):
        raise ValueError(f"two columns of {model.__name__} under one name")
    return Shape(
        tuple(f.attname for _, f in named),
        tuple(name for name, _ in named),
        tuple(undeclared(f) for _, f in named),
        next((place for place, (_, f) in enumerate(named) if isinstance(f, Former)), -1),
    )


def label(model: type[models.Model]) -> str:
    """Return what the ledger calls a table: its first name, where it was renamed since."""
    return (issubclass(model, Sealed) and model.known_table) or model._meta.label_lower


def undeclared(field: Any) -> object:
    """Return what a digest leaves out of a column: its declared default; what must be given has none."""
    if field.has_default():
        return plain(field.get_default())
    return None if field.null else _GIVEN


def columns(model: type[Sealed]) -> tuple[str, ...]:
    """Name the columns a digest covers, in the order in which it covers them."""
    return shape(model).columns


def plain(value: object) -> object:
    """Return a column's value as JSON; a time in UTC, so that a digest does not move with settings."""
    spell = _SPELLINGS.get(type(value))
    return value if spell is None else spell(value)


_GIVEN = object()
_SPELLINGS: dict[type, Callable[[Any], object]] = {
    datetime: lambda at: at.astimezone(UTC).isoformat(),
    date: date.isoformat,
    Decimal: str,
    memoryview: lambda data: bytes(data).hex(),
    bytes: bytes.hex,
}
_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def row_name(row: models.Model) -> str:
    """Name a row: `cases.case/17`."""
    return f"{label(type(row))}/{row.pk}"


def row_digest(row: Sealed) -> str:
    """Return the hex SHA-256 over the row's columns."""
    model = type(row)
    return digest_of(model, [getattr(row, name) for name in columns(model)])


def digest_of(model: type[Sealed], values: Iterable[object]) -> str:
    """Return the digest of a row's column values, in the order of `columns`.

    The bytes are canonical JSON without the check for ambiguous values: safe, because no column is a float.
    """
    known = shape(model)
    said = {
        name: spelt
        for name, value, default in zip(known.names, values, known.defaults, strict=True)
        if (spelt := plain(value)) != default
    }
    if known.former >= 0:
        kept: Any = said.pop(known.names[known.former], {})
        if not kept.keys().isdisjoint(known.names):
            raise ValueError(f"a column of {model.__name__} under the name of a dropped one")
        said |= kept
    return sha256(_write(said).encode()).hexdigest()
