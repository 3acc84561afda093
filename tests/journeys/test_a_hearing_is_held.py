"""A heavy fine whose party asks for a hearing: from the street to the public page, decided by the record."""

import random
from typing import Any

import pytest

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.disclosure import reads as disclosure
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.example import hearing
from mingfa.example.asking import refused
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.example.penalties import Told, publish
from mingfa.example.pictures import Pictures

HEAVY = {"amount": 600_000, "deviation": "示例：情节特别严重。"}
RULES = ("HEAR-01", "HEAR-04", "HEAR-05", "HEAR-08", "HEAR-09")


@pytest.fixture
def play(stage: Stage, cast: Cast) -> Play:
    """Told and served; on the next working day the party asks for a hearing."""
    found = Play(stage, cast)
    found.to_concluded(**HEAVY)
    found.serve(found.notify().index)
    found.later(days=1)
    hearing.ask_for_it(found)
    return found


def wait_for_it(play: Play) -> None:
    hearing.appoint(play)
    while play.stage.now < hearings.hearings(play.case)[-1].starts_at:
        play.later(days=1)
    play.later(hours=2)


def through_review(play: Play) -> dict[str, Any]:
    """Submit and review; return what the opinion says."""
    play.submit()
    play.later(days=1)
    opinion = paper(play.review().index)
    play.later(hours=2)
    return opinion


def why_discussed(play: Play) -> str:
    """Return why the heads must discuss the case before it is decided."""
    with pytest.raises(Refused) as answer:
        play.decide()
    (reason,) = answer.value.refusals
    assert reason.rule == "CDIS-01"
    return reason.because


def paper(act: int) -> dict[str, Any]:
    """Return what the paper of an act says."""
    said = value(leaf(act).entry, "paper")
    assert isinstance(said, dict)
    return said


@pytest.mark.rule(*RULES, "LR-01", "CDIS-01")
@pytest.mark.clause("2.1.a", "2.2.b", "3.2.b", "3.4.b")
def test_a_case_goes_through_a_hearing_to_the_public(play: Play) -> None:
    assert refused(play.submit)["a_requested_hearing_was_held"] == "HEAR-08"
    wait_for_it(play)
    hearing.hold(play)
    assert refused(play.submit) == {"a_requested_hearing_was_held": "HEAR-08"}
    hearing.report(play)
    record = hearings.hearings(play.case)[0].record_number
    opinion = through_review(play)
    assert "经过听证程序" in opinion["grounds"] and record in opinion["materials"]
    assert "经过听证" in why_discussed(play)
    play.discuss()
    made = play.decide()
    words = paper(made.index)["notice"]
    assert "应当事人要求" in words and "公开举行听证" in words and record in words
    assert "本决定根据听证笔录作出" in words
    play.serve(made.index)
    for wait in publish(Told(play, random.Random(1), Pictures(), 1), made.index):
        play.later(hours=int(wait.total_seconds()) // 3600)
    published = disclosure.publication_of(made.index)
    assert published is not None and published.is_live


@pytest.mark.rule("HEAR-07")
@pytest.mark.clause("2.1.a")
def test_who_stays_away_is_decided_upon_without_a_hearing(play: Play) -> None:
    wait_for_it(play)
    note = "听证通知书已经依法送达，当事人没有到场，也没有说明理由。"
    hearing.hold(play, attendance="absent", absence_note=note, attendee="", signed=None, defence="")
    opinion = through_review(play)
    assert "经过听证程序" not in opinion["grounds"]
    assert "经过听证" not in why_discussed(play)
    play.discuss()
    words = paper(play.decide().index)["notice"]
    assert "无正当理由拒不出席，视为放弃听证权利，本机关终止听证" in words


@pytest.mark.rule("HEAR-08")
def test_a_decision_against_the_report_says_why(play: Play) -> None:
    wait_for_it(play)
    hearing.hold(play)
    hearing.report(play, opinion="change")
    through_review(play)
    play.discuss()
    assert refused(play.decide) == {"the_hearing_report_is_followed_or_answered": "HEAR-08"}
    play.decide(reasons={"the_hearing_report_is_followed_or_answered": "集体讨论认为情节特别严重。"})
    decision = decisions.decision_of(play.case)
    assert decision is not None and decision.amount == 600_000


@pytest.mark.rule("HEAR-08", "NOTI-06")
def test_what_the_report_proposes_is_told_anew(play: Play) -> None:
    """The report proposes less; the new proposal is told again, and the party waives a second hearing."""
    wait_for_it(play)
    hearing.hold(play)
    hearing.report(play, opinion="change")
    play.conclude(amount=520_000, deviation="示例：采纳听证报告，减少罚款。")
    play.serve(play.notify().index)
    while not play.was_heard():
        play.later(days=1)
    through_review(play)
    play.discuss()
    words = paper(play.decide().index)["notice"]
    assert "听证报告建议变更拟作出的处罚" in words
