"""Heads: what is signed can be checked by anybody, and only what extends it is signed again (plan 2.4.c)."""

from contextlib import contextmanager

import pytest
from django.db import transaction

from mingfa.bureau.ledger import heads, reader, standing
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Head, Log
from mingfa.example.cases import Play
from mingfa.tlog import BadProof, Edge, FileStore, Policy, check_receipt, parse_receipt, read_entries
from mingfa.witness.refusals import Fork, Shrunk, StateLost

pytestmark = [pytest.mark.clause("2.4.c"), pytest.mark.usefixtures("own_logs")]


@pytest.fixture
def play(stage, cast):
    found = Play(stage, cast)
    found.register()
    return found


class Undone(Exception):
    """Ends a transaction so that nothing of it stays."""


def undone(do) -> None:
    """Do something and restore the database as it was; the signer keeps what it signed."""
    with pytest.raises(Undone), transaction.atomic():
        do()
        raise Undone


def trusted() -> Policy:
    return Policy.of(heads.vkey())


def test_the_signed_head_is_the_log_as_it_stands(play):
    note = heads.sign()
    head = trusted().check(note).checkpoint
    row = Log.objects.get(name=RECORD)
    assert (head.origin, head.size) == (row.origin, reader.size())
    assert head.root == Edge.from_bytes(row.size, bytes(row.edge)).root()
    assert (heads.folder(RECORD) / "checkpoint").read_text() == note
    assert Head.objects.get().note == note


def test_the_files_hold_the_exact_entries(play):
    heads.sign()
    store, size = FileStore(heads.folder(RECORD)), reader.size()
    found = [e for n in range(-(-size // 256)) for e in read_entries(store, n, min(256, size - 256 * n))]
    assert found == [r.data for r in reader.leaves()]


def test_an_act_carries_a_receipt_that_a_stranger_can_check(play):
    kept = play.keep()
    receipt = heads.receipt(kept.index)
    data = reader.leaf(kept.index).data
    assert check_receipt(receipt, data, trusted()).index == kept.index
    with pytest.raises(BadProof):
        check_receipt(receipt, data + b" ", trusted())
    with pytest.raises(BadProof):
        check_receipt(heads.receipt(play.case), data, trusted())


def test_a_receipt_stays_good_when_the_log_grows(play):
    receipt, data = heads.receipt(play.case), reader.leaf(play.case).data
    for _ in range(5):
        play.keep()
        heads.sign()
    assert check_receipt(receipt, data, trusted()).index == play.case
    later = heads.receipt(play.case)
    assert check_receipt(later, data, trusted()).index == play.case
    assert parse_receipt(later).note != parse_receipt(receipt).note


def test_signing_again_changes_nothing(play):
    note = heads.sign()
    assert heads.sign() == note
    assert Head.objects.count() == 1


def test_both_logs_are_signed_apart(play):
    heads.sign()
    empty = heads.sign(DISCLOSURE)
    assert empty.startswith("log.example.cn/disclosure\n0\n")
    assert heads.vkey(DISCLOSURE) != heads.vkey(RECORD)


@pytest.mark.parametrize("lost", ["head row", "checkpoint", "both"])
def test_a_crash_after_the_signature_is_mended_by_the_next_call(play, lost):
    note = heads.sign()
    if lost != "checkpoint":
        Head.objects.all().delete()
    if lost != "head row":
        (heads.folder(RECORD) / "checkpoint").unlink()
    assert heads.sign() == note
    assert Head.objects.get().note == note
    assert (heads.folder(RECORD) / "checkpoint").read_text() == note


def test_a_restored_old_database_is_not_signed(play):
    undone(lambda: (play.keep(), heads.sign()))
    with pytest.raises(Shrunk, match="数据库可能由旧备份恢复"):
        heads.sign()
    with pytest.raises(Shrunk):
        heads.receipt(play.case)


@pytest.fixture
def unasked(monkeypatch):
    """Let somebody act who switched off what the doorway asks of the heads outside the database."""
    monkeypatch.setattr(standing, "require", lambda *_: None)


@pytest.mark.usefixtures("unasked")
def test_another_history_after_a_restore_is_not_signed(play):
    undone(lambda: (play.keep(), heads.sign()))
    play.keep(name="别的证据")
    play.keep(name="又一件")
    with pytest.raises(Fork, match="历史条目已被改动"):
        heads.sign()


@pytest.mark.usefixtures("unasked")
def test_another_history_of_the_same_length_is_not_signed(play):
    undone(lambda: (play.keep(), heads.sign()))
    play.keep(name="别的证据")
    with pytest.raises(Fork):
        heads.sign()


def test_a_restore_to_what_was_signed_goes_on(play):
    heads.sign()
    undone(lambda: play.keep())
    kept = play.keep(name="重新录入的证据")
    receipt = heads.receipt(kept.index)
    assert check_receipt(receipt, reader.leaf(kept.index).data, trusted()).index == kept.index


def test_a_signer_that_lost_its_record_signs_nothing(play, own_logs):
    heads.sign()
    for file in (own_logs / "keys").glob("*.head"):
        file.unlink()
    play.keep()
    with pytest.raises(StateLost):
        heads.sign()


def signs_first(monkeypatch, do) -> None:
    """Let somebody else act and sign while the next one who wants the folder waits for it."""
    alone = heads._alone

    @contextmanager
    def waited(log):
        monkeypatch.setattr(heads, "_alone", alone)
        do()
        with alone(log) as place:
            yield place

    monkeypatch.setattr(heads, "_alone", waited)


def test_whoever_waited_for_the_folder_signs_the_log_as_it_stands_now(play, monkeypatch):
    signs_first(monkeypatch, lambda: (play.keep(), heads.sign()))
    assert heads.size_of(heads.sign()) == reader.size()


def test_a_published_head_that_covers_an_entry_is_enough_for_its_receipt(play, monkeypatch):
    kept = play.keep()
    signs_first(monkeypatch, lambda: (play.keep(), heads.sign(), play.keep()))
    receipt = heads.receipt(kept.index)
    assert check_receipt(receipt, reader.leaf(kept.index).data, trusted()).index == kept.index
    assert heads.size_of(parse_receipt(receipt).note) == reader.size() - 1
    assert Head.objects.count() == 1


@pytest.mark.usefixtures("unasked")
def test_a_published_head_of_another_history_is_no_receipt(play):
    undone(lambda: (play.keep(), play.keep(), heads.sign()))
    kept = play.keep(name="别的证据")
    play.keep(name="又一件")
    play.keep(name="再一件")
    with pytest.raises(Fork):
        heads.receipt(kept.index)
