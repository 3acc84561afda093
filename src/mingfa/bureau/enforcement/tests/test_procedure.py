"""The table of enforcement, proved over all its paths (行政强制法 35-37, 44, 51, 54; 行政处罚法 58)."""

from collections import deque
from collections.abc import Callable, Iterator

import pytest

from mingfa.bureau.law.procedures.procedure import Move, Procedure, procedure
from mingfa.bureau.law.tables import read_yaml

TABLE = procedure("enforcement")
Known = frozenset[str]
# What the proofs ask for; to remember more would only make the search longer.
ASKED = {"enforcement.demand", "enforcement.submit", "enforcement.decide", "enforcement.announce"}
PAUSES = {"enforcement.agree", "enforcement.suspend"}
BY_FORCE = {"enforcement.execute", "enforcement.substitute"}


def learn(known: Known, move: Move) -> Known:
    """Return what has happened after a move: a review stands until the plan changes or it is taken back."""
    if move.act == "review.opine":
        return known | {"reviewed"} if move.outcome == "pass" else known - {"reviewed"}
    if move.act in PAUSES:
        return frozenset(k for k in known if not k.startswith("waits ")) | {f"waits {move.state}"}
    if move.act in ("enforcement.propose", "review.withdraw"):
        known = known - {"reviewed"}
    if move.act == "enforcement.decide" and move.outcome:
        known = known | {move.outcome}
    return known | ({move.act} & ASKED)


def goes_elsewhere(move: Move, known: Known) -> bool:
    """Say whether a pause would end in another state than it began in: `resume` goes back to where it was."""
    return move.act == "enforcement.resume" and f"waits {move.to}" not in known


def all_moves(table: Procedure) -> Iterator[tuple[Move, Known]]:
    """Yield every move of every path with what happened before it."""
    first: tuple[str | None, Known] = (None, frozenset())
    seen, queue = {first}, deque([first])
    while queue:
        state, known = queue.popleft()
        for move in table.moves():
            if move.state != state or goes_elsewhere(move, known):
                continue
            yield move, known
            after = (move.to, learn(known, move))
            if after not in seen:
                seen.add(after)
                queue.append(after)


def reached_without(table: Procedure, act: Callable[[Move], bool], wanted: str) -> list[Move]:
    """Return the moves of a kind that some path reaches without what is wanted."""
    found = [(move, known) for move, known in all_moves(table) if act(move)]
    assert found, "the search has looked at something"
    return [move for move, known in found if wanted not in known]


@pytest.mark.rule("LR-01", "EXEC-09")
@pytest.mark.clause("3.2.a", "3.4.b")
@pytest.mark.parametrize("wanted", ["enforcement.demand", "enforcement.submit", "reviewed"])
def test_no_path_reaches_an_order_to_enforce_without_demand_and_review(wanted: str) -> None:
    assert reached_without(TABLE, lambda m: m.act == "enforcement.decide", wanted) == []


@pytest.mark.rule("EXEC-09", "SERV-11")
def test_nothing_is_done_by_force_without_an_order() -> None:
    assert reached_without(TABLE, lambda m: m.act in BY_FORCE, "enforcement.decide") == []


@pytest.mark.rule("EXEC-16")
def test_no_path_demolishes_without_a_public_notice() -> None:
    """Where it was decided to demolish, carrying out comes only from the state that the notice leads to."""
    for move, known in all_moves(TABLE):
        if move.act == "enforcement.execute" and "demolish" in known and not known & {"force", "auction"}:
            assert "enforcement.announce" in known


@pytest.mark.rule("EXEC-11")
def test_no_path_reaches_the_court_without_a_demand() -> None:
    assert reached_without(TABLE, lambda m: m.act == "court.apply", "enforcement.demand") == []


@pytest.mark.rule("EXEC-17")
def test_only_a_decided_substitute_is_carried_out_by_a_third_party() -> None:
    assert reached_without(TABLE, lambda m: m.act == "enforcement.substitute", "substitute") == []


@pytest.mark.rule("LR-01")
@pytest.mark.parametrize(
    ("act", "state", "wanted", "kind"),
    [
        ("enforcement.decide", "demanded", "reviewed", "enforcement.decide"),
        ("enforcement.decide", "proposed", "reviewed", "enforcement.decide"),
        ("enforcement.execute", "demanded", "enforcement.decide", "enforcement.execute"),
        ("court.apply", "begun", "enforcement.demand", "court.apply"),
        ("enforcement.substitute", "ordered", "substitute", "enforcement.substitute"),
    ],
)
def test_the_search_notices_a_way_around(act: str, state: str, wanted: str, kind: str) -> None:
    """A table with one shortcut more fails the same search."""
    rows = read_yaml("procedures/enforcement.yaml")
    next(row for row in rows["steps"] if row.get("act") == act)["from"].append(state)
    assert reached_without(Procedure(rows), lambda m: m.act == kind, wanted) != []


@pytest.mark.rule("EXEC-19")
def test_a_pause_goes_back_to_every_state_from_which_it_began() -> None:
    paused = set(TABLE.step("enforcement.suspend").from_states) | set(
        TABLE.step("enforcement.agree").from_states
    )
    back = {outcome: to for outcome, to in TABLE.step("enforcement.resume").to.items() if outcome}
    assert set(back.values()) == paused
    assert all(outcome == f"to_{to}" for outcome, to in back.items())
