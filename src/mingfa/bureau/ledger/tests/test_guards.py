"""The database's own guards, asked with raw SQL as whoever holds its password could (plan 2.4.c)."""

import pytest
from django.db import DatabaseError, connection, transaction

from mingfa.bureau.ledger.models import RECORD, Item, Leaf, Log
from mingfa.bureau.ledger.reader import size

pytestmark = [pytest.mark.clause("2.4.c"), pytest.mark.usefixtures("cast")]
SQLITE_ONLY = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="REPLACE is SQLite's")
POSTGRES_ONLY = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="TRUNCATE is PostgreSQL's")


def run(statement: str, *values: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def held(statement: str, *values: object) -> str:
    """Run a statement that the database must refuse; return its words."""
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        run(statement, *values)
    return str(refused.value)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_leaf SET entry = entry WHERE i = 0",
        "UPDATE ledger_leaf SET act = 'case.file' WHERE log = 'record' AND i = 3",
        "UPDATE ledger_leaf SET matter = 1",
        "UPDATE ledger_leaf SET log = 'disclosure' WHERE i = 5",
        "DELETE FROM ledger_leaf",
        "DELETE FROM ledger_leaf WHERE log = 'record' AND i = (SELECT MAX(i) FROM ledger_leaf)",
    ],
)
def test_a_leaf_is_never_changed_or_deleted(statement):
    assert "leaf" in held(statement)
    assert size() == Log.objects.get(name=RECORD).size


def test_a_leaf_is_the_next_of_its_log():
    """No hole, no second leaf at a place, none in a log that nobody opened."""
    row = "INSERT INTO ledger_leaf (log, i, entry, hash, act) VALUES (%s, %s, %s, %s, 'x')"
    last = size()
    for log, index in ((RECORD, last + 1), (RECORD, last - 1), (RECORD, 0), (RECORD, -1), ("rumours", 0)):
        assert "next of its log" in held(row, log, index, b"{}", b"0" * 32)


@SQLITE_ONLY
def test_replace_is_no_way_around():
    found = Leaf.objects.get(log=RECORD, i=3)
    swap = "INSERT OR REPLACE INTO ledger_leaf (log, i, entry, hash, act) VALUES ('record', 3, %s, %s, 'x')"
    assert "next of its log" in held(swap, b"{}", b"0" * 32)
    item = Item.objects.first()
    swap = "REPLACE INTO ledger_item (commitment, salt, name, value) VALUES (%s, %s, 'x', %s)"
    assert "never changed" in held(swap, item.commitment, item.salt, b"0")
    assert "only grows" in held(
        "REPLACE INTO ledger_log VALUES ('record', 'log.example.cn/record', 0, %s, NULL)", b""
    )
    assert Leaf.objects.get(log=RECORD, i=3).entry == found.entry


@POSTGRES_ONLY
@pytest.mark.parametrize("table", ["ledger_leaf", "ledger_item", "ledger_log"])
def test_truncate_is_no_way_around(table):
    assert "never changed" in held(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("column", ["value", "salt", "name", "commitment"])
def test_an_item_is_never_changed(column):
    assert "item" in held(f"UPDATE ledger_item SET {column} = {column}")


@pytest.mark.parametrize(
    "change",
    ["size = size - 1", "size = size + 2", "size = size", "size = 0", "origin = 'x', size = size + 1"],
)
def test_a_log_only_grows_by_one(change):
    assert "only grows" in held(f"UPDATE ledger_log SET {change} WHERE name = 'record'")


def test_a_log_is_neither_renamed_nor_deleted():
    held("UPDATE ledger_log SET name = 'x', size = size + 1 WHERE name = 'disclosure'")
    held("DELETE FROM ledger_log")
    assert set(Log.objects.values_list("name", flat=True)) == {"record", "disclosure"}
