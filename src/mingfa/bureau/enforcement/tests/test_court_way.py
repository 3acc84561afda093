"""The court's way and the pauses (行政强制法 39, 40, 42, 53-58; 行政处罚法 72)."""

from datetime import date, timedelta

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.enforcement import reads
from mingfa.bureau.enforcement.court.reads import court_bundle, court_papers
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.example.asking import refused


def paper(done):
    return value(leaf(done.index).entry, "paper")


def owed(play):
    return execution.owed(decisions.decision(play.source), play.today)


@pytest.mark.rule("EXEC-10", "EXEC-11", "EXEC-12")
def test_a_fine_by_the_court_from_demand_to_the_end_of_the_case(fined):
    demand = paper_of_demand(fined)
    assert "罚款人民币壹佰柒拾伍元整（¥175.00）" in demand["sum"] and demand["pay_to"]
    assert refused(fined.apply) == {"the_window_to_ask_the_court_is_open": "EXEC-10"}
    fined.to_window()
    application = paper(fined.apply())
    assert len(application["materials"]) == 5 and application["head"] == "示例局长"
    assert "未申请行政复议" in application["course"] and "-" not in application["course"]
    fined.later(days=3)
    fined.court_says("accepted")
    fined.later(days=5)
    fined.court_says("granted")
    fined.later(days=30)
    given = {"on": fined.day(), "document": "示例结案通知", "words": "划扣完毕。"}
    assert refused(fined.do, "court.finish", **given) == {"the_end_follows_the_ruling": "EXEC-12"}
    fined.do("court.finish", **given, fine=True)
    fined.end()
    assert (fined.view.state, fined.view.ended) == ("done", "court")
    fined.correct()
    fined.finish(performance="人民法院强制执行完毕。")
    assert cases.case(fined.case).state == "performed"


def paper_of_demand(play):
    play.begin()
    done = play.demand()
    play.hand_over(done.index)
    play.until(reads.demands(play.matter)[-1].until)
    play.later(days=10)
    return paper(done)


@pytest.mark.rule("EXEC-10")
def test_after_three_months_the_court_is_not_asked_any_more(fined):
    fined.to_demanded()
    fined.to_window()
    fined.later(days=100)
    assert refused(fined.apply) == {"the_window_to_ask_the_court_is_open": "EXEC-10"}


@pytest.mark.rule("EXEC-12")
def test_a_refusal_goes_to_the_higher_court_within_fifteen_days(fined):
    fined.to_demanded()
    fined.to_window()
    fined.apply()
    fined.later(days=3)
    fined.court_says("not_accepted")
    assert fined.view.state == "denied"
    assert refused(fined.court_says, "granted") == {"the_court_goes_step_by_step": "EXEC-12"}
    fined.stage.now += timedelta(days=20)
    assert refused(fined.court_says, "appealed") == {"a_higher_court_is_asked_in_fifteen_days": "EXEC-12"}
    fined.court_says("appealed", on=fined.day(-8))
    assert fined.view.state == "in_court"


@pytest.mark.rule("EXEC-20", "EXEC-06")
def test_an_agreement_reduces_only_the_surcharge_and_broken_it_is_owed_again(fined):
    fined.to_demanded()
    before = owed(fined)
    assert before.surcharge_left > 1_000
    rest = before.left - 1_000
    stages = [{"day": fined.day(30), "what": "缴清罚款和加处罚款余额", "amount": rest}]
    too_much = {"stages": stages, "reduction": before.surcharge_left + 1}
    assert "only_the_surcharge_is_reduced" in refused(fined.agree, **too_much)
    assert "only_the_surcharge_is_reduced" in refused(
        fined.agree, stages=stages, reduction=1_000, remedied=""
    )
    agreement = paper(fined.agree(stages=stages, reduction=1_000))
    assert agreement["reduction"].endswith("（¥10.00）")
    assert owed(fined).surcharge_left == before.surcharge_left - 1_000
    fined.later(days=35)
    fined.resume(reason="当事人没有履行执行协议。")
    assert fined.view.state == "demanded"
    assert owed(fined).reduced == 0
    assert reads.agreements(fined.matter)[0].broken


@pytest.mark.rule("EXEC-19")
def test_a_suspension_goes_on_where_it_stopped_and_ends_after_three_years(bound):
    bound.to_demanded()
    bound.to_commanded()
    notice = paper(bound.suspend())
    assert "第三十九条第一款第一项" in notice["basis"]
    bound.later(days=30)
    bound.resume()
    assert bound.view.state == "substituting"
    bound.suspend()
    assert "the_ground_to_end_it_is_there" in refused(bound.terminate, ground="three_years")
    assert bound.view.paused_on == bound.today
    bound.terminate(ground="other")
    assert (bound.view.state, bound.view.ended) == ("terminated", "other")


@pytest.mark.rule("EXEC-19")
def test_a_revoked_decision_is_not_enforced_any_more(fined):
    fined.to_demanded()
    assert refused(fined.terminate, ground="revoked") == {"the_ground_to_end_it_is_there": "EXEC-19"}
    fined.revoke()
    assert "it_is_still_unperformed" in refused(fined.demand)
    fined.terminate(ground="revoked", reason="据以执行的处罚决定已被撤销。")
    assert fined.view.state == "terminated"


@pytest.mark.rule("EXEC-05", "EXEC-10")
def test_a_deferral_moves_the_window(fined):
    fined.ask_to_defer(kind="defer")
    fined.grant_deferral(plan=[{"on": "2027-06-30", "amount": 17_500}])
    assert refused(fined.begin) == {"its_time_to_be_performed_is_over": "EXEC-01"}
    assert date(2027, 6, 30) > fined.today


@pytest.mark.rule("EXEC-12")
def test_the_papers_for_the_court_go_along_in_the_order_of_the_law(fined):
    assert court_bundle(fined.to_demanded().matter) == b""
    fined.to_window()
    fined.apply()
    names = [p.kind for p in court_papers(fined.matter)]
    assert names == ["court_application", "penalty_decision", "demand", "service_receipt", "service_receipt"]
