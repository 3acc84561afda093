"""What the doorway remembers of the log is true under one border, and forgotten under any other."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger import held, writer
from mingfa.bureau.ledger.models import RECORD, Leaf
from mingfa.bureau.ledger.reader import Altered, check_rows, last_hash
from mingfa.bureau.people.models import Appointment, Unit
from mingfa.example.cases import Play
from mingfa.tlog import Edge


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast).to_filed()


def asked_of_the_ledger(act) -> int:
    with CaptureQueriesContext(connection) as queries:
        act()
    read = ('FROM "ledger_leaf"', 'FROM "ledger_item"')
    return sum(any(table in q["sql"] for table in read) for q in queries.captured_queries)


def test_an_act_asks_nothing_twice_of_a_log_that_stands_where_it_stood(play):
    play.keep()
    assert asked_of_the_ledger(play.keep) == 0
    held.grown(held._known.edge, held._known.edge.push(bytes(32)), "example.other", None, bytes(32), {})
    assert asked_of_the_ledger(play.keep) > 0, "the log does not stand where another left it"
    assert asked_of_the_ledger(play.keep) == 0


def test_nothing_is_known_outside_the_lock(play):
    assert held.known("default") is None
    with held.holding(writer.lock(RECORD).edge):
        assert held.known("default") is not None
        assert held.known("source") is None
    assert held.known("default") is None


def test_what_was_rolled_back_is_forgotten(play):
    class Broken(Exception):
        pass

    before, kept = last_hash("record.keep"), Leaf.objects.filter(log=RECORD).count()
    with pytest.raises(Broken), transaction.atomic():
        play.keep()
        raise Broken
    assert Leaf.objects.filter(log=RECORD).count() == kept
    with held.holding(writer.lock(RECORD).edge):
        assert last_hash("record.keep") == before
        check_rows([Case.objects.get(pk=play.case)])
    play.keep()


@pytest.mark.clause("2.4.c")
@branching(
    ("model", "change"),
    [(Case, {"place": "别处"}), (Unit, {"kind": "legal"}), (Appointment, {"document": "别的文件"})],
)
def test_a_changed_row_is_found_though_its_entry_is_known(play, model, change):
    play.keep()
    model.objects.update(**change)
    with pytest.raises(Altered, match=model._meta.verbose_name):
        play.keep()


@pytest.mark.clause("2.4.c")
def test_an_older_state_is_found_though_the_newest_is_known(play):
    old = Case.objects.get(pk=play.case)
    play.keep()
    old.save()
    with pytest.raises(Altered, match="被恢复成较早的状态"):
        play.keep()


def test_a_new_local_value_holds_at_once(play, cast, stage):
    play.keep()
    value = {"config_id": "statement_days", "value": 7, "citation": "示例：新规定（虚构）"}
    stage.act("local.set", cast.appointer, **value, valid_from=stage.now.date().isoformat())
    with held.holding(writer.lock(RECORD).edge):
        assert last_hash("local.set") == bytes(Leaf.objects.filter(act="local.set").latest("i").hash)


def test_memory_is_bounded():
    known = held.Known(Edge.empty(), seals={i: {} for i in range(held.MOST)})
    known.stand_at(Edge.empty())
    assert len(known.seals) == held.MOST
    known.seals[held.MOST] = {}
    known.stand_at(Edge.empty())
    assert known.seals == {}
