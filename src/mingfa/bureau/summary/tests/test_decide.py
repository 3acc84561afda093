"""Deciding on the spot: the numbered paper, served there and then; the limits; who decides, whom, and how."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.bureau.people import reads as people
from mingfa.bureau.service import reads as service
from mingfa.bureau.summary import reads
from mingfa.bureau.summary.models import SpotDecision
from mingfa.example.cases import SHOP, Play
from mingfa.example.summary import CITIZEN, COMPANY


def paper(index):
    return value(leaf(index).entry, "paper")


@pytest.mark.rule("SUMM-01", "SUMM-02", "SUMM-04", "SUMM-06", "SERV-01")
@pytest.mark.clause("2.1.a")
def test_it_is_decided_numbered_and_served_on_the_spot(spot):
    done = spot.fine()
    assert done.number.endswith("当罚字〔2026〕第1号")
    case, decision = cases.case(done.index), decisions.decision_of(done.index)
    assert (case.procedure, case.state, case.number) == ("summary", "decided", done.number)
    assert case.handlers == tuple(spot.team)
    assert (decision.amount, decision.kinds, decision.review, decision.on_the_spot) == (
        5000,
        ("fine",),
        None,
        True,
    )
    assert decision == decisions.decision(done.index)
    served = service.served(done.index)
    assert (served.method, served.served_on) == ("on_the_spot", decision.decided_on)
    assert execution.owed(decision, decision.decided_on).due_on.isoformat() == "2026-09-22"
    facts = paper(done.index)
    assert facts["place"].endswith("示例路100号门前")
    assert facts["reconsideration_first"] is True
    assert "没有提出陈述、申辩意见" in facts["statement"]
    assert "十五日内" in facts["payment"]
    assert [o["certificate"] for o in facts["officers"]]


@pytest.mark.rule("SUMM-01")
def test_a_warning_needs_nothing_more_than_a_look_at_the_file(spot):
    spot.warn()
    assert cases.case(spot.case).state == "performed"
    assert paper(spot.case)["payment"] == ""
    spot.report()
    spot.file_away()
    assert cases.case(spot.case).state == "closed"


@pytest.mark.rule("SUMM-01")
@pytest.mark.parametrize(
    ("party", "item", "step", "amount", "fits"),
    [
        (CITIZEN, "占道经营", "一般", 200_00, True),
        (CITIZEN, "占道经营", "较重", 200_01, False),
        (SHOP, "占道经营", "较重", 200_01, False),
        (COMPANY, "占道经营", "较重", 500_00, True),
        (COMPANY, "运输车辆泄漏遗撒", "较重", 3_000_00, True),
        (COMPANY, "运输车辆泄漏遗撒", "较重", 3_000_01, False),
    ],
)
def test_the_limits(spot, refused, party, item, step, amount, fits):
    spot.item = item
    given = {"party": party, "step": step, "amount": amount}
    if fits:
        assert decisions.decision_of(spot.fine(**given).index).amount == amount
    else:
        assert "it_stays_within_the_limits" in refused(spot.fine, **given)


@pytest.mark.rule("SUMM-01")
def test_what_exceeds_the_limits_is_shown_the_way_on(spot):
    with pytest.raises(Refused) as caught:
        spot.fine(step="较重", amount=300_00)
    [over] = [r for r in caught.value.refusals if r.code == "it_stays_within_the_limits"]
    assert "限额200.00元" in over.because
    assert over.todo == "立案，适用普通程序。"
    assert cases.visible(officer(spot)).count() == 0


def officer(spot):
    return people.actor(spot.team[0], spot.stage.now.date())


@pytest.mark.rule("FILE-05")
def test_the_same_act_is_not_penalised_twice(spot, refused):
    spot.fine()
    assert refused(spot.fine) == {"it_was_not_penalised_before"}
    spot.fine(party={**CITIZEN, "code": "110101198512120019"})
    assert SpotDecision.objects.count() == 2


@pytest.mark.rule("FILE-05")
def test_nor_is_it_filed_again_or_fined_on_the_spot_after_it_was_filed(spot, stage, cast, refused):
    spot.fine()
    again = Play(stage, cast, item="占道经营")
    again.register()
    again.keep()
    again.verify()
    assert "the_same_act_is_not_on_file_already" in refused(again.propose, party=CITIZEN)
    other = Play(stage, cast, item="乱堆物料").to_filed()
    spot.item = "乱堆物料"
    assert "it_was_not_penalised_before" in refused(spot.fine, party={**SHOP}, amount=50_00), other.case


@pytest.mark.rule("QUAL-01", "QUAL-04")
def test_two_certified_officers_of_the_unit(spot, cast, refused):
    two = "two_officers_of_the_unit_decide"
    assert two in refused(spot.fine, officers=spot.team[:1])
    assert two in refused(spot.fine, officers=[spot.team[0], spot.team[0]])
    assert two in refused(spot.fine, officers=[spot.team[0], cast.officers[1][1]])
    assert two in refused(spot.fine, officers=cast.officers[0][3:5])
    spot.team = [cast.head, *spot.team]
    with pytest.raises(NotYours):
        spot.fine()


@pytest.mark.rule("SUMM-03", "NOTI-02", "NOTI-03")
def test_the_party_is_heard_and_not_fined_more_for_it(spot, refused):
    said = {"said": "刚摆出来。", "adopted": False, "answer": "时间长短不影响认定"}
    assert refused(spot.fine, points=[{**said, "answer": ""}]) == {"each_point_is_answered"}
    assert refused(spot.fine, points=[said], told_amount=40_00) == {"it_is_not_heavier_for_speaking"}
    done = spot.fine(points=[said], told_amount=60_00)
    assert "不予采纳，时间长短不影响认定。" in paper(done.index)["statement"]


@pytest.mark.rule("SUMM-02")
def test_a_refusal_to_sign_stands_on_the_decision(spot, refused):
    assert refused(spot.fine, signed="refused") == {"a_refusal_to_sign_is_noted"}
    assert refused(spot.fine, refusal="拒签") == {"a_refusal_to_sign_is_noted"}
    done = spot.fine(signed="refused", refusal="当事人称不认可，拒绝签名，决定书当场留交。")
    assert "拒绝签名" in paper(done.index)["refusal"]
    assert service.served(done.index) is not None


@pytest.mark.rule("DEC-05")
def test_a_minors_case_is_not_for_everybodys_eyes(spot, refused):
    young = {**CITIZEN, "code": "110101201001010015"}
    assert refused(spot.fine, party=young) == {"the_young_are_spared"}
    done = spot.fine(party=young, mitigation=["under_18"])
    assert cases.case(done.index).party.age_on(spot.stage.now.date()) == 16
    assert "已满十四周岁不满十八周岁" in paper(done.index)["discretion"]
    assert not cases.visible(archivist(spot)).exists()


def archivist(spot):
    return people.actor(spot.cast.archivist, spot.stage.now.date())


@pytest.mark.rule("AV-03", "AV-08")
def test_pictures_or_a_reason(spot, refused):
    account = {"account": "两名执法人员在场，当事人当场承认。"}
    assert refused(spot.fine, media=[]) == {"the_facts_are_beyond_doubt", "it_was_photographed_or_filmed"}
    assert refused(spot.fine, media=[], **account) == {"it_was_photographed_or_filmed"}
    film = {"sha256": "cd" * 32, "size": 9, "media": "video/mp4", "name": "示例.mp4"}
    assert refused(spot.fine, media=[film]) == {"whoever_is_recorded_was_told"}
    assert spot.fine(media=[], **account, reasons={"it_was_photographed_or_filmed": "示例：设备故障。"})


@pytest.mark.rule("SUMM-01")
@branching("change", ["amount = 1", "is_unit = true", "number = 'x'", "head = 1"])
def test_refuses_to_change_a_spot_decision(spot, change):
    spot.fine()
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE summary_spotdecision SET {change}")


def test_refuses_to_delete_a_spot_decision(spot):
    spot.fine()
    with (
        pytest.raises(DatabaseError, match="never deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM summary_spotdecision")


def slipped_in(spot, **over):
    """Try to put another decision beside the doorway."""
    spot.fine()
    row = SpotDecision.objects.get()
    row.leaf, row.number = 999_999, "示例"
    for name, given in over.items():
        setattr(row, name, given)
    with transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.rule("SUMM-01")
@branching(("is_unit", "amount"), [(False, 200_01), (True, 3_000_01), (False, -1)])
def test_refuses_a_fine_above_the_limits(spot, is_unit, amount):
    """Whoever writes past the doorway meets the limits of the law."""
    free = Play(spot.stage, spot.cast).register().index
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_case SET procedure = 'summary' WHERE leaf = %s", [free])
    with pytest.raises(IntegrityError, match="(?i)spot_decision_within_limits"):
        slipped_in(spot, case_id=free, is_unit=is_unit, amount=amount)


@pytest.mark.rule("LR-01")
def test_refuses_a_spot_decision_in_an_ordinary_case(spot):
    ordinary = Play(spot.stage, spot.cast).register().index
    with pytest.raises(DatabaseError, match="summary procedure"):
        slipped_in(spot, case_id=ordinary)


def test_what_is_decided_on_the_spot_is_said_to_later_rooms(spot):
    spot.fine()
    assert reads.fines_in([spot.case]) == [decisions.decision_of(spot.case).number]
    assert reads.unreported() == [spot.case]
    assert reads.last_by(spot.team[0]).case == spot.case
    assert reads.decision(0) is None
