"""Dropping a column whose values the ledger covers: they move into `former`, and the row stays verifiable.

A migration adds `former` to the table (`AddField(…, Former(default=dict))`), then drops the column by this
operation. The act that wrote the column stays as a former act, and gives its value to `former` when replayed.
"""

from typing import Any

from django.db.migrations.operations import RemoveField

from mingfa.bureau.ledger.rows import plain, undeclared
from mingfa.database.guards import taken_off


class DropColumn(RemoveField):
    """RemoveField that keeps what the column held, under the name by which the ledger knows it."""

    def __init__(self, model_name: str, name: str, known: str = "") -> None:
        super().__init__(model_name, name)
        self.known = known

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        kept = {"model_name": self.model_name, "name": self.name, "known": self.known}
        return self.__class__.__name__, [], kept

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Keep what is not the default, then drop the column."""
        model = from_state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.name)
        default, known = undeclared(field), self.known or field.attname
        using = schema_editor.connection.alias
        with taken_off(schema_editor.connection):
            for row in model._default_manager.using(using).iterator(chunk_size=1000):
                value = plain(getattr(row, field.attname))
                if value != default:
                    row.former = {**row.former, known: value}
                    row.save(using=using, update_fields=["former"])
        super().database_forwards(app_label, schema_editor, from_state, to_state)
