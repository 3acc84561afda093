"""Submitting, reviewing, taking back: complete, by somebody else, point by point, in time (plan 3.2-3.4)."""

from dataclasses import replace

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.acts import REGISTER as ACTS
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.enter import look_at
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people import reads as people
from mingfa.bureau.review import reads
from mingfa.bureau.review.acts import the_review
from mingfa.bureau.review.rules import the_reviewer_is_legally_qualified
from mingfa.bureau.review.values import POINTS
from mingfa.example.asking import appoint_leading, misread, refused
from mingfa.example.cases import Play

ALL_WELL = [{"point": p, "ok": True, "note": "经核对卷宗，符合要求。"} for p in POINTS]
PROBLEMS = {
    "points": [{**p, "ok": p["point"] != "facts"} for p in ALL_WELL],
    "opinion": "problems",
    "words": "占用面积没有测量记录，请补充。",
}
MINOR = {"outcome": "no_penalty_minor", "step": "轻微", "kinds": [], "amount": 0, "education": "当场宣讲。"}


@pytest.fixture
def told(stage, cast):
    """A concluded case whose party was told and has said nothing in its time."""
    play = Play(stage, cast).to_concluded()
    play.tell()
    return play


@pytest.fixture
def submitted(told):
    told.submit()
    told.later(hours=1)
    return told


# --- review.request


@pytest.mark.rule("LR-02")
@pytest.mark.clause("3.2.b")
def test_a_submission_opens_a_review_of_this_proposal(told):
    done = told.submit()
    (request,) = reads.requests(told.case)
    proposal = cases.case(told.case).proposal
    assert (request.id, request.version, request.round) == (done.index, proposal.version, 1)
    assert cases.case(told.case).state == "in_review"


@pytest.mark.rule("NOTI-01", "NOTI-02", "LR-04")
def test_nothing_is_submitted_before_the_party_was_heard(stage, cast):
    play = Play(stage, cast).to_concluded()
    assert "the_party_was_told_and_heard" in refused(play.submit)
    play.serve(play.notify().index)
    assert refused(play.submit) == {"the_party_was_told_and_heard": "NOTI-01"}


@pytest.mark.rule("LR-04")
def test_a_submission_without_evidence_is_not_complete(told):
    for evidence in told.evidence:
        told.act("record.exclude", evidence=evidence, reason="非法取得。")
    assert refused(told.submit) == {"the_submission_is_complete": "LR-04"}


@pytest.mark.rule("LR-04")
def test_a_case_without_a_conclusion_is_not_complete(stage, cast):
    play = Play(stage, cast).to_filed()
    assert refused(play.submit)["the_submission_is_complete"] == "LR-04"


@pytest.mark.rule("LR-02")
def test_a_case_without_a_penalty_is_reviewed_too(stage, cast):
    play = Play(stage, cast).to_concluded(**MINOR)
    play.submit()
    play.later(hours=1)
    play.review()
    assert cases.case(play.case).state == "reviewed"


def test_only_a_handler_submits(told):
    told.team = told.cast.officers[0][3:5]
    with pytest.raises(NotYours, match="本案承办人"):
        told.submit()


@pytest.mark.rule("QUAL-04")
def test_nobody_submits_on_an_expired_certificate(told):
    expired = {"certificate": "示E0001", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    told.stage.act("person.certify", told.cast.appointer, person=told.team[0], **expired)
    assert refused(told.submit)["the_certificate_is_valid"] == "QUAL-04"


# --- review.opine


@pytest.mark.rule("LR-03", "LR-06")
@pytest.mark.clause("3.3.a", "3.3.b")
def test_an_opinion_answers_eight_points_in_writing(submitted):
    done = submitted.review()
    (review,) = reads.reviews(submitted.case)
    assert (review.passed, review.stands, review.number) == (True, True, done.number)
    facts = facts_of_paper(done.index)
    assert [p["point"] for p in facts["points"]] == list(POINTS.values())
    assert facts["opinion"] == "同意。" and facts["reviewer"]["qualification"].startswith("示A")


def without(point):
    return [p for p in ALL_WELL if p["point"] != point]


# 审核意见 → 规则
@pytest.mark.rule("LR-03", "LR-06")
@branching(
    ("given", "expected"),
    [
        pytest.param({}, {}, id="八项均符合，同意"),
        pytest.param({"points": without("crime")}, {"every_point_is_answered": "LR-03"}, id="缺一项"),
        pytest.param(
            {"points": [*ALL_WELL, ALL_WELL[0]]}, {"every_point_is_answered": "LR-03"}, id="一项答两次"
        ),
        pytest.param(
            {"points": [*without("law"), {"point": "law", "ok": False}]}
            | {"opinion": "problems", "words": "条款不准。"},
            {"every_point_is_answered": "LR-03"},
            id="不符合未说明",
        ),
        pytest.param(
            PROBLEMS | {"opinion": "pass"},
            {"the_opinion_follows_from_its_points": "LR-06"},
            id="有问题却同意",
        ),
        pytest.param(
            PROBLEMS | {"words": "改"}, {"the_opinion_follows_from_its_points": "LR-06"}, id="有问题未写明"
        ),
        pytest.param(PROBLEMS, {}, id="有问题并写明"),
    ],
)
def test_what_an_opinion_must_be(submitted, given, expected):
    if expected:
        assert refused(submitted.review, **given) == expected
    else:
        assert submitted.review(**given).number


@pytest.mark.rule("LR-03")
@pytest.mark.parametrize(("note", "passes"), [("", False), ("经核对，证据充分，数额适当。", True)])
def test_what_was_computed_is_not_overlooked(stage, cast, note, passes):
    """A handler's certificate ran out after the submission: point one was found wanting beforehand."""
    play = Play(stage, cast).to_concluded()
    play.tell()
    play.submit()
    play.later(hours=1)
    expired = {"certificate": "示E0004", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    stage.act("person.certify", cast.appointer, person=play.team[1], **expired)
    points = [*without("subject"), {"point": "subject", "ok": True, "note": note}]
    if passes:
        assert play.review(points=points).number
    else:
        assert refused(play.review, points=points) == {"what_was_computed_is_not_overlooked": "LR-03"}


@pytest.mark.clause("2.3.a", "3.3.a")
def test_a_hole_in_the_numbers_of_papers_is_shown_to_the_reviewer(stage, cast, at_desk):
    """A paper of another case in the same series was taken away behind the doorway."""
    other = Play(stage, cast, item="占道经营").to_filed()
    play = Play(stage, cast).to_concluded()
    play.tell()
    play.submit()
    form = f"/acts/review.opine/?on={play.case}"
    assert "立案审批表、调查终结报告、行政处罚告知书、送达回证齐备，文号连续。" in shown(at_desk, cast, form)
    lost = Paper.objects.get(matter=other.case, kind="filing_approval")
    Paper.objects.filter(pk=lost.pk).delete()
    said = shown(at_desk, cast, form)
    assert f"文号不连续，缺{lost.series}〔2026〕第{lost.n}号。" in said and "文号连续" not in said


def shown(at_desk, cast, path):
    answer = at_desk(cast.reviewers[0]).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.rule("LR-05")
@branching(("days", "late"), [(1, False), (30, True)])
def test_the_review_is_done_in_its_time(submitted, days, late):
    submitted.later(days=days)
    if late:
        assert refused(submitted.review) == {"the_review_is_done_in_time": "LR-05"}
        reason = {"the_review_is_done_in_time": "疑难案件，经批准延长。"}
        assert submitted.review(reasons=reason).number
    else:
        assert submitted.review().number


@pytest.mark.rule("LR-07")
def test_whoever_handles_a_case_does_not_review_it(stage, cast):
    """An officer who is a qualified reviewer too handles the case."""
    person = {"name": "示例双岗", "unit": cast.units["市容中队"], "legal_qualification": "示A20260000000008"}
    person |= {"certificate": "示E9008", "certificate_from": "2024-01-01", "certificate_to": "2028-12-31"}
    both = stage.act("person.enroll", cast.appointer, **person).index
    stage.act("person.appoint", cast.appointer, person=both, role="officer", since="2026-09-01")
    appoint_leading(stage, cast, both, "reviewer", "2026-09-01")
    play = Play(stage, cast)
    play.team = [cast.officers[0][0], both]
    play.to_concluded()
    play.tell()
    play.submit()
    play.later(hours=1)
    opinion = {"points": ALL_WELL, "opinion": "pass", "words": "同意。"}
    answer = refused(play.act, "review.opine", both, **opinion)
    assert answer == {"the_reviewer_is_not_the_handler": "LR-07"}
    assert play.review().number


@pytest.mark.rule("QUAL-09")
def test_the_reviewer_is_legally_qualified(submitted):
    """The gate on appointments keeps others out; a row changed behind it is refused here or not shown."""
    reviewer = people.actor(submitted.cast.reviewers[1], submitted.stage.now.date())
    look = look_at(
        ACTS["review.opine"], reviewer.id, submitted.case, submitted.stage.now, submitted.stage.now, None
    )
    facts = the_review(look)
    assert the_reviewer_is_legally_qualified(facts) is None
    bare = replace(facts, look=replace(look, by=replace(reviewer, legal_qualification="")))
    assert the_reviewer_is_legally_qualified(bare).rule == "QUAL-09"


def test_only_reviewers_review(submitted):
    for who in (submitted.cast.head, submitted.cast.supervisor, submitted.cast.officers[0][4]):
        with pytest.raises(NotYours):
            submitted.act("review.opine", who, points=ALL_WELL, opinion="pass", words="同意。")


def test_what_cannot_be_an_opinion_is_said(submitted):
    assert misread(submitted.review, points=[], opinion="perhaps") == {
        "points": "至少需要1项。",
        "opinion": "请从列出的选项中选择一项。",
    }


# --- problems, and coming again


@pytest.mark.rule("LR-06")
@pytest.mark.clause("3.3.b")
def test_problems_are_answered_before_the_case_comes_again(submitted):
    submitted.review(**PROBLEMS)
    assert cases.case(submitted.case).state == "noticed"
    assert not reads.reviews(submitted.case)[0].stands
    assert refused(submitted.submit) == {"earlier_problems_are_answered": "LR-06"}
    assert refused(submitted.submit, reply="已改") == {"earlier_problems_are_answered": "LR-06"}
    submitted.submit(reply="已补充测量记录一份。")
    assert reads.requests(submitted.case)[-1].round == 2
    submitted.later(hours=1)
    submitted.review()
    assert [r.passed for r in reads.reviews(submitted.case)] == [False, True]


# --- review.withdraw


@pytest.mark.rule("LR-01")
@pytest.mark.clause("3.4.b")
@branching(
    "who",
    [lambda p: p.team[0], lambda p: p.cast.reviewers[1], lambda p: p.cast.head],
    ids=["承办人", "审核人员", "主要负责人"],
)
def test_a_passed_review_may_be_taken_back_and_counts_no_more(submitted, who):
    submitted.review()
    version = cases.case(submitted.case).proposal.version
    assert reads.standing_review(submitted.case, version)
    done = submitted.act("review.withdraw", who(submitted), reason="发现新的证据。")
    assert reads.reviews(submitted.case)[0].withdrawn == done.index
    assert reads.standing_review(submitted.case, version) is None
    assert cases.case(submitted.case).state == "noticed"


def test_nobody_else_takes_it_back(submitted):
    submitted.review()
    for who in (submitted.cast.officers[0][4], submitted.cast.reviewers[2]):
        with pytest.raises(NotYours, match="本案承办人、出具意见的审核人员"):
            submitted.act("review.withdraw", who, reason="发现新的证据。")


@pytest.mark.rule("LR-01")
def test_a_review_of_another_proposal_does_not_count(submitted):
    submitted.review()
    assert reads.standing_review(submitted.case, 10**9) is None
