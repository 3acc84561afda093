"""The table of the summary procedure, proved over all its paths."""

from collections import deque

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.procedure import Procedure, procedure
from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.summary.acts import outcome
from mingfa.bureau.summary.inputs import SpotPenalty

TABLE = procedure("summary")
MONEY = ("summary.collect", "summary.hand_in", "summary.bank_in")


def walks(table):
    """Yield every move with what has happened before it: who holds the money, how often it was decided."""
    start = (None, "party", 0)
    seen, queue = {start}, deque([start])
    while queue:
        state, purse, decided = here = queue.popleft()
        for move in table.moves():
            if move.state != state:
                continue
            yield here, move
            holder = {"summary.collect": "officers", "summary.hand_in": "bureau", "summary.bank_in": "bank"}
            after = (move.to, holder.get(move.act, purse), decided + (move.act == "summary.decide"))
            if after not in seen:
                seen.add(after)
                queue.append(after)


def in_a_pocket(table):
    """Return the moves into an end while officers or bureau still hold what was collected."""
    found = []
    for (_, purse, _), move in walks(table):
        holder = {"summary.collect": "officers", "summary.hand_in": "bureau", "summary.bank_in": "bank"}
        if move.to in table.ends and holder.get(move.act, purse) in ("officers", "bureau"):
            found.append(move)
    return found


@pytest.mark.rule("EXEC-04")
def test_no_way_ends_with_the_money_in_a_pocket():
    assert in_a_pocket(TABLE) == []
    assert {purse for (_, purse, _), _ in walks(TABLE)} == {"party", "officers", "bureau", "bank"}


@pytest.mark.rule("EXEC-04")
@pytest.mark.parametrize(
    ("row", "state"), [({"include": "revocation"}, "collected"), ({"act": "summary.close"}, "handed_in")]
)
def test_the_search_for_pockets_bites(row, state):
    rows = read_yaml("procedures/summary.yaml")
    next(one for one in rows["steps"] if row.items() <= one.items())["from"].append(state)
    assert in_a_pocket(Procedure(rows)) != []


@pytest.mark.rule("EXEC-04")
def test_nobody_collects_twice_or_hands_in_what_was_not_collected():
    order = {"summary.collect": "party", "summary.hand_in": "officers", "summary.bank_in": "bureau"}
    seen = {(move.act, purse) for (_, purse, _), move in walks(TABLE) if move.act in MONEY}
    assert seen == set(order.items())


@pytest.mark.rule("SUMM-01")
def test_a_case_on_the_spot_is_decided_once():
    assert [m.state for m in TABLE.moves() if m.act == "summary.decide"] == [None] * 3
    assert {decided for (state, _, decided), _ in walks(TABLE) if state is not None} == {1}


@pytest.mark.rule("SUMM-01")
def test_nothing_begins_but_by_the_decision_that_asks_the_limits():
    """The one act that stands before every state asks SUMM-01; no other leads in from outside."""
    assert {m.act for m in TABLE.moves() if m.state is None} == {"summary.decide"}
    assert "SUMM-01" in TABLE.step("summary.decide").gates
    assert "it_stays_within_the_limits" in {g.code for g in REGISTER["summary.decide"].gates}


@pytest.mark.rule("LR-01", "LR-02")
@pytest.mark.clause("3.4.b")
def test_no_state_of_the_ordinary_procedure_is_reached_from_the_street():
    """No act of the ordinary way to a decision is open here, and its states are not in this table."""
    deciding = {
        "case.file",
        "case.conclude",
        "notice.issue",
        "review.request",
        "review.opine",
        "decision.make",
    }
    assert not deciding & {step.act for step in TABLE.steps}
    assert not {"filed", "concluded", "noticed", "in_review", "reviewed"} & set(TABLE.states)
    assert not {step.act for step in procedure("ordinary").steps} & {"summary.decide", *MONEY}


@pytest.mark.rule("SUMM-05")
def test_it_can_be_reported_wherever_it_stands_before_the_end():
    assert set(TABLE.step("summary.report").from_states) == set(TABLE.states) - set(TABLE.ends)


@pytest.mark.parametrize("payment", [None, "bank", "small", "hard", "remote"])
def test_every_outcome_of_the_act_is_one_of_the_table(payment):
    given = SpotPenalty.model_construct(payment=payment)
    assert outcome(given) in TABLE.step("summary.decide").outcomes
