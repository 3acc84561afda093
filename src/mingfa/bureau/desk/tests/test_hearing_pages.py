"""A hearing at the desk: who is asked to appoint it, to hold it, to report; what the forms offer."""

from collections.abc import Callable

import pytest
from django.test import Client

from mingfa.bureau.hearings import reads as hearings
from mingfa.example import hearing
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

AtDesk = Callable[[int], Client]


def text(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200, path
    return page.content.decode()


@pytest.mark.rule("HEAR-04", "HEAR-05")
@pytest.mark.clause("2.1.a")
def test_each_step_of_a_hearing_waits_for_whom_it_belongs_to(at_desk: AtDesk, cast: Cast, play: Play) -> None:
    play.to_concluded(amount=600_000, deviation="示例：情节特别严重。")
    play.serve(play.notify().index)
    assert "等待" in text(at_desk(play.team[0]), f"/cases/{play.case}/"), "the party's five working days run"
    play.later(days=1)
    hearing.ask_for_it(play)
    assert "组织听证" in text(at_desk(cast.review_head), "/")
    form = text(at_desk(cast.review_head), f"/acts/hearing.schedule/?on={play.case}")
    assert "示例审核员甲" in form and "听证主持人" in form
    assert f'value="{play.team[0]}"' not in form, "who handles the case is not offered"
    hearing.appoint(play)
    assert "组织听证" not in text(at_desk(cast.review_head), "/")
    chair, other = (at_desk(person) for person in (cast.reviewers[2], cast.reviewers[1]))
    assert "听证定于" in text(chair, "/")
    assert "听证定于" not in text(other, "/")
    while play.stage.now < hearings.hearings(play.case)[-1].starts_at:
        play.later(days=1)
    play.later(hours=2)
    chair = at_desk(cast.reviewers[2])
    assert "调查（审查）人员提出的事实" in text(chair, f"/acts/hearing.hold/?on={play.case}")
    hearing.hold(play)
    assert "提交听证报告" in text(chair, "/")
    hearing.report(play)
    assert "提交听证报告" not in text(chair, "/")
    assert "听证笔录" in text(chair, f"/cases/{play.case}/")
