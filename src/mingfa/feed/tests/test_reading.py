"""A feed is believed only as far as it is signed; whatever was altered is named."""

import json
import shutil
from pathlib import Path

import pytest

from mingfa.feed.check import check
from mingfa.feed.item import Altered
from mingfa.feed.mirror import mirror
from mingfa.feed.reader import Feed, Forged, Forked, state
from mingfa.feed.record_key import record_key
from mingfa.feed.source import FolderSource, HttpSource, Missing
from mingfa.feed.tests.making import FeedMaker, example, notice
from mingfa.feed.writer import drop_item, write_item
from mingfa.tlog import SigningKey


@pytest.fixture
def made(tmp_path) -> FeedMaker:
    return example(tmp_path / "bureau")


def feed_of(made: FeedMaker) -> Feed:
    return Feed(FolderSource(made.folder))


def flip(path: Path, at: int = -8) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def items_on_disk(folder: Path) -> set[str]:
    return {path.name for path in (folder / "item").iterdir()}


def test_the_newest_operation_decides(made):
    standings = list(state(feed_of(made).read().entries).values())
    assert [s.newest.operation.op for s in standings] == [
        "publish", "publish", "publish", "publish", "withdraw", "replace",
    ]  # fmt: skip
    gone = standings[4]
    assert gone.shown is None
    assert gone.newest.operation.stays.number == "示城管罚决字〔2026〕第012号"
    assert [entry.operation.op for entry in standings[5].history] == ["publish", "replace"]


def test_reading_goes_on_where_it_stopped(made):
    feed = feed_of(made)
    first = feed.read()
    assert feed.read(first.place).entries == ()
    for serial in range(20, 320):
        made.publish("penalty", notice(serial))
    made.sign()
    more = feed.read(first.place)
    assert [entry.index for entry in more.entries] == list(range(first.place.size, first.place.size + 300))
    assert more.place == feed.read().place


def test_a_whole_feed_is_found_whole(made):
    assert check(feed_of(made)) == []
    assert check(feed_of(made), made.log.read("checkpoint").decode()) == []


def test_an_altered_content_is_refused_and_named(made):
    commitment = next(iter(made.items.values()))["notice"]
    path = made.feed / "item" / commitment
    fields = json.loads(path.read_text())
    fields["value"] = fields["value"].replace("示例区", "某某区")
    path.write_text(json.dumps(fields))
    with pytest.raises(Altered) as altered:
        feed_of(made).item(commitment)
    assert altered.value.path == f"item/{commitment}"
    assert [finding.path for finding in check(feed_of(made))] == [f"item/{commitment}"]


def test_a_missing_content_is_named(made):
    commitment = next(iter(made.items.values()))["notice"]
    (made.feed / "item" / commitment).unlink()
    assert [(f.path, f.problem) for f in check(feed_of(made))] == [(f"item/{commitment}", "缺少内容文件")]


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.4.e")
def test_content_that_stays_after_withdrawal_is_named(made):
    kept = notice(30)
    ref = made.publish("penalty", kept)
    commitment = made.items[ref]["notice"]
    data = (made.feed / "item" / commitment).read_bytes()
    made.withdraw(ref, kept)
    made.sign()
    assert check(feed_of(made)) == []
    (made.feed / "item" / commitment).write_bytes(data)
    assert [finding.path for finding in check(feed_of(made))] == [f"item/{commitment}"]


def test_a_file_that_no_entry_names_is_named(made):
    (made.feed / "item" / ("0" * 64)).write_text("{}")
    assert [finding.path for finding in check(feed_of(made))] == ["item/" + "0" * 64]


def test_an_altered_bundle_is_refused_and_named(made):
    flip(made.folder / "logs/disclosure/tile/entries/000.p/10")
    with pytest.raises(Altered) as altered:
        feed_of(made).read()
    assert altered.value.path == "log/tile/entries/000.p/10"
    assert "log/tile/entries/000.p/10" in {finding.path for finding in check(feed_of(made))}


def test_an_altered_tile_is_named(made):
    flip(made.folder / "logs/disclosure/tile/0/000.p/10")
    assert [finding.path for finding in check(feed_of(made))] == ["log/tile/0/000.p/10"]


def test_a_checkpoint_of_another_key_is_refused(made, tmp_path):
    forger = FeedMaker(tmp_path / "forged", seed=b"\x09" * 32)
    forger.publish("penalty", notice(1))
    forger.sign()
    shutil.copy(forger.folder / "logs/disclosure/checkpoint", made.folder / "logs/disclosure/checkpoint")
    with pytest.raises(Forged):
        feed_of(made).read()
    assert "log/checkpoint" in {finding.path for finding in check(feed_of(made))}


def test_history_rewritten_with_the_true_key_is_a_fork(made, tmp_path):
    place = feed_of(made).read().place
    old = made.log.read("checkpoint").decode()
    other = FeedMaker(tmp_path / "other")
    for serial in range(12):
        other.publish("penalty", notice(serial + 1))
    other.sign()
    with pytest.raises(Forked):
        feed_of(other).read(place)
    assert "log/checkpoint" in {finding.path for finding in check(feed_of(other), old)}
    other_short = FeedMaker(tmp_path / "short")
    other_short.publish("penalty", notice(1))
    other_short.sign()
    with pytest.raises(Forked):
        feed_of(other_short).read(place)


@pytest.mark.clause("1.4.e")
def test_a_mirror_follows_and_drops_what_is_withdrawn(made, tmp_path):
    copy = tmp_path / "copy"
    mirror(FolderSource(made.folder), copy)
    assert check(Feed(FolderSource(copy))) == []
    assert items_on_disk(copy) == items_on_disk(made.feed)
    late = notice(40)
    ref = made.publish("penalty", late)
    commitment = made.items[ref]["notice"]
    made.sign()
    assert mirror(FolderSource(made.folder), copy).new_entries == 1
    made.withdraw(ref, late)
    made.sign()
    assert mirror(FolderSource(made.folder), copy).dropped == (commitment,)
    assert items_on_disk(copy) == items_on_disk(made.feed)
    assert check(Feed(FolderSource(copy))) == []


def test_a_mirror_refuses_a_fork_and_keeps_what_it_has(made, tmp_path):
    copy = tmp_path / "copy"
    mirror(FolderSource(made.folder), copy)
    before = (copy / "log/checkpoint").read_bytes()
    other = FeedMaker(tmp_path / "other")
    for serial in range(12):
        other.publish("penalty", notice(serial + 1))
    other.sign()
    with pytest.raises(Forked):
        mirror(FolderSource(other.folder), copy)
    assert (copy / "log/checkpoint").read_bytes() == before
    assert check(Feed(FolderSource(copy))) == []


def test_a_mirror_of_a_mirror_is_a_mirror(made, tmp_path):
    mirror(FolderSource(made.folder), tmp_path / "one")
    mirror(FolderSource(tmp_path / "one"), tmp_path / "two")
    assert check(Feed(FolderSource(tmp_path / "two"))) == []


def test_items_are_written_once_and_only_as_committed(tmp_path, made):
    commitment = next(iter(made.items.values()))["notice"]
    item = feed_of(made).item(commitment)
    path = write_item(tmp_path / "out", commitment, item.salt, item.name, item.value)
    assert write_item(tmp_path / "out", commitment, item.salt, item.name, item.value) == path
    with pytest.raises(Altered):
        write_item(tmp_path / "out", commitment, item.salt, item.name, item.value + " ")
    assert drop_item(tmp_path / "out", commitment)
    assert not drop_item(tmp_path / "out", commitment)
    assert not path.exists()


def test_the_records_key_is_believed_only_as_the_anchors_vouch_for_it(made, tmp_path):
    place = made.feed / "record.vkey"
    assert record_key(FolderSource(made.folder), None) == made.record_key.vkey()
    other = SigningKey.from_seed("shili.example.cn/record", b"\x11" * 32).vkey()
    for forged in (other, f"{other}\nlog {made.record_key.vkey()}", "hello", ""):
        place.write_text(forged)
        assert [finding.path for finding in check(feed_of(made))] == ["record.vkey"]
        with pytest.raises(Forged):
            mirror(FolderSource(made.folder), tmp_path / "copy")
    assert not (tmp_path / "copy/log/checkpoint").exists()
    place.unlink()
    assert check(feed_of(made)) == [] and record_key(FolderSource(made.folder), None) is None


def test_sealed_copies_belong_to_the_feed_but_not_to_a_mirror(made, tmp_path):
    source, name = FolderSource(made.folder), "0" * 31 + "a"
    (made.feed / "sealed").mkdir()
    for file in (name, f".{name}.part", "note.txt"):
        (made.feed / "sealed" / file).write_bytes(b"sealed")
    assert source.sealed() == [f"sealed/{name}"]
    assert source.read(f"sealed/{name}") == b"sealed" and check(feed_of(made)) == []
    mirror(source, tmp_path / "copy")
    assert not (tmp_path / "copy/sealed").exists() and FolderSource(tmp_path / "copy").sealed() == []
    assert (tmp_path / "copy/record.vkey").read_text().strip() == made.record_key.vkey()


NOWHERE = ["log/../../keys/x", "keys/x", "item/../x", "log/", "item/a\x00b", "sealed/", "sealed/../item/x"]


@pytest.mark.parametrize("path", [*NOWHERE, "sealed/" + "A" * 32, "record.vkey/x", "record.vkey\n"])
def test_a_path_never_leads_out_of_the_feed(made, path):
    with pytest.raises(Missing):
        FolderSource(made.folder).read(path)


def test_only_web_addresses_are_asked():
    with pytest.raises(ValueError, match="http"):
        HttpSource("file:///etc")
