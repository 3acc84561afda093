"""Guards: triggers that the database itself keeps, declared in migrations as what they are.

A migration says which guards it sets, in the words of each database. So the whole of them is known without
asking a database, `verify` can name one that is missing or is not what was set, and whoever changes a table
may take them off and put them back (`taken_off`; the schema editor of SQLite does it by itself).
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation

_TRIGGER = re.compile(r"CREATE TRIGGER (\w+) (.*?) ON (\w+)\b(.*)", re.DOTALL)
_FUNCTION = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)\(\).*?\$\$(.*)\$\$", re.DOTALL)
_CALLS = re.compile(r"EXECUTE FUNCTION (\w+)\(")


class SetGuards(Operation):
    """Set triggers; one of the same name is replaced, those in `gone` are taken away for good."""

    reversible = True

    def __init__(self, sqlite: Sequence[str], postgresql: Sequence[str], gone: Sequence[str] = ()) -> None:
        self.sqlite, self.postgresql, self.gone = sqlite, postgresql, gone

    def statements(self, vendor: str) -> Sequence[str]:
        """Return what is said to this database."""
        return self.postgresql if vendor == "postgresql" else self.sqlite

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Leave the models as they are."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        vendor, there = schema_editor.connection.vendor, _tables(schema_editor.connection)
        written = self.statements(vendor)
        new = [found[1] for one in written if (found := _TRIGGER.match(one))]
        for name in {*self.gone, *new} & there.keys():
            on = f' ON "{there[name]}"' if vendor == "postgresql" else ""
            schema_editor.execute(f'DROP TRIGGER "{name}"{on}', params=None)
        for one in written:
            again = one.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
            schema_editor.execute(again, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Leave the guards; no bureau goes back."""

    def describe(self) -> str:
        return "Set guards"


def declared(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Return every guard that the migrations of this program set, by its name, spelt to be compared."""
    triggers: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for operation in _operations(connection):
        for name in operation.gone:
            triggers.pop(name, None)
        for one in operation.statements(connection.vendor):
            if trigger := _TRIGGER.match(one):
                triggers[trigger[1]] = one
            elif function := _FUNCTION.match(one.strip()):
                bodies[function[1]] = function[2]
    return {name: _spelt(one, bodies.get(_called(one), "")) for name, one in triggers.items()}


def _operations(connection: BaseDatabaseWrapper) -> Iterator[SetGuards]:
    """Yield what the migrations of this program do with guards, in their order."""
    executor = MigrationExecutor(connection)
    for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True):
        yield from (one for one in migration.operations if isinstance(one, SetGuards))


def set_again(connection: BaseDatabaseWrapper) -> None:
    """Set every guard as the migrations declare it; any other trigger goes."""
    known = declared(connection)
    with connection.schema_editor() as editor:
        for name, table in _tables(connection).items():
            if name not in known:
                on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                editor.execute(f'DROP TRIGGER "{name}"{on}', params=None)
        for operation in _operations(connection):
            operation.database_forwards("", editor, None, None)


def installed(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Return every trigger that is in the database and on, by its name, spelt to be compared."""
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            return {name: _spelt(sql, "") for name, sql in cursor.fetchall()}
        cursor.execute(
            "SELECT t.tgname, pg_get_triggerdef(t.oid), p.prosrc FROM pg_trigger t"
            " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND n.nspname = current_schema()"
        )
        return {name: _spelt(sql, body) for name, sql, body in cursor.fetchall()}


@contextmanager
def taken_off(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Take all guards off while a migration works, and put them back as they were, in its transaction.

    If it breaks, its transaction takes everything back, the guards too.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            tables = sorted(set(_tables(connection).values()))
            before = [f'ALTER TABLE "{table}" DISABLE TRIGGER USER' for table in tables]
            after = [f'ALTER TABLE "{table}" ENABLE TRIGGER USER' for table in tables]
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid")
            found = cursor.fetchall()
            before, after = [f'DROP TRIGGER "{name}"' for name, _ in found], [sql for _, sql in found]
        for one in before:
            cursor.execute(one)
        yield
        for one in after:
            cursor.execute(one)


def _tables(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Return the table of every trigger."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                " JOIN pg_namespace n ON n.oid = c.relnamespace"
                " WHERE NOT t.tgisinternal AND n.nspname = current_schema()"
            )
        else:
            cursor.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


def _called(statement: str) -> str:
    found = _CALLS.search(statement)
    return found[1] if found else ""


def _spelt(statement: str, body: str) -> str:
    """Spell a trigger so that what was written and what the database gives back are the same."""
    plain = re.sub(r"\s+", " ", re.sub(r" ON \w+\.(?=\w)", " ON ", statement)).strip()
    if (parts := _TRIGGER.match(plain)) and not body:
        return plain
    if parts is None:
        return plain
    moment, _, events = parts[2].partition(" ")
    return f"{parts[1]} {moment} {sorted(events.split(' OR '))} {parts[3]}{parts[4]} {' '.join(body.split())}"
