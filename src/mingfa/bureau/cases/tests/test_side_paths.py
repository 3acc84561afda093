"""Off the straight way: longer, not filed, joined, stopped, to another agency, to the police."""

from datetime import timedelta

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.example.asking import refused
from mingfa.example.cases import Play


def day(play, ahead=0):
    return (play.stage.now.astimezone(CHINA).date() + timedelta(days=ahead)).isoformat()


def head(play, name, **given):
    return play.act(name, play.cast.deputies[0], **given)


def state(play):
    return reads.case(play.case).state


# --- the clue


@pytest.mark.rule("FILE-01")
def test_a_clue_is_given_ten_days_more_once(clue):
    head(clue, "clue.extend", reason="需要调取房屋登记资料。")
    again = refused(head, clue, "clue.extend", reason="再延长。")
    assert again == {"the_clue_was_not_given_longer_yet": "FILE-01"}
    clue.later(days=25)
    clue.verify()
    assert state(clue) == "verified"


@pytest.mark.rule("FILE-01")
def test_a_term_that_is_over_is_not_made_longer(clue):
    clue.later(days=40)
    answer = refused(head, clue, "clue.extend", reason="来不及。")
    assert answer == {"the_clue_is_given_longer_in_its_time": "FILE-01"}


@pytest.mark.rule("FILE-03")
def test_not_filing_is_the_heads_word_and_the_complainant_is_told(stage, cast):
    play = Play(stage, cast)
    play.register(source="complaint")
    play.verify(result="not_worth_filing", words="经核查，没有占用公共场地。")
    assert state(play) == "unfiled"
    done = head(play, "case.refuse_filing", agreed=True, opinion="同意不予立案。")
    said = facts_of_paper(done.index)
    assert (said["reason"], said["source"]) == ("经核查，没有占用公共场地。", "投诉举报")
    answer = {"told_on": day(play), "how": "phone", "words": "已告知不予立案及理由。"}
    early = refused(play.act, "complainant.tell", **answer | {"told_on": day(play, -1)})
    assert early == {"they_were_told_after_it_was_decided": "AV-01"}
    play.act("complainant.tell", **answer)
    assert state(play) == "dropped"


@pytest.mark.rule("FILE-03")
def test_a_clue_sent_back_is_verified_further_and_nobody_else_is_told(clue):
    clue.verify(result="not_worth_filing")
    bare = refused(head, clue, "case.refuse_filing", agreed=False, opinion="不")
    assert bare == {"sending_a_clue_back_says_what_is_missing": "FILE-03"}
    head(clue, "case.refuse_filing", agreed=False, opinion="补充现场照片后再报。")
    assert state(clue) == "clue"
    clue.verify(result="not_worth_filing")
    head(clue, "case.refuse_filing", agreed=True, opinion="同意不予立案。")
    told = {"told_on": day(clue), "how": "phone", "words": "告知。"}
    assert refused(clue.act, "complainant.tell", **told) == {"somebody_complained": "FILE-03"}


@pytest.mark.rule("FILE-05")
def test_a_clue_of_the_same_act_goes_into_the_case_that_runs(filed):
    twin = Play(filed.stage, filed.cast)
    twin.register()
    answer = refused(twin.act, "case.merge", into=twin.case, reason="自身")
    assert answer == {"the_other_case_is_about_the_same_item": "FILE-05"}
    twin.act("case.merge", into=filed.case, reason="同一当事人同一违法行为。")
    assert (state(twin), state(filed)) == ("merged", "filed")
    third = Play(filed.stage, filed.cast)
    third.register()
    assert refused(third.act, "case.merge", into=twin.case, reason="已并案的案件")


# --- jurisdiction and standing still


REFERRAL = {
    "to": "示例市示例区城市管理局",
    "ground": "place",
    "facts": "违法行为发生地在贵区。",
    "materials": ["案件来源登记表"],
}


@pytest.mark.rule("JUR-01", "JUR-03")
def test_a_case_goes_to_the_agency_that_has_jurisdiction(clue):
    done = head(clue, "case.refer", **REFERRAL)
    assert facts_of_paper(done.index)["basis"] == "《中华人民共和国行政处罚法》第二十二条"
    receipt = {"accepted": True, "received_on": day(clue), "signed_by": "收件人某"}
    clue.act("referral.reply", **receipt)
    assert state(clue) == "referred"
    again = {**receipt, "accepted": False, "words": "经研究，不予接收。"}
    for answer in (receipt, again):
        assert refused(clue.act, "referral.reply", **answer) == {"the_case_was_not_taken_over_yet": "JUR-03"}


@pytest.mark.rule("JUR-03")
def test_what_the_other_agency_does_not_take_comes_back_to_where_it_was(filed):
    why = refused(head, filed, "case.refer", **REFERRAL)
    assert why == {"who_filed_first_keeps_the_case": "JUR-03"}
    reasons = {"who_filed_first_keeps_the_case": "经勘查，违法行为发生地不在本辖区。"}
    head(filed, "case.refer", **REFERRAL, reasons=reasons)
    answer = {"accepted": False, "received_on": day(filed), "signed_by": "收件人某"}
    assert refused(filed.act, "referral.reply", **answer) == {"a_refused_referral_has_its_reason": "JUR-03"}
    filed.act("referral.reply", **answer, words="认为应由贵局管辖。")
    assert state(filed) == "filed"


@pytest.mark.rule("JUR-04", "JUR-03")
def test_a_dispute_is_talked_over_and_designated(filed):
    filed.later(days=1)
    talk = {
        "other": "示例区城市管理局",
        "arose_on": day(filed, -1),
        "talked_on": day(filed),
        "record": "双方意见不一致。",
        "result": "unsettled",
    }
    filed.act("jurisdiction.negotiate", **talk)
    letter = {"superior": "示例市城市管理局", "document": "示市管辖〔2026〕1号", "designated_on": day(filed)}
    bare = refused(filed.act, "jurisdiction.designate", **letter, result="theirs")
    assert bare == {"a_designation_names_whom_and_when": "JUR-03"}
    filed.act("jurisdiction.designate", **letter, result="ours")
    assert state(filed) == "filed"


@pytest.mark.rule("DEC-02")
def test_an_investigation_stops_only_on_a_provision(filed):
    why = {"ground": "other_case", "reason": "须等待另案判决。"}
    bare = refused(head, filed, "case.suspend", **why, basis="工作需要")
    assert bare == {"stopping_names_its_basis": "DEC-02"}
    head(filed, "case.suspend", **why, basis="示例规章第三十条")
    assert "the_step_is_open" in refused(filed.conclude)
    filed.later(days=3)
    head(filed, "case.resume", reason="另案判决已经生效。")
    assert state(filed) == "filed"


# --- a suspected crime


REPORT = {"crime": "污染环境罪", "facts": "倾倒的渣土中混有危险废物。", "goods": "车辆一辆"}


@pytest.fixture
def reported(filed):
    filed.act("crime.report", team=filed.team, **REPORT)
    return filed


def approve(play, **over):
    return play.act("crime.decide", play.cast.head, **{"approved": True, "opinion": "批准移送。"} | over)


def hand_over(play, **over):
    given = {
        "police": "示例市公安局高新区分局",
        "handed_at": play.stage.now.isoformat(),
        "facts": "渣土中混有危险废物三吨以上。",
        "goods": ["渣土运输车一辆"],
    }
    return play.act("crime.hand_over", **given | over)


@pytest.mark.rule("FILE-06")
def test_two_report_and_only_the_head_decides(filed):
    alone = refused(filed.act, "crime.report", team=filed.team[:1], **REPORT)
    assert alone == {"a_team_of_two_reports": "FILE-06"}
    filed.act("crime.report", team=filed.team, **REPORT)
    with pytest.raises(NotYours):
        filed.act("crime.decide", filed.cast.deputies[0], approved=True, opinion="批准。")
    bare = refused(approve, filed, approved=False, opinion="不批准")
    assert bare == {"a_refusal_to_hand_over_has_its_reason": "FILE-06"}
    approve(filed, approved=False, opinion="经核实危险废物不足三吨，不构成犯罪。")
    assert state(filed) == "filed"


@pytest.mark.rule("FILE-06")
def test_it_is_handed_over_with_what_belongs_to_it(reported):
    approve(reported)
    reported.later(hours=1)
    bare = refused(hand_over, reported, goods=[])
    assert bare == {"everything_goes_along": "FILE-06"}
    said = facts_of_paper(hand_over(reported).index)
    assert said["crime"] == "污染环境罪"
    assert [one["name"] for one in said["attachments"]] == [
        "涉嫌犯罪案件情况的调查报告：一份",
        "涉案物品：渣土运输车一辆",
    ]
    answer = {"filed": True, "document": "示公立〔2026〕1号", "received_on": day(reported)}
    reported.act("crime.reply", **answer)
    assert state(reported) == "transferred"


@pytest.mark.rule("FILE-06")
def test_late_is_late(reported):
    reported.later(days=5)
    assert refused(approve, reported) == {"the_head_decides_within_three_days": "FILE-06"}
    approve(reported, reasons={"the_head_decides_within_three_days": "出差。"})
    reported.later(days=2)
    assert refused(hand_over, reported) == {"it_was_handed_over_within_a_day": "FILE-06"}


@pytest.mark.rule("FILE-06")
def test_what_the_police_do_not_take_goes_on_here(reported):
    approve(reported)
    hand_over(reported)
    answer = {"filed": False, "document": "示公不立〔2026〕1号", "received_on": day(reported)}
    bare = refused(reported.act, "crime.reply", **answer)
    assert bare == {"what_the_police_refused_goes_on_here": "FILE-06"}
    reported.act("crime.reply", **answer, words="情节显著轻微，不需要追究刑事责任，依法继续处罚。")
    reported.later(days=1)
    reported.inspect()
    reported.order()
    reported.conclude()
    assert state(reported) == "concluded"
