"""The bureau's own way (行政强制法 35-38, 44, 50-52): demand, plan, review, decision, scene, end."""

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.enforcement import reads
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.example.asking import refused


def paper(done):
    return value(leaf(done.index).entry, "paper")


@pytest.mark.rule("EXEC-17", "EXEC-09", "SERV-11", "LR-01")
@pytest.mark.clause("2.2.a", "3.2.a")
def test_a_substitute_performance_from_demand_to_costs(bound):
    bound.to_demanded()
    bound.plead()
    bound.answer()
    order = paper(bound.to_commanded())
    assert (order["performer"], order["harm"]) == ("示例清运有限公司", "危害交通安全")
    assert "第五十条" in order["basis"] and order["cost"].endswith("（¥800.00）")
    assert order["demanded"]["number"] == reads.demands(bound.matter)[0].number
    urged = bound.urge()
    assert paper(urged)["order"] == f"《代履行决定书》（{reads.ordered(bound.matter).number}）"
    bound.hand_over(urged.index)
    bound.later(days=7)
    record = paper(bound.substitute())
    assert record["performer"] == "示例清运有限公司"
    assert record["manner"] == "代履行，代履行人：示例清运有限公司" and record["recordings"]
    assert refused(bound.end) == {"the_costs_of_a_substitute_are_settled": "EXEC-17"}
    assert paper(bound.settle())["sum"].endswith("（¥700.00）")
    bound.end()
    assert (bound.view.state, bound.view.ended) == ("done", "substitute")


@pytest.mark.rule("EXEC-16", "AV-02", "EXEC-14")
@pytest.mark.clause("2.2.a")
def test_a_demolition_waits_for_its_notice_and_for_the_remedies(bound):
    bound.to_demanded()
    bound.to_commanded(**{**bound.demolition(), "harm": None, "performer": "", "target": "", "cost": 0})
    assert "the_step_is_open" in refused(bound.execute)
    notice = paper(bound.announce())
    assert notice["until"] and reads.ordered(bound.matter).number in notice["order"]
    assert refused(bound.execute) == {"a_demolition_waits_for_notice_and_remedies": "EXEC-16"}
    bound.later(days=17)
    assert refused(bound.execute) == {"a_demolition_waits_for_notice_and_remedies": "EXEC-16"}
    bound.to_window()
    record = paper(bound.execute())
    assert record["things"][0]["name"] == "货架"
    bound.end()
    assert bound.view.state == "done"


@pytest.mark.rule("EXEC-18")
def test_a_road_is_cleared_at_once_and_the_absent_party_is_told_afterwards(play):
    play.to_filed()
    play.later(hours=1)
    order = play.clear(cost=30_000)
    assert paper(order)["presence"].startswith("当事人不在场")
    assert refused(play.end) == {"an_absent_party_was_told_of_the_clearance": "EXEC-18"}
    play.hand_over(order.index)
    play.end()
    assert play.view.state == "done"


@pytest.mark.rule("EXEC-09")
def test_without_a_served_demand_nothing_is_proposed(bound):
    bound.begin()
    bound.demand()
    assert "a_demand_was_served_and_its_time_is_over" in refused(bound.plan)


@pytest.mark.rule("EXEC-09")
def test_a_plea_is_answered_first(bound):
    bound.to_demanded()
    bound.plead()
    assert refused(bound.plan) == {"every_plea_was_answered": "EXEC-09"}


@pytest.mark.rule("AV-02")
@pytest.mark.clause("2.2.a")
def test_a_gap_in_the_recording_is_refused_or_excused_by_the_head(bound):
    bound.to_demanded()
    bound.to_commanded()
    bound.hand_over(bound.urge().index)
    bound.later(days=7)
    assert refused(bound.substitute, recordings=[]) == {"the_whole_enforcement_was_recorded": "AV-02"}
    bound.by_head("enforcement.excuse", cause="battery", words="10时至10时20分电量耗尽。", opinion="同意。")
    assert bound.substitute(recordings=[]).index


@pytest.mark.rule("EXEC-01", "NOTI-07")
def test_a_party_that_performs_stops_it_and_the_case_goes_on(bound):
    bound.to_demanded()
    bound.check()
    assert "it_is_still_unperformed" in refused(bound.plan)
    bound.end()
    assert bound.view.ended == "performed"


@pytest.mark.rule("EXEC-09")
def test_one_decision_is_enforced_once(bound):
    bound.begin()
    assert refused(bound.begin) == {"it_is_not_being_enforced_already": "EXEC-09"}


def test_the_case_knows_its_enforcement(bound):
    bound.begin()
    assert [e.id for e in reads.of_case(bound.case)] == [bound.matter]
    assert cases.case(bound.case) is not None
