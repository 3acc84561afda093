"""Results of inspections go the same way to the public as decisions, within twenty working days (PUB-03)."""

from typing import Any

import pytest

from mingfa.bureau.disclosure import reads
from mingfa.example.asking import refused
from mingfa.example.bureau import Cast, Stage
from mingfa.example.inspections import Round

INTEREST = "餐饮油烟群众反映集中，公开检查结果有利于社会监督。"


@pytest.fixture
def told(stage: Stage, cast: Cast) -> Round:
    """Carry an inspection to the result that the shop was told."""
    round_ = Round(stage, cast).ready()
    round_.apply()
    round_.approve()
    round_.notify()
    round_.enter()
    round_.record()
    round_.tell()
    return round_


def collect(round_: Round, **over: Any) -> int:
    (task,) = reads.to_publish(round_.stage.now.date())
    given = {"decision": task.decision, "public_interest": INTEREST, "full_text": True, **over}
    return round_.stage.act("disclosure.collect", round_.team[0], None, **given).index


@pytest.mark.rule("PUB-03")
@pytest.mark.clause("1.4.b")
def test_a_result_waits_twenty_working_days(told: Round) -> None:
    (task,) = reads.to_publish(told.stage.now.date())
    assert (task.kind, task.matter, task.days_left) == ("inspection", told.matter, 20)
    assert reads.counts(told.stage.now.date())["inspection"].waiting == 1


@pytest.mark.rule("PUB-03", "PUB-06", "RED-03")
@pytest.mark.clause("1.1.b", "1.4.c")
def test_the_public_reads_what_was_found_and_no_persons_name(told: Round) -> None:
    publication = collect(told)
    stage, cast = told.stage, told.cast
    stage.act("disclosure.hand_over", cast.leaders[0], None, publication=publication, opinion="内容属实。")
    stage.act(
        "disclosure.review", cast.publicity_head, None, publication=publication, passed=True, opinion="同意。"
    )
    stage.act("disclosure.publish", cast.publicity, None, publication=publication)
    found = reads.publication(publication)
    assert found is not None and found.state == "published"
    shown = reads.shown(found)
    assert shown["notice"]["category"] == "行政检查（年度检查计划）"
    assert shown["notice"]["workdays_allowed"] == 20
    assert "未发现违法行为" in shown["notice"]["conclusion"]
    assert "城市市容和环境卫生管理条例" in shown["notice"]["basis"][0]
    assert "李示例" not in str(shown), "the operator is masked"
    assert reads.to_publish(stage.now.date()) == []


@pytest.mark.rule("PI-02")
def test_a_shop_is_shown_only_for_a_recorded_interest(told: Round) -> None:
    assert refused(collect, told, public_interest="") == {"the_public_interest_is_recorded": "PI-02"}
