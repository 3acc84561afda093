"""The procedures' tables and the acts say the same: what the public sees is what runs the matter.

And of every table: each state can be reached and left, each end is an end, its chart can be drawn.
"""

from collections.abc import Callable
from dataclasses import replace
from xml.dom import minidom

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.chart import flow_chart
from mingfa.bureau.law.procedure import Move, Procedure, Step, procedures

STEPS = [(table, step) for table in procedures() for step in table.steps]


def step_faults(table: Procedure, step: Step) -> list[str]:
    """Return what is wrong with a step: no such act, other rules than its act asks, a rule asked and kept."""
    where = f"{table.id} {step.act}"
    if step.act not in REGISTER:
        return [f"{where}: no such act"]
    asked, listed = set(REGISTER[step.act].rules), set(step.gates)
    faults = [f"{where}: lists {rule}, its act does not ask it" for rule in sorted(listed - asked)]
    faults += [f"{where}: its act asks {rule}, not listed" for rule in sorted(asked - listed)]
    return faults + [f"{where}: {rule} is asked and kept" for rule in sorted(listed & set(step.keeps))]


@pytest.mark.clause("1.2.c")
def test_a_step_is_an_act_and_lists_the_rules_that_it_asks() -> None:
    assert [fault for table, step in STEPS for fault in step_faults(table, step)] == []


def test_the_guard_on_steps_bites() -> None:
    table, step = next((table, step) for table, step in STEPS if len(step.gates) > 1)
    assert step_faults(table, replace(step, act="none.such")) == [f"{table.id} none.such: no such act"]
    assert step_faults(table, replace(step, gates=step.gates[1:])) != []
    assert step_faults(table, replace(step, gates=(*step.gates, "NONE-01"))) != []
    assert step_faults(table, replace(step, keeps=step.gates[:1])) != []


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
