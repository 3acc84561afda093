"""Preserving evidence (处罚法 56): the head first, two officers, a list, seven working days."""

import pytest

from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.example.asking import refused


@pytest.mark.rule("EVID-04")
@pytest.mark.clause("2.1.a", "2.2.b")
def test_what_is_preserved_is_on_a_list_with_its_day(play):
    done = play.preserve()
    (kept,) = play.held.preservations
    assert (kept.id, kept.taken_on.isoformat(), kept.how) == (done.index, "2026-09-07", "")
    assert kept.things[0]["name"] == "移动烧烤炉"
    paper = value(leaf(done.index).entry, "paper")
    assert paper["document_no"] == kept.number
    assert (paper["until"], paper["keeping"]) == ("2026-09-16", "异地保存")
    assert play.held.preserved == (kept,)
    assert play.held.approvals[0].used


@pytest.mark.rule("EVID-04", "QUAL-01", "QUAL-05", "QUAL-06", "EVID-03", "AV-03")
@branching(
    ("given", "rules"),
    [
        pytest.param({"certificate_shown": False}, {"QUAL-05"}, id="没有出示证件"),
        pytest.param({"handed_over": False}, {"EVID-03"}, id="没有交付通知书和清单"),
        pytest.param({"signed": "refused"}, {"EVID-03"}, id="拒签没有说明"),
        pytest.param({"signed": "absent", "refusal": "不在场"}, {"EVID-03"}, id="不在场没有见证人"),
        pytest.param({"approval": 999999}, {"EVID-04"}, id="没有批准"),
        pytest.param({"media": []}, {"AV-03"}, id="没有音像记录也没有理由"),
    ],
)
def test_what_is_refused(play, given, rules):
    assert set(refused(play.preserve, **given).values()) == rules


def test_a_refusal_to_sign_and_an_absence_are_written_down(play):
    assert play.preserve(signed="refused", refusal="当事人拒绝签名。").index
    absent = {"signed": "absent", "refusal": "当事人离开。", "witness": "示例社区赵某"}
    assert play.preserve(handed_over=False, **absent).index


@pytest.mark.rule("QUAL-01", "QUAL-06", "QUAL-04")
def test_two_officers_preserve(play):
    one = refused(play.preserve, officers=play.team[:1])
    assert one == {"two_certified_officers_preserved_it": "QUAL-01"}


@pytest.mark.rule("EVID-04")
def test_one_approval_is_one_preservation(play):
    approval = play.let_preserve()
    play.preserve(approval=approval)
    assert refused(play.preserve, approval=approval) == {"the_head_approved_the_preservation": "EVID-04"}
    other = play.approve()
    assert refused(play.preserve, approval=other) == {"the_head_approved_the_preservation": "EVID-04"}


@pytest.mark.rule("QUAL-08")
def test_officers_do_not_approve(play):
    with pytest.raises(NotYours):
        asked = play.ask_to_preserve().index
        play.act("preservation.approve", approval=asked, approved=True, opinion="同意")


# 2026-09-07（周一）登记保存。七个工作日：9月16日届满（9月12、13日为周末）。
@pytest.mark.rule("EVID-04")
@branching(
    ("days", "how", "passes"),
    [
        pytest.param(0, "copied", True, id="当日"),
        pytest.param(9, "measured", True, id="第7个工作日"),
        pytest.param(10, "measured", False, id="第8个工作日，不得转为扣押"),
        pytest.param(10, "appraised", False, id="第8个工作日，不得送检"),
        pytest.param(10, "lifted", True, id="第8个工作日，只能解除"),
    ],
)
def test_seven_working_days(play, days, how, passes):
    play.preserve()
    play.after(days=days)
    if passes:
        play.end_preservation(how=how)
        assert play.held.preservations[0].how == how
        assert play.held.preserved == ()
    else:
        assert refused(play.end_preservation, how=how) == {"a_lapsed_preservation_is_only_lifted": "EVID-04"}


@pytest.mark.rule("EVID-04")
def test_it_is_decided_once(play):
    play.preserve()
    play.end_preservation()
    assert refused(play.end_preservation) == {"the_preservation_is_open": "EVID-04"}


@pytest.mark.rule("EVID-04")
def test_a_list_has_a_row(play):
    with pytest.raises(InvalidInputs):
        play.preserve(things=[])
