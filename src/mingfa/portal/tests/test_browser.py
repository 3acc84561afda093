"""In Chromium: the verify page accepts what is true and refuses what is not; static site equals live site."""

import base64
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from mingfa.feed.source import FolderSource
from mingfa.feed.tests.making import FeedMaker, example, notice, text_of
from mingfa.portal.build import NotBuilt, build
from mingfa.portal.listing import find, read_filters
from mingfa.portal.server import Portal
from mingfa.portal.tests.visiting import (
    CHROMIUM,
    browser,
    plain,
    served,
    served_folder,
    site_over,
    visit,
    words,
)

pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="needs Chromium"),
]
KEPT = "示城管罚决字〔2026〕第018号"
GONE = "示城管罚决字〔2026〕第012号"
SECTIONS = ("decisions", "items", "officers", "statistics", "verify", "feed", "complaints", "progress", "nix")
PAGES = ["/", f"/decisions/{KEPT}/", f"/decisions/{GONE}/", "/items/650104-ZF-0612/"]
PAGES += [f"/{section}/" for section in SECTIONS]


@pytest.fixture(scope="module")
def chromium():
    with browser() as one:
        yield one


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> FeedMaker:
    maker = example(tmp_path_factory.mktemp("bureau"))
    for serial in range(100, 145):
        one = notice(serial, party=f"示例第{serial}商行", cause="占道经营" if serial % 2 else "占用道路停车")
        maker.publish("penalty", one, text_of(one))
    maker.sign()
    return maker


@pytest.fixture(scope="module")
def site(made):
    return site_over(made.folder, record_vkey=made.record_key.vkey())


@pytest.fixture(scope="module")
def live(site):
    with served(Portal(site)) as address:
        yield address


@pytest.fixture(scope="module")
def static(made, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "site"
    build(FolderSource(made.folder), out, record_vkey=made.record_key.vkey())
    with served_folder(out) as address:
        yield out, address


def verdict(page) -> str:
    page.wait_for_selector("#result[data-verdict]")
    return page.get_attribute("#result", "data-verdict")


def drop_file(page, text: str, selector: str = "#file") -> str:
    page.evaluate("document.getElementById('result').removeAttribute('data-verdict')")
    file = {"name": "receipt.tlog-proof", "mimeType": "text/plain", "buffer": text.encode()}
    page.set_input_files(selector, file)
    return verdict(page)


def test_the_verify_page_accepts_a_true_decision(chromium, live):
    page = chromium.new_page()
    page.goto(f"{live}/verify/#i=3")
    assert verdict(page) == "good"
    shown = page.inner_text("#result")
    assert KEPT in shown and shown.count("通过：") == 4
    page.close()


def test_the_verify_page_refuses_every_altered_receipt(chromium, live, site):
    true = words(visit(site, "/feed/receipt/3"))
    lines = true.split("\n")
    other = words(visit(site, "/feed/receipt/4")).split("\n")
    altered = {
        "index": true.replace("index 3\n", "index 4\n"),
        "entry": "\n".join([lines[0], other[1], *lines[2:]]),
        "path": "\n".join([*lines[:3], other[3], *lines[4:]]) if other[3] != lines[3] else "",
        "size": re.sub(r"\n(\d\d)\n", "\n9\n", true, count=1),
        "signature": true[:-12] + ("A" if true[-12] != "A" else "B") + true[-11:],
        "spelling": true.replace("=\n", "\n", 1),
        "cut": true[: len(true) // 2],
        "other file": "hello",
    }
    page = chromium.new_page()
    page.goto(f"{live}/verify/")
    assert drop_file(page, true) == "good"
    outcomes = {name: drop_file(page, text) for name, text in altered.items() if text}
    assert outcomes == dict.fromkeys(outcomes, "bad")
    assert drop_file(page, true) == "good"
    page.close()


def test_a_receipt_from_a_qr_code_is_read_from_the_fragment(chromium, live, site):
    receipt = words(visit(site, "/feed/receipt/5"))

    def fragment(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    page = chromium.new_page()
    page.goto(f"{live}/verify/#r={fragment(receipt.encode())}")
    assert verdict(page) == "good"
    page.goto("about:blank")
    page.goto(f"{live}/verify/#r={fragment(receipt.encode())}&e={fragment(b'another entry')}")
    assert verdict(page) == "bad"
    page.close()


def test_a_key_of_ones_own_decides(chromium, live, tmp_path):
    page = chromium.new_page()
    page.goto(f"{live}/verify/")
    page.click("summary")
    page.fill("#key", FeedMaker(tmp_path, seed=b"\x11" * 32).key.vkey())
    page.fill("#i", "3")
    page.click("#by-number button")
    assert verdict(page) == "bad"
    page.close()


def test_content_that_does_not_match_is_refused(chromium, live):
    page = chromium.new_page()
    page.route(
        "**/feed/item/*", lambda route: route.fulfill(body=route.fetch().text().replace("叁佰元", "叁元"))
    )
    page.goto(f"{live}/verify/#i=3")
    assert verdict(page) == "bad"
    assert "内容被改动" in page.inner_text("#result")
    page.close()


@pytest.mark.parametrize("width", [1280, 375, 320])
def test_pages_fit_are_reachable_and_without_serious_findings(chromium, live, width):
    context = chromium.new_context(viewport={"width": width, "height": 800})
    context.add_cookies([{"name": "elder", "value": "1" if width == 320 else "0", "url": live}])
    page = context.new_page()
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    for path in PAGES:
        page.goto(live + quote(path, safe="/"))
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            troubles.append(f"{path}: {over} px too wide")
        found = Axe().run(page).response["violations"]
        troubles += [f"{path}: {one['id']}" for one in found if one["impact"] in ("serious", "critical")]
    page.goto(live + "/decisions/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    context.close()
    assert troubles == []


def without_scripts(html: str) -> str:
    return re.sub(r"<script [^>]*></script>\n", "", html)


def test_the_static_site_equals_the_live_one(static, site):
    out, _ = static
    for path in PAGES[:-1] + ["/decisions/page-2/"]:
        built = (out / path.strip("/") / "index.html").read_text()
        assert without_scripts(plain(built)) == without_scripts(words(visit(site, path))), path
    for path in (
        "/decisions/decisions.csv",
        "/items/items.json",
        "/feed/atom.xml",
        "/feed/log/checkpoint",
        "/feed/receipt/3",
    ):
        assert (out / path.strip("/")).read_bytes() == visit(site, path).body, path


@pytest.mark.parametrize(
    "query",
    [
        {"q": "占道"}, {"q": "道"}, {"q": "示例第101商行"}, {"q": "占道经营 商行"}, {"q": "经营占"},
        {"q": "〔2026〕第018"}, {"q": "[2026]018"}, {"q": "（２０２６）第018"}, {"q": "占\u200b道\ufeff经营"},
        {"q": "ＺＦ"}, {"kind": "警告"}, {"state": "withdrawn"},
        {"from": "2026-03-10"},
        {"q": "停车", "page": "2"}, {"item": "650104-ZF-0612", "to": "2026-03-11"}, {"q": "没有这样的话"},
    ],
)  # fmt: skip
def test_the_static_search_finds_what_the_server_finds(chromium, static, site, query):
    _, address = static
    page = chromium.new_page()
    page.goto(f"{address}/decisions/?" + "&".join(f"{name}={quote(value)}" for name, value in query.items()))
    page.wait_for_selector("#list[data-found]")
    shown = page.eval_on_selector_all(
        "#list tbody td:first-child", "cells => cells.map(cell => cell.textContent)"
    )
    total = int(page.inner_text("#count strong"))
    page.close()
    found = find(site.store, read_filters(query))
    assert (shown, total) == ([row["number"] for row in found.rows], found.total)


def test_the_static_site_finds_an_officer_and_keeps_elder_mode(chromium, static):
    _, address = static
    page = chromium.new_page()
    page.goto(f"{address}/officers/?code=xj0104001")
    assert page.locator("tbody tr:visible").all_inner_texts()[0].startswith("示例甲")
    assert page.locator("tbody tr:visible").count() == 1
    page.goto(f"{address}/officers/?code=XJ9&elder=1")
    assert "没有查到这个证号" in page.inner_text("main")
    page.goto(f"{address}/")
    assert page.get_attribute("html", "data-elder") == ""
    page.close()


def test_a_new_build_takes_away_what_was_withdrawn(tmp_path):
    made = FeedMaker(tmp_path / "bureau")
    one = notice(1, cause="将被撤下的行为")
    ref = made.publish("penalty", one)
    made.sign()
    out = tmp_path / "site"
    build(FolderSource(made.folder), out)
    assert "将被撤下的行为" in (out / "decisions" / one.number / "index.html").read_text()
    made.withdraw(ref, one)
    made.sign()
    build(FolderSource(made.folder), out)
    assert [
        path for path in out.rglob("*") if path.is_file() and "将被撤下的行为".encode() in path.read_bytes()
    ] == []


def test_no_site_is_built_over_a_feed_that_does_not_verify_or_over_other_files(tmp_path, made):
    with pytest.raises(NotBuilt):
        build(FolderSource(tmp_path / "nothing"), tmp_path / "site")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("x")
    with pytest.raises(NotBuilt):
        build(FolderSource(made.folder), tmp_path / "full")
