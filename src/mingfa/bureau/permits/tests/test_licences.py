"""After the licence: renewed, by decision or by law; changed; supervised; withdrawn, rescinded, cancelled."""

from datetime import date, timedelta

import pytest

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.lib.tests.doing import do_all
from mingfa.bureau.permits import follow, reads
from mingfa.example.asking import refused
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import APPLICANT, Applying


@pytest.fixture
def licensed(play):
    """A licence valid from 8 September to 7 December 2026."""
    return play.to_licensed()


def on(play, day, hour=10):
    play.stage.now = play.stage.now.replace(month=day.month, day=day.day, hour=hour)


def apply_again(play, kind, **over):
    again = Applying(play.stage, play.cast, play.item)
    again.receive(kind=kind, licence=play.permit, **over)
    return again


@pytest.mark.rule("PERM-14")
def test_a_renewal_is_decided_before_the_licence_ends(licensed):
    on(licensed, date(2026, 11, 6))
    again = apply_again(licensed, "renew")
    again.accept()
    again.assign()
    again.check()
    assert refused(licensed.cancel)["the_ground_of_cancelling_is_there"] == "PERM-15"
    again.conclude(from_on="2026-12-08", to_on="2027-03-07")
    done = again.decide()
    assert facts_of_paper(done.index)["licence_no"] == reads.licence_of(licensed.permit).number
    again.issue()
    licence = reads.licence_of(licensed.permit)
    assert (licence.to_on, licence.renewed, again.state) == (date(2027, 3, 7), "decided", "completed")


@pytest.mark.rule("PERM-14")
def test_undecided_when_the_licence_ends_it_is_renewed_by_law(licensed):
    on(licensed, date(2026, 11, 7))  # thirty days before 7 December: the last day in time
    again = apply_again(licensed, "renew")
    again.accept()
    again.assign()
    on(again, date(2026, 12, 7), 18)
    assert do_all(follow.silent_renewals(again.stage.now)) == []
    again.stage.now += timedelta(days=1)
    assert refused(licensed.cancel)["no_renewal_is_open"] == "PERM-14"
    (done,) = do_all(follow.silent_renewals(again.stage.now))
    licence = reads.licence_of(licensed.permit)
    assert (done.act, licence.to_on, licence.renewed) == ("permit.deem_renewed", date(2027, 3, 7), "deemed")
    assert "视为准予延续" in facts_of_paper(done.index)["basis"]
    assert again.state == "granted"
    again.issue(reasons={"the_licence_is_issued_in_time": "示例"})
    assert again.state == "completed"


@pytest.mark.rule("PERM-14")
def test_after_the_end_what_the_law_renewed_is_not_decided_any_more(licensed):
    on(licensed, date(2026, 11, 6))
    again = apply_again(licensed, "renew")
    again.accept()
    again.assign()
    again.check()
    again.conclude(from_on="2026-12-08", to_on="2027-03-07")
    on(again, date(2026, 12, 8))
    assert refused(again.decide)["it_was_not_renewed_by_law"] == "PERM-14"


@pytest.mark.rule("PERM-14")
def test_a_late_renewal_has_a_reason_and_is_never_renewed_by_silence(licensed):
    on(licensed, date(2026, 11, 8))
    assert refused(apply_again, licensed, "renew") == {"the_renewal_is_asked_for_in_time": "PERM-14"}
    again = apply_again(licensed, "renew", reasons={"the_renewal_is_asked_for_in_time": "示例：迟延。"})
    again.accept()
    on(again, date(2026, 12, 9))
    assert do_all(follow.silent_renewals(again.stage.now)) == []
    assert reads.licence_of(licensed.permit).to_on == date(2026, 12, 7)


@pytest.mark.rule("PERM-14")
def test_only_ones_own_licence_in_force_is_renewed_or_changed(licensed):
    stranger = {**APPLICANT, "name": "示例市其他有限公司"}
    for over in ({"applicant": stranger}, {"licence": 10**9}, {"licence": None}):
        found = refused(Applying(licensed.stage, licensed.cast, licensed.item).receive, kind="renew", **over)
        assert found == {"what_is_changed_or_renewed_is_in_force": "PERM-14"}
    on(licensed, date(2026, 12, 8))
    assert refused(apply_again, licensed, "modify") == {"what_is_changed_or_renewed_is_in_force": "PERM-14"}


@pytest.mark.rule("PERM-15")
def test_a_change_keeps_the_number(licensed):
    number = reads.licence_of(licensed.permit).number
    again = apply_again(licensed, "modify")
    again.accept()
    again.assign()
    again.check()
    again.conclude(content="面积缩小至15平方米。", to_on="2026-12-07")
    again.decide()
    again.issue()
    licence = reads.licence_of(licensed.permit)
    assert (licence.number, licence.content, licence.to_on) == (
        number,
        "面积缩小至15平方米。",
        date(2026, 12, 7),
    )


@pytest.mark.rule("PERM-16", "QUAL-03")
def test_supervision_is_recorded_and_signed(licensed):
    licensed.later(days=3)
    assert refused(licensed.supervise, staff=licensed.team[:1]) == {"two_staff_examine_it": "QUAL-03"}
    assert refused(licensed.supervise, signed=False) == {"the_inspectors_signed": "PERM-16"}
    assert refused(licensed.supervise, lawful=False) == {
        "findings_against_the_holder_have_their_result": "PERM-16"
    }
    early = licensed.supervise
    assert refused(early, inspected_at="2026-09-01T10:00:00+08:00") == {
        "the_inspection_is_not_ahead": "AV-01"
    }
    done = licensed.supervise(lawful=False, handling="责令恢复原状，当日已改正。")
    assert facts_of_paper(done.index)["handling"] == "责令恢复原状，当日已改正。"
    assert licensed.state == "licensed"


@pytest.mark.rule("PERM-15")
def test_withdrawn_for_the_public_interest_with_compensation(licensed):
    need = "the_public_interest_needs_the_withdrawal"
    assert refused(licensed.withdraw, public_interest="") == {need: "PERM-15"}
    assert refused(licensed.withdraw, compensation="") == {need: "PERM-15"}
    assert refused(licensed.withdraw, heard="") == {"the_holder_was_heard": "PERM-15"}
    licensed.withdraw()
    assert (licensed.state, reads.licence_of(licensed.permit).state) == ("withdrawn", "withdrawn")
    licensed.cancel(ground="ended", reason="已经撤回。")
    assert licensed.state == "cancelled"


@pytest.mark.rule("PERM-15")
def test_rescinded_on_its_ground_but_not_where_the_public_is_harmed(licensed):
    found = refused(licensed.rescind, public_harm=True)
    assert found == {"the_public_is_not_harmed_by_rescinding": "PERM-15"}
    assert refused(licensed.rescind, compensation="") == {"the_holders_loss_is_answered": "PERM-15"}
    done = licensed.rescind()
    assert facts_of_paper(done.index)["basis"] == "《中华人民共和国行政许可法》第六十九条第一款第四项"
    assert licensed.state == "rescinded"


@pytest.mark.rule("PERM-15")
def test_fraud_in_a_matter_of_safety_bars_for_three_years(stage, cast):
    play = Applying(stage, cast, list_permit(stage, cast, safety=True)).to_licensed()
    done = play.rescind(ground="fraud", compensation="")
    told = facts_of_paper(done.index)
    assert told["basis"] == "《中华人民共和国行政许可法》第六十九条第二款"
    assert "2029年9月8日" in told["bar"]
    assert refused(Applying(stage, cast, play.item).receive) == {"the_applicant_is_not_barred": "PERM-15"}


@pytest.mark.rule("PERM-15")
def test_cancelled_only_when_the_ground_is_there(licensed):
    assert refused(licensed.cancel) == {"the_ground_of_cancelling_is_there": "PERM-15"}
    gone = {"ground": "dissolved", "reason": "被许可人终止。"}
    assert refused(licensed.cancel, **gone) == {"the_ground_of_cancelling_is_there": "PERM-15"}
    on(licensed, date(2026, 12, 8))
    licensed.cancel()
    assert (licensed.state, reads.licence_of(licensed.permit).state) == ("cancelled", "cancelled")
