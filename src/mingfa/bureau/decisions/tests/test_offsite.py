"""A penalty that rests on what a camera recorded (处罚法 41), from its review to the decision."""

import pytest

from mingfa.bureau.records.tests.test_devices import VIDEO, register
from mingfa.example.asking import refused
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import SHOP, Play

TOLD = {
    "person": SHOP["name"],
    "facts": "在示例路100号门前店外经营。",
    "lookup": "凭本告知书到本局服务窗口查询",
    "answer": "收到之日起五个工作日内向本局书面或者口头提出",
}


@pytest.fixture
def recorded(stage: Stage, cast: Cast) -> Play:
    """A case whose proposal names a reviewed record of a camera, and that passed legal review."""
    play = Play(stage, cast).to_filed()
    device = register(play, public_place=True, public_safety=True).index
    kept = play.keep(kind="av", file=VIDEO, device=device)
    fit = dict.fromkeys(("true", "clear", "complete", "accurate"), True)
    play.act("record.review_device", evidence=kept.index, words="清晰完整。", **fit)
    play.inspect()
    play.order()
    play.conclude()
    play.tell()
    play.submit()
    play.later(hours=2)
    play.review()
    play.later(hours=2)
    return play


@pytest.mark.rule("EVID-07")
@pytest.mark.clause("2.1.a")
def test_it_is_decided_only_after_the_notice_of_the_record_reached_the_party(recorded: Play) -> None:
    untold = {"the_party_was_told_of_the_records": "EVID-07"}
    assert refused(recorded.decide) == untold
    notice = recorded.act("record.tell", **TOLD)
    assert refused(recorded.decide) == untold, "a notice that nobody received tells nothing"
    recorded.serve(notice.index)
    assert recorded.decide().number


@pytest.mark.rule("EVID-07")
def test_a_penalty_without_such_a_record_needs_no_such_notice(stage: Stage, cast: Cast) -> None:
    assert Play(stage, cast).to_decided().number
