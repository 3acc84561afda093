"""Told and heard: may a proposed penalty go on to review on this day? Cases from law, as tables."""

from dataclasses import dataclass
from datetime import date

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.hearings import reads
from mingfa.bureau.hearings.notice.rules import a_requested_hearing_was_held, the_party_was_told_and_heard
from mingfa.bureau.hearings.values import Standing
from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.service.tests.making import FILE, PERSON, by_hand, concluded

LARGE = {"amount": 600_000, "deviation": "情节特别严重"}
ATTEMPT = {"on": "2026-09-08", "method": "personal", "result": "住所无人"}


@dataclass
class AsOf:
    """The facts any act after the notice has."""

    case: CaseView
    standing: Standing


def as_of(play, day) -> AsOf:
    case = cases.case(play.case)
    config = example_config()
    return AsOf(
        case, reads.standing(case, date.fromisoformat(day), Calendar(config.local_festivals()), config)
    )


def tell(play):
    play.act("notice.issue", play.cast.head)


def serve(play):
    play.act("service.serve", **by_hand(play))


def publish(play):
    nobody = {"signed": False, "received_by": "", "relation": None, "media": [FILE]}
    course = {"published_on": play.today.isoformat(), "reason": "下落不明", "attempts": [ATTEMPT]}
    play.act("service.serve", **by_hand(play, method="public_notice", **nobody, **course))


def speak(play, *points, hearing=False):
    play.act(
        "statement.hear",
        made_on=play.today.isoformat(),
        by="张示例",
        form="written",
        points=list(points or ["面积测量有误。"]) if not hearing else [],
        hearing_requested=hearing,
    )


def ask_for_a_hearing(play):
    speak(play, hearing=True)


def answer(play):
    open_points = as_of(play, play.today.isoformat()).standing.unanswered
    given = [
        {"statement": p.statement, "point": p.n, "adopted": False, "reason": "经复核，测量无误。"}
        for p in open_points
    ]
    play.act("statement.answer", answers=given)


def waive(play, *rights):
    today = play.today.isoformat()
    play.act("statement.waive", made_on=today, by="张示例", rights=list(rights), signed=True, file=FILE)


def waive_statement(play):
    waive(play, "statement")


def waive_hearing(play):
    waive(play, "hearing")


def waive_all(play):
    waive(play, "statement", "hearing")


def conclude_again(play):
    play.conclude(amount=20000)


# 案例、拟处罚、经过（日期与行为，调查终结于9月7日）、审查之日、不能进入审核的原因（None：可以）
LAW_CASES = [
    ("没有告知", {}, [], "2026-09-07", "尚未告知当事人"),
    ("告知书没有送达", {}, [("09-08", tell)], "2026-09-20", "尚未送达"),
    ("送达当日", {}, [("09-08", tell), ("09-08", serve)], "2026-09-08", "期限至2026-09-15届满"),
    ("期限的最后一日", {}, [("09-08", tell), ("09-08", serve)], "2026-09-15", "期限至2026-09-15届满"),
    ("期满次日", {}, [("09-08", tell), ("09-08", serve)], "2026-09-16", None),
    ("隔日送达，自送达起算", {}, [("09-08", tell), ("09-10", serve)], "2026-09-16", "至2026-09-17届满"),
    ("跨国庆，10月10日补班", {}, [("09-28", tell), ("09-28", serve)], "2026-10-10", "至2026-10-10届满"),
    ("跨国庆，次日", {}, [("09-28", tell), ("09-28", serve)], "2026-10-11", None),
    ("明确放弃", {}, [("09-08", tell), ("09-08", serve), ("09-08", waive_statement)], "2026-09-08", None),
    (
        "放弃后又提出意见",
        {},
        [("09-08", tell), ("09-08", serve), ("09-08", waive_statement), ("09-09", speak)],
        "2026-09-09",
        "1条尚未复核答复",
    ),
    (
        "意见没有答复",
        {},
        [("09-08", tell), ("09-08", serve), ("09-09", speak)],
        "2026-09-20",
        "1条尚未复核答复",
    ),
    (
        "已经答复，期限未满",
        {},
        [("09-08", tell), ("09-08", serve), ("09-09", speak), ("09-10", answer)],
        "2026-09-10",
        "尚未届满",
    ),
    (
        "已经答复，期限已满",
        {},
        [("09-08", tell), ("09-08", serve), ("09-09", speak), ("09-10", answer)],
        "2026-09-16",
        None,
    ),
    (
        "告知后处理建议变化",
        {},
        [("09-08", tell), ("09-08", serve), ("09-16", conclude_again)],
        "2026-09-16",
        "原告知书不能作为决定的依据",
    ),
    (
        "重新告知，期限重新起算",
        {},
        [("09-08", tell), ("09-08", serve), ("09-16", conclude_again), ("09-16", tell), ("09-16", serve)],
        "2026-09-22",
        "至2026-09-22届满",
    ),
    (
        "重新告知后，前一次的放弃不再有效",
        {},
        [
            ("09-08", tell),
            ("09-08", serve),
            ("09-08", waive_statement),
            ("09-09", conclude_again),
            ("09-09", tell),
            ("09-09", serve),
        ],
        "2026-09-09",
        "尚未届满",
    ),
    (
        "重新告知后，前一次未答复的意见仍须答复",
        {},
        [
            ("09-08", tell),
            ("09-08", serve),
            ("09-09", speak),
            ("09-10", conclude_again),
            ("09-10", tell),
            ("09-10", serve),
        ],
        "2026-09-30",
        "1条尚未复核答复",
    ),
    ("公告送达期间", {}, [("09-08", tell), ("09-09", publish)], "2026-10-08", "至2026-10-09视为送达"),
    ("公告期满，陈述期限未满", {}, [("09-08", tell), ("09-09", publish)], "2026-10-09", "至2026-10-15届满"),
    ("公告期满，陈述期限已满", {}, [("09-08", tell), ("09-09", publish)], "2026-10-16", None),
    (
        "听证案件：只放弃陈述申辩",
        LARGE,
        [("09-08", tell), ("09-08", serve), ("09-08", waive_statement)],
        "2026-09-08",
        "陈述、申辩和要求听证的期限",
    ),
    (
        "听证案件：两项均放弃",
        LARGE,
        [("09-08", tell), ("09-08", serve), ("09-08", waive_all)],
        "2026-09-08",
        None,
    ),
    ("听证案件：期满未申请", LARGE, [("09-08", tell), ("09-08", serve)], "2026-09-16", None),
    (
        "要求听证",
        LARGE,
        [("09-08", tell), ("09-08", serve), ("09-09", ask_for_a_hearing)],
        "2026-11-09",
        "听证尚未举行",
    ),
    (
        "要求听证后撤回",
        LARGE,
        [("09-08", tell), ("09-08", serve), ("09-09", ask_for_a_hearing), ("09-10", waive_hearing)],
        "2026-09-16",
        None,
    ),
    (
        "放弃听证后在期限内又要求听证",
        LARGE,
        [("09-08", tell), ("09-08", serve), ("09-08", waive_all), ("09-09", ask_for_a_hearing)],
        "2026-09-16",
        "听证尚未举行",
    ),
]


@pytest.mark.rule("NOTI-01", "NOTI-02", "NOTI-04", "NOTI-05", "NOTI-06", "HEAR-03")
@pytest.mark.clause("1.3.c", "2.4.c")
@pytest.mark.parametrize(
    ("proposal", "course", "day", "reason"), [c[1:] for c in LAW_CASES], ids=[c[0] for c in LAW_CASES]
)
def test_the_party_was_told_and_heard(stage, cast, proposal, course, day, reason):
    play = concluded(stage, cast, PERSON, **proposal)
    for on, happens in course:
        if play.today != date.fromisoformat(f"2026-{on}"):
            play.go(f"2026-{on}")
        happens(play)
    facts = as_of(play, day)
    refusal = the_party_was_told_and_heard(facts) or a_requested_hearing_was_held(facts)
    assert facts.standing.heard == (refusal is None) == (reason is None)
    assert refusal is None or (reason in refusal.because and refusal.rule in ("NOTI-01", "HEAR-08"))
    assert refusal is None or not refusal.warns


@pytest.mark.rule("HEAR-08")
def test_while_a_hearing_is_open_nothing_goes_on(stage, cast):
    play = concluded(stage, cast, PERSON, **LARGE)
    tell(play)
    serve(play)
    ask_for_a_hearing(play)
    refusal = a_requested_hearing_was_held(as_of(play, "2026-12-01"))
    assert (refusal.rule, refusal.warns) == ("HEAR-08", False)
    assert "听证尚未举行" in refusal.because


@pytest.mark.rule("HEAR-08")
def test_a_new_notice_does_not_do_away_with_a_hearing_asked_for(stage, cast):
    play = concluded(stage, cast, PERSON, **LARGE)
    tell(play)
    serve(play)
    ask_for_a_hearing(play)
    conclude_again(play)
    tell(play)
    serve(play)
    assert len(reads.notices(play.case)) == 2
    facts = as_of(play, "2026-12-01")
    assert the_party_was_told_and_heard(facts) is None
    assert a_requested_hearing_was_held(facts).rule == "HEAR-08"
    waive_hearing(play)
    assert a_requested_hearing_was_held(as_of(play, "2026-12-01")) is None


@pytest.mark.rule("NOTI-01")
@pytest.mark.parametrize("outcome", ["no_penalty_minor", "no_penalty_unproven", "transfer"])
def test_without_a_penalty_no_notice_is_due(stage, cast, outcome):
    play = concluded(
        stage, cast, PERSON, outcome=outcome, step="", education="已教育。", crime="涉嫌示例罪。"
    )
    facts = as_of(play, "2026-09-07")
    assert not facts.standing.notice_is_due
    assert the_party_was_told_and_heard(facts) is None


@pytest.mark.rule("TIME-06")
def test_a_term_through_a_year_not_announced_is_over_when_no_notice_can_change_it(stage, cast):
    play = concluded(stage, cast, PERSON)
    play.go("2028-12-28")
    tell(play)
    serve(play)
    refusal = the_party_was_told_and_heard(as_of(play, "2029-01-11"))
    assert "放假安排尚未公布，暂按可能的最晚之日" in refusal.because
    assert the_party_was_told_and_heard(as_of(play, "2029-01-12")) is None


def test_the_standing_says_how_much_time_is_left(stage, cast):
    play = concluded(stage, cast, PERSON, **LARGE)
    play.go("2026-09-08")
    tell(play)
    serve(play)
    speak(play, "面积有误。", "请求从轻。")
    standing = as_of(play, "2026-09-10").standing
    assert standing.statement_term_end == standing.hearing_window_end == date(2026, 9, 15)
    assert (standing.statement_days_left, standing.points, len(standing.unanswered)) == (3, 2, 2)
    answer(play)
    said = as_of(play, "2026-09-10").standing.answers_in_words
    assert said == "（1）面积有误：不予采纳，经复核，测量无误；（2）请求从轻：不予采纳，经复核，测量无误。"
