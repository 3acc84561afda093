"""A bureau that came out of a backup says so in public; papers from before are checked by the key of then."""

from pathlib import Path

import pytest

from mingfa.feed.check import check
from mingfa.feed.mirror import mirror
from mingfa.feed.operations import Anchor, Renamed, Restore, UnknownOperation, from_entry
from mingfa.feed.reader import Feed
from mingfa.feed.source import FolderSource
from mingfa.feed.tests.making import AT, FeedMaker, example, to_entry
from mingfa.portal.build import build
from mingfa.portal.server import Portal
from mingfa.portal.tests.sealing import recorded
from mingfa.portal.tests.visiting import CHROMIUM, browser, plain, served, site_over, visit, words
from mingfa.tlog import Checkpoint, SigningKey

WORDS = "本机关的数据由备份恢复。执法记录第400条至第420条只存证明、内容已经丢失，将重新登记。"


@pytest.fixture
def made(tmp_path: Path) -> FeedMaker:
    """A feed whose bureau was restored, and whose record goes on under a new name and key."""
    one = example(tmp_path / "bureau")
    old = one.record_key
    renamed = {"record": Renamed(old.vkey(), 420, "shili.example.cn/record/2")}
    one.append(Restore({"record": [400, 421], "disclosure": [9, 9]}, renamed, WORDS, AT))  # type: ignore[arg-type]
    new = SigningKey.from_seed("shili.example.cn/record/2", b"\x09" * 32)
    (one.feed / "record.vkey").write_text(new.vkey() + "\n")
    one.record_key = new
    head = new.sign(Checkpoint("shili.example.cn/record/2", 425, bytes(32)).text())
    one.append(Anchor(head, {}, AT))
    one.sign()
    return one


def test_the_portal_shows_the_statement_and_mirrors_go_on(made: FeedMaker, tmp_path: Path) -> None:
    site = site_over(made.folder)
    assert WORDS in words(visit(site, "/feed/"))
    feed = Feed(FolderSource(made.folder))
    assert [str(one) for one in check(feed)] == []
    done = mirror(FolderSource(made.folder), tmp_path / "copy")
    assert done.size == len(made.entries)


def test_the_verify_page_knows_the_key_of_before(made: FeedMaker) -> None:
    page = plain(visit(site_over(made.folder), "/verify/").body.decode())
    old = SigningKey.from_seed("shili.example.cn/record", b"\x08" * 32).vkey()
    assert f'data-record="{made.record_key.vkey()} {old}"' in page


def test_the_key_of_an_earlier_name_is_served_and_built(made: FeedMaker, tmp_path: Path) -> None:
    kept = made.folder / "logs" / "disclosure" / "before" / "1"
    kept.mkdir(parents=True)
    (kept / "vkey").write_text("shili.example.cn/older+00000000+AAAA\n")
    assert visit(site_over(made.folder), "/feed/log/before/1/vkey").body == (kept / "vkey").read_bytes()
    build(FolderSource(made.folder), tmp_path / "site")
    assert (tmp_path / "site/feed/log/before/1/vkey").read_bytes() == (kept / "vkey").read_bytes()


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="needs Chromium")
def test_a_paper_from_before_is_still_proven(made: FeedMaker, tmp_path: Path) -> None:
    old = SigningKey.from_seed("shili.example.cn/record", b"\x08" * 32)
    proof = recorded(old, tmp_path)
    with served(Portal(site_over(made.folder))) as address, browser() as chromium:
        page = chromium.new_page()
        page.goto(f"{address}/verify/{proof.seal(made.feed)}")
        page.wait_for_selector("#result[data-verdict]")
        assert page.get_attribute("#result", "data-verdict") == "good", page.inner_text("#result")


def test_the_operation_is_read_strictly() -> None:
    true = to_entry(Restore({"record": [1, 2]}, {}, "示例", AT))  # type: ignore[arg-type]
    assert isinstance(from_entry(true), Restore)
    for old, new in (
        (b"[1,2]", b"[1]"),
        (b"[1,2]", b"[-1,2]"),
        (b'"record"', b'"other"'),
        (b"{}", b'{"x":1}'),
    ):
        with pytest.raises(UnknownOperation):
            from_entry(true.replace(old, new))
