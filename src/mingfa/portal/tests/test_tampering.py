"""What was altered is not shown: the page says 未能核验, and what was verified before stays."""

import json
import shutil
import sqlite3

import pytest

from mingfa.feed.check import check
from mingfa.feed.reader import Feed
from mingfa.feed.source import FolderSource
from mingfa.feed.tests.making import FeedMaker, example, notice
from mingfa.portal.ingest import catch_up
from mingfa.portal.tests.visiting import site_over, visit, words

KEPT = "示城管罚决字〔2026〕第018号"


@pytest.fixture
def made(tmp_path) -> FeedMaker:
    return example(tmp_path)


def alter_item(made: FeedMaker, commitment: str) -> None:
    path = made.feed / "item" / commitment
    fields = json.loads(path.read_text())
    fields["value"] = fields["value"].replace("叁佰元", "叁元")
    path.write_text(json.dumps(fields))


def commitment_of(made: FeedMaker, number: int = 2, name: str = "notice") -> str:
    return list(made.items.values())[number][name]


def test_an_altered_content_is_not_shown_and_named(made):
    commitment = commitment_of(made)
    alter_item(made, commitment)
    site = site_over(made.folder)
    assert KEPT not in words(visit(site, "/decisions/"))
    page = words(visit(site, "/decisions/entry-3/"))
    assert "未能核验" in page and f"item/{commitment}" in page
    assert "叁" not in page
    assert visit(site, f"/feed/item/{commitment}").status == 410
    assert f"item/{commitment}" in {finding.path for finding in check(Feed(FolderSource(made.folder)))}


def test_a_content_that_comes_late_is_shown_when_it_is_there(made, monkeypatch):
    commitment = commitment_of(made)
    path = made.feed / "item" / commitment
    data = path.read_bytes()
    path.unlink()
    site = site_over(made.folder)
    assert "未能核验" in words(visit(site, "/decisions/entry-3/"))
    path.write_bytes(data)
    monkeypatch.setattr("mingfa.portal.site.RETRY_UNVERIFIED", 0.0)
    assert site.look()
    assert visit(site, f"/decisions/{KEPT}").status == 200
    assert visit(site, "/decisions/entry-3/").status == 404


def test_an_altered_database_row_is_not_shown(made):
    site = site_over(made.folder)
    with sqlite3.connect(site.store.path) as db:
        db.execute("UPDATE item SET value = replace(value, '叁佰元', '叁元')")
    page = words(visit(site, f"/decisions/{KEPT}"))
    assert "未能核验" in page and "叁元" not in page
    assert visit(site, f"/feed/item/{commitment_of(made)}").status == 503


def test_an_altered_bundle_is_refused_and_the_site_keeps_what_it_had(made):
    site = site_over(made.folder)
    made.publish("penalty", notice(70))
    made.sign()
    path = made.folder / "logs/disclosure/tile/entries/000.p/11"
    data = bytearray(path.read_bytes())
    data[-8] ^= 1
    path.write_bytes(data)
    assert site.look()
    page = words(visit(site, "/decisions/"))
    assert "未能核验" in page and "tile/entries/000.p/11" in page
    assert KEPT in page and "第070号" not in page


def test_a_forged_checkpoint_is_refused(made, tmp_path):
    site = site_over(made.folder)
    forger = FeedMaker(tmp_path / "forged", seed=b"\x09" * 32)
    for serial in range(12):
        forger.publish("penalty", notice(serial + 80))
    forger.sign()
    shutil.rmtree(made.folder / "logs/disclosure")
    shutil.copytree(forger.folder / "logs/disclosure", made.folder / "logs/disclosure")
    assert site.look()
    page = words(visit(site, "/decisions/"))
    assert "未能核验" in page and "签名未能核验" in page
    assert KEPT in page and "第080号" not in page


def test_a_fork_with_the_true_key_is_refused(made, tmp_path):
    site = site_over(made.folder)
    other = FeedMaker(tmp_path / "other")
    for serial in range(12):
        other.publish("penalty", notice(serial + 80))
    other.sign()
    shutil.rmtree(made.folder / "logs/disclosure")
    shutil.copytree(other.folder / "logs/disclosure", made.folder / "logs/disclosure")
    assert site.look()
    assert "不是上次所读日志的延续" in words(visit(site, "/"))


def test_a_new_site_over_a_forged_feed_shows_nothing(made):
    vkey = FeedMaker(made.folder / "x", seed=b"\x09" * 32).key.vkey()
    site = site_over(made.folder, made.folder / "fresh.sqlite3", vkey=vkey)
    page = words(visit(site, "/decisions/"))
    assert "没有任何受信任密钥的签名" in page and KEPT not in page


def test_the_site_comes_back_when_the_feed_is_whole_again(made):
    site = site_over(made.folder)
    path = made.folder / "logs/disclosure/checkpoint"
    true = path.read_bytes()
    origin, size, root, rest = true.split(b"\n", 3)
    other = b"B" if root[:1] == b"A" else b"A"
    path.write_bytes(b"\n".join([origin, size, other + root[1:], rest]))
    site.look()
    assert site.standing.trouble
    path.write_bytes(true)
    site.look()
    assert site.standing.trouble is None
    assert "未能核验：" not in words(visit(site, "/"))


def test_taking_in_twice_changes_nothing(made):
    db = made.folder / "portal.sqlite3"
    feed = Feed(FolderSource(made.folder))
    assert catch_up(db, feed)
    with sqlite3.connect(db) as before:
        rows = list(before.iterdump())
    assert not catch_up(db, feed)
    with sqlite3.connect(db) as after:
        assert list(after.iterdump()) == rows


def test_in_steps_or_at_once_the_database_is_the_same(tmp_path):
    made = FeedMaker(tmp_path)
    step_by_step = tmp_path / "steps.sqlite3"
    refs = []
    for serial in range(1, 31):
        refs.append((made.publish("penalty", notice(serial)), notice(serial)))
        if serial % 3 == 0:
            made.withdraw(*refs[serial // 3])
        made.sign()
        catch_up(step_by_step, Feed(FolderSource(tmp_path)))
    at_once = tmp_path / "once.sqlite3"
    catch_up(at_once, Feed(FolderSource(tmp_path)))
    tables = ("entry", "promise", "item", "record", "word")

    def rows(path, table):
        with sqlite3.connect(path) as db:
            return sorted(db.execute(f"SELECT * FROM {table}").fetchall())

    assert [table for table in tables if rows(step_by_step, table) != rows(at_once, table)] == []


LISTS = ("/decisions/", "/decisions/decisions.csv", "/feed/feed.json")


def change(site, sql: str) -> None:
    with sqlite3.connect(site.store.path) as db:
        db.execute(sql)


@pytest.mark.parametrize(
    "cell",
    [
        "party='示例另一商户'",
        "number='示城管罚决字〔2026〕第999号'",
        "conclusion='免予处罚'",
        "amount=1",
        "decided_on='2020-01-01'",
    ],
)
def test_a_cell_changed_in_the_portals_database_is_on_no_list(made, cell):
    site = site_over(made.folder)
    assert all(KEPT in words(visit(site, place)) for place in LISTS)
    change(site, f"UPDATE record SET {cell} WHERE number='{KEPT}'")
    value = cell.split("=")[1].strip("'")
    for place in LISTS:
        page = words(visit(site, place))
        assert KEPT not in page and (len(value) < 5 or value not in page)
    assert "未能核验" in words(visit(site, LISTS[0]))


@pytest.mark.parametrize(
    "change_made",
    [
        "UPDATE record SET party='示例另一商户'",
        "DELETE FROM record WHERE id=1",
        "UPDATE page SET state='withdrawn'",
        "DELETE FROM word",
        "DELETE FROM entry WHERE i=2",
        "UPDATE entry SET reason='x' WHERE i=1",
        "UPDATE entry SET at='2020-01-01T00:00:00Z' WHERE i=1",
    ],
)
def test_the_whole_database_is_compared_with_the_feed_and_mended(made, change_made):
    site = site_over(made.folder)
    assert site.examine() == []
    page = words(visit(site, "/decisions/"))
    change(site, change_made)
    assert site.examine() != []
    assert site.examine() == []
    assert words(visit(site, "/decisions/")) == page
