"""The procedures' tables and the acts say the same: what the public sees is what runs the matter.

And of every table: each state can be reached and left, each end is an end, its chart can be drawn.
"""

from collections.abc import Callable
from xml.dom import minidom

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.chart import flow_chart
from mingfa.bureau.law.procedure import Move, Procedure, Step, procedures

STEPS = [pytest.param(step, id=f"{table.id}-{step.act}") for table in procedures() for step in table.steps]


@pytest.mark.clause("1.2.c")
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_an_act(step: Step) -> None:
    assert step.act in REGISTER


@pytest.mark.clause("1.2.c")
@pytest.mark.parametrize("step", STEPS)
def test_a_step_lists_the_rules_its_act_asks(step: Step) -> None:
    assert set(step.gates) == set(REGISTER[step.act].rules)


@pytest.mark.parametrize("step", STEPS)
def test_a_rule_is_asked_or_kept_but_not_both(step: Step) -> None:
    assert not set(step.gates) & set(step.keeps)


TABLES = [pytest.param(table, id=table.id) for table in procedures()]


def spread(
    start: set[str | None], moves: list[Move], onward: Callable[[Move], tuple[str | None, str | None]]
) -> set[str | None]:
    """Return everything that can be reached from `start`; `onward` says from where a move leads where."""
    found, edge = set(start), set(start)
    while edge:
        edge = {to for frm, to in map(onward, moves) if frm in edge} - found
        found |= edge
    return found


@pytest.mark.parametrize("table", TABLES)
def test_every_state_can_be_reached_and_leads_to_an_end(table: Procedure) -> None:
    moves = list(table.moves())
    reached = spread({None}, moves, lambda move: (move.state, move.to))
    assert set(table.states) - reached == set()
    leads_out = spread(set(table.ends), moves, lambda move: (move.to, move.state))
    assert set(table.states) - leads_out == set()


@pytest.mark.clause("1.2.c")
@pytest.mark.parametrize("table", TABLES)
def test_every_procedure_draws_its_chart(table: Procedure) -> None:
    chart = flow_chart(table)
    minidom.parseString(chart)
    assert table.title in chart
    missing = [step.zh for step in table.steps if step.zh not in chart and len(step.zh) < 10]
    assert missing == []
