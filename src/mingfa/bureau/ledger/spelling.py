"""The text behind a column: a day or a time has one spelling, and what SQL asks is what was sealed.

SQLite keeps days, times and lists as text and reads several spellings alike; a question in SQL does not. So
every such column has a CHECK (database/sqlite), and `verify` asks the text itself, whatever became of it.
PostgreSQL keeps days and times as such.
"""

import json
from typing import Any

from django.db import connections, models

from mingfa.database.sqlite.spelling import spelt


def misspelt(model: type[models.Model], *, using: str = "default") -> dict[Any, str]:
    """Return the rows with a column in another spelling than ours: key -> what the column is called."""
    found: dict[Any, str] = {}
    connection = connections[using]
    if connection.vendor != "sqlite":
        return found
    quoted, table = connection.ops.quote_name, model._meta.db_table
    key = quoted(model._meta.pk.column or "")
    for one in model._meta.concrete_fields:
        title, column = str(one.verbose_name), quoted(one.column or one.attname)
        kind = one.get_internal_type()
        with connection.cursor() as cursor:
            if rule := spelt(kind, one.column or one.attname):
                cursor.execute(f"SELECT {key} FROM {quoted(table)} WHERE NOT ({rule})")
                found |= {pk: title for (pk,) in cursor.fetchall()}
            elif isinstance(one, models.JSONField):
                cursor.execute(f"SELECT {key}, {column} FROM {quoted(table)} WHERE {column} IS NOT NULL")
                found |= {pk: title for pk, text in cursor if not _ours(text)}
    return found


def _ours(text: object) -> bool:
    """Whether this is how Django writes what it says."""
    try:
        return isinstance(text, str) and json.dumps(json.loads(text)) == text
    except ValueError:
        return False
