"""Appointing, postponing, holding a hearing and reporting on it. Cases from law, as tables."""

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.hearings import reads
from mingfa.bureau.hearings.models import Hearing
from mingfa.bureau.hearings.tests.asking import (
    ON_THE_DAY,
    appointed,
    appointment,
    asked,
    held,
    hold,
    proceedings,
    report,
    schedule,
    stay_away,
    take_back,
)
from mingfa.bureau.ledger.reader import Altered, leaf, value
from mingfa.bureau.records import reads as records
from mingfa.bureau.service.tests.making import PERSON, VIDEO, by_hand, noticed

pytestmark = pytest.mark.long

CONVENE = "hearing.schedule"


@pytest.fixture
def play(stage, cast):
    return asked(stage, cast)


@pytest.fixture
def ready(stage, cast):
    return appointed(stage, cast)


def facts_of_paper(play, kind):
    return value(leaf(play.paper(kind)).entry, "paper")


def the_hearing(play):
    (found,) = reads.hearings(play.case)
    return found


# --- appointing ------------------------------------------------------------------------------------------


@pytest.mark.rule("HEAR-04", "HEAR-05", "HEAR-06", "HEAR-07", "HEAR-09")
@pytest.mark.clause("2.1.a")
def test_the_notice_says_when_where_before_whom_and_which_rights(play):
    schedule(play)
    told = facts_of_paper(play, "hearing_notice")
    assert told["starts_at"] == "2026-09-21T09:30:00+08:00"
    assert (told["venue"], told["manner"]) == ("本局听证室", "公开举行")
    assert (told["chair"], told["hearers"], told["recorder"]) == (
        "示例审核员甲",
        ["示例法制主任"],
        "示例审核员乙",
    )
    assert told["told_number"] == reads.notices(play.case)[0].number
    assert not [name for name in told if "fee" in name or "费" in str(told[name])]


# 通知之日、听证之日、是否来得及（七个工作日须完整地留在两日之间；9月20日周日补班）
LEADS = [
    ("2026-09-10", "2026-09-21", True, "9月20日补班计入，恰好留足七个工作日"),
    ("2026-09-10", "2026-09-20", False, "少一个工作日"),
    ("2026-09-11", "2026-09-21", False, "迟一日通知"),
    ("2026-09-11", "2026-09-22", True, "顺延一日"),
    ("2026-09-22", "2026-10-10", True, "跨中秋、国庆：9月23日至30日五日，10月8日、9日"),
    ("2026-09-23", "2026-10-10", False, "跨中秋、国庆，迟一日"),
    ("2026-09-23", "2026-10-12", True, "10月10日周六补班计入"),
    ("2026-09-24", "2026-10-12", False, "10月10日补班计入，迟一日"),
]


@pytest.mark.rule("HEAR-04", "TIME-06")
@branching(("told", "on", "in_time"), [r[:3] for r in LEADS], ids=[r[3] for r in LEADS])
def test_a_hearing_is_appointed_seven_working_days_ahead(play, told, on, in_time):
    play.go(told)
    given = appointment(play, starts_at=f"{on}T09:30:00+08:00")
    if in_time:
        play.act(CONVENE, play.cast.review_head, **given)
        assert the_hearing(play).on.isoformat() == on
    else:
        found = play.refused(CONVENE, play.cast.review_head, **given)
        assert found == {"seven_working_days_are_left_to_tell": "HEAR-04"}


@pytest.mark.rule("HEAR-04", "TIME-06")
@branching(("told", "in_time"), [("2026-12-18", True), ("2026-12-21", False)])
def test_a_hearing_in_a_year_not_announced_is_told_by_the_earliest_of_the_possible_days(play, told, in_time):
    """Where 30 and 31 December may be off, seven working days before 7 January begin on the 21st."""
    play.go(told)
    given = appointment(play, starts_at="2027-01-07T09:30:00+08:00")
    if in_time:
        play.act(CONVENE, play.cast.review_head, **given)
        return
    with pytest.raises(Refused, match="放假安排尚未公布，暂按可能的最早之日"):
        play.act(CONVENE, play.cast.review_head, **given)


# 案例、改动、拒绝的理由和规则
APPOINTMENTS = [
    (
        "主持人是承办人",
        lambda p: {"chair": p.handlers[0]},
        {"nobody_who_investigated_conducts_it", "each_has_one_part_and_may_play_it"},
    ),
    ("听证员是承办人", lambda p: {"hearers": [p.handlers[1]]}, {"nobody_who_investigated_conducts_it"}),
    ("记录员是承办人", lambda p: {"recorder": p.handlers[1]}, {"nobody_who_investigated_conducts_it"}),
    ("主持人兼听证员", lambda p: {"hearers": [p.cast.reviewers[1]]}, {"each_has_one_part_and_may_play_it"}),
    ("主持人兼记录员", lambda p: {"recorder": p.cast.reviewers[1]}, {"each_has_one_part_and_may_play_it"}),
    (
        "主持人是其他中队的执法人员",
        lambda p: {"chair": p.cast.officers[1][1]},
        {"each_has_one_part_and_may_play_it"},
    ),
    ("主持人不存在", lambda p: {"chair": 10**9}, {"each_has_one_part_and_may_play_it"}),
    ("记录员不存在", lambda p: {"recorder": 10**9}, {"each_has_one_part_and_may_play_it"}),
    ("不公开没有理由", lambda p: {"closed_because": "privacy"}, {"it_is_public_unless_the_law_closes_it"}),
    (
        "公开却写了不公开的理由",
        lambda p: {"closed_note": "当事人不愿公开。"},
        {"it_is_public_unless_the_law_closes_it"},
    ),
    ("局长主持", lambda p: {"chair": p.cast.head}, set()),
    (
        "副局长主持，其他中队人员记录",
        lambda p: {"chair": p.cast.deputies[0], "recorder": p.cast.officers[1][1]},
        set(),
    ),
    ("没有听证员", lambda p: {"hearers": []}, set()),
    (
        "涉及个人隐私，不公开",
        lambda p: {"closed_because": "privacy", "closed_note": "涉及当事人病历。"},
        set(),
    ),
    (
        "涉及商业秘密，不公开",
        lambda p: {"closed_because": "trade_secret", "closed_note": "涉及进货渠道。"},
        set(),
    ),
]


@pytest.mark.rule("HEAR-05")
@branching(("changed", "codes"), [a[1:] for a in APPOINTMENTS], ids=[a[0] for a in APPOINTMENTS])
def test_who_conducts_it_and_whether_it_is_public(play, changed, codes):
    given = appointment(play, **changed(play))
    if codes:
        assert play.refused(CONVENE, play.cast.review_head, **given) == dict.fromkeys(codes, "HEAR-05")
    else:
        play.act(CONVENE, play.cast.review_head, **given)
        assert the_hearing(play).closed_because == (given.get("closed_because") or "")


@pytest.mark.rule("HEAR-05")
def test_another_ground_for_closing_it_is_not_known(play):
    with pytest.raises(InvalidInputs):
        schedule(play, closed_because="party_wishes", closed_note="当事人要求。")


@pytest.mark.rule("HEAR-01")
def test_nobody_is_heard_who_did_not_ask(stage, cast):
    play = noticed(stage, cast, PERSON, amount=600_000, deviation="情节特别严重")
    play.act("service.serve", **by_hand(play))
    play.go("2026-09-10")
    found = play.refused(CONVENE, cast.review_head, **appointment(play))
    assert found == {"a_hearing_is_to_be_held": "HEAR-01"}


@pytest.mark.rule("HEAR-04")
def test_a_hearing_is_appointed_once(play):
    schedule(play)
    found = play.refused(CONVENE, play.cast.review_head, **appointment(play))
    assert found == {"it_is_not_appointed_yet": "HEAR-04"}


@branching("who", ["handlers", "deputies", "reviewers"])
def test_only_the_legal_office_or_the_head_convenes(play, who):
    person = play.handlers[0] if who == "handlers" else getattr(play.cast, who)[1]
    with pytest.raises(NotYours):
        play.act(CONVENE, person, **appointment(play))


def test_the_head_may_convene_too(play):
    play.act(CONVENE, play.cast.head, **appointment(play))
    assert the_hearing(play).held is None


# --- postponing ------------------------------------------------------------------------------------------


@pytest.mark.rule("HEAR-04")
def test_a_postponed_hearing_is_told_anew(ready):
    play, before = ready, the_hearing(ready)
    given = appointment(play, starts_at="2026-10-12T09:30:00+08:00", chair=play.cast.reviewers[2])
    given |= {"recorder": play.cast.reviewers[1], "reason": "当事人住院，有正当理由。"}
    play.act("hearing.postpone", play.cast.review_head, **given)
    after = the_hearing(play)
    assert (after.id, after.on.isoformat(), after.chair) == (before.id, "2026-10-12", play.cast.reviewers[2])
    assert facts_of_paper(play, "hearing_postponement")["reason"] == "当事人住院，有正当理由。"
    play.go("2026-10-12", hour=12)
    found = play.refused("hearing.hold", play.cast.reviewers[2], **proceedings(play))
    assert found == {"its_notice_was_served_in_time": "HEAR-04"}


@pytest.mark.rule("HEAR-04")
def test_only_what_was_appointed_is_postponed(play):
    given = appointment(play, reason="主持人另有公务。")
    found = play.refused("hearing.postpone", play.cast.review_head, **given)
    assert found == {"it_was_appointed": "HEAR-04"}


# --- holding ---------------------------------------------------------------------------------------------


@pytest.mark.rule("HEAR-06", "HEAR-08")
@pytest.mark.clause("2.1.a", "2.2.b")
def test_the_record_says_who_came_and_what_both_sides_said(ready):
    hold(ready)
    said = facts_of_paper(ready, "hearing_record")
    assert said["presented"] == "当事人堆放物料，建议罚款六千元。"
    assert said["defence"] == "堆放时间很短，请求从轻处罚。"
    assert said["agents"] == [{"name": "何示例", "post": "律师"}]
    assert said["examined"] == [{"name": "现场照片", "opinion": "对真实性没有异议。"}]
    assert said["confirmation"] == "以上笔录已经核对，与听证情况相符。"
    found = the_hearing(ready)
    assert found.took_place and not found.is_over


# 送达听证通知书之日、举行之日（9月21日）能否举行
SERVED = [("2026-09-10", True), ("2026-09-11", False), ("2026-09-21", False), (None, False)]


@pytest.mark.rule("HEAR-04")
@branching(("day", "may_be_held"), SERVED)
def test_the_party_was_told_seven_working_days_before(play, day, may_be_held):
    schedule(play)
    if day:
        play.go(day, hour=11)
        play.act("service.serve", **by_hand(play, "hearing_notice"))
    play.go(ON_THE_DAY, hour=12)
    if may_be_held:
        hold(play)
        assert the_hearing(play).took_place
    else:
        found = play.refused("hearing.hold", play.cast.reviewers[1], **proceedings(play))
        assert found == {"its_notice_was_served_in_time": "HEAR-04"}


AGENTS, ANNOUNCED = "one_or_two_agents_come_with_authority", "it_was_held_when_it_was_announced"
HOURS = "the_hearing_ended_after_it_began"
LAWYER = {"name": "何示例", "relation": "律师", "authorised": True}
AWAY = {"attendance": "absent", "signed": None, "agents": [], "attendee": "", "media": []}
# 案例、改动、拒绝的理由、规则
PROCEEDINGS = [
    ("没有代理人", {"agents": []}, None, ""),
    ("两名代理人", {"agents": [LAWYER, LAWYER | {"name": "吕示例"}]}, None, ""),
    ("三名代理人", {"agents": [LAWYER] * 3}, AGENTS, "HEAR-06"),
    ("代理人没有委托书", {"agents": [LAWYER | {"authorised": False}]}, AGENTS, "HEAR-06"),
    ("只有代理人到场", {"attendee": ""}, None, ""),
    ("没有记明谁到场", {"attendee": "", "agents": []}, "an_absence_is_explained", "HEAR-07"),
    ("拒绝签名，主持人注明", {"signed": "refused", "refusal": "当事人认为处罚过重，拒绝签名。"}, None, ""),
    ("拒绝签名，没有注明", {"signed": "refused"}, "the_record_is_signed_or_the_chair_notes_why", "HEAR-08"),
    ("没有交当事人核对", {"signed": None}, "the_record_is_signed_or_the_chair_notes_why", "HEAR-08"),
    ("调查人员没有出席", {"investigators": []}, "both_sides_were_heard", "HEAR-08"),
    ("调查人员没有陈述", {"case_presented": ""}, "both_sides_were_heard", "HEAR-08"),
    ("当事人的申辩没有记载", {"defence": ""}, "both_sides_were_heard", "HEAR-08"),
    ("没有询问是否申请回避", {"rights_told": False}, "the_party_was_asked_for_objections", "HEAR-05"),
    ("申请回避，驳回并说明", {"recusal": "rejected", "recusal_note": "局长决定：没有利害关系。"}, None, ""),
    ("申请回避，没有说明", {"recusal": "rejected"}, "what_was_said_of_recusal_was_decided", "HEAR-05"),
    ("早于通知的时间", {"started_at": f"{ON_THE_DAY}T09:00:00+08:00"}, ANNOUNCED, "HEAR-04"),
    ("迟于通知的时间半小时", {"started_at": f"{ON_THE_DAY}T10:00:00+08:00"}, None, ""),
    ("前一日举行", {"started_at": "2026-09-20T09:30:00+08:00"}, ANNOUNCED, "HEAR-04"),
    ("结束早于开始", {"ended_at": f"{ON_THE_DAY}T09:30:00+08:00"}, HOURS, "AV-01"),
    ("结束晚于办理", {"ended_at": f"{ON_THE_DAY}T18:00:00+08:00"}, HOURS, "AV-01"),
    ("没有音像记录", {"media": []}, "the_hearing_was_recorded_in_sound_and_picture", "AV-03"),
    ("无正当理由缺席", AWAY | {"absence_note": "经通知未到场，没有说明理由。"}, None, ""),
    ("缺席没有说明", AWAY, "an_absence_is_explained", "HEAR-07"),
    ("中途退出", {"attendance": "left", "absence_note": "十时许未经许可退出。", "signed": None}, None, ""),
    ("中途退出没有说明", {"attendance": "left", "signed": None}, "an_absence_is_explained", "HEAR-07"),
]  # fmt: skip


@pytest.mark.rule("HEAR-04", "HEAR-05", "HEAR-06", "HEAR-07", "HEAR-08", "AV-01", "AV-03")
@pytest.mark.clause("2.2.b")
@branching(("changed", "code", "rule"), [c[1:] for c in PROCEEDINGS], ids=[c[0] for c in PROCEEDINGS])
def test_how_a_hearing_is_held(ready, changed, code, rule):
    given = proceedings(ready, **changed)
    if code:
        assert ready.refused("hearing.hold", ready.cast.reviewers[1], **given) == {code: rule}
    else:
        ready.act("hearing.hold", ready.cast.reviewers[1], **given)
        assert the_hearing(ready).attendance == given["attendance"]


@pytest.mark.rule("AV-03")
@pytest.mark.clause("2.2.b")
def test_without_a_recording_there_is_a_recorded_reason(ready):
    hold(ready, media=[], reasons={"the_hearing_was_recorded_in_sound_and_picture": "设备故障，笔录完整。"})
    assert the_hearing(ready).took_place


@pytest.mark.rule("HEAR-05")
def test_nobody_but_the_chair_holds_it(ready):
    for person in (ready.cast.review_head, ready.cast.head):
        with pytest.raises(NotYours, match="听证主持人"):
            ready.act("hearing.hold", person, **proceedings(ready))


@pytest.mark.rule("HEAR-05")
def test_a_hearer_who_investigated_since_bars_it(play):
    """Somebody named as recorder questions a witness afterwards: then others must be named."""
    recorder = play.cast.officers[0][3]
    schedule(play, recorder=recorder)
    play.act("service.serve", **by_hand(play, "hearing_notice"))
    play.act(
        "record.inspect",
        started_at="2026-09-10T09:00:00+08:00",
        ended_at="2026-09-10T09:30:00+08:00",
        place="示例路100号门前",
        officers=[play.handlers[0], recorder],
        certificate_shown=True,
        rights_told=True,
        findings="现场仍有物料。",
        signed="signed",
        media=[VIDEO],
    )
    play.go(ON_THE_DAY, hour=12)
    found = play.refused("hearing.hold", play.cast.reviewers[1], **proceedings(play))
    assert found == {"its_chair_did_not_investigate": "HEAR-05"}


@pytest.mark.rule("NOTI-06")
def test_it_is_about_what_was_told(ready):
    """After a new notice the hearing waits until that notice is served."""
    ready.conclude(amount=500_000, deviation="情节特别严重")
    ready.act("notice.issue", ready.cast.head)
    given = proceedings(ready, started_at=f"{ON_THE_DAY}T09:30:00+08:00")
    found = ready.refused("hearing.hold", ready.cast.reviewers[1], **given)
    assert found == {"it_is_about_what_was_told": "NOTI-06"}


@pytest.mark.rule("HEAR-01")
def test_a_hearing_taken_back_is_not_held(ready):
    take_back(ready)
    found = ready.refused("hearing.hold", ready.cast.reviewers[1], **proceedings(ready))
    assert found == {"a_hearing_is_to_be_held": "HEAR-01"}


# --- reporting -------------------------------------------------------------------------------------------


@pytest.mark.rule("HEAR-08")
def test_the_chair_reports_once(stage, cast):
    play = held(stage, cast)
    report(play, "change")
    found = the_hearing(play)
    assert (found.opinion, found.is_over) == ("change", True)
    assert facts_of_paper(play, "hearing_report")["record_number"] == found.record_number
    again = {"opinion": "uphold", "summary": "重复。", "words": "重复。"}
    assert play.refused("hearing.report", cast.reviewers[1], **again) == {"its_report_is_awaited": "HEAR-08"}


def test_where_the_chair_is_gone_the_head_of_the_legal_office_reports(stage, cast):
    play = held(stage, cast)
    words = {"opinion": "uphold", "summary": "听证依法举行。", "words": "理由不成立。"}
    with pytest.raises(NotYours):
        play.act("hearing.report", cast.reviewers[2], **words)
    play.act("hearing.report", cast.review_head, **words)
    assert the_hearing(play).is_over


# --- and after -------------------------------------------------------------------------------------------


def nothing(play):
    """Asked for and no more."""


def take_it_back(play):
    take_back(play)


def appoint(play):
    schedule(play)


def be_told(play):
    schedule(play)
    play.act("service.serve", **by_hand(play, "hearing_notice"))
    play.go(ON_THE_DAY, hour=12)


def be_heard(play):
    be_told(play)
    hold(play)


def be_reported_on(play):
    be_heard(play)
    report(play)


def not_come(play):
    be_told(play)
    stay_away(play)


# 经过、能否送交法制审核（不能的原因）
AFTERWARDS = [
    ("只提出了申请", nothing, "听证尚未举行"),
    ("已经定期", appoint, "听证通知于2026-09-21举行"),
    ("已经通知", be_told, "听证通知于2026-09-21举行"),
    ("已经举行，没有报告", be_heard, "尚未提交听证报告"),
    ("已经提交报告", be_reported_on, None),
    ("当事人缺席，听证终止", not_come, None),
    ("当事人撤回申请", take_it_back, None),
]
SUBMISSION = {"explanation": "事实清楚，证据充分，裁量适当，请予审核。"}


@pytest.mark.rule("HEAR-07", "HEAR-08", "LR-01")
@branching(("course", "reason"), [a[1:] for a in AFTERWARDS], ids=[a[0] for a in AFTERWARDS])
def test_the_case_goes_on_only_after_the_hearing(play, course, reason):
    course(play)
    play.go("2026-09-23")
    if reason is None:
        play.act("review.request", **SUBMISSION)
        assert cases.case(play.case).state == "in_review"
    else:
        with pytest.raises(Refused) as refused:
            play.act("review.request", **SUBMISSION)
        assert [(r.code, r.rule) for r in refused.value.refusals] == [
            ("a_requested_hearing_was_held", "HEAR-08")
        ]
        assert reason in str(refused.value)


@pytest.mark.rule("HEAR-08")
def test_a_hearing_asked_for_again_on_a_new_notice_is_held_again(stage, cast):
    play = held(stage, cast)
    report(play, "investigate")
    play.conclude(amount=700_000, deviation="补充调查后情节更重")
    reasons = {"nothing_is_heavier_because_the_party_spoke": "示例：新查明的事实。"}
    play.act("notice.issue", cast.head, reasons=reasons)
    play.act("service.serve", **by_hand(play))
    play.go("2026-09-22")
    again = {"made_on": "2026-09-22", "by": "张示例", "form": "written", "hearing_requested": True}
    play.act("statement.hear", **again)
    play.go("2026-11-02")
    with pytest.raises(Refused, match="听证尚未举行"):
        play.act("review.request", **SUBMISSION)
    schedule(play, starts_at="2026-11-20T09:30:00+08:00")
    assert len(reads.hearings(play.case)) == 2


@pytest.mark.clause("2.4.c")
def test_a_hearing_changed_behind_the_doorway_cannot_be_read(stage, cast):
    play = held(stage, cast)
    Hearing.objects.filter(matter=play.case).update(attendance="absent")
    with pytest.raises(Altered, match="听证"):
        reads.hearings(play.case)


@pytest.mark.rule("AV-06", "AV-07", "AV-08")
@pytest.mark.clause("2.2.b")
def test_of_the_recording_of_a_hearing_is_asked_what_is_asked_of_any_scene(ready):
    take = {
        "file": VIDEO,
        "started_at": f"{ready.today}T09:30:00+08:00",
        "ended_at": f"{ready.today}T11:00:00+08:00",
    }
    with pytest.raises(Refused) as caught:
        hold(ready, media=[], recordings=[take])
    assert {r.rule for r in caught.value.refusals} == {"AV-06", "AV-08"}
    hold(ready, media=[], recordings=[{**take, "told": True}], content=["people", "rights"])
    (scene,) = records.recorded(ready.case).scenes
    assert [t.name for t in scene.takes] == [VIDEO["name"]] and not scene.required
