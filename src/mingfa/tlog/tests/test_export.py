"""The exporter and its folder: same path, same bytes; safe to stop anywhere and to run again."""

import pytest

from mingfa.tlog import (
    Checkpoint,
    Conflict,
    FileStore,
    Malformed,
    Policy,
    SigningKey,
    Untrusted,
    audit,
    publish,
)
from mingfa.tlog import export as export_log
from mingfa.tlog.tiles import MAX_ENTRY


class Stop(Exception):
    """The power goes out."""


class Failing(FileStore):
    """A store that stops after so many writes."""

    def __init__(self, folder, writes):
        super().__init__(folder)
        self.left = writes

    def _spend(self):
        self.left -= 1
        if self.left < 0:
            raise Stop

    def write_once(self, path, data):
        self._spend()
        super().write_once(path, data)

    def write_checkpoint(self, note):
        self._spend()
        super().write_checkpoint(note)


@pytest.fixture
def signer():
    return SigningKey.from_seed("log.example.cn/a", bytes(32))


def entries(low, high):
    return [b"%d" % i for i in range(low, high)]


def advance(store, signer, old, new):
    head = Checkpoint(signer.name, new, export_log(store, old, new, entries(old, new)))
    publish(store, signer.sign(head.text()), Policy.of(signer.vkey()))


def test_stopping_at_any_write_leaves_a_good_log_and_a_second_run_completes_it(tmp_path, signer):
    policy = Policy.of(signer.vkey())
    whole = FileStore(tmp_path / "whole")
    advance(whole, signer, 0, 255)
    advance(whole, signer, 255, 600)
    stopped = 0
    while True:
        folder = tmp_path / str(stopped)
        advance(FileStore(folder), signer, 0, 255)
        try:
            advance(Failing(folder, stopped), signer, 255, 600)
            break
        except Stop:
            assert audit(FileStore(folder), policy) == []
            assert FileStore(folder).read("checkpoint").startswith(b"log.example.cn/a\n255\n")
            advance(FileStore(folder), signer, 255, 600)
            assert set(FileStore(folder).paths()) == set(whole.paths())
            stopped += 1
    assert stopped == 8  # two bundles, two tiles, their partial ones, the tile above, the checkpoint


def test_the_same_bytes_again_are_fine_and_other_bytes_are_not(tmp_path):
    store = FileStore(tmp_path)
    store.write_once("tile/0/000.p/1", bytes(32))
    store.write_once("tile/0/000.p/1", bytes(32))
    with pytest.raises(Conflict, match="请停止导出"):
        store.write_once("tile/0/000.p/1", bytes(31))
    assert store.read("tile/0/000.p/1") == bytes(32)


def test_a_restored_database_cannot_overwrite_what_was_exported(tmp_path, signer):
    store = FileStore(tmp_path)
    advance(store, signer, 0, 10)
    with pytest.raises(Conflict):
        export_log(store, 0, 10, [*entries(0, 9), b"other"])


def test_a_checkpoint_is_not_published_before_its_tiles_nor_after_a_later_one(tmp_path, signer):
    store, policy = FileStore(tmp_path), Policy.of(signer.vkey())
    advance(store, signer, 0, 300)
    early = signer.sign(Checkpoint(signer.name, 300, bytes(32)).text())
    with pytest.raises(Conflict, match="请先导出日志文件"):
        publish(store, early, policy)
    late = signer.sign(
        Checkpoint(signer.name, 10, export_log(FileStore(tmp_path / "x"), 0, 10, entries(0, 10))).text()
    )
    with pytest.raises(Conflict, match="不是已发布检查点"):
        publish(store, late, policy)
    with pytest.raises(Untrusted):
        publish(store, SigningKey.generate(signer.name).sign(early.split("\n\n")[0] + "\n"), policy)


@pytest.mark.parametrize(("old", "new", "given"), [(0, 5, 4), (0, 5, 6), (3, 3, 1), (5, 4, 0)])
def test_a_wrong_number_of_entries_is_refused(tmp_path, old, new, given):
    store = FileStore(tmp_path)
    export_log(store, 0, old, entries(0, old))
    with pytest.raises(Malformed):
        export_log(store, old, new, entries(old, old + given))


def test_an_entry_has_at_most_65535_bytes(tmp_path):
    export_log(FileStore(tmp_path / "a"), 0, 1, [bytes(MAX_ENTRY)])
    with pytest.raises(Malformed, match="超过 65535"):
        export_log(FileStore(tmp_path / "b"), 0, 1, [bytes(MAX_ENTRY + 1)])


def test_a_store_stays_in_its_folder(tmp_path):
    (tmp_path / "secret").write_bytes(b"x")
    for path in ("../secret", "/etc/hostname", "tile/../../secret"):
        with pytest.raises(FileNotFoundError):
            FileStore(tmp_path / "log").read(path)
