"""In every reachable state of every procedure something is next, or it rests with its reason."""

from collections.abc import Iterator
from itertools import chain, combinations

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.next_acts import facts_asked, leading_acts, leads_on, next_of, rows_of
from mingfa.bureau.law.procedures.next_rows import NextRow, next_rows
from mingfa.bureau.law.procedures.procedure import Procedure, procedure, procedures

# Posts that people hold; what the system does by itself waits for nobody.
POSTS = {"officer", "unit_leader", "head", "deputy", "review_head", "reviewer", "publicity", "window"}


def reachable(table: Procedure) -> set[str]:
    """Return the states that acts lead to, walking every arrow from the beginning."""
    moves, found, new = list(table.moves()), set[str](), {None}
    while new:
        new = {m.to for m in moves if m.state in new} - found
        found |= new
    return found | {s for s in table.states if table.state(s).is_before}


def every_way(facts: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield every combination of facts."""
    some = chain.from_iterable(combinations(sorted(facts), n) for n in range(len(facts) + 1))
    return map(frozenset, some)


@pytest.mark.clause("3.4.b")
@pytest.mark.parametrize("table", procedures(), ids=lambda t: t.id)
def test_whatever_holds_an_act_is_next_or_the_matter_rests_with_its_reason(table: Procedure) -> None:
    faults = []
    for state in sorted(reachable(table)):
        if table.state(state).is_end:
            continue
        for holds in every_way(facts_asked(table.id, state)):
            found = next_of(table, state, holds)
            who = {act: REGISTER[act].who & POSTS for act in found.acts if act in REGISTER}
            if bool(found.acts) == bool(found.rests) or not all(table.allows(state, a) for a in found.acts):
                faults.append((state, sorted(holds), found))
            if len(who) != len(found.acts) or not all(who.values()):
                faults.append((state, sorted(holds), "nobody is asked", found.acts))
    assert faults == []


@pytest.mark.parametrize("table", procedures(), ids=lambda t: t.id)
def test_every_state_is_reached_and_at_an_end_nothing_leads_on(table: Procedure) -> None:
    assert reachable(table) == set(table.states)
    ends = {state for state in table.states if table.state(state).is_end}
    assert {state for state in table.states if leads_on(table, state)} & ends == set()
    assert all(not table.step(act).is_loop for act in leading_acts(table))


@pytest.mark.parametrize(
    ("name", "state", "holds", "acts"),
    [
        ("permit", "accepted", {"unassigned"}, ("permit.assign",)),
        ("permit", "accepted", set(), ("permit.conclude",)),
        ("permit", "concluded", set(), ("permit.decide",)),
        ("permit", "concluded", {"hearing_to_hold"}, ("hearing.hold",)),
        ("permit", "heard", {"hearing_to_report"}, ("hearing.report",)),
        ("permit", "licensed", {"decision_unserved"}, ("service.hand_over",)),
        ("ordinary", "filed", {"unrecorded"}, ("record.inspect",)),
        ("ordinary", "concluded", {"without_penalty"}, ("review.request",)),
        ("ordinary", "noticed", {"notice_unserved", "unanswered"}, ("service.serve",)),
        ("ordinary", "reviewed", {"undiscussed"}, ("discussion.record",)),
        ("ordinary", "decided", {"decision_unserved", "answer_due"}, ("service.serve", "remedy.answer")),
        ("ordinary", "closed", {"evidence_to_list"}, ("remedy.list_evidence",)),
        ("summary", "performed", {"unreported"}, ("summary.report",)),
        ("inspection", "notified", {"off_site"}, ("inspection.examine",)),
        ("enforcement", "demanded", {"through_court"}, ("court.apply",)),
        ("measure", "held", set(), ()),
        ("measure", "held", {"must_go"}, ("measure.release",)),
        ("measure", "pending", set(), ("measure.make_up", "measure.record")),
    ],
)
def test_what_is_next(name: str, state: str, holds: set[str], acts: tuple[str, ...]) -> None:
    assert next_of(procedure(name), state, holds).acts == acts


def test_what_is_held_is_released_only_when_its_days_come_to_an_end() -> None:
    table = procedure("measure")
    assert next_of(table, "held", ()).rests.startswith("查封、扣押期限内")
    assert next_of(table, "held", (), near={"measure.release"}).acts == ("measure.release",)
    assert next_of(table, "held", {"to_hand_back"}).acts == ("measure.hand_back",)


def test_a_row_says_what_is_next_or_why_it_rests() -> None:
    assert next_rows({"s": [{"act": "a.b", "when": ["c"]}]}) == {"s": (NextRow("a.b", frozenset("c")),)}
    for wrong in ({"when": ["c"]}, {"act": "a.b", "rests": "等待。"}, {"act": "a.b", "whenn": ["c"]}):
        with pytest.raises(ValueError):
            next_rows({"s": [wrong]})


def test_an_act_that_is_not_open_in_a_state_cannot_be_next_there(monkeypatch: pytest.MonkeyPatch) -> None:
    table = procedure("inspection")
    monkeypatch.setitem(table.next, "correcting", (NextRow("inspection.enter"),))
    rows_of.cache_clear()
    with pytest.raises(ValueError, match="不能办理"):
        rows_of("inspection", "correcting")
    rows_of.cache_clear()


@pytest.mark.parametrize("table", procedures(), ids=lambda t: t.id)
def test_a_term_belongs_to_acts_that_exist(table: Procedure) -> None:
    waited_for = {act for state in table.states for row in rows_of(table.id, state) if (act := row.act)}
    for row in table.clocks:
        # What ends a term may also be a service of some paper; what has the term is an act.
        acts = {act.partition("/")[0] for act in row.acts}
        assert acts <= REGISTER.keys(), row.term
        its_own = any(
            act in waited_for or act.startswith(("disclosure.", "permit.", "clue.")) for act in acts
        )
        assert its_own, f"nobody's line shows {row.term} of {table.id}"
