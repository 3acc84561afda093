"""Guards move with the schema, and `verify` names one that is missing or is not what was set."""

import pytest
from django.db import DatabaseError, connection, transaction

from mingfa.bureau.ledger import guards
from mingfa.database.guards import installed, taken_off
from mingfa.example.bureau import Cast


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def named() -> list[str]:
    return [fault.where for fault in guards.faults()]


def test_all_guards_are_there_after_the_migrations(cast: Cast) -> None:
    assert named() == []
    assert len(installed(connection)) >= 20


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("leaf_is_the_next", "ledger_leaf"),
        ("item_never_changes", "ledger_item"),
        ("log_only_grows", "ledger_log"),
        ("happening_never_changes", "people_happening"),
    ],
)
def test_a_guard_that_was_taken_away_is_named(name: str, table: str, cast: Cast) -> None:
    run(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
    assert named() == [f"数据库保护规则（{name}）"]


def test_a_guard_that_lets_everything_pass_is_named(cast: Cast) -> None:
    if connection.vendor == "postgresql":
        run(
            "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RETURN NEW; END $$"
        )
        assert "数据库保护规则（leaf_never_changes）" in named()
        run("ALTER TABLE ledger_leaf DISABLE TRIGGER leaf_is_the_next")
        assert "数据库保护规则（leaf_is_the_next）" in named()
        return
    run("DROP TRIGGER leaf_never_goes")
    run(
        "CREATE TRIGGER leaf_never_goes BEFORE DELETE ON ledger_leaf WHEN 0"
        " BEGIN SELECT RAISE(ABORT, 'a leaf is never deleted'); END"
    )
    assert named() == ["数据库保护规则（leaf_never_goes）"]


def test_a_trigger_of_somebody_else_is_named(cast: Cast) -> None:
    if connection.vendor == "postgresql":
        run(
            "CREATE TRIGGER quiet BEFORE INSERT ON people_person FOR EACH ROW"
            " EXECUTE FUNCTION ledger_refuse('person')"
        )
    else:
        run("CREATE TRIGGER quiet AFTER INSERT ON people_person BEGIN SELECT 1; END")
    assert named() == ["数据库保护规则（quiet）"]


def test_guards_are_off_only_within(cast: Cast) -> None:
    """A migration that must write where nobody may does it between, and everything is as before."""
    before = installed(connection)
    with pytest.raises(DatabaseError), transaction.atomic():
        run("UPDATE ledger_leaf SET act = act")
    with taken_off(connection):
        run("UPDATE ledger_leaf SET act = act")
    assert installed(connection) == before
    with pytest.raises(DatabaseError), transaction.atomic():
        run("UPDATE ledger_leaf SET act = act")
