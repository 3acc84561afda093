"""Paying later or in parts (行政处罚法 66): the party asks, the head grants a plan to pay by."""

from datetime import date, timedelta

import pytest

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.execution import reads
from mingfa.bureau.execution.values import Owed
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.example.asking import refused
from mingfa.example.cases import Play

FINE = 17_500


def owed(play: Play, on: date) -> Owed:
    decision = decisions.decision_of(play.case)
    assert decision is not None
    return reads.owed(decision, on)


def plan(*parts: tuple[str, int]) -> list[dict[str, object]]:
    return [{"on": on, "amount": amount} for on, amount in parts]


@pytest.mark.rule("EXEC-05")
@pytest.mark.clause("2.1.a")
def test_a_plan_moves_the_days_and_the_additional_fine(served: Play) -> None:
    """Due on 8 October; granted on 22 September in two parts: nothing runs before each part's own day."""
    served.later(days=1)
    served.ask_to_defer()
    done = served.grant_deferral(plan=plan(("2026-11-10", 7_500), ("2026-12-10", 10_000)))
    paper = value(leaf(done.index).entry, "paper")
    assert (paper["granted"], paper["kind"], len(paper["plan"])) == (True, "分期缴纳", 2)
    assert owed(served, date(2026, 11, 10)).surcharge == 0
    late = owed(served, date(2026, 11, 12))
    assert (late.due_on, late.ends_on, late.surcharge) == (date(2026, 11, 10), date(2026, 12, 10), 450)


@pytest.mark.rule("EXEC-05")
def test_what_ran_before_a_plan_was_granted_stays(served: Play) -> None:
    served.stage.now += timedelta(days=20)
    ran = owed(served, served.stage.now.date()).surcharge
    assert ran > 0
    served.ask_to_defer(kind="defer")
    served.grant_deferral(plan=plan(("2026-12-10", FINE)))
    today = served.stage.now.date()
    assert owed(served, date(2026, 12, 10)).surcharge == owed(served, today).surcharge
    assert owed(served, date(2026, 12, 10)).surcharge == ran - FINE * 3 // 100, "the day of the grant is free"


@pytest.mark.rule("EXEC-05")
def test_a_refused_application_changes_nothing(served: Play) -> None:
    served.later(days=1)
    before = owed(served, date(2026, 10, 20))
    served.ask_to_defer()
    assert refused(served.ask_to_defer) == {"no_application_waits_for_its_answer": "EXEC-05"}
    done = served.act("deferral.refuse", served.cast.deputies[0], opinion="当事人未能证明经济困难。")
    assert value(leaf(done.index).entry, "paper")["granted"] is False
    assert owed(served, date(2026, 10, 20)) == before
    assert refused(served.grant_deferral, plan=plan(("2026-12-10", FINE))) == {
        "the_party_asked_for_it": "EXEC-05"
    }
