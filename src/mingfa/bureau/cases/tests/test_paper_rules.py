"""Papers that contradict each other: the act warns, and goes on with a reason."""

from types import SimpleNamespace

import pytest

from mingfa.bureau.cases.rules import the_papers_agree
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.drawing.cross_check import cross_checked
from mingfa.bureau.papers.lints import Finding
from mingfa.bureau.service.tests.making import noticed

WRONG = Finding("AV-01", "示〔2026〕第2号", "当事人名称为“乙”，示〔2026〕第1号为“甲”。")


@pytest.mark.rule("AV-01")
@pytest.mark.clause("2.1.a", "2.3.a")
def test_every_contradiction_is_named_before_the_case_goes_on():
    assert the_papers_agree(SimpleNamespace(findings=())) is None
    assert "示〔2026〕第2号当事人名称" in the_papers_agree(SimpleNamespace(findings=(WRONG,))).because
    assert "共7处" in the_papers_agree(SimpleNamespace(findings=(WRONG,) * 7)).because


@pytest.mark.parametrize("act", ["review.request", "decision.make", "case.close"])
def test_the_papers_are_checked_before_review_decision_and_closing(act):
    assert the_papers_agree in REGISTER[act].gates


def test_the_papers_of_a_case_made_by_acts_agree(stage, cast):
    play = noticed(stage, cast)
    look = SimpleNamespace(inputs=object(), matter=SimpleNamespace(pk=play.case, number=""))
    assert cross_checked(look) == ()
    assert cross_checked(SimpleNamespace(inputs=None, matter=look.matter)) == ()
