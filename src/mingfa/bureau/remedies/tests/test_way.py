"""From the application to the end: handed on, stopped, decided, reported; each act in its order."""

import pytest

from mingfa.bureau.desk.kinds.cases import CASES
from mingfa.bureau.desk.matters.timeline import happened, known_of, outlines
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.law.procedures.clocks import running
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.people import reads as people
from mingfa.bureau.remedies import reads
from mingfa.bureau.service import reads as service
from mingfa.example.asking import refused


def terms(play, on):
    """Return the terms of remedies that run on a day, with their last day."""
    done = outlines([play.case])
    found = happened(CASES.begun_at(CASES.view(play.case)), done[play.case], {}, known_of(done))
    clocks = running(procedure("ordinary"), found, on, people.calendar(), people.config())
    return {c.term.id: c.term.end.isoformat() for c in clocks if c.term.id[:3] in ("REM", "SUM")}


@pytest.mark.rule("SUMM-07")
def test_an_application_handed_in_is_handed_on(served):
    taken = served.hand_in()
    assert terms(served, served.stage.now.date()) == {"SUMM-07": "2026-09-30"}
    done = served.forward(taken.index)
    paper = facts_of_paper(done.index)
    assert (paper["applicant"], paper["received_on"]) == ("高新区示例小吃店", "2026-09-22")
    assert terms(served, served.stage.now.date()) == {}
    assert refused(served.forward, taken.index) == {"the_application_waits_to_be_handed_on": "SUMM-07"}


@pytest.mark.rule("REM-01", "REM-02")
@branching(
    ("given", "term"),
    [
        ({}, {"REM-01": "2026-10-16"}),
        ({"simplified": True}, {"REM-01.simplified": "2026-10-10"}),
        ({"kind": "litigation", "body": "示例市高新区人民法院"}, {"REM-02": "2026-10-13"}),
    ],
    ids=["复议十个工作日", "简易程序五个工作日", "诉讼十五日"],
)
def test_our_term_runs_from_the_day_the_copy_came_in(served, given, term):
    served.accept(**given)
    assert terms(served, served.stage.now.date()) == term
    served.list_evidence()
    served.answer()
    assert terms(served, served.stage.now.date()) == {}


@pytest.mark.rule("REM-03")
def test_an_opinion_is_answered(served):
    taken = served.receive_opinion()
    assert set(terms(served, served.stage.now.date())) == {"REM-03"}
    done = served.report(taken.index)
    assert facts_of_paper(done.index)["opinion_no"] == "示例府复意字〔2026〕1号"
    assert terms(served, served.stage.now.date()) == {}
    assert refused(served.report, taken.index) == {"the_opinion_waits_for_its_report": "REM-03"}


@pytest.mark.rule("EXEC-08")
def test_the_party_is_told_that_enforcement_stops(served):
    served.accept()
    done = served.suspend()
    assert facts_of_paper(done.index)["since"] == "2026-10-09"
    assert refused(served.suspend) == {"it_is_not_stopped_already": "EXEC-08"}
    assert done.index in [p.id for p in service.papers_to_serve(served.case)]


def test_what_goes_to_an_authority_is_not_served_on_the_party(served):
    taken = served.hand_in()
    letter = served.forward(taken.index)
    assert letter.index not in [p.id for p in service.papers_to_serve(served.case)]
    assert "what_is_served_is_a_paper_of_this_case" in refused(served.serve, letter.index)


def test_nobody_answers_for_the_unit_next_door(served):
    other = served.cast.officers[1][0]
    with pytest.raises(NotYours):
        served.act(
            "remedy.hand_in",
            other,
            decision=served.decision,
            applicant="某",
            received_on="2026-09-21",
            request="某",
        )


@pytest.mark.rule("REM-04")
def test_the_result_is_on_record_with_its_grounds(served):
    served.accept()
    assert refused(served.conclude_remedy, outcome="revoked") == {"what_was_lost_says_why": "REM-04"}
    served.conclude_remedy(outcome="revoked", grounds=["procedure"])
    found = reads.remedies(served.case)[0]
    assert (found.outcome, found.grounds, found.ruling) == (
        "revoked",
        ("procedure",),
        "示例府复决字〔2026〕3号",
    )
    assert refused(served.conclude_remedy) == {"the_remedy_is_under_way": "REM-01"}
