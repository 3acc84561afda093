"""Papers of enforcement where the ordinary sentence would be untrue (行政强制法 35, 37, 51, 55)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mingfa.bureau import papers
from mingfa.bureau.enforcement.court.contents import challenged
from mingfa.bureau.papers.tests.enforcement_examples import ENFORCEMENT_EXAMPLES
from mingfa.bureau.papers.tests.test_render import text_of
from mingfa.bureau.remedies.values import RemedyView

from .facts import applying

AT = datetime(2026, 9, 28, 2, 0, tzinfo=UTC)
LOST = RemedyView(
    id=1,
    matter=1,
    decision=1,
    kind="reconsideration",
    simplified=False,
    body="示例市高新区人民政府",
    document="示复受〔2026〕1号",
    applied_on=date(2026, 5, 1),
    received_on=date(2026, 5, 6),
    listed=None,
    answered=None,
    outcome="upheld",
    ruling="示复决〔2026〕1号",
    ended_on=date(2026, 7, 1),
    grounds=(),
)


def drawn(kind: str, **over: Any) -> str:
    return text_of(papers.render(kind, {**ENFORCEMENT_EXAMPLES[kind], **over}, made_at=AT))


@pytest.mark.rule("EXEC-09")
def test_an_order_made_before_the_demand_ran_out_says_on_what_evidence() -> None:
    said = drawn("enforcement_order", hiding="9月20日夜间转移货架。")
    assert "在催告期间，有证据证明当事人有转移或者隐匿财物的迹象：9月20日夜间转移货架。" in said
    assert "逾期仍不履行" not in said
    assert "逾期仍不履行，且无正当理由" in drawn("enforcement_order")


@pytest.mark.rule("EXEC-17")
def test_the_last_demand_threatens_only_the_substitute_that_was_decided() -> None:
    said = drawn("demand", order="《代履行决定书》（示代履决字〔2026〕第1号）", performer="示例清运有限公司")
    assert "依据《代履行决定书》（示代履决字〔2026〕第1号），由示例清运有限公司代履行" in said
    assert "停止代履行" in said and "申请人民法院强制执行" not in said
    assert "申请人民法院强制执行" in drawn("demand")


@pytest.mark.rule("EXEC-11")
def test_the_court_is_told_of_a_remedy_that_the_party_lost() -> None:
    assert "未申请行政复议" in challenged(applying())
    said = challenged(replace(applying(), challenges=(LOST,)))
    assert "行政复议（示复决〔2026〕1号）：维持原决定" in said and "未申请行政复议" not in said


def test_only_a_substitute_signs_the_record_as_one() -> None:
    assert "代履行人签名" not in drawn("enforcement_record", performer="")
