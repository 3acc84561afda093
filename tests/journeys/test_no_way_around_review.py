"""Clause 3.4.b: no path, race, API call or direct statement makes a decision without a passed review."""

import pytest
from django.db import DatabaseError, connection, transaction

from mingfa.bureau.decisions.models import Decision
from mingfa.bureau.decisions.reads import decision_of
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.ledger import reader
from mingfa.bureau.review.models import Review
from mingfa.bureau.review.values import POINTS
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

pytestmark = [pytest.mark.clause("3.4.b", "3.2.b"), pytest.mark.rule("LR-01")]


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {r.code for r in refused.value.refusals}


@pytest.fixture
def play(stage: Stage, cast: Cast) -> Play:
    return Play(stage, cast)


def test_told_and_heard_but_not_reviewed(play: Play) -> None:
    play.to_concluded()
    play.tell()
    with pytest.raises(Refused) as refused:
        play.decide()
    assert {"legal_review_has_passed", "the_step_is_open"} <= codes(refused)
    assert "第五十八条" in str(refused.value)
    assert not Decision.objects.exists()


def test_reviewed_with_problems(play: Play) -> None:
    play.to_concluded()
    play.tell()
    play.submit()
    points = [{"point": p, "ok": p != "facts", "note": "证据不足。"} for p in POINTS]
    play.review(points=points, opinion="problems", words="主要证据不足，请补充调查。")
    with pytest.raises(Refused) as refused:
        play.decide()
    assert "legal_review_has_passed" in codes(refused)


def test_a_review_taken_back(play: Play) -> None:
    play.to_reviewed()
    play.act("review.withdraw", play.cast.reviewers[1], reason="发现新的证据")
    with pytest.raises(Refused) as refused:
        play.decide()
    assert "legal_review_has_passed" in codes(refused)


def test_a_review_of_an_earlier_proposal(play: Play) -> None:
    play.to_reviewed()
    play.act("review.withdraw", reason="调整处理建议")
    play.conclude(amount=30000)
    with pytest.raises(Refused) as refused:
        play.decide()
    assert "legal_review_has_passed" in codes(refused)


def test_nobody_else_may_decide(play: Play) -> None:
    play.to_reviewed()
    for person in (play.team[0], play.cast.reviewers[1], play.cast.publicity, play.cast.supervisor):
        with pytest.raises(NotYours):
            play.act("decision.make", person, opinion="同意。", agreed=True)


def test_a_refused_decision_leaves_nothing_but_the_attempt(play: Play) -> None:
    play.to_concluded()
    before = reader.size()
    with pytest.raises(Refused):
        play.decide()
    assert reader.size() == before


def insert_decision(case: int, review: int, version: int) -> None:
    """Insert a decision as somebody with the database's password would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO decisions_decision (leaf, sealed, case_id, review_id, version, outcome, kinds,"
            " amount, gains, number, decided_on, decided_by, head) VALUES (%s, %s, %s, %s, %s,"
            " 'penalty', '[]', 100, 0, 'x', '2026-09-30', 1, 1)",
            [999_999, 999_999, case, review, version],
        )


def test_the_database_itself_refuses(play: Play) -> None:
    play.to_reviewed()
    review = Review.objects.latest("pk")
    other = Play(play.stage, play.cast, 1, "占道经营").to_filed()
    with pytest.raises(DatabaseError):
        insert_decision(other.case, review.pk, review.version)
    with pytest.raises(DatabaseError):
        insert_decision(play.case, review.pk, review.version + 1)
    play.act("review.withdraw", reason="撤回")
    with pytest.raises(DatabaseError):
        insert_decision(play.case, review.pk, review.version)
    assert not Decision.objects.exists()


def test_a_decision_slipped_in_is_named(play: Play) -> None:
    """Even where the guards fit, a decision that no act made has no entry: reading it is refused."""
    play.to_reviewed()
    review = Review.objects.latest("pk")
    insert_decision(play.case, review.pk, review.version)
    with pytest.raises(reader.Altered, match="decisions.decision/999999"):
        decision_of(play.case)


def test_a_decision_is_never_changed(play: Play) -> None:
    play.to_decided()
    for statement in ("UPDATE decisions_decision SET amount = 1", "DELETE FROM decisions_decision"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
