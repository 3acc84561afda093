"""Permits at the desk: the window's form, an application's page, its forms, in Chromium and by reading."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from mingfa.bureau.desk.tests.conftest import account
from mingfa.bureau.desk.tests.sitting import CHROMIUM, browser, served, sign_in
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import working_time
from mingfa.example.permit_item import list_permit
from mingfa.example.permit_stories import granted
from mingfa.example.permits import Applying

PHONE = {"width": 375, "height": 700}


@pytest.fixture
def applying(stage: Stage, cast: Cast) -> Applying:
    return Applying(stage, cast, list_permit(stage, cast))


@pytest.mark.clause("1.3.e")
def test_the_window_sees_what_it_may_take_in(at_desk: Callable[[int], Client], applying: Applying) -> None:
    text = at_desk(applying.clerk).get("/acts/permit.receive/").content.decode()
    for words in ("临时占用街道两侧", "1. 申请书", "3. 占用范围平面图", "申请人声明材料含商业秘密"):
        assert words in text


@pytest.mark.rule("PERM-03", "PERM-05")
def test_an_applications_page_shows_what_is_missing_and_its_terms(
    at_desk: Callable[[int], Client], applying: Applying
) -> None:
    applying.receive(materials=[1, 2])
    page = at_desk(applying.clerk).get(f"/permits/{applying.permit}/").content.decode()
    assert "尚缺材料" in page and "占用范围平面图" in page and "一次告知补正期限" in page
    applying.supplement()
    applying.hand_in()
    applying.accept()
    applying.assign()
    page = at_desk(applying.team[0]).get(f"/permits/{applying.permit}/").content.decode()
    assert "行政许可决定期限" in page and "钱示例" in page or "李示例" in page
    todo = at_desk(applying.team[0]).get("/").content.decode()
    assert applying.view.title in todo


def test_a_valid_licence_rests_and_what_nobody_did_is_not_called_done(
    at_desk: Callable[[int], Client], applying: Applying, cast: Cast
) -> None:
    for wait in granted(applying, 1):
        applying.stage.now = working_time(applying.stage.now + wait, people.calendar())
    head = at_desk(cast.head)
    page = head.get(f"/permits/{applying.permit}/").content.decode()
    assert "许可在有效期内，依法进行监督检查。" in page and "下一步" not in page
    assert re.findall(
        r"<li>\s*<div>\s*(法制审核|听证)\s*</div>\s*<span class=\"tag \">(.*?)</span>", page
    ) == [
        ("听证", "没有进行"),
        ("法制审核", "没有进行"),
    ]
    assert "注销行政许可" not in head.get("/").content.decode()


def test_the_unit_next_door_does_not_see_it_and_every_window_does(
    at_desk: Callable[[int], Client], applying: Applying, cast: Cast
) -> None:
    applying.receive()
    address = f"/permits/{applying.permit}/"
    assert at_desk(cast.officers[2][0]).get(address).status_code == 404
    assert at_desk(cast.window).get(address).status_code == 200
    assert at_desk(cast.window).get("/cases/").status_code == 200


@pytest.mark.browser
@pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="needs Chromium")
def test_the_forms_of_a_permit_fit_a_phone(applying: Applying) -> None:
    applying.to_accepted()
    clerk, officer = account(applying.clerk), account(applying.team[0])
    on = f"?on={applying.permit}"
    pages = {clerk: ["/acts/permit.receive/", f"/permits/{applying.permit}/"]}
    pages[officer] = [f"/acts/permit.{verb}/{on}" for verb in ("check", "tell", "hear", "conclude")]
    wide = []
    with served() as site, browser() as chromium:
        for who, paths in pages.items():
            page = chromium.new_context(viewport=PHONE).new_page()
            sign_in(page, site, who)
            for path in paths:
                page.goto(site + path)
                if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
                    wide.append(path)
            page.context.close()
    assert wide == []


@pytest.mark.rule("PERM-10")
def test_the_twenty_days_to_hold_a_hearing_run_from_the_day_it_was_asked_for(
    at_desk: Callable[[int], Client], applying: Applying
) -> None:
    applying.to_accepted()
    applying.check()
    applying.tell("applicant")
    third = applying.tell().index
    desk, page = at_desk(applying.team[0]), f"/permits/{applying.permit}/"
    assert "组织许可听证期限" not in desk.get(page).content.decode()
    applying.hear(concerned=third, hearing_requested=True)
    text = re.sub(r"<[^>]+>", "", desk.get(page).content.decode())
    assert re.search(r"组织许可听证期限自 2026-09-07 起 20个工作日，至 2026-10-10", text)
