"""What was changed behind the doorway's back cannot be shown: reading it raises `Altered`, which names it."""

import json

import pytest
from django.db import connection

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.catalogue.models import Item as ListedItem
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import RECORD, Item, Leaf
from mingfa.bureau.ledger.reader import Altered, check_rows, history, last_of, leaf, leaves
from mingfa.bureau.ledger.rows import row_digest
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Appointment, Bureau, LocalValue, Person, Unit
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.models import Evidence
from mingfa.example.cases import Play

pytestmark = pytest.mark.clause("2.4.c")


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast).to_filed()


def run(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def without_guard(trigger: str, table: str) -> None:
    """Drop a trigger, as a dishonest administrator could."""
    run(f"DROP TRIGGER {trigger}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


# --- leaves


def test_leaves_are_read_in_order_and_without_holes(play):
    read = list(leaves())
    assert [r.index for r in read] == list(range(reader.size()))
    assert read[0].entry.text("act") == "bureau.found"
    assert [r.index for r in leaves(start=play.case)][0] == play.case
    assert reader.leaves_at([3, 1, 3]).keys() == {1, 3}


def test_the_history_of_a_matter_is_what_was_done_in_it(play):
    acts = [r.entry.text("act") for r in history(play.case)]
    assert acts == ["case.register", "record.keep", "case.verify", "case.propose", "case.file"]
    assert [r.index for r in history(play.case, ["case.file"])] == [last_of(play.case)]
    assert history(10**9) == [] and last_of(10**9) is None


def test_a_changed_leaf_is_named(play):
    without_guard("leaf_never_changes", "ledger_leaf")
    forged = leaf(play.case).data.replace(b"case.register", b"case.registeR")
    Leaf.objects.filter(log=RECORD, i=play.case).update(entry=forged)
    with pytest.raises(Altered, match=f"record 第 {play.case} 条") as altered:
        leaf(play.case)
    assert altered.value.what == f"record 第 {play.case} 条"
    assert "请立即报告执法监督机构" in str(altered.value)


def test_a_leaf_that_is_not_there_is_named(cast):
    with pytest.raises(Altered, match="第 1000000 条缺失"):
        leaf(1_000_000)


# --- items


@branching(("column", "forged"), [("value", b'{"name":"x"}'), ("salt", b"0" * 32), ("name", "in/facts")])
def test_a_changed_item_cannot_be_read(play, column, forged):
    proposal = history(play.case, ["case.propose"])[0].entry
    without_guard("item_never_changes", "ledger_item")
    Item.objects.filter(commitment=proposal.items["in/party"]).update(**{column: forged})
    for read in (
        lambda: reader.value(proposal, "in/party"),
        lambda: reader.values(proposal),
        lambda: reader.inputs(proposal),
        lambda: cases.case(play.case),
    ):
        with pytest.raises(Altered, match="条目"):
            read()


def test_an_item_of_another_leaf_does_not_pass_for_this_one(play):
    """The commitment is the key: an item swapped in under it does not open."""
    one, other = (leaf(i).entry.items["in/name"] for i in (1, 2))
    without_guard("item_never_changes", "ledger_item")
    swapped = Item.objects.get(commitment=other)
    Item.objects.filter(commitment=one).update(salt=swapped.salt, value=swapped.value)
    with pytest.raises(Altered):
        reader.value(leaf(1).entry, "in/name")


# --- rows


def test_a_row_changed_by_hand_is_named(play):
    run("UPDATE cases_case SET place = '别处' WHERE leaf = %s", play.case)
    for read in (lambda: cases.case(play.case), play.inspect):
        with pytest.raises(Altered, match=rf"案件（cases.case/{play.case}）"):
            read()


@branching(
    ("model", "change", "read"),
    [
        pytest.param(Bureau, {"bank": "别的银行"}, people.bureau, id="罚款代收银行"),
        pytest.param(Unit, {"kind": "legal"}, people.units, id="机构类别"),
        pytest.param(ListedItem, {"steps": []}, catalogue.items, id="裁量基准"),
        pytest.param(
            Person,
            {"certificate_to": "2099-12-31"},
            lambda: people.actors("officer", people.date(2026, 9, 7)),
            id="执法证有效期",
        ),
        pytest.param(
            Appointment,
            {"role": "head"},
            lambda: people.actors("head", people.date(2026, 9, 7)),
            id="任命",
        ),
    ],
)
def test_no_row_that_a_gate_or_a_paper_reads_can_be_changed(play, model, change, read):
    read()
    model.objects.update(**change)
    with pytest.raises(Altered, match=model._meta.verbose_name):
        read()


def test_a_local_value_changed_by_hand_is_found_as_soon_as_it_is_read_again(play):
    people._config.cache_clear()
    LocalValue.objects.filter(config_id="statement_days").update(value=1)
    with pytest.raises(Altered, match="本地参数"):
        people.config()


def test_a_forged_row_without_an_act_is_named(play):
    honest = Evidence.objects.get()
    forged = Evidence.objects.get()
    forged.leaf = forged.pk = honest.pk + 1000
    forged.save(force_insert=True)
    with pytest.raises(Altered, match=f"records.evidence/{forged.pk}"):
        records.recorded(play.case)


def test_a_row_cannot_borrow_the_seal_of_another_act(play):
    """A row that names a later act as its writer is not in that act's seals."""
    Evidence.objects.update(sealed=play.case)
    with pytest.raises(Altered, match="证据"):
        records.recorded(play.case)


def test_an_older_state_of_a_case_cannot_be_put_back(play):
    """The old row fits the act that wrote it; but it is not the case's last act any more."""
    old = Case.objects.get()
    play.inspect()
    old.save()
    check_rows([Case.objects.get()])
    for read in (lambda: cases.case(play.case), play.inspect):
        with pytest.raises(Altered, match="被恢复成较早的状态"):
            read()


def test_the_seal_of_an_act_lists_every_row_it_wrote(play):
    done = play.inspect()
    sealed = reader.value(leaf(done.index).entry, "rows")
    assert set(sealed) == {
        f"papers.paper/{done.index}",
        f"records.record/{done.index}",
        f"cases.case/{play.case}",
    }
    assert sealed[f"cases.case/{play.case}"] == row_digest(Case.objects.get())
    assert json.dumps(sealed)
