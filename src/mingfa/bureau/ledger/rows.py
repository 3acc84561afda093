"""Digests of working rows: how a row says which act it stands on, and how a changed one is found."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any

from django.db import models

from mingfa.bureau.ledger.models import Sealed


@cache
def columns(model: type[Sealed]) -> tuple[str, ...]:
    """Name the columns a digest covers: all but those a worker may fill in later."""
    return tuple(f.attname for f in model._meta.concrete_fields if f.attname not in model.unsealed)


def plain(value: object) -> object:
    """Return a column's value as JSON; a time in UTC, so that a digest does not move with settings."""
    spell = _SPELLINGS.get(type(value))
    return value if spell is None else spell(value)


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
    return f"{row._meta.label_lower}/{row.pk}"


def row_digest(row: Sealed) -> str:
    """Return the hex SHA-256 over the row's columns, in their order."""
    return digest_of(getattr(row, name) for name in columns(type(row)))


def digest_of(values: Iterable[object]) -> str:
    """Return the digest of a row's column values, in the order of `columns`.

    The bytes are canonical JSON, written without its questions: a column is never a float.
    """
    return sha256(_write([plain(value) for value in values]).encode()).hexdigest()
