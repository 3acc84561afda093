"""Examining and deciding: two staff, those concerned, time that does not count, reasons, the licence."""

from datetime import date, timedelta

import pytest

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads
from mingfa.bureau.permits.facts import decision_term
from mingfa.example.asking import refused
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying


def last_day(play):
    return decision_term(play.view, reads.standing(play.view), people.calendar()).end


@pytest.mark.rule("PERM-08", "PERM-12", "PERM-13")
@pytest.mark.clause("1.3.e", "1.4.a")
def test_from_the_window_to_the_licence(play):
    play.to_licensed()
    licence = reads.licence_of(play.permit)
    assert (play.state, licence.state, licence.number[-2:]) == ("licensed", "valid", "1号")
    assert (licence.from_on, licence.to_on) == (date(2026, 9, 8), date(2026, 12, 7))


@pytest.mark.rule("QUAL-03")
def test_two_staff_examine_and_check(play):
    play.receive()
    play.accept()
    assert refused(play.assign, staff=play.team[:1]) == {"two_staff_examine_it": "QUAL-03"}
    assert refused(play.assign, staff=[play.team[0], play.team[0]]) == {"two_staff_examine_it": "QUAL-03"}
    play.assign()
    assert refused(play.conclude) == {"the_facts_were_checked_on_site": "QUAL-03"}
    assert refused(play.check, staff=play.team[:1]) == {"two_staff_examine_it": "QUAL-03"}
    play.check()
    play.conclude()
    assert play.state == "concluded"


@pytest.mark.rule("PERM-12")
def test_a_refusal_says_why_and_where_to_turn(play):
    play.to_accepted()
    play.check(fits=False)
    no = {"outcome": "refuse", "content": "", "from_on": None, "to_on": None}
    assert refused(play.conclude, **no) == {"a_refusal_gives_its_reasons": "PERM-12"}
    play.conclude(**no, why="占用范围包含消防通道，不符合“不妨碍消防”的条件。")
    done = play.decide()
    told = facts_of_paper(done.index)
    assert "消防通道" in told["reasons"]
    assert told["reconsideration_to"] and told["court"]
    assert (play.state, reads.decision(play.permit).outcome) == ("refused", "refuse")
    assert reads.licence_of(play.permit) is None


@pytest.mark.rule("PERM-08")
def test_what_is_granted_has_content_and_validity(play):
    play.to_accepted()
    play.check()
    for gap in ({"content": ""}, {"from_on": None}, {"to_on": None}, {"to_on": "2026-09-01"}):
        assert refused(play.conclude, **gap) == {"what_is_granted_has_content_and_validity": "PERM-08"}
    play.conclude()
    assert play.state == "concluded"


@pytest.mark.rule("PERM-05", "TIME-03")
def test_it_is_decided_in_twenty_working_days_or_says_why_not(play):
    play.to_concluded()
    assert last_day(play) == date(2026, 10, 10)
    play.stage.now = play.stage.now.replace(month=10, day=12)
    assert refused(play.decide) == {"it_is_decided_in_time": "PERM-05"}
    play.decide(reasons={"it_is_decided_in_time": "示例：系统故障。"})
    assert play.state == "granted"


@pytest.mark.rule("PERM-07")
def test_special_time_counts_out_only_once_served(play):
    play.to_accepted()
    first, last = play.today + timedelta(days=1), play.today + timedelta(days=8)
    given = {"kind": "expert_review", "what": "评审", "by": "示例专家组"}
    assert refused(
        play.act, "permit.set_apart", **given, from_on="2026-09-01", until_on=last.isoformat()
    ) == {"the_time_needed_is_told_beforehand": "PERM-07"}
    done = play.act("permit.set_apart", **given, from_on=first.isoformat(), until_on=last.isoformat())
    assert last_day(play) == date(2026, 10, 10)  # not served: it counts
    play.later(days=2)
    play.hand_over(done.index)  # Wednesday the 9th: from then on to the 15th it does not count
    assert last_day(play) == date(2026, 10, 16)


@pytest.mark.rule("PERM-05")
def test_an_extension_counts_only_once_its_reason_is_told(play):
    play.to_accepted()
    done = play.act("permit.extend", play.cast.deputies[0], reason="征求管线单位意见。")
    assert last_day(play) == date(2026, 10, 10)
    play.hand_over(done.index)
    assert last_day(play) == date(2026, 10, 23)
    assert refused(play.extend) == {"it_is_extended_once": "PERM-05"}


@pytest.mark.rule("PERM-05")
def test_what_has_run_out_is_not_extended(play):
    play.to_accepted()
    play.stage.now = play.stage.now.replace(month=10, day=12)
    assert refused(play.extend) == {"its_term_still_runs": "PERM-05"}


@pytest.mark.rule("PERM-06")
def test_jointly_handled_the_government_extends(stage, cast):
    play = Applying(stage, cast, list_permit(stage, cast, joint=True, days=45))
    play.to_accepted()
    assert refused(play.extend) == {"a_joint_term_is_extended_by_the_government": "PERM-06"}
    play.extend(approval="示例政批〔2026〕1号")
    assert play.view.extended_by == 15


@pytest.mark.rule("LR-07")
def test_nobody_decides_what_he_examined(play, cast):
    play.receive()
    play.accept()
    play.assign(staff=[*play.team, cast.deputies[0]])
    play.check(staff=play.team)
    play.conclude()
    found = refused(play.act, "permit.decide", cast.deputies[0], agreed=True, opinion="同意。")
    assert found == {"nobody_decides_his_own_work": "LR-07"}


def test_only_those_it_was_assigned_to_examine(play, cast):
    play.to_accepted()
    with pytest.raises(NotYours):
        play.act("permit.conclude", cast.officers[0][3], **play.proposal())


@pytest.mark.rule("PERM-09")
def test_what_third_parties_said_is_weighed(play):
    play.to_accepted()
    play.check()
    assert refused(play.tell, name="") == {"whoever_is_told_is_named": "PERM-09"}
    told = play.tell(hearing=False)
    notice = facts_of_paper(told.index)
    assert notice["party"]["name"] == "示例路东侧示例商铺"
    play.hear(concerned=told.index)
    assert refused(play.conclude, weighed="") == {"what_was_said_is_weighed": "PERM-09"}
    assert refused(play.hear, concerned=10**9) == {"it_was_said_by_somebody_concerned": "PERM-09"}
    play.conclude()
    assert play.state == "concluded"


@pytest.mark.rule("PERM-12")
def test_of_a_limited_number_who_was_accepted_first_is_decided_first(stage, cast):
    """两个申请人都符合条件的，按受理的先后作出决定（行政许可法 57）。"""
    item = list_permit(stage, cast, limited=True, quantity="本年度20个", on_site=False)
    first, second = Applying(stage, cast, item), Applying(stage, cast, item)
    for play in (first, second):
        play.to_accepted()
        play.conclude()
    early = "who_was_accepted_first_is_decided_first"
    assert refused(second.decide) == {early: "PERM-12"}
    first.decide()
    second.decide()
    assert (first.state, second.state) == ("granted", "granted")
