"""Serving a paper: each lawful way with the day it counts from, and each fault with its rule."""

from dataclasses import replace
from datetime import date

import pytest

from mingfa.bureau.doorway.acts import act_named
from mingfa.bureau.doorway.enter import do, look_at
from mingfa.bureau.doorway.inputs import read_inputs
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import Altered, leaf, value
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.service import reads, rules
from mingfa.bureau.service.acts import the_service
from mingfa.bureau.service.models import Service
from mingfa.bureau.service.tests.making import FILE, SHOP, UNIT, VIDEO, Play, by_hand, concluded, noticed

UNSIGNED = {"signed": False, "received_by": "", "relation": None}
REFUSED_IT = {"signed": False, "received_by": "张示例", "relation": "self", "refusal": "称与其无关，拒绝签收"}
LEFT = REFUSED_IT | {"method": "leave", "media": [VIDEO]}
MAILED = UNSIGNED | {"method": "mail", "mail_no": "示例0001", "received_on": "2026-09-08"}
SENT = UNSIGNED | {"method": "electronic", "confirmation": FILE, "arrived_at": "2026-09-08T23:59"}
FORWARDED = {"method": "forwarded", "relation": "prison", "received_on": "2026-09-08"}
ATTEMPT = {"on": "2026-09-07", "method": "personal", "result": "住所无人，邻居称已搬走"}
PUBLISHED = UNSIGNED | {
    "method": "public_notice",
    "published_on": "2026-09-07",
    "reason": "受送达人下落不明",
    "attempts": [ATTEMPT],
    "media": [FILE],
}


@pytest.fixture
def play(stage, cast) -> Play:
    """A notice made on Monday, 7 September 2026; two days later somebody serves it."""
    found = noticed(stage, cast)
    found.go("2026-09-09")
    return found


# 送达方式、填写内容、法律上的送达日期（在9月9日办理）
WAYS = [
    pytest.param({}, "2026-09-09", id="直接送达：签收之日"),
    pytest.param({"relation": "family"}, "2026-09-09", id="同住成年家属签收"),
    pytest.param({"relation": "designated"}, "2026-09-09", id="指定的代收人签收"),
    pytest.param(LEFT, "2026-09-09", id="留置送达：录像"),
    pytest.param(
        LEFT
        | {
            "media": [],
            "witness": "示例社区王示例",
            "reasons": {"leaving_and_publishing_were_recorded": "有见证人"},
        },
        "2026-09-09",
        id="留置送达：见证人，无音像时写明理由",
    ),
    pytest.param(MAILED, "2026-09-08", id="邮寄送达：回执日期"),
    pytest.param(SENT, "2026-09-08", id="电子送达：到达之日"),
    pytest.param(FORWARDED, "2026-09-08", id="转交送达：签收之日"),
    pytest.param(PUBLISHED, "2026-10-08", id="公告送达：三十日届满于国庆假期，顺延至10月8日"),
    pytest.param(PUBLISHED | {"published_on": "2026-09-09"}, "2026-10-09", id="公告送达：满三十日"),
]


@pytest.mark.rule("SERV-02", "SERV-03", "SERV-04", "SERV-05", "SERV-07", "SERV-08", "SERV-09")
@pytest.mark.clause("1.3.c", "2.1.a")
@branching(("changed", "counts_from"), WAYS)
def test_a_paper_counts_from_the_day_the_law_names(play, changed, counts_from):
    play.act("service.serve", **by_hand(play, **changed))
    (service,) = reads.services(play.case)
    assert service.served_on == date.fromisoformat(counts_from)
    assert service.paper_kind == "penalty_notice"
    assert reads.served(service.paper) == service
    assert service.has_media == bool(changed.get("media"))


@pytest.mark.rule("SERV-02")
@pytest.mark.clause("2.1.a", "2.3.a")
def test_the_receipt_says_who_how_when_and_where(play):
    served = play.act("service.serve", **by_hand(play))
    paper = value(leaf(served.index).entry, "paper")
    assert paper["document_no"] == served.number == "高新（新）城管送证字〔2026〕第1号"
    assert paper["recipient"] == SHOP["name"]
    assert (paper["manner"], paper["place"]) == ("直接送达", "示例路100号")
    assert paper["received"]["relation"] == "本人（经营者本人）"
    assert len(paper["servers"]) == 2
    assert paper["documents"] == [
        {"title": "行政处罚告知书", "no": Paper.objects.get(pk=play.paper("penalty_notice")).number}
    ]


@pytest.mark.rule("SERV-09", "SERV-10")
def test_a_public_notice_says_its_reason_its_course_and_its_end(play):
    served = play.act("service.serve", **by_hand(play, **PUBLISHED))
    remark = value(leaf(served.index).entry, "paper")["remark"]
    for words in (
        "受送达人下落不明",
        "2026年9月7日直接送达，住所无人",
        "2026年9月7日发出公告",
        "经过三十日，至2026年10月8日视为送达",
    ):
        assert words in remark


# 填写内容、应当拒绝的理由（代码、规则）
FAULTS = [
    pytest.param({"signed": False}, "the_receipt_is_signed", "SERV-02", id="没有签收"),
    pytest.param({"received_by": ""}, "the_receipt_is_signed", "SERV-02", id="没有写明收件人"),
    pytest.param({"servers": [0]}, "two_certified_officers_served_it", "QUAL-01", id="一人送达"),
    pytest.param({"servers": [1, 1]}, "two_certified_officers_served_it", "QUAL-01", id="同一人写两次"),
    pytest.param({"servers": [1, 2, -1]}, "two_certified_officers_served_it", "QUAL-01", id="有人没有执法证"),
    pytest.param(
        {"relation": "mail_officer"},
        "whoever_took_or_refused_it_may_do_so",
        "SERV-03",
        id="个体户没有收件部门",
    ),
    pytest.param({"relation": None}, "whoever_took_or_refused_it_may_do_so", "SERV-03", id="没有写明关系"),
    pytest.param(LEFT | {"refusal": ""}, "the_refusal_is_on_the_receipt", "SERV-04", id="留置：没有拒收事由"),
    pytest.param(LEFT | {"signed": True}, "the_refusal_is_on_the_receipt", "SERV-04", id="留置：却已签收"),
    pytest.param(
        LEFT | {"relation": "agent"},
        "whoever_took_or_refused_it_may_do_so",
        "SERV-03",
        id="留置：拒收的是代理人",
    ),
    pytest.param(
        LEFT | {"media": []}, "leaving_it_was_witnessed_or_filmed", "AV-05", id="留置：无见证无音像"
    ),
    pytest.param(
        MAILED | {"received_on": None}, "the_return_receipt_tells_the_day", "SERV-07", id="邮寄：没有回执日期"
    ),
    pytest.param(
        MAILED | {"mail_no": ""}, "the_return_receipt_tells_the_day", "SERV-07", id="邮寄：没有单号"
    ),
    pytest.param(
        SENT | {"confirmation": None},
        "the_party_agreed_to_electronic_service",
        "SERV-05",
        id="电子：没有确认书",
    ),
    pytest.param(
        SENT | {"arrived_at": None},
        "the_party_agreed_to_electronic_service",
        "SERV-05",
        id="电子：没有到达时间",
    ),
    pytest.param(
        FORWARDED | {"relation": "self"}, "the_forwarding_body_had_it_signed", "SERV-08", id="转交：没有单位"
    ),
    pytest.param(
        FORWARDED | {"signed": False}, "the_forwarding_body_had_it_signed", "SERV-08", id="转交：没有签收"
    ),
    pytest.param(
        PUBLISHED | {"attempts": []}, "public_notice_is_the_last_resort", "SERV-09", id="公告：没有先行送达"
    ),
    pytest.param(
        PUBLISHED | {"reason": ""}, "public_notice_is_the_last_resort", "SERV-09", id="公告：没有原因"
    ),
    pytest.param(
        PUBLISHED | {"published_on": None}, "public_notice_is_the_last_resort", "SERV-09", id="公告：没有日期"
    ),
    pytest.param(
        PUBLISHED | {"media": []}, "leaving_and_publishing_were_recorded", "AV-03", id="公告：没有音像"
    ),
    pytest.param(
        MAILED | {"received_on": "2026-09-06"}, "the_days_of_service_are_in_order", "AV-01", id="早于文书"
    ),
    pytest.param(
        MAILED | {"received_on": "2026-09-10"}, "the_days_of_service_are_in_order", "AV-01", id="晚于今天"
    ),
    pytest.param(
        SENT | {"arrived_at": "2026-09-09T23:00"},
        "the_days_of_service_are_in_order",
        "AV-01",
        id="到达时间在将来",
    ),
]


@pytest.mark.rule(
    "QUAL-01", "SERV-02", "SERV-03", "SERV-04", "SERV-05", "SERV-07", "SERV-08", "SERV-09", "AV-03", "AV-05"
)
@pytest.mark.clause("2.2.b")
@branching(("changed", "code", "rule"), FAULTS)
def test_a_fault_is_refused_with_its_rule(play, changed, code, rule):
    if "servers" in changed:  # 0, 1, 2: officers of the squad; -1: somebody of the legal office
        cast = play.cast
        changed = {
            "servers": [cast.reviewers[1] if n < 0 else cast.officers[0][n] for n in changed["servers"]]
        }
    assert play.refused("service.serve", **by_hand(play, **changed)) == {code: rule}
    assert reads.services(play.case) == ()


@pytest.mark.rule("SERV-03")
def test_a_unit_is_served_through_its_head_or_its_mail_office(stage, cast):
    play = noticed(stage, cast, UNIT)
    fault = {"whoever_took_or_refused_it_may_do_so": "SERV-03"}
    assert play.refused("service.serve", **by_hand(play, relation="family")) == fault
    play.act("service.serve", **by_hand(play, relation="mail_officer"))
    assert reads.services(play.case)[0].relation == "mail_officer"


@pytest.mark.rule("SERV-02")
def test_only_an_outward_paper_of_this_case_is_served(play, stage, cast):
    fault = {"what_is_served_is_a_paper_of_this_case": "SERV-02"}
    assert play.refused("service.serve", **by_hand(play, "investigation_report")) == fault
    assert play.refused("service.serve", **by_hand(play, paper=999_999)) == fault
    other = noticed(stage, cast, UNIT)
    assert play.refused("service.serve", **by_hand(play, paper=other.paper("penalty_notice"))) == fault
    assert {p.kind for p in reads.papers_to_serve(play.case)} == {"correction_order", "penalty_notice"}


@pytest.mark.rule("TIME-06")
def test_a_public_notice_counts_to_the_latest_day_that_a_coming_notice_may_give(play):
    play.go("2028-12-02")
    play.act("service.serve", **by_hand(play, **PUBLISHED | {"published_on": "2028-12-02"}))
    assert reads.served(play.paper("penalty_notice")).served_on == date(2029, 1, 8)


@pytest.mark.rule("QUAL-04")
def test_an_officer_whose_certificate_has_run_out_serves_nothing(play):
    play.go("2029-01-03")
    codes = play.refused("service.serve", **by_hand(play))
    assert codes["the_certificate_is_valid"] == "QUAL-04"


def serving(play, kind, **changed):
    """Return what the gates see when the paper chosen is of a kind that a later room makes."""
    given = read_inputs(act_named("service.serve").inputs, by_hand(play, **changed))
    now = play.stage.now
    facts = the_service(look_at(act_named("service.serve"), play.handlers[0], play.case, now, now, given))
    return replace(facts, paper=replace(facts.paper, kind=kind))


# 决定书于9月7日作出，七个工作日至9月16日
@pytest.mark.rule("SERV-01")
@branching(
    ("day", "kind", "changed", "is_late"),
    [
        ("2026-09-16", "penalty_decision", {}, False),
        ("2026-09-17", "penalty_decision", {}, True),
        ("2026-09-17", "no_penalty_decision", {}, True),
        ("2026-09-17", "penalty_notice", {}, False),
        ("2026-09-17", "penalty_decision", MAILED | {"received_on": "2026-09-16"}, False),
        ("2026-09-17", "penalty_decision", PUBLISHED, False),
    ],
)
def test_a_decision_is_served_within_seven_working_days(play, day, kind, changed, is_late):
    play.go(day)
    refusal = rules.a_decision_is_served_in_time(serving(play, kind, **changed))
    assert (refusal is not None) == is_late
    assert refusal is None or (refusal.warns and "2026-09-16" in refusal.because)


def test_of_several_services_the_earliest_counts(play):
    play.act("service.serve", **by_hand(play, **PUBLISHED))
    play.go("2026-09-11")
    play.act("service.serve", **by_hand(play))
    assert reads.served(play.paper("penalty_notice")).served_on == date(2026, 9, 11)
    assert reads.served_kind(play.case, "penalty_notice", date(2026, 9, 10)) is None
    assert reads.served_kind(play.case, "penalty_notice", date(2026, 9, 11)).method == "personal"
    assert reads.served_kind(play.case, "penalty_notice", date(2026, 12, 1)).method == "personal"
    assert reads.served(play.paper("correction_order")) is None


def test_an_order_to_correct_is_served_during_the_investigation(stage, cast):
    play = concluded(stage, cast)
    play.act("service.serve", **by_hand(play, "correction_order"))
    assert reads.services(play.case)[0].paper_kind == "correction_order"


def test_only_a_handler_of_the_case_serves(play):
    given = by_hand(play)
    colleague, stranger = play.cast.officers[0][3], play.cast.officers[1][0]
    for person in (colleague, stranger, play.cast.head):
        with pytest.raises(NotYours):
            do("service.serve", by=person, on=play.case, inputs=given, at=play.stage.now, now=play.stage.now)


@pytest.mark.clause("2.4.c")
def test_a_service_moved_behind_the_doorway_is_not_shown(play):
    play.act("service.serve", **by_hand(play))
    Service.objects.update(served_on=date(2026, 9, 1))
    with pytest.raises(Altered):
        reads.services(play.case)
