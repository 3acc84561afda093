"""What happens by itself: lists are shown, what fell comes down, files and heads go out (plan 1.2, 1.4.e)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.disclosure import follow, reads
from mingfa.bureau.disclosure.before.contents import item_page
from mingfa.bureau.disclosure.public_files.writes import FeedFolder
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD
from mingfa.bureau.ledger.reader import leaf, size
from mingfa.bureau.lib.tests.doing import do_all
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.feed.check import check
from mingfa.feed.notice import AgencyPage, ItemPage
from mingfa.feed.operations import Anchor, from_entry
from mingfa.feed.reader import Feed, state
from mingfa.feed.source import FolderSource
from mingfa.feed.value import from_value
from mingfa.tlog import Policy

from .conftest import Press
from .test_flow import refused


def feed(data: Path) -> Feed:
    return Feed(FolderSource(data))


def files(data: Path) -> set[str]:
    return {path.name for path in (data / "feed" / "item").glob("*")}


@pytest.mark.rule("PUB-01", "JUR-09")
@pytest.mark.clause("1.2.a", "1.2.c", "1.2.d")
def test_what_was_listed_is_shown_by_itself(stage: Stage, cast: Cast, data: Path) -> None:
    done = do_all(follow.pages_to_show(stage.now))
    assert [d.act for d in done] == ["disclosure.show_item"] * 12 + ["disclosure.show_agency"]
    assert do_all(follow.pages_to_show(stage.now)) == [], "asked again there is nothing left"
    FeedFolder(data / "feed").follow()
    assert check(feed(data)) == []
    pages = [from_value(s.shown.kind, feed(data).item(c).value) for s, c in _shown(data)]
    items = [p for p in pages if isinstance(p, ItemPage)]
    page = next(p for p in items if p.name == "店外经营")
    assert (page.guide.accepting_office, page.guide.time_limit) == (
        "市容中队",
        "自立案之日起九十日内作出处理决定",
    )
    assert page.guide.conditions and page.basis[0].text.startswith("任何单位和个人")
    assert page.index.index_number == page.code and page.flow_svg and len(page.flow) == 12
    agency = next(p for p in pages if isinstance(p, AgencyPage))
    assert len(agency.officers) == 24 and all(o.certificate for o in agency.officers)


def _shown(data: Path):
    for standing in state(feed(data).read().entries).values():
        if standing.shown:
            yield standing, standing.shown.items["notice"]


@pytest.mark.rule("PUB-01")
@pytest.mark.clause("1.2.b", "1.3.a")
def test_a_change_is_shown_and_what_ended_comes_down(stage: Stage, cast: Cast, data: Path) -> None:
    do_all(follow.pages_to_show(stage.now))
    stage.act(
        "person.certify",
        cast.appointer,
        person=cast.officers[0][0],
        certificate="示E9001",
        certificate_from="2026-09-01",
        certificate_to="2031-08-31",
    )
    ended = cast.items["占道经营"]
    stage.act(
        "item.end", cast.head, item=ended, valid_to=stage.now.date().isoformat(), reason="示例：法规修改。"
    )
    stage.now += timedelta(days=1)
    done = do_all(follow.pages_to_show(stage.now))
    assert [d.act for d in done] == ["disclosure.show_agency", "disclosure.withdraw"]
    agency = reads.agency_publication()
    assert agency is not None
    assert "示E9001" in {o["certificate"] for o in reads.shown(agency)["notice"]["officers"]}
    assert reads.publication_of_item(ended) is None
    FeedFolder(data / "feed").follow()
    assert check(feed(data)) == []


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.1.b", "1.4.d", "1.4.e")
def test_from_collection_to_automatic_withdrawal(press: Press, data: Path) -> None:
    folder = FeedFolder(data / "feed")
    press.to_published("person", full_text=True)
    folder.follow()
    assert len(files(data)) == 2 and check(feed(data)) == []
    press.play.revoke(ground="court", ruling=press.play.lose("litigation", ruling="（2026）示例行初1号"))
    assert do_all(follow.fallen(press.stage.now)) != []
    assert do_all(follow.fallen(press.stage.now)) == []
    assert folder.follow().dropped == 2 and files(data) == set()
    assert check(feed(data)) == []
    (standing,) = state(feed(data).read().entries).values()
    withdrawn = standing.newest.operation
    assert withdrawn.op == "withdraw" and standing.shown is None
    assert withdrawn.reason.text == "决定被依法撤销，依据：人民法院裁判（（2026）示例行初1号）。"
    assert withdrawn.stays.number == press.publication.number


@pytest.mark.rule("PUB-05", "REM-04")
def test_what_a_ruling_changed_comes_down_and_says_what_it_became(press: Press) -> None:
    press.to_published("unit")
    press.play.lose(outcome="changed", grounds=["improper"], fine=10_000)
    assert do_all(follow.fallen(press.stage.now)) != []
    assert do_all(follow.fallen(press.stage.now)) == []
    gone = press.publication
    assert (gone.state, gone.reason) == ("withdrawn", "changed")
    code, words = follow.why_it_fell(gone)
    assert code == "changed" and "变更后的罚款为100.00元" in words and "决定被依法变更" in words
    assert reads.to_publish(press.stage.now.date()) == []


@pytest.mark.clause("1.4.e")
@pytest.mark.parametrize(
    ("effect", "code"), [("unlawful", "unlawful"), ("void", "void"), ("redo", "redo"), ("revoked", "revoked")]
)
def test_each_effect_of_a_revocation_takes_it_down(press: Press, effect: str, code: str) -> None:
    press.to_published("unit")
    press.play.revoke(effect=effect)
    do_all(follow.fallen(press.stage.now))
    assert (press.publication.state, press.publication.reason) == ("withdrawn", code)


@pytest.mark.rule("PUB-15")
@pytest.mark.clause("1.4.e")
def test_at_the_end_of_its_display_it_comes_down(press: Press) -> None:
    press.to_published("unit")
    until = press.publication.until
    assert until == date(2029, 9, 20), "1095 days from publication"
    press.stage.now += until - press.stage.now.date()
    assert do_all(follow.fallen(press.stage.now)) == [], "on its last day it is still public"
    press.stage.now += timedelta(days=1)
    do_all(follow.fallen(press.stage.now))
    assert (press.publication.state, press.publication.reason) == ("withdrawn", "expired")
    assert reads.to_publish(date(2029, 12, 3)) == [], "what has expired is not published anew"
    assert refused(press.collect) == {"it_is_not_on_its_way_already"}


@pytest.mark.clause("1.4.a")
def test_what_was_decided_waits_as_a_task(press: Press) -> None:
    press.decide("unit")
    (task,) = reads.to_publish(press.stage.now.date())
    assert (task.decision, task.due_on, task.publication) == (press.decision, date(2026, 10, 8), None)


@pytest.mark.clause("1.4.e")
def test_a_new_round_after_a_crash_mends_the_folder(press: Press, data: Path) -> None:
    press.to_published("unit", full_text=True)
    FeedFolder(data / "feed").follow()
    lost, stray = sorted(files(data))[0], "0" * 64
    (data / "feed" / "item" / lost).unlink()
    (data / "feed" / "item" / stray).write_text("left behind")
    done = FeedFolder(data / "feed").follow()
    assert (done.written, done.dropped) == (1, 1)
    assert check(feed(data)) == [] and FeedFolder(data / "feed").follow().written == 0


@pytest.mark.clause("1.4.d")
def test_a_replaced_content_leaves_the_folder(press: Press, data: Path) -> None:
    folder = FeedFolder(data / "feed")
    press.to_published("unit")
    folder.follow()
    (old,) = files(data)
    press.stage.act(
        "disclosure.revise",
        press.play.team[0],
        None,
        publication=press.pk,
        full_text=True,
        reason="增加全文公示。",
    )
    press.stage.act(
        "disclosure.replace", press.cast.publicity, None, publication=press.pk, passed=True, opinion="同意。"
    )
    done = folder.follow()
    assert (done.written, done.dropped) == (2, 1) and old not in files(data)
    assert check(feed(data)) == []


@pytest.mark.clause("2.4.d")
def test_the_public_log_guards_the_record(press: Press, data: Path) -> None:
    press.to_published("unit")
    done = follow.anchor(press.stage.now)
    assert done is not None
    anchor = from_entry(leaf(size(DISCLOSURE) - 1, DISCLOSURE).data)
    assert isinstance(anchor, Anchor)
    checked = Policy.of(heads.vkey(RECORD)).check(anchor.head).checkpoint
    assert checked.size == done.index, "the head holds everything before the anchor itself"
    assert (anchor.counts["penalty"].decided, anchor.counts["penalty"].published) == (1, 1)
    assert follow.anchor(press.stage.now) is None, "an anchor alone is nothing new"


@pytest.mark.clause("1.2.c")
def test_the_pages_come_from_the_tables_that_cases_follow(cast: Cast) -> None:
    item = catalogue.item(cast.items["店外经营"])
    assert item is not None
    page = item_page(item, people.bureau())
    assert any("法制审核" in line for line in page.flow), "no way to a decision passes the review by"
    assert page.flow[1].startswith("2. 核查线索（两名以上执法人员办理；自")
    assert [s.result for s in page.steps][:2] == ["不予行政处罚，予以教育", "罚款50.00元至300.00元"]
