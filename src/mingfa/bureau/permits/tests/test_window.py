"""At the window: receipt, one supplement notice, acceptance by silence, rejection on its grounds."""

from datetime import date, timedelta

import pytest

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.lib.tests.doing import do_all
from mingfa.bureau.permits import follow, reads
from mingfa.example.asking import misread, refused
from mingfa.example.codes import credit_code
from mingfa.example.permit_item import ITEM, list_permit
from mingfa.example.permits import APPLICANT, Applying


@pytest.mark.rule("PERM-02", "PERM-04")
@pytest.mark.clause("1.3.e")
def test_a_receipt_says_what_came_in_and_until_when_gaps_are_told(play):
    play.receive(materials=[1, 2])
    told = facts_of_paper(play.permit)
    assert told["materials"] == ["申请书（原件1份）", "申请人身份证明（营业执照复印件1份，核对原件）"]
    assert told["lacking"] == ["占用范围平面图"]
    assert (told["received_on"], told["tell_by"]) == ("2026-09-07", "2026-09-14")
    assert (play.state, play.view.number[-2:]) == ("received", "1号")


@pytest.mark.rule("PERM-01")
def test_what_has_no_listed_guide_cannot_be_applied_for(stage, cast):
    draft = stage.act("item.draft_permit", cast.reviewers[1], **_draft(cast))
    play = Applying(stage, cast, draft.index)
    assert refused(play.receive) == {"the_item_is_listed_with_its_guide": "PERM-01"}
    penalty = Applying(stage, cast, cast.items["店外经营"])
    assert refused(penalty.receive) == {"the_item_is_listed_with_its_guide": "PERM-01"}


def _draft(cast):
    return {**ITEM, "code": "650104-XK-9", "office": cast.units["市容中队"]}


@pytest.mark.rule("PERM-03", "TIME-03")
def test_gaps_are_told_once_and_all_at_once(play):
    play.receive(materials=[1])
    assert refused(play.supplement) == {"it_names_everything_at_once": "PERM-03"}
    assert refused(play.accept) == {"the_materials_are_complete": "PERM-02"}
    done = play.supplement(missing=[2, 3], defects=["申请书未盖章"])
    assert facts_of_paper(done.index)["wanted"][-1] == "申请书未盖章"
    assert play.state == "supplementing"
    play.hand_in(materials=[2, 3])
    play.accept()
    assert (play.state, play.view.accepted_on) == ("accepted", date(2026, 9, 7))


@pytest.mark.rule("PERM-03")
def test_a_second_notice_is_never_sent(play):
    """After the notice the table has no way back to it, and the gate says so by itself."""
    play.receive(materials=[1, 2])
    play.supplement()
    found = refused(play.supplement)
    assert "it_is_the_first_supplement_notice" in found
    assert "the_step_is_open" in found


@pytest.mark.rule("PERM-03", "TIME-03")
def test_silence_for_five_working_days_accepts_from_the_day_of_receipt(play):
    play.receive(materials=[1])
    play.stage.now += timedelta(days=7)  # Monday the 14th, the fifth working day
    assert do_all(follow.silent_applications(play.stage.now)) == []
    play.stage.now += timedelta(days=1)
    assert refused(play.supplement, missing=[2, 3]) == {"the_five_days_have_not_passed": "PERM-03"}
    (done,) = do_all(follow.silent_applications(play.stage.now))
    assert done.act == "permit.deem_accepted"
    assert (play.state, play.view.accepted_on) == ("accepted", date(2026, 9, 7))
    assert "自收到申请材料之日起即为受理" in facts_of_paper(done.index)["why"]
    assert do_all(follow.silent_applications(play.stage.now)) == []


@pytest.mark.rule("PERM-03")
def test_what_the_law_accepted_is_not_rejected(play):
    play.receive(materials=[1])
    play.stage.now += timedelta(days=8)
    found = refused(play.reject, ground="not_competent", why="不属本机关职权。", refer_to="示例局")
    assert found["it_was_not_accepted_by_silence"] == "PERM-03"


@pytest.mark.rule("PERM-02", "PERM-04")
def test_a_rejection_has_its_ground_reasons_and_remedies(play):
    play.receive()
    found = refused(play.reject, ground="not_competent", why="属于道路挖掘。")
    assert found == {"the_competent_office_is_named": "PERM-02"}
    done = play.reject(ground="not_competent", why="属于道路挖掘。", refer_to="示例市住建局")
    told = facts_of_paper(done.index)
    assert told["basis"] == "《中华人民共和国行政许可法》第三十二条第一款第二项"
    assert told["reconsideration_to"] and told["court"] and told["refer_to"] == "示例市住建局"
    assert play.state == "rejected"


@pytest.mark.rule("PERM-02")
def test_incomplete_is_no_ground_before_the_gaps_were_told(play):
    play.receive(materials=[1])
    found = refused(play.reject, ground="incomplete", why="材料不全。")
    assert found == {"what_is_missing_was_told_before": "PERM-02"}


@pytest.mark.rule("PERM-02")
def test_an_error_is_corrected_on_the_spot(play):
    play.receive()
    assert refused(play.act, "permit.correct", play.clerk, words="更正面积。") == {
        "the_applicant_confirmed_the_correction": "PERM-02"
    }
    play.act("permit.correct", play.clerk, words="更正面积。", confirmed=True)
    assert play.state == "received"


@pytest.mark.rule("PERM-15")
def test_who_lied_in_a_matter_of_safety_waits_a_year(stage, cast):
    item = list_permit(stage, cast, safety=True, code="650104-XK-0002")
    play = Applying(stage, cast, item)
    play.receive()
    play.reject(ground="false", why="提供虚假平面图。")
    assert refused(play.receive) == {"the_applicant_is_not_barred": "PERM-15"}
    (bar,) = reads.bars(APPLICANT["name"], "650104-XK-0002")
    assert bar.until == date(2027, 9, 7)
    play.receive(applicant={**APPLICANT, "code": credit_code(1, unit=True)})
    assert play.state == "received"


@pytest.mark.rule("PERM-15")
def test_elsewhere_nobody_is_barred(play):
    play.receive()
    play.reject(ground="false", why="提供虚假平面图。")
    play.receive()
    assert play.state == "received"


def test_only_the_window_takes_applications(play, cast):
    with pytest.raises(NotYours):
        play.stage.act(
            "permit.receive",
            cast.officers[0][1],
            item=play.item,
            kind="new",
            applicant=APPLICANT,
            request="占用。",
        )


@pytest.mark.rule("PERM-01")
def test_nothing_beyond_the_list_is_asked(play):
    assert refused(play.receive, materials=[1, 2, 3, 5]) == {"only_what_the_guide_lists_is_taken": "PERM-01"}
    assert "materials.0" in misread(play.receive, materials=["一份材料"])
