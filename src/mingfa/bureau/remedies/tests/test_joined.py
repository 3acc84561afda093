"""Remedies meet the other rooms: spot decisions, permits, orders to enforce; what is lost has its end."""

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.enforcement import reads as enforcement
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.people import reads as people
from mingfa.bureau.remedies import reads
from mingfa.bureau.remedies.hooks import subjects_in
from mingfa.example.asking import refused
from mingfa.example.enforcement import Enforcing
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying
from mingfa.example.remedies import Challenged
from mingfa.example.summary import Spot

LOST = {"what_fell_is_not_executed": "REM-04"}
OPEN = {"no_remedy_is_under_way": "示例：罚款已经缴清，复议结果另行登记。"}


class ChallengedSpot(Spot, Challenged):
    """A decision on the spot that is challenged."""


@pytest.fixture
def spot(stage, cast):
    """Return a fine of fifty yuan decided and handed over on Monday, 21 September 2026."""
    play = ChallengedSpot(stage, cast)
    play.go("2026-09-21")
    play.fine()
    play.decision = decisions.decision_of(play.case).id
    return play


@pytest.mark.rule("SUMM-06", "SUMM-07")
def test_a_decision_on_the_spot_goes_to_reconsideration_before_the_court(spot):
    (subject,) = subjects_in(spot.case)
    assert (subject.on_the_spot, subject.title, subject.party) == (True, "当场行政处罚决定书", "王示例")
    taken = Challenged.hand_in(spot, reasons={})
    letter = facts_of_paper(spot.forward(taken.index).index)
    assert letter["original"]["title"] == "当场行政处罚决定书"
    assert refused(spot.sue) == {"reconsideration_comes_first_on_the_spot": "SUMM-06"}
    spot.accept()
    spot.list_evidence(papers=[{"paper": spot.decision, "proves": "违法事实和处罚内容"}])
    answer = facts_of_paper(spot.answer().index)
    assert answer["pieces"] == 1
    spot.conclude_remedy()
    suit = {
        "kind": "litigation",
        "decision": spot.decision,
        "body": people.bureau().court,
        "document": "（2026）示例行初18号",
        "applicant": "王示例",
        "applied_on": "2026-10-30",
        "received_on": "2026-11-02",
        "request": "请求撤销处罚决定。",
    }
    spot.act("remedy.accept", **suit)


@pytest.mark.rule("REM-04", "PUB-05", "EXEC-08")
def test_a_lost_decision_on_the_spot_is_neither_paid_nor_filed_away_but_taken_back(spot):
    spot.report()
    spot.accept()
    spot.conclude_remedy(outcome="revoked", grounds=["evidence"])
    assert refused(spot.pay, 50_00) == {"nothing_is_paid_on_what_fell": "REM-04"}
    spot.pay(50_00, paid_on="2026-10-29", reasons={})
    assert LOST.items() <= refused(spot.finish).items()
    spot.revoke(ground="reconsideration", ruling=spot.remedy)
    assert cases.case(spot.case).state == "revoked"
    assert decisions.revocation_of(spot.decision).document == "示例府复决字〔2026〕3号"


@pytest.mark.rule("EXEC-08", "REM-04")
def test_a_case_is_filed_away_over_an_open_remedy_only_with_its_reason(spot):
    spot.report()
    spot.pay(50_00)
    spot.finish()
    spot.accept()
    assert refused(spot.file_away) == {"no_remedy_is_under_way": "EXEC-08"}
    spot.file_away(reasons=OPEN)
    spot.conclude_remedy(outcome="unlawful", grounds=["slight_flaw"])
    spot.revoke(ground="reconsideration", effect="unlawful", ruling=spot.remedy)
    assert cases.case(spot.case).state == "revoked"


@pytest.mark.rule("EXEC-08")
def test_nothing_is_collected_on_the_spot_while_execution_is_stopped(stage, cast):
    play = ChallengedSpot(stage, cast)
    play.go("2026-09-28")
    play.fine(payment="small")
    play.decision = decisions.decision_of(play.case).id
    play.accept(applied_on="2026-09-28", reasons={})
    word = {"remedy": play.remedy, "ground": "self", "since": "2026-09-28", "reason": "暂缓。"}
    play.act("remedy.suspend", cast.head, **word)
    assert refused(play.collect) == {"its_execution_is_not_stopped": "EXEC-08"}
    play.act("remedy.resume", cast.head, remedy=play.remedy, until="2026-09-28", reason="恢复。")
    play.collect()


@pytest.mark.rule("REM-04", "AV-01")
def test_an_ordinary_case_is_not_closed_over_a_ruling(served):
    served.pay(execution.owed(decisions.decision(served.decision), served.stage.now.date()).fine)
    served.correct()
    served.finish()
    served.lose(outcome="unlawful")
    assert refused(served.close) == {"every_ruling_was_carried_out": "REM-04"}
    served.revoke(ground="reconsideration", effect="unlawful", ruling=reads.remedies(served.case)[0].id)
    assert cases.case(served.case).state == "revoked"


@pytest.mark.rule("EXEC-09", "REM-04")
def test_an_unpaid_fine_of_the_street_is_enforced_until_a_ruling_ends_it(stage, cast):
    street = Spot(stage, cast)
    street.fine()
    play = Enforcing(stage, cast)
    play.case, play.team = street.case, street.team
    play.source = decisions.decision_of(play.case).id
    play.later(days=35)
    assert play.source in [
        s.id for _, s in enforcement.enforceable(people.actor(play.team[0], stage.now.date()))
    ]
    play.begin()
    play.demand()
    play.lose()
    assert refused(play.demand) == {"no_ruling_ended_what_is_enforced": "REM-04"}
    play.revoke(ground="reconsideration", ruling=reads.remedies(play.case)[0].id)
    play.terminate(ground="revoked", reason="复议决定撤销了处罚决定。")
    assert play.view.state == "terminated"


@pytest.mark.rule("REM-01")
def test_a_refused_permit_and_its_licence_are_challenged(stage, cast):
    play = Applying(stage, cast, list_permit(stage, cast))
    play.to_licensed()
    titles = [s.title for s in subjects_in(play.permit)]
    assert titles == ["准予行政许可决定书"]
    play.later(days=3)
    done = play.rescind()
    found = {s.decision: s for s in subjects_in(play.permit)}
    assert found[done.index].party == play.view.applicant.name
    today = stage.now.date().isoformat()
    notice = {
        "kind": "reconsideration",
        "decision": done.index,
        "body": people.bureau().government,
        "document": "示例府复答字〔2026〕9号",
        "applicant": "某",
        "applied_on": today,
        "received_on": today,
        "request": "请求撤销。",
    }
    remedy = play.act("remedy.accept", **notice).index
    listed = [{"paper": done.index, "proves": "撤销的事实和理由"}]
    made = play.act("remedy.list_evidence", remedy=remedy, papers=listed, reply="请求维持。")
    words = facts_of_paper(made.index)
    assert words["laws"] and words["evidence"][0]["kind"] == "书证"
    play.act("remedy.answer", cast.head, remedy=remedy, opinion="同意。")
    result = {"remedy": remedy, "outcome": "upheld", "ruling": "示例府复决字〔2026〕4号", "ended_on": today}
    play.act("remedy.conclude", **result, words="维持。")
    assert [r.outcome for r in reads.against(done.index)] == ["upheld"]


@pytest.mark.rule("EXEC-08", "REM-01")
def test_an_order_to_enforce_is_challenged_and_stopped(stage, cast):
    play = Enforcing(stage, cast).to_ordered()
    play.to_demanded()
    order = play.to_commanded().index
    (subject,) = subjects_in(play.matter)
    assert subject.decision == order and subject.served_on is not None
    today = play.day()
    notice = {
        "kind": "reconsideration",
        "decision": order,
        "body": people.bureau().government,
        "document": "示例府复答字〔2026〕9号",
        "applicant": "某",
        "applied_on": today,
        "received_on": today,
        "request": "请求撤销。",
    }
    remedy = play.do("remedy.accept", **notice).index
    stop = {"remedy": remedy, "ground": "body", "document": "示停1号", "since": today, "reason": "某。"}
    play.do("remedy.suspend", cast.head, **stop)
    assert refused(play.urge) == {"nobody_stopped_its_execution": "EXEC-08"}
    ended = {"remedy": remedy, "outcome": "revoked", "ruling": "示例府复决字〔2026〕5号", "ended_on": today}
    play.do("remedy.conclude", **ended, grounds=["procedure"], words="撤销。")
    assert refused(play.urge) == {"no_ruling_ended_what_is_enforced": "REM-04"}
