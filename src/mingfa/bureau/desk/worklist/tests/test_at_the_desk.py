"""Whose line it is, by which term: what once stood on the wrong list, or on none."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.worklist import matters
from mingfa.bureau.desk.worklist.tasks import Task
from mingfa.bureau.desk.worklist.worklist import day
from mingfa.example.asking import appoint_leading
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.example.inspections import Round
from mingfa.example.permit_hearing import appoint
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying
from mingfa.example.remedies import Challenged

Asks = Callable[[int], Ask]


def lines(ask_as: Asks, person: int) -> dict[str, Task]:
    """Return the lines of a person, by their acts."""
    return {task.act: task for task in day(ask_as(person)).tasks if task.act}


def test_after_the_examination_the_heads_decide_and_nobody_holds_a_hearing(
    ask_as: Asks, stage: Stage, cast: Cast
) -> None:
    applying = Applying(stage, cast, list_permit(stage, cast)).to_concluded()
    assert applying.state == "concluded"
    for head in (cast.head, *cast.deputies):
        assert set(lines(ask_as, head)) == {"permit.decide"}
    everybody = [cast.review_head, *cast.reviewers, cast.window, *cast.officers[0]]
    assert all(not lines(ask_as, person) for person in everybody)


def test_a_late_application_is_late_on_the_list_of_whoever_decides(
    ask_as: Asks, stage: Stage, cast: Cast
) -> None:
    Applying(stage, cast, list_permit(stage, cast)).to_concluded()
    stage.now += timedelta(days=40)
    line = lines(ask_as, cast.head)["permit.decide"]
    assert line.left is not None and line.left < 0 and line.tag.startswith("超期") and line.tone == "r"


def test_a_fine_is_told_with_its_own_term(ask_as: Asks, play: Play, cast: Cast) -> None:
    decision = play.to_decided().index
    play.later(hours=1)
    assert "决定书送达期限" in lines(ask_as, play.team[0])["service.serve"].note
    play.serve(decision)
    line = lines(ask_as, play.team[0])["execution.pay"]
    assert "缴纳罚款期限15日" in line.note and (line.left or 0) >= 15
    published = lines(ask_as, cast.publicity)["disclosure.collect"]
    assert published.left is not None and published.left <= 7, (
        "the publication has its own, and its own people"
    )


def test_the_party_has_its_time_first(ask_as: Asks, play: Play) -> None:
    play.to_concluded()
    play.serve(play.notify().index)
    line = lines(ask_as, play.team[0])["review.request"]
    assert line.from_on is not None and line.tag == f"{line.from_on.month}月{line.from_on.day}日起"
    assert line.left is None and not line.due
    play.stage.now += timedelta(days=(line.from_on - play.stage.now.date()).days)
    line = lines(ask_as, play.team[0])["review.request"]
    assert line.from_on is None and "办案期限90日" in line.note


@pytest.mark.rule("REM-01")
def test_what_is_asked_in_a_remedy_waits_for_the_handler_then_for_the_head(
    ask_as: Asks, stage: Stage, cast: Cast
) -> None:
    play = Challenged(stage, cast).decided()
    play.accept()
    assert lines(ask_as, play.team[0])["remedy.list_evidence"].left == 10
    assert "remedy.answer" not in lines(ask_as, cast.head)
    play.list_evidence()
    assert "remedy.list_evidence" not in lines(ask_as, play.team[0])
    answer = lines(ask_as, cast.head)["remedy.answer"]
    assert "行政复议答复期限10个工作日" in answer.note and answer.left is not None and answer.left < 10


def test_what_is_due_beside_the_way_stands_before_what_waits_for_longest(
    ask_as: Asks, stage: Stage, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Play(stage, cast)
    old.register()
    play = Challenged(stage, cast).decided()
    play.accept()
    monkeypatch.setattr(matters, "SHOWN", 1)
    found = day(ask_as(play.team[0]))
    assert "remedy.list_evidence" in {task.act for task in found.tasks}
    assert found.waiting > len(found.tasks), "the page says how many more there are"


@pytest.mark.rule("PERM-10")
def test_a_hearing_goes_from_the_convener_to_the_chair(ask_as: Asks, stage: Stage, cast: Cast) -> None:
    play = Applying(stage, cast, list_permit(stage, cast)).to_accepted()
    play.tell("applicant")
    told = play.tell("interested")
    play.hear(concerned=told.index, hearing_requested=True)
    asked = lines(ask_as, cast.review_head)["hearing.schedule"]
    assert "听证" in asked.note and asked.left == 20
    appoint(play, invite=False)
    assert set(lines(ask_as, cast.review_head)) == {"permit.invite"}
    invited = play.act("permit.invite", cast.review_head, concerned=told.index)
    play.hand_over(invited.index)
    chair = lines(ask_as, cast.reviewers[2])["hearing.hold"]
    assert chair.from_on is not None and "听证定于" in chair.note
    assert not lines(ask_as, cast.review_head) and not lines(ask_as, cast.reviewers[1])


@pytest.mark.rule("INSP-07")
def test_plans_and_draws_wait_for_whoever_approves_freezes_and_draws(
    ask_as: Asks, stage: Stage, cast: Cast
) -> None:
    round_ = Round(stage, cast)
    round_.list_item()
    round_.register()
    plan = round_.draft_plan(share=50).index
    assert lines(ask_as, cast.deputies[0])["plan.approve"].href == f"/acts/plan.approve/?plan={plan}"
    assert "plan.approve" not in lines(ask_as, round_.leader)
    round_.plan = plan
    round_.apart("plan.approve", cast.head, plan=plan, opinion="同意。")
    assert "plan.approve" not in lines(ask_as, cast.deputies[0])
    assert "draw.freeze" in lines(ask_as, round_.leader)
    round_.freeze()
    ahead = lines(ask_as, round_.leader)
    assert "draw.freeze" not in ahead and ahead["draw.draw"].from_on == stage.now.date() + timedelta(days=1)
    stage.now += timedelta(days=1)
    assert lines(ask_as, round_.leader)["draw.draw"].from_on is None
    assert "draw.draw" not in lines(ask_as, cast.leaders[1]), "the unit of the plan draws"


@pytest.mark.rule("NOTI-07")
def test_a_correction_is_checked_after_its_day(ask_as: Asks, stage: Stage, cast: Cast) -> None:
    round_ = Round(stage, cast).to_correcting()
    officer = round_.team[0]
    ahead = lines(ask_as, officer)["inspection.recheck"]
    assert ahead.from_on is not None and "改正期限" in ahead.note
    stage.now += timedelta(days=(ahead.from_on - stage.now.date()).days)
    line = lines(ask_as, officer)["inspection.recheck"]
    assert line.from_on is None and line.left == -1 and line.tag.startswith("超期")


def test_nobody_is_asked_to_approve_his_own_work(ask_as: Asks, play: Play, cast: Cast, stage: Stage) -> None:
    """Every other deputy sees it; a handler who holds that post as well does not."""
    appoint_leading(stage, cast, play.team[0], "deputy", stage.now.date().isoformat())
    play.register()
    play.keep()
    play.verify()
    play.propose()
    assert "case.file" in lines(ask_as, cast.deputies[0])
    assert "case.file" not in lines(ask_as, play.team[0])
