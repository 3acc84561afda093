"""In Chromium: pages are accessible and fit a phone, keys move, a double click is one act."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from mingfa.bureau.desk.tests.conftest import account
from mingfa.bureau.desk.tests.sitting import CHROMIUM, browser, served, sign_in
from mingfa.bureau.desk.tests.test_journey import picture
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="needs Chromium"),
]
SERIOUS = {"serious", "critical"}
PHONE = {"width": 375, "height": 700}
WIDE = {"width": 1280, "height": 800}


@pytest.fixture
def site(play: Play, cast: Cast) -> Iterator[str]:
    """Serve the desk with a filed case on it."""
    play.register()
    play.keep()
    play.verify()
    play.propose()
    play.file()
    with served() as address:
        yield address


@pytest.fixture
def chromium(site: str, play: Play) -> Iterator[tuple[Browser, str]]:
    """Open a browser after the account is made: its loop forbids questions to the database in this thread."""
    name = account(play.team[0])
    with browser() as one:
        yield one, name


def opened(chromium: tuple[Browser, str], site: str, viewport: dict[str, int], **more: object) -> Page:
    one, name = chromium
    page = one.new_context(viewport=viewport, **more).new_page()
    sign_in(page, site, name)
    return page


def overflows(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def test_every_page_is_accessible_and_fits(chromium: tuple[Browser, str], site: str, play: Play) -> None:
    """No serious finding of axe; nothing wider than the screen at 375 px, nor in large type.

    On a phone axe looks at one page of each layout.
    """
    paths = ["/", "/cases/", f"/cases/{play.case}/", "/publications/", "/items/", "/people/", "/acts/"]
    paths += ["/calendar/", "/acts/calendar.announce/?scope=national"]
    paths += ["/rules/?q=DEC", "/account/", "/keys/", f"/cases/{play.case}/entries/{play.case}/"]
    paths += ["/account/password/", "/first-steps/"]
    paths += ["/acts/case.register/", f"/acts/case.conclude/?on={play.case}"]
    paths += [f"/acts/record.question/?on={play.case}", "/spot/"]
    paths += [f"/acts/summary.decide/?item={play.cast.items['占道经营']}"]
    laid_out = {"/", "/cases/", f"/cases/{play.case}/", "/acts/case.register/", "/spot/", *paths[-1:]}
    faults = []
    for viewport, elder in ((WIDE, "0"), (PHONE, "0"), (PHONE, "1")):
        page = opened(chromium, site, viewport)
        page.context.add_cookies([{"name": "elder", "value": elder, "url": site}])
        for path in paths:
            page.goto(site + path)
            if overflows(page):
                faults.append(f"{path} is wider than {viewport['width']} px (elder {elder})")
            if elder == "0" and (viewport == WIDE or path in laid_out):
                found = Axe().run(page).response["violations"]
                faults += [
                    f"{path}: {v['id']} {v['nodes'][0]['html'][:120]}"
                    for v in found
                    if v["impact"] in SERIOUS
                ]
        page.context.close()
    assert faults == []


def test_keys_move_and_sleep_while_typing(chromium: tuple[Browser, str], site: str) -> None:
    page = opened(chromium, site, WIDE)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("n?j")
    assert page.input_value("#q") == "n?j"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    page.wait_for_url("**/acts/case.register/")


def test_a_form_is_filled_sent_twice_and_done_once(
    chromium: tuple[Browser, str], site: str, play: Play, tmp_path: Path
) -> None:
    photo = tmp_path / "示例照片.jpg"
    photo.write_bytes(picture().getvalue())
    page = opened(chromium, site, PHONE)
    page.goto(f"{site}/acts/record.keep/?on={play.case}")
    page.select_option("[name=kind]", "documentary")
    page.fill("[name=proves]", "示例事实")
    page.fill("[name=obtained_at]", "今天 8:40")
    page.fill("[name=origin]", "示例")
    page.set_input_files("[name=file]", str(photo))
    page.click(".foot-acts button")
    assert "证据名称：必须填写。" in page.inner_text(".errors")
    assert page.evaluate("document.activeElement.className").find("errors") >= 0
    page.fill("[name=name]", "现场照片")
    page.dblclick(".foot-acts button")
    page.wait_for_url(f"**/cases/{play.case}/")
    assert "“收集证据”已办理" in page.inner_text("main")
    picture_shown = page.locator("ul.media img").first
    picture_shown.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert picture_shown.evaluate("image => image.naturalWidth") > 0
    assert page.locator("ol.tl li >> text=收集证据").count() == 2


def test_it_works_without_scripts(chromium: tuple[Browser, str], site: str, play: Play) -> None:
    page = opened(chromium, site, WIDE, java_script_enabled=False)
    page.goto(f"{site}/acts/record.question/?on={play.case}")
    page.fill("[name='questions.0.q']", "第一问")
    page.click("button[name=_add][value=questions]")
    assert page.input_value("[name='questions.0.q']") == "第一问"
    page.fill("[name='questions.1.q']", "第二问")
    page.fill("[name=person]", "王示例")
    page.keyboard.press("Enter")
    assert "需要改正" in page.inner_text(".errors")
    assert page.input_value("[name='questions.1.q']") == "第二问"
