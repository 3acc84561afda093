"""Tampering with a log's files: each change is found, and the file that is wrong is named."""

import shutil

import pytest

from mingfa.tlog import (
    Checkpoint,
    FileStore,
    LogError,
    SigningKey,
    audit,
    check_receipt,
    export,
    make_receipt,
    prove_inclusion,
)
from mingfa.tlog.policy import Policy

BIG = 256 * 256 + 300


def found(log, keys, old=None):
    return [(finding.path, finding.index) for finding in audit(log.store, keys.policy, old)]


def flip(file, at, bit=0):
    data = bytearray(file.read_bytes())
    data[at] ^= 1 << bit
    file.write_bytes(data)


def test_a_good_log_has_no_findings_at_any_age(log300, keys):
    told = []
    assert audit(log300.store, keys.policy, log300.notes[255], lambda done, of: told.append((done, of))) == []
    assert told == [(256, 300), (300, 300)]


@pytest.mark.clause("2.4.d")
def test_no_flipped_byte_goes_unseen_and_the_file_is_named(log300, keys):
    for path in [*log300.store.paths(), "checkpoint"]:
        file = log300.folder / path
        good = file.read_bytes()
        for at in range(0, len(good), 1 if len(good) < 300 else 101):
            flip(file, at, at % 8)
            assert path in {path for path, _ in found(log300, keys)}, (path, at)
            file.write_bytes(good)


def test_no_flipped_bit_of_checkpoint_or_receipt_goes_unseen(log300, keys):
    entry = log300.entries[299]
    receipt = make_receipt(299, prove_inclusion(299, 300, log300.store), log300.note).encode()
    undetected = []
    for at in range(len(receipt)):
        for bit in range(8):
            changed = bytearray(receipt)
            changed[at] ^= 1 << bit
            try:
                check_receipt(changed.decode(), entry, keys.policy)
                undetected.append((at, bit))
            except (LogError, UnicodeDecodeError):
                pass
    assert undetected == []


def test_a_changed_entry_is_named_by_its_number(log300, keys):
    flip(log300.folder / "tile/entries/000", 5)
    flip(log300.folder / "tile/entries/001.p/44", 25)
    assert found(log300, keys) == [("tile/entries/000", 0), ("tile/entries/001.p/44", 258)]


def test_a_changed_length_is_named_by_the_entry_where_it_breaks(log300, keys):
    flip(log300.folder / "tile/entries/001.p/44", 11)
    assert found(log300, keys) == [("tile/entries/001.p/44", 257)]


def test_a_changed_hash_is_told_from_a_changed_entry(log300, keys):
    flip(log300.folder / "tile/0/000", 32 * 9)
    assert found(log300, keys) == [("tile/0/000", 9)]


def test_two_damages_at_once_are_both_named(log300, keys):
    flip(log300.folder / "tile/0/001.p/44", 32 * 3)
    flip(log300.folder / "tile/1/000.p/1", 3)
    flip(log300.folder / "tile/entries/000", 12)
    assert set(found(log300, keys)) == {
        ("tile/0/001.p/44", 259),
        ("tile/1/000.p/1", None),
        ("tile/entries/000", 1),
    }


@pytest.mark.parametrize("path", ["tile/0/000", "tile/1/000.p/1", "tile/0/001.p/44", "tile/entries/000"])
@pytest.mark.parametrize("loss", ["gone", "short"])
def test_lost_and_shortened_files_are_named(log300, keys, path, loss):
    file = log300.folder / path
    if loss == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-1])
    paths = [path for path, _ in found(log300, keys)]
    assert paths[0] == path


def test_foreign_files_are_named(log300, keys):
    (log300.folder / "tile/0/000.p/007").write_bytes(b"")
    (log300.folder / "tile/0/notes.txt").write_bytes(b"")
    assert found(log300, keys) == [("tile/0/notes.txt", None), ("tile/0/000.p/007", None)]


def test_tiles_already_written_for_the_next_head_are_no_finding(log300, keys):
    export(log300.store, 300, 600, [b"x"] * 300)
    assert found(log300, keys) == []


def _rewritten(log300, keys, folder, entries):
    """An insider with the true keys writes another history."""
    store = FileStore(folder)
    head = Checkpoint(keys.log.name, len(entries), export(store, 0, len(entries), entries))
    store.write_checkpoint((keys.log.sign(head.text()) + keys.witness.cosign(head, 9)).encode())
    return store


def test_a_rewritten_history_is_found_by_whoever_kept_an_old_head(log300, keys, tmp_path):
    entries = [b"other", *log300.entries[1:], b"more"]
    store = _rewritten(log300, keys, tmp_path / "other", entries)
    assert audit(store, keys.policy) == []
    assert [str(f) for f in audit(store, keys.policy, log300.note)] == [
        "checkpoint：历史已被改动：前 300 条与旧检查点不符"
    ]


def test_a_shortened_history_is_found_by_whoever_kept_an_old_head(log300, keys, tmp_path):
    store = _rewritten(log300, keys, tmp_path / "other", log300.entries[:257])
    (finding,) = audit(store, keys.policy, log300.note)
    assert finding.problem == "日志变短：旧检查点有 300 条，现只有 257 条"


def test_a_log_without_its_witness_or_its_key_is_found(log300, keys):
    bare = log300.note.split("— witness")[0]
    (log300.folder / "checkpoint").write_text(bare)
    assert "见证签名不足" in audit(log300.store, keys.policy)[0].problem
    stranger = SigningKey.generate(keys.log.name)
    assert [f.problem for f in audit(log300.store, Policy.of(stranger.vkey()))] == [
        "没有任何受信任密钥的签名"
    ]


def test_an_old_head_must_itself_be_trusted(log300, keys):
    forged = SigningKey.generate(keys.log.name).sign(log300.head.text())
    assert "所持的旧检查点不可信" in audit(log300.store, keys.policy, forged)[0].problem
    other = SigningKey.generate("log.example.cn/other")
    policy = Policy.of(keys.log.vkey(), other.vkey())
    note = other.sign(Checkpoint(other.name, 300, log300.head.root).text())
    assert "属于另一日志" in audit(log300.store, policy, note)[0].problem


def test_a_log_without_checkpoint_says_so(tmp_path, keys):
    assert [f.problem for f in audit(FileStore(tmp_path), keys.policy)] == ["缺少检查点文件"]


def test_a_head_that_claims_too_much_does_not_keep_the_checker_busy(log300, keys):
    claim = Checkpoint(keys.log.name, 2**62 + 1, log300.head.root)
    (log300.folder / "checkpoint").write_text(keys.log.sign(claim.text()))
    findings = audit(log300.store, keys.policy)
    assert len(findings) == 1001
    assert "已停止检查" in findings[-1].problem


@pytest.fixture(scope="module")
def big(tmp_path_factory, keys):
    """Three levels of tiles."""
    folder = tmp_path_factory.mktemp("big")
    store = FileStore(folder)
    head = Checkpoint(keys.log.name, BIG, export(store, 0, BIG, (b"%d" % i for i in range(BIG))))
    store.write_checkpoint((keys.log.sign(head.text()) + keys.witness.cosign(head, 9)).encode())
    return folder


@pytest.mark.parametrize(
    ("path", "at", "index"),
    [
        ("tile/2/000.p/1", 5, None),
        ("tile/1/000", 32 * 77 + 1, None),
        ("tile/1/001.p/1", 0, None),
        ("tile/0/077", 40, 77 * 256 + 1),
        ("tile/0/256", 0, 65536),
        ("tile/0/257.p/44", 0, 65536 + 256),
        ("tile/entries/077", 2, 77 * 256),
    ],
)
def test_damage_at_any_height_blames_one_file(big, keys, path, at, index):
    good = (big / path).read_bytes()
    flip(big / path, at)
    try:
        findings = audit(FileStore(big), keys.policy)
        assert [(f.path, f.index) for f in findings] == [(path, index)]
    finally:
        (big / path).write_bytes(good)
    assert audit(FileStore(big), keys.policy) == []


def test_a_whole_level_lost_is_named_file_by_file(big, keys, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(big, copy)
    shutil.rmtree(copy / "tile/1")
    assert [f.path for f in audit(FileStore(copy), keys.policy)] == ["tile/1/001.p/1", "tile/1/000"]
