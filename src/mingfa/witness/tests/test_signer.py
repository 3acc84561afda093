"""The log's own signer: what it signs, what it refuses, and that a crash at any moment loses nothing."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest

from mingfa.tlog import Policy, VerifierKey, open_note
from mingfa.witness import Fork, NeedsProof, Refused, Shrunk, Signer, StateLost, WrongOrigin

ORIGIN = "log.example.cn/record"


@pytest.fixture
def signer(tmp_path):
    return Signer(tmp_path / "keys", ORIGIN)


def restarted(tmp_path):
    return Signer(tmp_path / "keys", ORIGIN)


def test_it_signs_a_growing_log(signer, log):
    old, policy = 0, Policy.of(signer.vkey)
    assert signer.last() is None
    for size in (0, 1, 5, 5, 9):
        note = signer.sign(log.head(size), log.proof(old, size))
        assert policy.check(note).checkpoint == log.head(size) == signer.last()
        old = size


def test_the_same_head_again_gives_the_same_note(signer, log):
    assert signer.sign(log.head(3), []) == signer.sign(log.head(3), [])


def test_key_and_last_head_outlive_the_program(signer, log, tmp_path):
    signer.sign(log.head(4), [])
    again = restarted(tmp_path)
    assert (again.vkey, again.last()) == (signer.vkey, log.head(4))
    with pytest.raises(NeedsProof):
        again.sign(log.head(6), [])


def test_the_key_is_for_its_owner_only(signer, tmp_path):
    (key,) = (tmp_path / "keys").glob("*.key")
    assert key.stat().st_mode & 0o777 == 0o600


def test_two_logs_share_a_folder_and_nothing_else(signer, log, tmp_path):
    other = Signer(tmp_path / "keys", "log.example.cn/disclosure")
    signer.sign(log.head(4), [])
    assert other.last() is None
    assert VerifierKey.parse(other.vkey).public != VerifierKey.parse(signer.vkey).public
    with pytest.raises(WrongOrigin, match="log.example.cn/record"):
        other.sign(log.head(5), log.proof(4, 5))


def test_it_asks_for_a_proof_and_says_from_where(signer, log):
    signer.sign(log.head(4), [])
    with pytest.raises(NeedsProof) as refusal:
        signer.sign(log.head(6), [])
    assert refusal.value.old_size == 4
    with pytest.raises(NeedsProof):
        signer.sign(log.head(6), log.proof(3, 6), old_size=3)
    signer.sign(log.head(6), log.proof(4, 6), old_size=4)


@pytest.mark.clause("2.4.d")
@pytest.mark.parametrize(
    ("size", "error"), [(3, Shrunk), (4, Fork), (6, Fork)], ids=["shrunk", "same size", "grown again"]
)
def test_a_restored_database_is_refused_whatever_its_size(signer, log, rewritten, tmp_path, size, error):
    """Yesterday's backup is put back and work goes on: shorter, as long, longer. None of it is signed."""
    signer.sign(log.head(4), [])
    note = signer._head.read()
    for used in (signer, restarted(tmp_path)):
        with pytest.raises(error) as refusal:
            used.sign(rewritten.head(size), rewritten.proof(4, size) if size > 4 else [])
        assert "不得继续签署" in refusal.value.todo
        assert "两份副本" in refusal.value.todo
        assert refusal.value.because in str(refusal.value)
        assert used._head.read() == note
    signer.sign(log.head(6), log.proof(4, 6))


def test_a_proof_of_the_true_history_does_not_carry_a_false_one(signer, log, rewritten):
    signer.sign(log.head(4), [])
    with pytest.raises(Fork):
        signer.sign(rewritten.head(6), log.proof(4, 6))


def test_nothing_but_a_head_is_taken_before_the_first(signer, log):
    with pytest.raises(Fork):
        signer.sign(log.head(6), log.proof(4, 6))
    assert signer.last() is None


@pytest.mark.parametrize("loss", ["deleted", "emptied", "altered", "of another key"])
def test_a_lost_record_of_heads_is_never_a_new_beginning(signer, log, tmp_path, loss):
    signer.sign(log.head(4), [])
    (head,) = (tmp_path / "keys").glob("*.head")
    if loss == "deleted":
        head.unlink()
    elif loss == "emptied":
        head.write_text("")
    elif loss == "altered":
        head.write_text(head.read_text().replace("\n4\n", "\n3\n"))
    else:
        head.write_text(Signer(tmp_path / "other", ORIGIN).sign(log.head(2), []))
    for used in (signer, restarted(tmp_path)):
        with pytest.raises(StateLost, match="不得重新生成密钥"):
            used.sign(log.head(6), log.proof(4, 6))


@pytest.mark.parametrize("loss", ["deleted", "damaged"])
def test_a_lost_key_is_not_replaced(signer, log, tmp_path, loss):
    signer.sign(log.head(4), [])
    (key,) = (tmp_path / "keys").glob("*.key")
    if loss == "deleted":
        key.unlink()
    else:
        key.write_text("AAAA\n")
    with pytest.raises(StateLost, match="密钥文件"):
        restarted(tmp_path)


def test_a_first_start_that_was_cut_short_is_completed(log, tmp_path):
    Signer(tmp_path / "keys", ORIGIN)
    (key,) = (tmp_path / "keys").glob("*.key")
    key.unlink()
    assert restarted(tmp_path).sign(log.head(1), [])


def test_concurrent_requests_end_in_one_line_of_heads(signer, log, rewritten, tmp_path):
    """Threads, each with its own signer as separate processes have, race with two histories."""
    log.grow(40), rewritten.grow(40)
    notes, refused = [], []

    def race(history):
        own = restarted(tmp_path)
        for size in range(1, 41):
            last = own.last()
            try:
                notes.append(own.sign(history.head(size), history.proof(last.size if last else 0, size)))
            except (Refused, IndexError) as error:
                refused.append(error)

    threads = [threading.Thread(target=race, args=(history,)) for history in (log, rewritten) * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winner = log if signer.last() == log.head(signer.last().size) else rewritten
    assert refused
    for note in notes:
        checked = Policy.of(signer.vkey).check(note).checkpoint
        assert checked == winner.head(checked.size)


SIGN_ON = """
import sys
from pathlib import Path
from mingfa.tlog import Checkpoint, FileStore, prove_consistency, root_from_tiles
from mingfa.witness import Signer
signer, store = Signer(Path(sys.argv[1]), sys.argv[2]), FileStore(Path(sys.argv[3]))
old = signer.last().size if signer.last() else 0
for size in range(old + 1, 400):
    head = Checkpoint(sys.argv[2], size, root_from_tiles(size, store))
    signer.sign(head, prove_consistency(old, size, store))
    old = size
    print(size, flush=True)
"""


def test_kill_9_at_any_moment_leaves_the_old_head_or_the_new(log, tmp_path):
    log.grow(400)
    signed = 0
    for round in range(10):
        arguments = [sys.executable, "-c", SIGN_ON, str(tmp_path / "keys"), ORIGIN, str(tmp_path / "log")]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as program:
            signed = int(program.stdout.readline())
            time.sleep(0.0007 * round)
            os.kill(program.pid, signal.SIGKILL)
            for line in program.stdout:
                signed = int(line) if line.endswith("\n") else signed
        survivor = restarted(tmp_path)
        last = survivor.last()
        assert last in (log.head(signed), log.head(signed + 1))
        opened = open_note(survivor._head.read(), [VerifierKey.parse(survivor.vkey)])
        assert opened.text == last.text()
    assert signed >= 10


def test_a_signer_moved_with_its_folder_goes_on(signer, log, tmp_path):
    signer.sign(log.head(4), [])
    shutil.copytree(tmp_path / "keys", tmp_path / "moved")
    assert Signer(tmp_path / "moved", ORIGIN).sign(log.head(6), log.proof(4, 6))
