"""The procedures' tables and the acts say the same: what the public sees is what runs the case."""

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedure import Step, procedures

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
