"""Changing tables on SQLite: a table is made anew beside the old one, and its guards move with it.

SQLite drops a table's triggers with the table, and refuses to rename one that a trigger names. So all guards
are taken off and put back around it, in the same transaction.
"""

from typing import Any

from django.db.backends.sqlite3 import schema

from mingfa.database.guards import taken_off


class DatabaseSchemaEditor(schema.DatabaseSchemaEditor):
    """Django's, with guards that stay."""

    def _remake_table(self, model: Any, **more: Any) -> None:
        with taken_off(self.connection):
            super()._remake_table(model, **more)  # type: ignore[misc]
