"""The collective discussion: by the heads, after the review, its conclusion by majority (处罚法 57)."""

import pytest

from mingfa.bureau.decisions import reads
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.example.asking import misread, refused
from mingfa.example.cases import Play

HEADS = {"the_heads_discuss": "CDIS-01"}
VOTE = {"the_vote_fits_its_conclusion": "CDIS-01"}


@pytest.mark.rule("CDIS-01")
@pytest.mark.clause("3.4.b")
def test_a_discussion_is_recorded_for_this_proposal(complex_case):
    done = complex_case.discuss(dissent="副局长乙认为可以从轻。")
    (found,) = reads.discussions(complex_case.case)
    assert (found.id, found.approved, found.number) == (done.index, True, done.number)
    facts = facts_of_paper(done.index)
    assert facts["chair"] == {"name": "示例局长", "post": "主要负责人"}
    assert facts["vote"] == "应到3人，实到3人；同意3人，反对0人，弃权0人。"
    assert (facts["dissent"], facts["review"]) == ("副局长乙认为可以从轻。", "法制审核意见为同意。")


@pytest.mark.rule("LR-01")
def test_nothing_is_discussed_before_the_review(stage, cast):
    play = Play(stage, cast).to_concluded()
    assert refused(play.discuss) == {"the_step_is_open": "AV-01", "legal_review_has_passed": "LR-01"}


def spoken(*people):
    return [{"person": p, "text": "同意。"} for p in people]


# 参加人员
@pytest.mark.rule("CDIS-01")
@branching(
    ("meeting", "expected"),
    [
        pytest.param(
            lambda c: {
                "members": [c.head, c.deputies[0]],
                "speeches": spoken(c.head, c.deputies[0]),
                "agreeing": 2,
            },
            {},
            id="两名负责人",
        ),
        pytest.param(
            lambda c: {"members": [c.head, c.head], "speeches": spoken(c.head, c.head), "agreeing": 1},
            HEADS,
            id="一人两次",
        ),
        pytest.param(lambda c: {"members": [c.head, *c.deputies, c.review_head]}, HEADS, id="非负责人参加"),
        pytest.param(lambda c: {"chair": c.review_head}, HEADS, id="非负责人主持"),
        pytest.param(
            lambda c: {"members": c.deputies, "speeches": spoken(*c.deputies), "agreeing": 2},
            HEADS,
            id="主持人未参加",
        ),
        pytest.param(lambda c: {"speeches": spoken(c.head, c.supervisor)}, HEADS, id="外人发言"),
    ],
)
def test_the_heads_discuss(complex_case, meeting, expected):
    given = meeting(complex_case.cast)
    if expected:
        assert refused(complex_case.discuss, **given) == expected
    else:
        assert complex_case.discuss(**given).number


# 三人参加：同意、反对、结论
@pytest.mark.rule("CDIS-01")
@branching(
    ("agreeing", "opposing", "approved", "passes"),
    [
        (3, 0, True, True),
        (2, 1, True, True),
        (2, 0, True, True),
        (1, 2, False, True),
        (1, 1, False, True),
        (1, 2, True, False),
        (1, 0, True, False),
        (3, 0, False, False),
        (3, 1, True, False),
    ],
    ids=["全体", "多数", "一人弃权", "否决", "未过半数", "少数通过", "两人弃权", "多数而否决", "票多于人"],
)
def test_the_vote_fits_its_conclusion(complex_case, agreeing, opposing, approved, passes):
    given = {"agreeing": agreeing, "opposing": opposing, "approved": approved}
    if passes:
        complex_case.discuss(**given)
        assert reads.discussions(complex_case.case)[0].approved is approved
    else:
        assert refused(complex_case.discuss, **given) == VOTE


@pytest.mark.rule("CDIS-01")
@branching(("start", "end", "passes"), [(60, 20, True), (20, 60, False), (20, 20, False), (20, -5, False)])
def test_the_meeting_ended_before_it_is_entered(complex_case, start, end, passes):
    given = {"started_at": complex_case.ago(start), "ended_at": complex_case.ago(end)}
    if passes:
        assert complex_case.discuss(**given).number
    else:
        assert refused(complex_case.discuss, **given) == VOTE


def test_only_the_heads_record_it(complex_case):
    with pytest.raises(NotYours):
        complex_case.act("discussion.record", complex_case.cast.review_head, **meeting(complex_case))


def test_what_cannot_be_a_meeting_is_said(complex_case):
    assert misread(complex_case.discuss, members=[complex_case.cast.head], speeches=[]) == {
        "members": "至少需要2项。",
        "speeches": "至少需要2项。",
    }


def meeting(play):
    heads = [play.cast.head, *play.cast.deputies]
    return {
        "started_at": play.ago(60),
        "ended_at": play.ago(20),
        "place": "本局第一会议室",
        "chair": play.cast.head,
        "members": heads,
        "speeches": spoken(*heads),
        "agreeing": 3,
        "approved": True,
        "conclusion": "同意。",
    }
