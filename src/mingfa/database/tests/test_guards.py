"""A table that carries guards, or that guards of others name, is made anew with all of them in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connections, models
from django.test.utils import isolate_apps

from mingfa.bureau.settings import database
from mingfa.database.guards import installed
from mingfa.database.sqlite.base import DatabaseWrapper

GUARDS = (
    "CREATE TRIGGER paper_never_changes BEFORE UPDATE ON ledger_paper"
    " BEGIN SELECT RAISE(ABORT, 'never'); END",
    "CREATE TRIGGER stamp_has_its_paper BEFORE INSERT ON ledger_stamp WHEN NOT EXISTS"
    " (SELECT 1 FROM ledger_paper WHERE id = NEW.paper) BEGIN SELECT RAISE(ABORT, 'no paper'); END",
)


@pytest.fixture
def connection(tmp_path: Path, django_db_blocker: object) -> Iterator[DatabaseWrapper]:
    wrapper = DatabaseWrapper(
        {
            "TIME_ZONE": None,
            "AUTOCOMMIT": True,
            "ATOMIC_REQUESTS": False,
            "CONN_HEALTH_CHECKS": False,
            "TEST": {},
        }
        | database(tmp_path, ""),
        "house",
    )
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        wrapper.disable_constraint_checking()
        connections["house"] = wrapper
        yield wrapper
        wrapper.close()
        del connections["house"]


@isolate_apps("mingfa.bureau.ledger")
def test_a_not_null_column_is_added_under_guards(connection: DatabaseWrapper) -> None:
    class Paper(models.Model):
        title = models.CharField(max_length=20)

        class Meta:
            app_label = "ledger"

    class Stamp(models.Model):
        paper = models.BigIntegerField()

        class Meta:
            app_label = "ledger"

    def run(sql: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    with connection.schema_editor() as editor:
        editor.create_model(Paper)
        editor.create_model(Stamp)
        for one in GUARDS:
            editor.execute(one)
    run("INSERT INTO ledger_paper (id, title) VALUES (1, '示例')")
    before = installed(connection)
    weather = models.CharField(max_length=10, default="晴")
    weather.set_attributes_from_name("weather")
    weather.model = Paper
    with connection.schema_editor() as editor:
        editor.add_field(Paper, weather)
    assert installed(connection) == before
    for refused in (
        "UPDATE ledger_paper SET title = 'x'",
        "INSERT INTO ledger_stamp (id, paper) VALUES (1, 7)",
    ):
        with pytest.raises(DatabaseError):
            run(refused)
    run("INSERT INTO ledger_stamp (id, paper) VALUES (1, 1)")
    with connection.cursor() as cursor:
        cursor.execute("SELECT title, weather FROM ledger_paper")
        assert cursor.fetchall() == [("示例", "晴")]
