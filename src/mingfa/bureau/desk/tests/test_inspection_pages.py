"""Inspections on the desk: their list, their page, their forms; a draw that anybody can repeat."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

import pytest
from django.test import Client

from mingfa.bureau.desk.kinds.draw_views import agrees
from mingfa.bureau.desk.tests.sending import address, fill, send
from mingfa.bureau.inspections import reads as inspections
from mingfa.example.bureau import Cast, Stage
from mingfa.example.inspections import Round


@pytest.fixture
def tour(stage: Stage, cast: Cast) -> Round:
    return Round(stage, cast)


def test_the_page_says_whom_why_and_how_often(at_desk: Callable[[int], Client], tour: Round) -> None:
    tour.to_recorded()
    page = at_desk(tour.team[0]).get(f"/inspections/{tour.matter}/").content.decode()
    for words in (
        "高新区示例01号餐厅",
        "年度检查计划",
        "2026年已批准1次",
        "上限2次",
        "企业已扫码核验",
        "告知检查结果",
    ):
        assert words in page, words


def test_the_list_leads_to_register_plans_and_draws(at_desk: Callable[[int], Client], tour: Round) -> None:
    tour.to_approved()
    desk = at_desk(tour.team[0])
    listed = desk.get("/inspections/").content.decode()
    assert "高新区示例01号餐厅" in listed and "/draws/" in listed
    assert "2026年度餐饮服务单位行政检查计划" in desk.get("/draws/").content.decode()


@pytest.mark.rule("INSP-07")
def test_a_draw_shows_all_that_is_needed_to_repeat_it(at_desk: Callable[[int], Client], tour: Round) -> None:
    tour.list_item()
    for number in range(1, 11):
        tour.register(number)
    tour.to_plan()
    tour.freeze()
    tour.later(days=1)
    tour.draw()
    found = inspections.draw(tour.drawn)
    assert found is not None and agrees(found)
    page = at_desk(tour.team[0]).get(f"/draws/{tour.drawn}/").content.decode()
    seed = f"{found.salt}:3210.98"
    for words in (seed, found.frozen_digest, "重新抽取，结果一致", *(o.name for o in found.objects)):
        assert words in page, words
    first = min((o.name for o in found.objects), key=lambda n: sha256(f"{seed}:{n}".encode()).hexdigest())
    assert f'class="wh">{first}</td>' in page


@pytest.mark.clause("1.3.a", "1.3.b", "1.3.c")
def test_an_officer_enters_by_the_form(at_desk: Callable[[int], Client], tour: Round, stage: Stage) -> None:
    tour.to_approved()
    tour.notify()
    tour.later(hours=1)
    desk = at_desk(tour.team[0])
    page = send(
        desk,
        "inspection.enter",
        tour.matter,
        entered_at=stage.now.strftime("%Y-%m-%d %H:%M"),
        kit_checked="1",
        certificate_shown="1",
        rights_told="1",
        scanned="1",
        notice_handed_over="1",
    )
    assert "没有出示证件、交付通知书的照片或者音像记录" in page.content.decode()
    reason = {"reason.the_entry_was_recorded_in_picture": "示例：笔录能够全面有效记录。"}
    assert desk.post(address("inspection.enter", tour.matter), fill(page, reason)).status_code == 302
    view = inspections.inspection(tour.matter)
    assert view is not None
    assert (view.state, view.visits[0].officers) == ("inspecting", tuple(tour.team))


@pytest.mark.rule("FILE-01")
def test_what_was_handed_over_waits_for_its_inspector(at_desk: Callable[[int], Client], tour: Round) -> None:
    tour.to_violation()
    desk = at_desk(tour.team[0])
    assert (
        f"/acts/case.register/?source=inspection&amp;inspection={tour.matter}"
        in desk.get("/").content.decode()
    )
    page = desk.get(f"/inspections/{tour.matter}/").content.decode()
    assert "线索核查期限" in page
    form = desk.get(f"/acts/case.register/?source=inspection&inspection={tour.matter}").content.decode()
    assert f'value="{tour.matter}" checked' in form
    assert "线索核查期限" not in at_desk(tour.cast.officers[1][0]).get("/").content.decode()


def test_what_is_to_be_corrected_waits_for_its_second_visit(
    at_desk: Callable[[int], Client], tour: Round
) -> None:
    tour.to_correcting()
    home = at_desk(tour.team[0]).get("/").content.decode()
    assert "复查改正情况" in home and f"/inspections/{tour.matter}/" in home
    page = f"/inspections/{tour.matter}/"
    assert "等待5日" in at_desk(tour.team[0]).get(page).content.decode()
    tour.stage.now += timedelta(days=6)
    assert "超期1日" in at_desk(tour.team[0]).get(page).content.decode()


@pytest.mark.clause("1.2.b")
def test_the_page_of_an_item_says_its_guide(at_desk: Callable[[int], Client], tour: Round) -> None:
    item = tour.list_item()
    page = at_desk(tour.team[0]).get(f"/items/{item}/").content.decode()
    for words in ("辖区内的餐饮服务单位", "油烟净化设施的安装和使用", "同一企业年度检查频次上限（次）"):
        assert words in page, words
    assert "处罚依据" not in page and "裁量基准" not in page
