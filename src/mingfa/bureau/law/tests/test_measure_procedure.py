"""The tables of measures and preservations, proved over all their paths (强制法 18-28, 处罚法 56)."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any
from xml.dom import minidom

import pytest

from mingfa.bureau.law.procedures import steps
from mingfa.bureau.law.procedures.chart import flow_chart, straight_way
from mingfa.bureau.law.procedures.procedure import Move, Procedure, procedure, procedures
from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.law.time.terms import period

TABLE = procedure("measure")
TAKING = frozenset({"measure.seize", "measure.seize_at_once"})
# The states in which something is held: those that a term bounds.
HOLDING = frozenset(s for s in TABLE.states if TABLE.state(s).term)


def walk(table: Procedure, start: Any, then: Callable[[Move, Any], Any]) -> Iterator[tuple[Move, Any]]:
    """Yield every move that some path takes with what was known before; `then` says what is known after."""
    seen, queue = {(None, start)}, deque([(None, start)])
    while queue:
        state, known = queue.popleft()
        for move in table.moves():
            if move.state != state:
                continue
            yield move, known
            after = (move.to, then(move, known))
            if after not in seen:
                seen.add(after)
                queue.append(after)


def approved_after(move: Move, known: str) -> str:
    """Say by what a measure stands: the head's approval, an emergency, or nothing."""
    if move.act in ("measure.approve", "measure.make_up") and move.outcome == "approved":
        return "approved"
    if move.act == "measure.seize_at_once":
        return "emergency"
    return "refused" if move.act in ("measure.approve", "measure.make_up") else known


def taken_without_word(table: Procedure) -> list[Move]:
    return [m for m, known in walk(table, "", approved_after) if m.act == "measure.seize" and known == ""]


@pytest.mark.rule("COMP-02", "COMP-03")
def test_nothing_is_taken_without_an_approval_or_an_emergency():
    assert taken_without_word(TABLE) == []
    assert {m.act for m in TABLE.moves() if m.to in HOLDING and m.state not in HOLDING} == TAKING


@pytest.mark.rule("COMP-03")
def test_what_an_emergency_took_is_approved_or_only_released():
    """Without the head's word nothing is extended, tested or disposed of; a refusal leads only to release."""
    for move, known in walk(TABLE, "", approved_after):
        if known in ("emergency", "refused"):
            assert move.act not in ("measure.extend", "measure.test", "measure.dispose"), move
            assert move.to not in ("held", "extended") or move.outcome == "approved", move
    refused = {m.to for m in TABLE.moves() if m.state in ("refused", "refused_recorded")}
    assert not refused & {"taken", "held", "extended", "disposed", "pending", "pending_recorded"}


def scene_after(move: Move, known: str) -> str:
    """Say of a measure whether it was taken, and whether its scene is on record."""
    return "recorded" if move.act == "measure.record" else "taken" if move.act in TAKING else known


def ends_unrecorded(table: Procedure) -> list[Move]:
    moves = walk(table, "", scene_after)
    return [m for m, known in moves if m.to in table.ends and scene_after(m, known) == "taken"]


@pytest.mark.rule("COMP-04", "AV-02")
@pytest.mark.clause("2.2.a")
def test_no_measure_is_complete_without_the_record_of_its_scene():
    assert ends_unrecorded(TABLE) == []


@pytest.mark.rule("COMP-08")
def test_a_measure_is_extended_once():
    moves = walk(TABLE, 0, lambda m, n: n + (m.act == "measure.extend"))
    assert {n for m, n in moves if m.act == "measure.extend"} == {0}


def longest(table: Procedure) -> int:
    """Return the last day on which an act that is not late holds something, over all paths and all days.

    A day passes by itself; on each day every open step may be taken: in time, or late where it may be.
    """
    most, seen, queue = 0, {(None, 0)}, deque([(None, 0)])
    while queue:
        state, day = queue.popleft()
        term = table.state(state).term if state else None
        over = term is not None and day > (period(term).number or 0)
        if term is not None and not over:
            most = max(most, day)
        nexts = [(state, day + 1)] if term is not None and day < 100 else []
        for move in table.moves():
            if move.state == state and not (over and not table.step(move.act).late):
                nexts.append((move.to, day))
        for one in nexts:
            if one not in seen:
                seen.add(one)
                queue.append(one)
    return most


@pytest.mark.rule("COMP-08", "COMP-11")
def test_nothing_is_lawfully_held_beyond_sixty_days():
    assert longest(TABLE) == 60


@pytest.mark.rule("COMP-11")
def test_from_everything_held_release_and_return_are_always_open_also_late():
    for state in HOLDING:
        assert TABLE.allows(state, "measure.release"), state
    assert TABLE.step("measure.release").late and TABLE.step("measure.hand_back").late
    assert not TABLE.step("measure.extend").late and not TABLE.step("measure.test").late


def _shortcut(act: str, **change: Any) -> Procedure:
    rows = read_yaml("procedures/measure.yaml")
    next(row for row in rows["steps"] if row.get("act") == act).update(change)
    return Procedure(rows)


@pytest.mark.rule("COMP-02", "COMP-04", "COMP-08")
def test_the_searches_notice_a_way_around():
    """A table with one shortcut more fails the same searches."""
    assert taken_without_word(_shortcut("measure.seize", **{"from": []})) != []
    assert ends_unrecorded(_shortcut("measure.release", at={})) != []
    rows = read_yaml("procedures/measure.yaml")
    next(s for s in rows["states"] if s["id"] == "extended")["term"] = "DEC-02"
    assert longest(Procedure(rows)) == 90


@pytest.mark.parametrize("name", ["measure", "preservation"])
def test_every_state_is_reachable_and_can_reach_an_end(name):
    table = procedure(name)
    assert {m.to for m, _ in walk(table, None, lambda m, k: k)} == set(table.states)
    ends = set(table.ends)
    while more := {m.state for m in table.moves() if m.to in ends and m.state} - ends:
        ends |= more
    assert ends == set(table.states)


@pytest.mark.rule("EVID-04")
def test_preservation_needs_its_approval_and_ends_once():
    table = procedure("preservation")
    into = {(m.state, m.act) for m in table.moves() if m.to == "preserved"}
    assert into == {("approved", "preservation.take")}
    assert {m.to for m in table.moves() if m.state == "preserved"} == {"disposed", "lifted"}


@pytest.mark.clause("1.2.c")
@pytest.mark.parametrize("name", ["measure", "preservation"])
def test_the_chart_of_a_measure_shows_every_step(name):
    table = procedure(name)
    drawn = minidom.parseString(flow_chart(table))
    texts = [node.firstChild.data for node in drawn.getElementsByTagName("text")]
    for step in table.steps:
        assert step.zh in texts, step.act
    assert straight_way(table)


@pytest.mark.rule("COMP-11")
def test_wherever_something_may_be_held_it_can_be_released():
    """In every open state of a case; and after a revocation or a hand-over what was released goes back."""
    case = procedure("ordinary")
    for state in set(case.states) - set(case.ends):
        assert case.allows(state, "measure.release") and case.allows(state, "preservation.dispose"), state
        assert case.allows(state, "measure.hand_back"), state
    for state in {move.to for act in ASKED for move in case.moves() if move.act == act}:
        assert case.allows(state, "measure.hand_back") and case.allows(state, "measure.record"), state
    assert set(case.parts) == {"measure", "preservation"}


# What an act asks before a case may end by it: of evidence, of what is held, of the record of its scene.
ASKED = {"decision.revoke": {"EVID-04", "COMP-11"}, "crime.hand_over": {"EVID-04", "COMP-12"}}
AT_AN_END = {"EVID-04", "COMP-11", "AV-02"}


def ends_unasked(table: Procedure) -> set[str]:
    """Return the acts that end a matter in which something may be held and do not ask for it."""
    takes = "measure" in table.parts
    ends = {m.act for m in table.moves() if m.to in table.ends and m.state not in table.ends}
    return {act for act in ends if takes and not ASKED.get(act, AT_AN_END) <= set(table.step(act).gates)}


@pytest.mark.rule("COMP-11", "COMP-12", "EVID-04", "AV-02")
@pytest.mark.clause("2.2.a")
def test_no_matter_of_any_kind_ends_over_what_is_held():
    assert {table.id: ends_unasked(table) for table in procedures() if ends_unasked(table)} == {}


@pytest.mark.rule("COMP-11")
def test_that_search_notices_an_end_that_does_not_ask(monkeypatch):
    monkeypatch.setitem(steps.ASKED, "case.merge", ("QUAL-04", "FILE-05"))
    assert ends_unasked(procedure("ordinary")) == {"case.merge"}
