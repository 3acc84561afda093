"""Nobody approves what the page does not say; an entry speaks in names; a hint is said at the top."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from mingfa.bureau.desk.tests.test_pages import text
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads as records
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play


@pytest.mark.clause("3.3.a")
def test_whoever_decides_reads_what_was_concluded_and_held(
    at_desk: Callable[[int], Client], cast: Cast, play: Play
) -> None:
    play.to_reviewed()
    page = text(at_desk(cast.head), f"/acts/decision.make/?on={play.case}")
    before = page.partition("此前各环节")[2].partition("<form")[0]
    for said in ("法制审核：同意", "送交法制审核", "查明的事实", "占用面积约6平方米", "罚款金额"):
        assert said in before
    assert "此前各环节" not in text(at_desk(play.team[0]), f"/acts/service.serve/?on={play.case}")


@pytest.mark.clause("2.1.a")
def test_an_entry_names_people_and_evidence_and_leaves_out_what_was_not_said(
    at_desk: Callable[[int], Client], stage: Stage, play: Play
) -> None:
    play.to_filed()
    play.later(days=1)
    play.inspect()
    asked = play.question()
    play.order()
    done = play.conclude()
    page = text(at_desk(play.team[0]), f"/cases/{play.case}/entries/{done.index}/")
    assert records.recorded(play.case).evidence[0].name in page
    assert "违法所得" not in page
    handlers = people.named(list(play.team), stage.now.date())
    questioned = text(at_desk(play.team[0]), f"/cases/{play.case}/entries/{asked.index}/")
    assert f"{handlers[0].name}；{handlers[1].name}" in questioned


@pytest.mark.rule("AV-03")
def test_a_hint_is_said_at_the_top_and_leads_to_where_its_reason_is_written(
    at_desk: Callable[[int], Client], stage: Stage, play: Play
) -> None:
    play.to_filed()
    play.later(days=1)
    client = at_desk(play.team[0])
    began, ended = (f"{stage.now - timedelta(minutes=m):%Y-%m-%d %H:%M}" for m in (30, 10))
    sent = {
        "started_at": began, "ended_at": ended, "place": "示例路100号", "officers": list(play.team),
        "certificate_shown": "1", "rights_told": "1", "kit_checked": "1", "present": "无",
        "findings": "示例：门前摆放餐桌三张。", "signed": "signed",
    }  # fmt: skip
    answer = client.post(f"/acts/record.inspect/?on={play.case}", sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    top = page.partition("data-once")[0]
    assert "须写明理由：" in top
    assert "还没有办理：有 1 项提示" in top
    anchor = top.partition('href="#r-')[2].partition('"')[0]
    assert f'name="reason.{anchor}"' in page
