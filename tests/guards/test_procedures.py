"""The procedures' tables name acts that are there; what an act asks stands with the act alone.

And of every table: each state can be reached and left, each end is an end, its chart can be drawn.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.dom import minidom

import pytest
from django.core.exceptions import ImproperlyConfigured

from mingfa.bureau.desk import declared
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.law.procedures.chart import flow_chart
from mingfa.bureau.law.procedures.procedure import Move, Procedure, procedures


def gate(**over: Any) -> Gate[Any]:
    return replace(next(g for act in REGISTER.values() for g in act.gates), cites_in={}, **over)


@pytest.mark.clause("1.2.c")
def test_acts_gates_and_tables_agree_when_the_house_opens() -> None:
    assert declared.all_faults(REGISTER, procedures()) == []


def test_the_guard_on_steps_bites() -> None:
    table, step = next((table, step) for table in procedures() for step in table.steps if step.gates)
    assert list(declared.step_faults(table, step, REGISTER)) == []
    (none,) = declared.step_faults(table, replace(step, act="none.such"), REGISTER)
    assert none == f"{table.id} none.such: no such act"
    (both,) = declared.step_faults(table, replace(step, keeps=step.gates[:1]), REGISTER)
    assert both.endswith("is asked and kept")


@pytest.mark.parametrize(
    "over",
    [
        {"rule": "NONE-01"},
        {"cites": "行政处罚法 99"},
        {"cites_in": {"permit": "行政许可法 999"}},
        {"cites_in": {"permits": "行政许可法 4"}},
        {"cites_in": {"summary": "行政处罚法 52"}},
    ],
)
def test_the_guard_on_gates_bites(over: dict[str, Any]) -> None:
    assert list(declared.gate_faults(gate(), {"permit"})) == []
    assert len(list(declared.gate_faults(replace(gate(), **over), {"permit"}))) == 1


def test_a_house_that_disagrees_does_not_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(REGISTER, "permit.decide")
    with pytest.raises(ImproperlyConfigured, match=r"permit permit\.decide: no such act"):
        declared.check()


@pytest.mark.parametrize("table", procedures(), ids=lambda table: table.id)
def test_what_a_step_asks_is_what_its_act_declares(table: Procedure) -> None:
    assert {step.act: step.gates for step in table.steps} == {
        step.act: REGISTER[step.act].rules for step in table.steps
    }


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
