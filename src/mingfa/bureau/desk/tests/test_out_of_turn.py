"""An act out of turn, at the desk and by a program: each kind of matter has its noun and its article."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from mingfa.bureau.desk.tests.sending import address, errors_on
from mingfa.bureau.desk.tests.test_api import Program
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.example.enforcement import Enforcing
from mingfa.example.inspections import Round
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying
from mingfa.example.summary import Spot

# A matter, who tries which act on it, and what is typed.
Tried = tuple[int, int, str, dict[str, Any]]
WORDS = ("performance", "remedies", "opinion")


def a_clue(stage: Stage, cast: Cast) -> Tried:
    play = Play(stage, cast)
    play.register()
    return play.case, play.team[0], "case.propose_closing", dict.fromkeys(WORDS, "示例文字")


def a_spot_decision(stage: Stage, cast: Cast) -> Tried:
    spot = Spot(stage, cast)
    spot.fine(payment="bank")
    return spot.case, spot.team[0], "summary.hand_in", {"received_by": cast.leaders[0]}


def an_inspection(stage: Stage, cast: Cast) -> Tried:
    tour = Round(stage, cast)
    tour.to_entered()
    return tour.matter, tour.team[0], "inspection.notify", {"contact": "0991-0000000"}


def an_application(stage: Stage, cast: Cast) -> Tried:
    applying = Applying(stage, cast, list_permit(stage, cast))
    applying.receive()
    return applying.permit, cast.leaders[0], "permit.assign", {"staff": applying.team}


def an_enforcement(stage: Stage, cast: Cast) -> Tried:
    play = Enforcing(stage, cast).to_ordered()
    play.begin()
    return play.matter, play.team[0], "enforcement.submit", {"explanation": "示例说明文字。"}


KINDS = [
    (a_clue, "案件", "《中华人民共和国行政处罚法》第四十七条"),
    (a_spot_decision, "案件", "《中华人民共和国行政处罚法》第四十七条"),
    (an_inspection, "检查事项", "《国务院办公厅关于严格规范涉企行政检查的意见》"),
    (an_application, "许可事项", "《中华人民共和国行政许可法》第四条"),
    (an_enforcement, "强制执行事项", "《中华人民共和国行政强制法》第四条"),
]


@pytest.mark.rule("AV-01")
@pytest.mark.parametrize(("begun", "noun", "cited"), KINDS, ids=[begun.__name__ for begun, _, _ in KINDS])
def test_an_act_out_of_turn_is_refused_in_the_words_of_its_kind(
    at_desk: Callable[[int], Client],
    stage: Stage,
    cast: Cast,
    begun: Callable[[Stage, Cast], Tried],
    noun: str,
    cited: str,
) -> None:
    matter, person, act, typed = begun(stage, cast)
    client = at_desk(person)
    said = errors_on(client.get(address(act, matter)))
    assert re.search(rf"{noun}目前处于“[^”]+”环节，此时不能办理“", said), said
    assert f"办法：先完成{noun}页面列出的前序环节。" in said
    assert cited in said
    answer = Program(client).post(f"/api/v1/acts/{act}?on={matter}", typed)
    assert answer.status_code == 409, answer.content.decode()
    (found,) = [r for r in answer.json()["refusals"] if r["code"] == "the_step_is_open"]
    assert (found["rule"], found["warns"]) == ("AV-01", False)
    assert found["because"].startswith(f"{noun}目前处于“") and found["citation"].startswith(cited)
    assert found["todo"] == f"先完成{noun}页面列出的前序环节。"
