"""The inspection procedure, proved over all its paths: nobody enters unapproved, no result unrecorded."""

from collections import deque

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.procedure import Procedure, procedure
from mingfa.bureau.law.tables import read_yaml

TABLE = procedure("inspection")
GOING = ("inspection.enter", "inspection.examine")


# What the proofs ask for; to remember every act would multiply the paths and show nothing more.
WATCHED = frozenset(
    {"inspection.approve:approved", "inspection.notify", "inspection.tell:to_correct", *GOING}
)


def histories(table):
    """Yield every move with what was done before it, over all paths: each (state, done) once."""
    start = (None, frozenset())
    seen, queue = {start}, deque([start])
    while queue:
        state, done = queue.popleft()
        for move in table.moves():
            if move.state != state:
                continue
            yield move, done
            word = f"{move.act}:{move.outcome}" if move.outcome else move.act
            after = (move.to, done | ({word} & WATCHED))
            if after not in seen:
                seen.add(after)
                queue.append(after)


def without(table, acts, needed):
    """Return the moves by these acts that some path reaches without all that is needed."""
    found = [(move, done) for move, done in histories(table) if move.act in acts]
    assert {move.act for move, _ in found} == set(acts)
    return [move for move, done in found if not needed <= done]


APPROVED_AND_TOLD = {"inspection.approve:approved", "inspection.notify"}
CHECKS = [
    (GOING, APPROVED_AND_TOLD),
    (("record.inspect", "record.question", "inspection.order"), APPROVED_AND_TOLD),
    (("inspection.recheck",), {*APPROVED_AND_TOLD, "inspection.tell:to_correct"}),
    (("inspection.tell",), APPROVED_AND_TOLD),
]


@pytest.mark.rule("INSP-04", "INSP-08")
@pytest.mark.parametrize(("acts", "needed"), CHECKS)
def test_no_path_enters_or_goes_on_without_approval_and_notice(acts, needed):
    assert without(TABLE, acts, set(needed)) == []


@pytest.mark.rule("INSP-08")
def test_no_path_tells_a_result_of_what_was_not_inspected():
    told = [done for move, done in histories(TABLE) if move.act == "inspection.tell"]
    assert told and all(done & set(GOING) for done in told)


@pytest.mark.rule("FILE-03")
def test_nothing_but_a_result_or_a_second_visit_hands_over():
    into = {(m.act, m.outcome) for m in TABLE.moves() if m.to == "handed_over" and m.state != m.to}
    assert into == {("inspection.tell", "violation"), ("inspection.recheck", "not_corrected")}


@pytest.mark.rule("INSP-03")
def test_what_was_entered_cannot_be_taken_back():
    """Whoever was inspected is counted: an inspection is given up only before anybody entered."""
    given_up = [done for move, done in histories(TABLE) if move.act == "inspection.cancel"]
    assert given_up and not any(done & set(GOING) for done in given_up)


@pytest.mark.rule("EVID-03", "INSP-08")
def test_the_acts_of_the_result_ask_for_the_record():
    for act in ("inspection.tell", "inspection.order"):
        assert "the_inspection_has_its_record" in {gate.code for gate in REGISTER[act].gates}


@pytest.mark.parametrize(
    ("act", "state"),
    [
        ("inspection.enter", "approved"),
        ("inspection.enter", "applied"),
        ("inspection.tell", "notified"),
        ("inspection.recheck", "inspecting"),
    ],
)
def test_the_search_notices_a_way_around(act, state):
    rows = read_yaml("procedures/inspection.yaml")
    next(row for row in rows["steps"] if row.get("act") == act)["from"].append(state)
    table = Procedure(rows)
    faults = [m for acts, needed in CHECKS for m in without(table, acts, set(needed))]
    faults += [m for m, done in histories(table) if m.act == "inspection.tell" and not done & set(GOING)]
    assert faults != []
