"""Digests of working rows: how a row says which act it stands on, and how a changed one is found."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256

from django.db import models

from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.lib.canonical import canonical_json


@cache
def columns(model: type[Sealed]) -> tuple[str, ...]:
    """Name the columns a digest covers: all but those a worker may fill in later."""
    return tuple(f.attname for f in model._meta.concrete_fields if f.attname not in model.unsealed)


def plain(value: object) -> object:
    """Return a column's value as JSON; a time in UTC, so that a digest does not move with settings."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, memoryview | bytes):
        return bytes(value).hex()
    return value


def row_name(row: models.Model) -> str:
    """Name a row: `cases.case/17`."""
    return f"{row._meta.label_lower}/{row.pk}"


def row_digest(row: Sealed) -> str:
    """Return the hex SHA-256 over the row's columns, in their order."""
    return sha256(canonical_json([plain(getattr(row, name)) for name in columns(type(row))])).hexdigest()
