"""Hearings of permits and the review after them: asked for or called, told, announced, held, reviewed."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.doorway.ways import what_stands_in_the_way
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.permits import reads
from mingfa.bureau.permits.models import Permit, PermitDecision
from mingfa.example.asking import refused
from mingfa.example.permit_hearing import appoint, hear, report
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying

PROBLEMS = {"opinion": "problems", "words": "平面图没有标明消防通道，请补充。"}


@pytest.fixture
def told(play):
    """Both sides were told of the right to a hearing on Monday, 7 September."""
    play.to_accepted()
    play.check()
    play.tell("applicant")
    play.third = play.tell().index
    return play


@pytest.fixture
def asked(told):
    told.hear(concerned=told.third, hearing_requested=True)
    return told


@pytest.mark.rule("PERM-10")
def test_both_sides_are_told_and_have_five_working_days(play):
    play.to_accepted()
    play.check()
    third = play.tell()
    assert refused(play.conclude)["both_sides_were_told_of_the_hearing"] == "PERM-10"
    play.tell("applicant")
    assert refused(play.conclude) == {"the_time_to_ask_for_a_hearing_is_over": "PERM-10"}
    play.later(days=8)
    late = refused(play.hear, concerned=third.index, hearing_requested=True)
    assert late == {"the_permit_hearing_is_asked_for_in_time": "PERM-10"}
    play.conclude()
    assert play.state == "concluded"


@pytest.mark.rule("PERM-10", "LR-02")
@pytest.mark.clause("3.2.c")
def test_a_hearing_asked_for_is_held_reported_reviewed_and_only_then_decided(asked, cast):
    play = asked
    play.later(days=8)
    assert refused(play.conclude) == {"a_permit_hearing_was_held": "PERM-10"}
    appoint(play)
    hear(play)
    assert play.state == "heard"
    assert refused(play.reconclude) == {"a_permit_hearing_was_held": "PERM-10"}
    report(play)
    play.reconclude()
    assert play.state == "to_review"
    assert "the_step_is_open" in refused(play.decide)
    play.submit()
    play.review(**{**PROBLEMS, "points": _one_problem()})
    assert play.state == "to_review"
    play.reconclude()
    play.submit(reply="已补充标明消防通道的平面图。")
    play.review()
    play.decide(reasons={"it_is_decided_in_time": "示例：听证占用时间。"})
    assert play.state == "granted"
    words = facts_of_paper(reads.decision(play.permit).id)["notice"]
    assert "本决定根据听证笔录作出" in words


def _one_problem():
    from_points = ("subject", "procedure", "facts", "law", "discretion", "powers", "papers", "crime")
    return [{"point": p, "ok": p != "facts", "note": "经核对。"} for p in from_points]


@pytest.mark.rule("PERM-10", "HEAR-04")
def test_every_third_party_is_told_of_the_time_seven_working_days_before(asked):
    appoint(asked, invite=False)
    found = refused(hear, asked)
    assert found == {"its_notice_was_served_in_time": "HEAR-04"}


@pytest.mark.rule("HEAR-04", "HEAR-05", "PERM-10")
def test_refusals_of_a_permits_hearing_cite_the_licensing_law(asked, cast):
    appoint(asked, invite=False)
    with pytest.raises(Refused) as refusal:
        hear(asked)
    (found,) = refusal.value.refusals
    assert found.citation.startswith("《中华人民共和国行政许可法》第四十八条")
    with pytest.raises(Refused) as refusal:
        asked.act("hearing.postpone", cast.review_head, **_by_an_examiner(asked))
    cited = {r.code: r.citation for r in refusal.value.refusals}
    assert "行政许可法》第四十八条第一款第三项" in cited["nobody_who_investigated_conducts_it"]


def _by_an_examiner(play):
    hearing = hearings.hearings(play.permit)[-1]
    return {
        "starts_at": (hearing.starts_at + timedelta(days=30)).isoformat(),
        "venue": "本局听证室",
        "chair": play.team[0],
        "recorder": play.cast.archivist,
        "reason": "示例。",
    }


@pytest.mark.rule("PERM-11")
def test_a_hearing_the_law_asks_for_is_called_announced_and_held(stage, cast):
    play = Applying(stage, cast, list_permit(stage, cast, heard=True))
    play.to_accepted()
    play.check()
    assert refused(play.conclude) == {"a_hearing_the_law_asks_for_was_called": "PERM-11"}
    call = {"reason": "法律规定应当听证。", "opinion": "同意。"}
    play.act("permit.call_hearing", cast.head, **call)
    assert refused(play.act, "permit.call_hearing", cast.head, **call) == {
        "a_hearing_was_not_called_yet": "PERM-11"
    }
    appoint(play)
    assert refused(hear, play) == {"it_was_announced_where_the_law_asks": "HEAR-05"}
    told = play.act("hearing.announce", cast.review_head)
    assert facts_of_paper(told.index)["manner"] == "公开举行"
    play.stage.now = datetime.fromisoformat("2026-09-22T12:00:00+08:00")
    hear(play)
    assert play.state == "heard"


@pytest.mark.rule("HEAR-04", "HEAR-07")
def test_a_hearing_is_suspended_and_goes_on_at_a_time_told_anew_or_ends(asked, cast):
    play = asked
    appoint(play)
    play.act("hearing.suspend", cast.review_head, reason="利害关系人住院治疗。")
    assert "it_is_not_suspended" in refused(hear, play)
    early = {"ground": "withdrawn", "reason": "利害关系人撤回。"}
    found = refused(play.act, "hearing.end", cast.review_head, **early)
    assert found == {"a_hearing_ends_early_only_for_its_ground": "HEAR-07"}
    play.hear(concerned=play.third, taken_back=True, words="撤回听证申请。")
    play.act("hearing.end", cast.review_head, **early)
    assert hearings.hearings(play.permit)[-1].is_over
    play.later(days=8)
    play.conclude()
    assert play.state == "concluded"


@pytest.mark.rule("LR-02")
@pytest.mark.clause("3.2.c")
def test_a_major_matter_goes_to_review_without_a_hearing(play):
    play.to_concluded(grounds=["public_interest"])
    assert play.state == "to_review"
    play.submit()
    play.review()
    play.act("review.withdraw", play.cast.head, reason="补充材料。")
    assert play.state == "to_review"
    play.submit()
    play.review()
    play.decide()
    assert play.state == "granted"


@pytest.mark.rule("LR-02")
def test_the_gate_alone_refuses_a_decision_without_the_review_that_is_due(play):
    """Were the state of a major matter ever wrong, the gate still asks for the review."""
    play.to_concluded()
    way = what_stands_in_the_way("permit.decide", by=play.cast.head, on=play.permit, now=play.stage.now)
    assert way == []
    play.act("permit.call_hearing", play.cast.head, reason="重大公共利益。", opinion="同意。")
    found = refused(play.decide)
    assert found["the_review_that_is_due_has_passed"] == "LR-02"
    assert found["a_permit_hearing_was_held"] == "PERM-10"


@pytest.mark.rule("LR-02")
@pytest.mark.clause("3.2.c")
def test_the_database_refuses_a_permit_decision_without_its_review(play):
    play.to_concluded(grounds=["public_interest"])
    row = Permit.objects.get(pk=play.permit)

    def decided(**over):
        values = {"permit": row, "version": row.concluded, "outcome": "grant", "needs_review": True}
        more = {"number": "示例", "decided_on": play.today, "decided_by": 1, "leaf": 10**6, "sealed": 10**6}
        with transaction.atomic():
            PermitDecision(**{**values, **more, **over}).save(force_insert=True)

    with pytest.raises(DatabaseError, match="LR-02"):
        decided()
    decided(needs_review=False)
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        PermitDecision.objects.update(outcome="refuse")
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        PermitDecision.objects.all().delete()


@pytest.mark.rule("LR-02")
def test_after_a_hearing_the_database_asks_for_a_review_whatever_the_row_says(asked):
    appoint(asked)
    hear(asked)
    row = Permit.objects.get(pk=asked.permit)
    lie = PermitDecision(
        permit=row, version=1, outcome="grant", needs_review=False, number="示例", decided_on=asked.today,
        decided_by=1, leaf=10**6, sealed=10**6,
    )  # fmt: skip
    with pytest.raises(DatabaseError, match="LR-02"), transaction.atomic():
        lie.save(force_insert=True)
