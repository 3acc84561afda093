"""The permit table over all its paths: after a hearing nothing is decided without a standing review."""

from collections import deque

import pytest

from mingfa.bureau.law.procedures.procedure import Procedure, procedure
from mingfa.bureau.law.tables import read_yaml

TABLE = procedure("permit")
DECIDE = "permit.decide"


def paths(table):
    """Search all (state, review due, review stands) triples from before the application."""
    start = (None, False, False)
    seen, queue = {start}, deque([start])
    while queue:
        state, due, stands = queue.popleft()
        for move in (m for m in table.moves() if m.state == state):
            yield move, due, stands
            now_due = due or move.act == "hearing.hold"
            if move.act == "permit.conclude":
                now_due = now_due or move.outcome == "major"
            now = stands
            if move.act == "review.opine":
                now = move.outcome == "pass"
            elif move.act in ("review.withdraw", "permit.conclude", "permit.reconclude", "hearing.hold"):
                now = False
            after = (move.to, now_due, now)
            if after not in seen:
                seen.add(after)
                queue.append(after)


def around_review(table):
    return [m for m, due, stands in paths(table) if m.act == DECIDE and due and not stands]


@pytest.mark.rule("LR-02")
@pytest.mark.clause("3.2.c")
def test_no_path_decides_after_a_hearing_or_a_major_matter_without_a_review_that_stands():
    assert around_review(TABLE) == []
    assert any(m.act == DECIDE and due for m, due, _ in paths(TABLE))


@pytest.mark.rule("LR-02")
@pytest.mark.parametrize(
    ("act", "state"),
    [(DECIDE, "heard"), (DECIDE, "to_review"), (DECIDE, "in_review"), ("permit.conclude", "heard")],
)
def test_the_search_notices_a_way_around_the_review(act, state):
    rows = read_yaml("procedures/permit.yaml")
    next(row for row in rows["steps"] if row.get("act") == act)["from"].append(state)
    assert around_review(Procedure(rows)) != []


@pytest.mark.rule("PERM-02", "PERM-03")
def test_nothing_is_examined_before_it_is_accepted():
    into = {m.act for m in TABLE.moves() if m.to == "accepted" and m.state != "accepted"}
    assert into == {"permit.accept", "permit.deem_accepted"}
    early = {m.act for m in TABLE.moves() if m.state in ("received", "supplementing")}
    assert not early & {"permit.conclude", DECIDE, "permit.issue", "permit.check"}


@pytest.mark.rule("PERM-03")
def test_no_path_sends_a_second_supplement_notice():
    back = [m for m in TABLE.moves() if m.to == "received" and m.state not in (None, "received")]
    assert back == []


@pytest.mark.rule("PERM-08", "PERM-15")
def test_a_licence_comes_only_after_a_grant_and_ends_only_by_an_act_of_its_own():
    into = {(m.state, m.act) for m in TABLE.moves() if m.to == "licensed" and m.state != "licensed"}
    assert into == {("granted", "permit.issue")}
    granted = {m.act for m in TABLE.moves() if m.to == "granted" and m.state != "granted"}
    assert granted == {DECIDE, "permit.deem_renewed"}
    out = {m.act for m in TABLE.moves() if m.state == "licensed" and m.to != "licensed"}
    assert out == {"permit.withdraw", "permit.rescind", "permit.cancel"}
