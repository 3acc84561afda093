"""The ordinary procedure, proved over all its paths, and the chart drawn from it."""

from collections import deque
from xml.dom import minidom

import pytest

from mingfa.bureau.law.procedures.chart import flow_chart, straight_way
from mingfa.bureau.law.procedures.procedure import NotAllowed, Procedure, procedure
from mingfa.bureau.law.tables import read_yaml

TABLE = procedure("ordinary")

MOVES = [
    (None, "case.register", None, "clue"),
    ("clue", "case.verify", "worth_filing", "verified"),
    ("clue", "case.verify", "not_worth_filing", "unfiled"),
    ("unfiled", "case.refuse_filing", "refused", "dropped"),
    ("unfiled", "case.refuse_filing", "returned", "clue"),
    ("clue", "case.merge", None, "merged"),
    ("filed", "case.refer", None, "referred"),
    ("referred", "referral.reply", "accepted", "referred"),
    ("referred", "referral.reply", "back_to_filed", "filed"),
    ("filed", "case.suspend", None, "suspended"),
    ("suspended", "case.resume", None, "filed"),
    ("noticed", "crime.report", None, "crime_reported"),
    ("crime_reported", "crime.decide", "handed", "handing_over"),
    ("crime_reported", "crime.decide", "not_handed", "filed"),
    ("handing_over", "crime.hand_over", None, "transferred"),
    ("transferred", "crime.reply", "crime_filed", "transferred"),
    ("transferred", "crime.reply", "crime_not_filed", "filed"),
    ("verified", "case.propose", None, "proposed"),
    ("proposed", "case.file", "approved", "filed"),
    ("proposed", "case.file", "refused", "dropped"),
    ("filed", "record.inspect", None, "filed"),
    ("clue", "record.keep", None, "clue"),
    ("filed", "case.conclude", None, "concluded"),
    ("concluded", "case.conclude", None, "concluded"),
    ("noticed", "case.conclude", None, "concluded"),
    ("concluded", "notice.issue", None, "noticed"),
    ("noticed", "statement.hear", None, "noticed"),
    ("noticed", "review.request", None, "in_review"),
    ("concluded", "review.request", None, "in_review"),
    ("in_review", "review.opine", "pass", "reviewed"),
    ("in_review", "review.opine", "problems", "noticed"),
    ("reviewed", "review.withdraw", None, "noticed"),
    ("reviewed", "discussion.record", None, "reviewed"),
    ("reviewed", "decision.make", "penalty", "decided"),
    ("reviewed", "decision.make", "no_penalty_minor", "decided"),
    ("reviewed", "decision.make", "no_penalty_unproven", "decided"),
    ("reviewed", "decision.make", "transfer", "handing_over"),
    ("decided", "service.serve", None, "decided"),
    ("decided", "execution.pay", None, "decided"),
    ("decided", "execution.finish", None, "performed"),
    ("decided", "case.propose_closing", None, "closing"),
    ("performed", "case.propose_closing", None, "closing"),
    ("closing", "case.close", "approved", "closed"),
    ("closing", "case.close", "returned", "performed"),
    ("closed", "decision.revoke", None, "revoked"),
]


@pytest.mark.parametrize(("state", "act", "outcome", "to"), MOVES)
def test_move(state, act, outcome, to):
    assert TABLE.allows(state, act)
    assert TABLE.after(state, act, outcome) == to


FORBIDDEN = [
    ("filed", "decision.make", "penalty"),
    ("noticed", "decision.make", "penalty"),
    ("in_review", "decision.make", "penalty"),
    ("filed", "review.request", None),
    ("decided", "record.keep", None),
    ("in_review", "record.keep", None),
    ("closed", "case.propose_closing", None),
    ("dropped", "case.file", "approved"),
    (None, "case.file", "approved"),
    ("clue", "case.register", None),
    ("reviewed", "decision.make", None),
    ("reviewed", "decision.make", "pass"),
    ("filed", "case.conclude", "penalty"),
]


@pytest.mark.rule("LR-01", "EVID-09")
@pytest.mark.parametrize(("state", "act", "outcome"), FORBIDDEN)
def test_no_such_move(state, act, outcome):
    with pytest.raises(NotAllowed, match="不能办理|没有结果"):
        TABLE.after(state, act, outcome)


def paths_with_review(table):
    """Search all (state, review stands) pairs; a review stands from a pass until it is withdrawn."""
    start = (None, False)
    seen, queue = {start}, deque([start])
    while queue:
        state, stands = queue.popleft()
        for move in table.moves():
            if move.state != state:
                continue
            now = stands
            if move.act == "review.opine":
                now = move.outcome == "pass"
            elif move.act in ("review.withdraw", "case.conclude"):
                now = False
            yield move, stands
            if (move.to, now) not in seen:
                seen.add((move.to, now))
                queue.append((move.to, now))


def decisions_without_review(table):
    decisions = [(m, stands) for m, stands in paths_with_review(table) if m.act == "decision.make"]
    assert len({m.outcome for m, _ in decisions}) == 4
    return [m for m, stands in decisions if not stands]


@pytest.mark.rule("LR-01", "LR-02", "LR-06")
@pytest.mark.clause("3.4.b", "3.2.b", "3.3.b")
def test_no_path_reaches_a_decision_without_a_review_that_still_stands():
    assert decisions_without_review(TABLE) == []


@pytest.mark.rule("LR-01")
@pytest.mark.clause("3.4.b")
def test_nothing_but_the_act_of_deciding_leads_to_a_decision():
    into = {m.act for m in TABLE.moves() if m.to == "decided" and m.state != m.to}
    assert into == {"decision.make"}


def ways_out(state):
    """Return the acts that lead out of a state."""
    return {m.act for m in TABLE.moves() if m.state == state and m.to != state}


@pytest.mark.rule("FILE-06")
def test_a_suspected_crime_is_neither_closed_nor_penalised_before_the_police_answered():
    """Out of a report leads only the head's word, out of an approval only the police."""
    assert ways_out("crime_reported") == {"crime.decide"}
    assert ways_out("handing_over") == {"crime.hand_over"}
    assert ways_out("transferred") == {"crime.reply"}
    into = {m.act for m in TABLE.moves() if m.to == "transferred" and m.state != m.to}
    assert into == {"crime.hand_over"}


@pytest.mark.rule("DEC-02")
def test_while_an_investigation_is_stopped_nothing_moves_it_but_resuming():
    assert ways_out("suspended") == {"case.resume"}
    assert not {"case.conclude", "notice.issue", "decision.make"} & set(TABLE.acts_in("suspended"))


@pytest.mark.rule("FILE-03")
def test_no_clue_is_dropped_without_the_heads_word():
    into = {m.act for m in TABLE.moves() if m.to == "dropped" and m.state != m.to}
    assert into == {"case.file", "case.refuse_filing"}
    assert all(TABLE.step(one).actor == "head" for one in into)


@pytest.mark.rule("LR-01")
@pytest.mark.parametrize(
    ("act", "state"),
    [("decision.make", "noticed"), ("decision.make", "in_review"), ("case.conclude", "reviewed")],
)
def test_the_search_notices_a_way_around_the_review(act, state):
    """A table with one shortcut more fails the same search (concluding again must void the review)."""
    rows = read_yaml("procedures/ordinary.yaml")
    step = next(row for row in rows["steps"] if row.get("act") == act)
    step["from"].append(state)
    if act == "case.conclude":
        step["to"] = {None: "reviewed"}
    assert decisions_without_review(Procedure(rows)) != []


def test_every_state_is_reachable_and_can_reach_an_end():
    reached = {move.to for move, _ in paths_with_review(TABLE)}
    assert reached == set(TABLE.states)
    ends = set(TABLE.ends)
    while more := {move.state for move in TABLE.moves() if move.to in ends and move.state} - ends:
        ends |= more
    assert ends == set(TABLE.states)


@pytest.mark.clause("1.2.c", "2.1.a")
def test_every_act_has_a_citation_a_paper_and_someone_who_does_it():
    for step in TABLE.steps:
        assert step.citations, step.act
        assert step.paper, step.act
        assert TABLE.roles[step.actor], step.act
        assert step.gates or step.keeps, step.act


def test_the_task_list_goes_forward_only():
    """In every state one stage is open, all before it are done, all after wait; at an end none is open."""
    for state in TABLE.states:
        statuses = [stage.status(state) for stage in TABLE.stages()]
        assert statuses.count("open") == (0 if state in TABLE.ends else 1), state
        assert statuses == sorted(statuses, key=["done", "open", "waiting"].index), state


def test_the_task_list_shows_every_act_once():
    shown = [act for stage in TABLE.stages() for act in stage.acts]
    assert sorted(shown) == sorted(step.act for step in TABLE.steps)


@pytest.mark.parametrize(
    ("field", "value"),
    [("from", ["nowhere"]), ("to", "nowhere"), ("actor", "nobody"), ("cite", []), ("recording", "film")],
)
def test_a_table_with_a_fault_does_not_load(field, value):
    rows = read_yaml("procedures/ordinary.yaml")
    rows["steps"][3][field] = value
    with pytest.raises(ValueError, match="有误"):
        Procedure(rows)


@pytest.mark.parametrize(
    ("field", "value"), [("keeps", ["NO-01"]), ("term", "NO-01"), ("cite", ["行政处罚法 99"])]
)
def test_a_table_that_names_what_does_not_exist_does_not_load(field, value):
    rows = read_yaml("procedures/ordinary.yaml")
    rows["steps"][3][field] = value
    with pytest.raises(LookupError):
        Procedure(rows)


@pytest.mark.clause("1.2.c")
def test_the_chart_shows_every_step_and_every_outcome():
    drawn = minidom.parseString(flow_chart(TABLE))
    texts = [node.firstChild.data for node in drawn.getElementsByTagName("text")]
    for step in TABLE.steps:
        assert step.zh in texts, step.act
        assert any(step.paper in text for text in texts), step.act
        for outcome in step.outcomes:
            assert TABLE.outcomes[outcome] in "".join(texts), outcome
    for end in TABLE.ends:
        assert any(TABLE.zh(end) in text for text in texts), end


@pytest.mark.clause("1.2.c")
def test_the_chart_can_be_read_without_seeing_it():
    drawn = minidom.parseString(flow_chart(TABLE))
    assert drawn.getElementsByTagName("title")[0].firstChild.data == "行政处罚普通程序流程图"
    assert "法制审核人员法制审核" in drawn.getElementsByTagName("desc")[0].firstChild.data
    assert not drawn.getElementsByTagName("style")


def test_the_straight_way_is_the_one_the_first_outcomes_take():
    way = [reach.state for reach in straight_way(TABLE)]
    assert way == [
        None,
        *("clue", "verified", "proposed", "filed", "concluded", "noticed", "in_review", "reviewed"),
        *("decided", "performed", "closing", "closed"),
    ]
