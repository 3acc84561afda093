"""A value is missing only where an act erased it by name; whatever else is missing is named as missing."""

import pytest
from django.db import DatabaseError, connection, transaction

from mingfa.bureau.doorway.acts import REGISTER, act
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import Erasure, Item
from mingfa.bureau.ledger.reader import Altered, Erased, leaf
from mingfa.bureau.ledger.verify import verify
from mingfa.bureau.people.models import Role

pytestmark = [pytest.mark.clause("2.4.c"), pytest.mark.clause("2.4.d")]


class Nothing(Inputs):
    """Nothing is typed."""


@pytest.fixture
def erasing(monkeypatch):
    """Declare an act that erases the bureau's telephone number from the founding's entry."""
    monkeypatch.setattr("mingfa.bureau.doorway.acts.REGISTER", REGISTER)

    @act(
        "example.erase",
        "示例：删除",
        who=[Role.APPOINTER],
        inputs=Nothing,
        see=lambda look: look,
    )
    def erase(door, facts, given):
        """Erase a value."""
        door.erase(leaf(0).entry, ["in/phone"])

    yield
    del REGISTER["example.erase"]


def run(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def refused(statement: str, *values: object) -> str:
    with pytest.raises(DatabaseError) as said, transaction.atomic():
        run(statement, *values)
    return str(said.value)


def unguarded(*triggers: tuple[str, str]) -> None:
    """Drop triggers, as a dishonest administrator could."""
    for trigger, table in triggers:
        run(f"DROP TRIGGER {trigger}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def phone() -> bytes:
    return leaf(0).entry.items["in/phone"]


def test_what_an_act_erased_is_absent_and_says_so(erasing, stage, cast):
    done = do("example.erase", by=cast.appointer, inputs={}, now=stage.now)
    entry, gone = leaf(0).entry, phone()
    with pytest.raises(Erased):
        reader.value(entry, "in/phone")
    assert "in/phone" not in reader.values(entry) and "in/name" in reader.values(entry)
    assert reader.erasures([gone])[gone].index == done.index
    assert [str(f) for f in verify()] == []


def test_an_erasure_that_no_entry_names_is_refused(stage, cast):
    insert = "INSERT INTO ledger_erasure (commitment, leaf) VALUES (%s, %s)"
    for index in (0, 1, reader.size() - 1, 10**6):
        assert "named by the entry" in refused(insert, phone(), index)
    assert "erasure names it" in refused("DELETE FROM ledger_item WHERE commitment = %s", phone())


def test_an_erasure_is_never_changed_or_taken_back(erasing, stage, cast):
    do("example.erase", by=cast.appointer, inputs={}, now=stage.now)
    assert "erasure" in refused("UPDATE ledger_erasure SET leaf = 0")
    assert "erasure" in refused("DELETE FROM ledger_erasure")


@pytest.mark.parametrize("with_row", [False, True])
def test_a_value_that_nobody_erased_is_named_as_missing(stage, cast, with_row):
    gone = phone()
    unguarded(
        ("item_goes_only_when_erased", "ledger_item"), ("erasure_is_named_by_its_act", "ledger_erasure")
    )
    if with_row:
        Erasure.objects.create(commitment=gone, leaf=4)
    Item.objects.filter(commitment=gone).delete()
    with pytest.raises(Altered, match="没有任何办理依据"):
        reader.inputs(leaf(0).entry)
    found = [str(f) for f in verify()]
    assert "执法记录第0条：条目“in/phone”缺失，没有任何办理依据" in found
    assert len(found) == 1 + with_row


def test_an_erasure_without_its_row_or_with_its_value_is_named(erasing, stage, cast):
    kept = Item.objects.get(commitment=phone())
    done = do("example.erase", by=cast.appointer, inputs={}, now=stage.now)
    Item.objects.create(commitment=kept.commitment, salt=kept.salt, name=kept.name, value=kept.value)
    assert any("没有删除" in str(f) for f in verify())
    Item.objects.filter(commitment=phone()).delete()
    kept_by = "erasure_never_goes" if connection.vendor == "sqlite" else "erasure_never_changes"
    unguarded((kept_by, "ledger_erasure"))
    Erasure.objects.all().delete()
    assert any(f"执法记录第{done.index}条" in str(f) for f in verify())
    with pytest.raises(Altered):
        reader.inputs(leaf(0).entry)
