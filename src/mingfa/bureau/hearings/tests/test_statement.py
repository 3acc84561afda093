"""What the party says: heard point by point, waived only explicitly, answered completely."""

import pytest

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.hearings import reads
from mingfa.bureau.hearings.models import Statement
from mingfa.bureau.service.tests.making import FILE, PERSON, by_hand, noticed

WRITTEN = {"made_on": "2026-09-09", "by": "张示例（经营者）", "form": "written", "points": ["面积测量有误。"]}
ORAL = WRITTEN | {"form": "oral"}
HEARING = WRITTEN | {"points": [], "hearing_requested": True}
WAIVER = {"made_on": "2026-09-09", "by": "张示例", "rights": ["statement"], "signed": True, "file": FILE}


@pytest.fixture
def play(stage, cast):
    """A fine below the hearing threshold, told and served on Monday, 7 September; it is Wednesday."""
    return served(stage, cast)


@pytest.fixture
def heavy(stage, cast):
    """The same with a fine that carries the right to a hearing; its window ends on Monday, 14 September."""
    return served(stage, cast, PERSON, amount=600_000, deviation="情节特别严重")


def served(stage, cast, *party, **proposal):
    found = noticed(stage, cast, *party, **proposal)
    found.act("service.serve", **by_hand(found))
    found.go("2026-09-09")
    return found


@pytest.mark.rule("NOTI-02")
def test_what_the_party_says_is_kept_point_by_point(play):
    said = play.act("statement.hear", **WRITTEN | {"points": ["面积测量有误。", "已经自行清理。"]})
    assert [(p.statement, p.n, p.words) for p in reads.points(play.case)] == [
        (said.index, 1, "面积测量有误。"),
        (said.index, 2, "已经自行清理。"),
    ]
    row = Statement.objects.get(pk=said.index)
    assert (row.kind, row.points, row.answered) == ("statement", 2, None)


@pytest.mark.rule("QUAL-01")
def test_two_officers_hear_an_oral_statement(play):
    fault = {"two_officers_heard_what_was_said": "QUAL-01"}
    assert play.refused("statement.hear", **ORAL) == fault
    assert play.refused("statement.hear", **ORAL, officers=play.handlers[:1]) == fault
    assert (
        play.refused("statement.hear", **ORAL, officers=[play.handlers[0], play.cast.reviewers[1]]) == fault
    )
    play.act("statement.hear", **ORAL, officers=play.handlers)
    assert len(reads.points(play.case)) == 1


@branching("made_on", ["2026-09-06", "2026-09-10"])
def test_nothing_is_said_before_the_notice_or_in_the_future(play, made_on):
    fault = {"it_was_said_after_the_notice": "AV-01"}
    assert play.refused("statement.hear", **WRITTEN | {"made_on": made_on}) == fault
    assert "it_was_said_after_the_notice" in play.refused("statement.waive", **WAIVER | {"made_on": made_on})


@pytest.mark.rule("HEAR-01")
def test_no_hearing_where_the_law_gives_none(play):
    assert play.refused("statement.hear", **HEARING) == {"a_hearing_is_a_right_in_this_case": "HEAR-01"}


# 告知书9月7日送达，五个工作日至9月14日（9月12、13日为周末）
@pytest.mark.rule("HEAR-03")
@branching(
    ("made_on", "entered_on", "in_time"),
    [
        pytest.param("2026-09-07", "2026-09-09", True, id="当日"),
        pytest.param("2026-09-14", "2026-09-14", True, id="最后一日"),
        pytest.param("2026-09-14", "2026-09-17", True, id="最后一日提出，三日后录入"),
        pytest.param("2026-09-15", "2026-09-15", False, id="逾期一日"),
    ],
)
def test_a_hearing_is_asked_for_within_five_working_days(heavy, made_on, entered_on, in_time):
    heavy.go(entered_on)
    asked = HEARING | {"made_on": made_on}
    if not in_time:
        assert heavy.refused("statement.hear", **asked) == {"the_hearing_is_asked_for_in_time": "HEAR-03"}
    else:
        said = heavy.act("statement.hear", **asked)
        assert Statement.objects.get(pk=said.index).hearing_requested


# 放弃声明：填写内容、应当拒绝的理由
@pytest.mark.rule("NOTI-04")
@branching(
    "changed",
    [
        pytest.param({"signed": False}, id="没有签名"),
        pytest.param({"file": None}, id="没有声明书"),
        pytest.param({"file": None, "document": ""}, id="没有声明书名称"),
    ],
)
def test_silence_is_no_waiver(play, changed):
    assert play.refused("statement.waive", **WAIVER | changed) == {"the_waiver_is_explicit": "NOTI-04"}


@pytest.mark.rule("NOTI-04")
@branching("changed", [{}, {"file": None, "document": "2026年9月9日放弃权利声明（存卷）"}])
def test_a_signed_waiver_counts(play, changed):
    said = play.act("statement.waive", **WAIVER | changed)
    assert Statement.objects.get(pk=said.index).waived == ["statement"]


@pytest.mark.rule("NOTI-04")
def test_a_right_is_not_waived_before_it_was_told(stage, cast):
    play = noticed(stage, cast)
    play.go("2026-09-09")
    assert play.refused("statement.waive", **WAIVER) == {"rights_are_waived_only_once_told": "NOTI-04"}
    play.act("service.serve", **by_hand(play))
    early = WAIVER | {"made_on": "2026-09-08"}
    assert play.refused("statement.waive", **early) == {"rights_are_waived_only_once_told": "NOTI-04"}
    play.act("statement.waive", **WAIVER)
    assert Statement.objects.count() == 1


@pytest.mark.rule("NOTI-02")
def test_every_point_gets_exactly_one_answer(play):
    first = play.act("statement.hear", **WRITTEN | {"points": ["面积有误。", "已经清理。"]}).index
    second = play.act("statement.hear", **WRITTEN | {"points": ["请求从轻。"]}).index

    def answers(*places):
        return [
            {"statement": s, "point": n, "adopted": n == 1, "reason": "经复核，有测量记录。"}
            for s, n in places
        ]

    complete = answers((first, 1), (first, 2), (second, 1))
    fault = {"every_open_point_gets_one_answer": "NOTI-02"}
    for wrong in (complete[:2], [*complete, complete[0]], [*complete, *answers((second, 2))]):
        assert play.refused("statement.answer", answers=wrong) == fault
    answered = play.act("statement.answer", answers=complete)
    assert [p.adopted for p in reads.points(play.case)] == [True, False, True]
    assert set(Statement.objects.values_list("answered", flat=True)) == {answered.index}
    assert play.refused("statement.answer", answers=complete) == {
        "there_are_points_to_answer": "NOTI-02",
        "every_open_point_gets_one_answer": "NOTI-02",
    }


@pytest.mark.rule("NOTI-02")
def test_with_nothing_said_there_is_nothing_to_answer(play):
    play.act("statement.hear", **WRITTEN | {"points": []})
    given = [{"statement": 1, "point": 1, "adopted": False, "reason": "无"}]
    assert "there_are_points_to_answer" in play.refused("statement.answer", answers=given)


def test_only_the_handlers_record_what_the_party_says(play):
    for act, given in (("statement.hear", WRITTEN), ("statement.waive", WAIVER)):
        with pytest.raises(NotYours):
            play.act(act, play.cast.officers[0][3], **given)


@pytest.mark.clause("2.4.c", "2.3.c")
def test_the_words_of_the_party_are_items_not_columns(play):
    play.act("statement.hear", **WRITTEN | {"points": ["本人电话13900000000，请联系。"]})
    (row,) = Statement.objects.values()
    assert not any("13900000000" in str(v) or "张示例" in str(v) for v in row.values())


@pytest.mark.rule("NOTI-02")
@pytest.mark.clause("2.1.a")
def test_what_was_said_answered_and_waived_is_put_on_paper(play):
    said = play.act("statement.hear", **ORAL | {"points": ["面积测量有误。"]}, officers=play.handlers)
    record = facts_of_paper(said.index)
    assert (record["points"], record["form"], record["hearing"]) == (["面积测量有误。"], "口头", "未要求")
    assert len(record["officers"]) == 2
    answer = {"statement": said.index, "point": 1, "adopted": False, "reason": "经复测，面积无误。"}
    review = facts_of_paper(play.act("statement.answer", answers=[answer]).index)
    assert review["answers"] == [
        {"words": "面积测量有误。", "adopted": "不予采纳", "reason": "经复测，面积无误。"}
    ]
    waiver = facts_of_paper(play.act("statement.waive", **WAIVER).index)
    assert (waiver["rights"], waiver["material"]) == ("陈述、申辩", FILE["name"])
    assert waiver["notice"] == record["notice"]
