"""Announcing, suspending and ending the hearing of a penalty."""

import pytest

from mingfa.bureau.hearings import reads
from mingfa.bureau.hearings.tests.asking import (
    appointed,
    appointment,
    asked,
    hold,
    proceedings,
    schedule,
    take_back,
)
from mingfa.bureau.ledger.reader import leaf, value


@pytest.fixture
def ready(stage, cast):
    return appointed(stage, cast)


def paper_of(play, kind):
    return value(leaf(play.paper(kind)).entry, "paper")


@pytest.mark.rule("HEAR-05")
@pytest.mark.clause("2.1.a")
def test_a_public_hearing_is_announced(stage, cast):
    play = asked(stage, cast)
    assert play.refused("hearing.announce", cast.review_head) == {"it_was_appointed": "HEAR-04"}
    schedule(play)
    play.act("hearing.announce", cast.review_head)
    told = paper_of(play, "hearing_announcement")
    assert (told["venue"], told["manner"]) == ("本局听证室", "公开举行")
    assert reads.hearings(play.case)[-1].announced is not None


@pytest.mark.rule("HEAR-05")
def test_a_closed_hearing_is_not_announced(stage, cast):
    play = asked(stage, cast)
    schedule(play, closed_because="privacy", closed_note="涉及当事人家庭情况。")
    found = play.refused("hearing.announce", cast.review_head)
    assert found == {"only_a_public_hearing_is_announced": "HEAR-05"}


@pytest.mark.rule("HEAR-04")
def test_a_suspended_hearing_goes_on_only_at_a_time_told_anew(ready):
    play, head = ready, ready.cast.review_head
    play.act("hearing.suspend", head, reason="当事人突发疾病。")
    found = play.refused("hearing.hold", play.cast.reviewers[1], **proceedings(play))
    assert found == {"it_is_not_suspended": "HEAR-04"}
    later = appointment(play, starts_at="2026-10-26T09:30:00+08:00", reason="当事人已经出院。")
    play.act("hearing.postpone", head, **later)
    assert reads.hearings(play.case)[-1].suspended is None


@pytest.mark.rule("HEAR-07", "HEAR-08")
def test_a_hearing_that_was_taken_back_ends_and_is_not_held(ready):
    play, head = ready, ready.cast.review_head
    early = {"ground": "withdrawn", "reason": "当事人撤回听证申请。"}
    found = play.refused("hearing.end", head, **early)
    assert found == {"a_hearing_ends_early_only_for_its_ground": "HEAR-07"}
    take_back(play)
    play.act("hearing.end", head, **early)
    assert "撤回听证申请" in paper_of(play, "hearing_termination")["reason"]
    (hearing,) = reads.hearings(play.case)
    assert hearing.is_over and not hearing.took_place
    assert "it_was_appointed" in play.refused("hearing.end", head, **early)


@pytest.mark.rule("HEAR-07")
def test_other_grounds_are_shown(ready):
    gone = {"ground": "party_gone", "reason": "当事人死亡，没有承受其权利的人。"}
    found = ready.refused("hearing.end", ready.cast.review_head, **gone)
    assert found == {"a_hearing_ends_early_only_for_its_ground": "HEAR-07"}
    ready.act("hearing.end", ready.cast.review_head, **gone, document="死亡证明")
    assert reads.hearings(ready.case)[-1].ended is not None


def test_an_ordinary_hearing_is_held_as_before(ready):
    hold(ready)
    assert reads.hearings(ready.case)[-1].took_place
