"""What somebody with the database's password did in silence, one after another: each is named (2.4.c)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.ledger import heads, reader
from mingfa.bureau.ledger.models import RECORD, Head, Leaf, Log, Sealed
from mingfa.bureau.ledger.reader import Altered, histories, history, leaf
from mingfa.bureau.ledger.rows import columns, digest_of, shape
from mingfa.bureau.ledger.standing import Behind, faults
from mingfa.bureau.ledger.verify import verify
from mingfa.bureau.people.models import Appointment, Person, Unit
from mingfa.bureau.records.models import Evidence
from mingfa.example.cases import Play

pytestmark = [pytest.mark.clause("2.4.c"), pytest.mark.usefixtures("own_logs")]
SQLITE_ONLY = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has types for days")


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast).to_filed()


def run(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def without_guard(trigger: str, table: str) -> None:
    """Drop a trigger, as a dishonest administrator could."""
    run(f"DROP TRIGGER {trigger}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def named() -> str:
    return "\n".join(str(fault) for fault in verify())


# --- entries of a matter


def test_each_entry_names_the_one_before_it_in_its_matter(play):
    play.inspect()
    found = history(play.case)
    assert [one.entry.before for one in found] == [None, *(one.index for one in found[:-1])]
    assert named() == ""


@pytest.mark.parametrize("which", ["first", "middle", "last"])
def test_an_entry_does_not_vanish_from_its_matter(play, which):
    entries = [one.index for one in history(play.case)]
    gone = {"first": entries[0], "middle": entries[2], "last": entries[-1]}[which]
    without_guard("leaf_never_changes", "ledger_leaf")
    Leaf.objects.filter(log=RECORD, i=gone).update(matter=None)
    with pytest.raises(Altered):
        cases.case(play.case), history(play.case)
    if which != "last":  # that the last one is the last, the matter's row says
        with pytest.raises(Altered, match="不完整"):
            histories([play.case])
    assert f"执法记录第{gone}条：检索栏（事项、行为）被改动" in named()


def test_an_entry_of_another_matter_is_not_taken_for_one_of_this(play):
    without_guard("leaf_never_changes", "ledger_leaf")
    Leaf.objects.filter(log=RECORD, i=3).update(matter=play.case)
    with pytest.raises(Altered, match="检索栏"):
        history(play.case)
    assert "执法记录第3条" in named()


def test_the_act_of_an_entry_is_what_it_says(play):
    without_guard("leaf_never_changes", "ledger_leaf")
    Leaf.objects.filter(log=RECORD, i=play.case).update(act="case.file")
    with pytest.raises(Altered, match="检索栏"):
        leaf(play.case)
    assert f"执法记录第{play.case}条" in named()


# --- rows


def test_no_act_seals_what_somebody_else_wrote_into_a_row(play):
    """Whoever saves a row that was changed meanwhile would make the change good."""
    Evidence.objects.update(name="别的证据")
    row = Evidence.objects.get()
    with pytest.raises(Altered, match="证据"):
        reader.check_as_read(row)
    row.name = "又改"
    with pytest.raises(Altered, match="证据"):
        reader.check_as_read(row)


@SQLITE_ONLY
@pytest.mark.parametrize(
    ("column", "value"), [("since", "0"), ("since", "2026-9-1"), ("until", "9"), ("since", "2026-02-30")]
)
def test_a_day_has_one_spelling(play, column, value):
    change = f"UPDATE people_appointment SET {column} = %s"
    with pytest.raises(DatabaseError), transaction.atomic():
        run(change, value)
    run("PRAGMA ignore_check_constraints = ON")
    try:
        run(change, value)
    finally:
        run("PRAGMA ignore_check_constraints = OFF")
    assert "不是规定的写法" in named()


@SQLITE_ONLY
@pytest.mark.parametrize(
    ("table", "column", "value", "refused"),
    [
        ("cases_case", "last_at", "2026-09-07T01:00:00", True),
        ("cases_case", "last_at", "2026-09-07 01:00", True),
        ("cases_case", "last_at", "2026-09-07 01:00:00.0", True),
        ("people_bureau", "example", "2", True),
        ("cases_case", "handlers", "[1 , 2]", False),
    ],
)
def test_a_time_a_yes_and_a_list_have_one_spelling(play, table, column, value, refused):
    if refused:
        with pytest.raises(DatabaseError), transaction.atomic():
            run(f"UPDATE {table} SET {column} = %s", value)
        return
    run(f"UPDATE {table} SET {column} = %s", value)
    assert "不是规定的写法" in named()


class Renamed(Sealed):
    """A table after some years: a column added with a default, another renamed."""

    title = Unit._meta.get_field("name").clone()
    kind = Unit._meta.get_field("kind").clone()
    floor = Person._meta.get_field("certificate").clone()
    closed = Appointment._meta.get_field("until").clone()
    known_as = {"title": "name"}

    class Meta:
        app_label = "ledger_example"
        managed = False


def test_a_digest_outlives_new_and_renamed_columns():
    old = Unit(leaf=7, sealed=7, name="执法一队", kind="enforcement")
    new = Renamed(leaf=7, sealed=7, title="执法一队", kind="enforcement")
    assert digest_of(Unit, [getattr(old, c) for c in columns(Unit)]) == digest_of(
        Renamed, [getattr(new, c) for c in columns(Renamed)]
    )
    assert shape(Renamed).names == ("closed", "floor", "kind", "leaf", "name", "sealed")
    other = Renamed(leaf=7, sealed=7, title="执法一队", kind="enforcement", floor="二楼")
    assert digest_of(Renamed, [getattr(other, c) for c in columns(Renamed)]) != digest_of(
        Renamed, [getattr(new, c) for c in columns(Renamed)]
    )


# --- the clock


def test_nothing_is_entered_before_the_last_entry(play, cast):
    right = play.stage.now + timedelta(minutes=1)
    play.later(days=60)
    play.keep()
    with pytest.raises(Refused, match="服务器时钟早于上一条记录"):
        do("unit.set_up", by=cast.appointer, inputs={"name": "新机构", "kind": "office"}, now=right)
    last = reader.last_entered()
    assert last is not None
    within = last - timedelta(seconds=2)
    do("unit.set_up", by=cast.appointer, inputs={"name": "新机构", "kind": "office"}, now=within)
    do("bureau.clock", by=cast.head, inputs={"reason": "示例：时钟快了六十天。"}, now=right)
    do("unit.set_up", by=cast.appointer, inputs={"name": "又一机构", "kind": "office"}, now=right)
    assert named() == ""


def test_a_clock_that_is_right_is_not_corrected(play, cast):
    with pytest.raises(Refused, match="不需要校正"):
        do("bureau.clock", by=cast.head, inputs={"reason": "示例"}, now=play.stage.now)


def test_a_time_of_entry_that_falls_is_named(play, monkeypatch):
    monkeypatch.setattr("mingfa.bureau.doorway.refusals.clock_is_behind", lambda _: False)
    play.later(days=60)
    play.keep()
    kept = do(
        "unit.set_up",
        by=play.cast.appointer,
        inputs={"name": "新机构", "kind": "office"},
        now=play.stage.now - timedelta(days=60),
    )
    assert f"执法记录第{kept.index}条：录入时间" in named()


# --- heads outside the database


class Undone(Exception):
    """Ends a transaction so that nothing of it stays."""


def restored(play: Play) -> None:
    """Sign one entry more, and put the database back to before it."""
    heads.sign()
    with pytest.raises(Undone), transaction.atomic():
        play.keep()
        heads.sign()
        raise Undone


def test_nobody_acts_on_an_older_database_under_newer_heads(play):
    restored(play)
    size = reader.size()
    with pytest.raises(Behind, match=f"已签署{size + 1}条执法记录，数据库中{size}条"):
        play.keep()
    assert "数据库可能由旧备份恢复" in named()
    assert [str(f) for f in faults()], "asked by `mingfa check`"


def test_another_log_of_the_same_size_is_refused_too(play, monkeypatch):
    restored(play)
    monkeypatch.setattr("mingfa.bureau.ledger.standing.require", lambda *_: None)
    play.keep(name="别的证据")
    monkeypatch.undo()
    with pytest.raises(Behind):
        play.keep()
    assert "不符" in named()


@pytest.mark.parametrize("lost", ["signer", "checkpoint"])
def test_one_head_outside_is_enough_to_stop(play, own_logs, lost):
    restored(play)
    signer = next((own_logs / "keys").glob("*record.head"))
    (signer if lost == "signer" else heads.folder(RECORD) / "checkpoint").unlink()
    with pytest.raises(Behind):
        play.keep()


@pytest.mark.parametrize("change", [{"note": "x"}, {"size": 3}, {"log": "disclosure"}, {"log": "x"}])
def test_every_signed_head_in_the_database_is_checked(play, change):
    heads.sign()
    play.keep()
    heads.sign()
    first = Head.objects.order_by("size").first()
    assert first is not None and named() == ""
    Head.objects.filter(log=first.log, size=first.size).update(**change)
    assert "检查点" in named()


def test_the_origin_of_a_log_is_what_was_signed(play):
    heads.sign()
    without_guard("log_only_grows", "ledger_log")
    Log.objects.filter(name=RECORD).update(origin="log.example.cn/other")
    assert "检查点的名称或者条数与登记不符" in named()


def test_an_older_state_of_a_matter_is_found_while_its_entries_link(play):
    old = Case.objects.get()
    play.inspect()
    old.save()
    with pytest.raises(Altered):
        cases.case(play.case)
