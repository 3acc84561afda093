"""A change of law on the desk: what it touches, whose task it is, and when the task goes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from mingfa.bureau.doorway.look import CHINA
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

BEFORE = datetime(2026, 8, 10, 10, tzinfo=CHINA)
AFTER = datetime(2026, 8, 17, 10, tzinfo=CHINA)
OLD = "大气污染防治法 118"
TASK, CASE = "依据已修改，待修订事项", "案件所引规定已修改"
NAME = "示例油烟事项"


def list_item(stage: Stage, cast: Cast, **over: Any) -> int:
    values = {
        "code": "650104-ZF-9101",
        "matter_code": "09101",
        "name": NAME,
        "field": "示例领域",
        "office": cast.units["市容中队"],
        "breaks": [OLD],
        "penalises": [OLD],
        "kinds": ["warning", "fine"],
        "steps": [{"name": "一般", "when": "示例", "kind": "fine", "low": 5000, "high": 20000}],
        "conditions": "依照《大气污染防治法》，有证据证明。",
        "time_limit": "九十日",
        "correction": "立即改正",
        "valid_from": "2023-01-01",
    }
    row = values | over
    row["bounds"] = [{"article": one, "set_by": one, "high": 20000} for one in row["penalises"]]
    drafted = stage.act("item.draft", cast.reviewers[1], **row)
    stage.act("item.list", cast.review_head, item=drafted.index)
    return drafted.index


@pytest.fixture
def item(stage: Stage, cast: Cast) -> int:
    stage.now = BEFORE
    return list_item(stage, cast)


def home(at_desk: Callable[[int], Client], who: int) -> str:
    return at_desk(who).get("/").content.decode()


def law(at_desk: Callable[[int], Client], who: int) -> str:
    return at_desk(who).get("/law/changes/").content.decode()


@pytest.mark.clause("1.2.b")
def test_the_page_names_items_guides_and_open_cases(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast, item: int
) -> None:
    play = Play(stage, cast)
    play.register(item=item)
    page = law(at_desk, play.team[0])
    assert "将变动" in page and f"/items/{item}/" in page and "办理指南写有该规定" in page
    assert f"/cases/{play.case}/" in page
    assert "第一百一十八条" in page
    stage.now = AFTER
    page = law(at_desk, play.team[0])
    assert "有待处理" in page and f"/cases/{play.case}/" in page
    for path in ("/items/", "/supervision/"):
        assert "/law/changes/" in at_desk(cast.head).get(path).content.decode(), path


@pytest.mark.clause("1.2.b")
def test_the_task_comes_sixty_days_ahead_and_goes_when_the_item_ends(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast, item: int
) -> None:
    drafter = cast.reviewers[1]
    assert "依据将修改，待修订事项" in home(at_desk, drafter) and "剩5日" in home(at_desk, drafter)
    stage.now = AFTER
    assert TASK in home(at_desk, drafter) and NAME in home(at_desk, drafter)
    assert TASK not in home(at_desk, cast.officers[0][1])
    stage.act("item.end", cast.review_head, item=item, valid_to="2026-08-14", reason="示例：依据已废止。")
    assert TASK not in home(at_desk, drafter)
    new = list_item(
        stage,
        cast,
        breaks=["生态环境法典 1107"],
        penalises=["生态环境法典 1107"],
        conditions="有证据证明。",
        valid_from="2026-08-15",
    )
    assert f"/items/{new}/" not in law(at_desk, drafter)


@pytest.mark.clause("1.2.b")
def test_the_handlers_are_told_until_old_and_new_law_are_compared(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast, item: int
) -> None:
    play = Play(stage, cast)
    play.register(item=item)
    play.keep()
    play.verify()
    play.propose()
    play.file()
    assert CASE not in home(at_desk, play.team[0])
    stage.now = AFTER
    assert CASE in home(at_desk, play.team[0])
    assert CASE not in home(at_desk, cast.officers[1][0])
    play.act(
        "case.compare",
        old_text="示例：旧法原文。",
        old_source="示例公报",
        new=["生态环境法典 1107"],
        result="old_lighter",
        why="示例：旧法幅度较低。",
    )
    assert CASE not in home(at_desk, play.team[0])
    assert f"/cases/{play.case}/" not in law(at_desk, play.team[0])


@pytest.mark.clause("1.2.b")
def test_an_untouched_item_makes_no_task(at_desk: Callable[[int], Client], stage: Stage, cast: Cast) -> None:
    stage.now = AFTER + timedelta(days=30)
    assert TASK not in home(at_desk, cast.reviewers[1])
