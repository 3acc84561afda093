"""Paying a fine: at the bank, not to an officer, no more than is owed (行政处罚法 67, 72)."""

from datetime import date, timedelta
from typing import Any

import pytest

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.models import RefusedAttempt
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.execution import reads
from mingfa.bureau.execution.values import Owed
from mingfa.example.asking import refused
from mingfa.example.cases import Play

from .conftest import Codes

FINE = 17_500


def owed(play: Play, on: date | None = None) -> Owed:
    decision = decisions.decision_of(play.case)
    assert decision is not None
    return reads.owed(decision, on or play.stage.now.date())


@pytest.mark.rule("EXEC-01", "EXEC-02")
@pytest.mark.clause("2.1.a")
def test_a_fine_is_paid_at_the_bank(served: Play) -> None:
    served.pay(FINE)
    payment = reads.payments(served.decision)[0]  # type: ignore[attr-defined]
    assert (payment.amount, payment.surcharge, payment.bank) == (FINE, 0, "示例银行高新支行")
    assert owed(served).left == 0
    entry = facts_of_paper(payment.id)
    assert (entry["sum"], entry["left"]) == ("人民币壹佰柒拾伍元整（¥175.00）", "人民币零元整（¥0.00）")
    assert (entry["bank"], entry["surcharge"]) == ("示例银行高新支行", "")


@pytest.mark.rule("EXEC-01")
def test_the_fifteen_days_run_from_service_and_end_on_a_working_day(served: Play) -> None:
    """Served on 21 September: day 15 is 6 October, in the holidays; the first working day is the 8th."""
    assert served.stage.now.date() == date(2026, 9, 21)
    assert owed(served).due_on == date(2026, 10, 8)


@pytest.mark.rule("EXEC-06")
def test_paid_late_it_costs_three_per_cent_a_day(served: Play) -> None:
    served.stage.now += timedelta(days=20)
    assert owed(served).surcharge == FINE * 9 // 100
    served.pay(FINE, surcharge=FINE * 9 // 100)
    assert owed(served, date(2027, 1, 4)).left == 0


REFUSED: list[Any] = [
    pytest.param({"channel": "officer"}, "no_officer_collects_a_fine", id="cash to an officer"),
    pytest.param({"receipt_no": ""}, "the_bank_gave_a_receipt", id="no receipt number"),
    pytest.param({"bank": ""}, "the_bank_gave_a_receipt", id="no bank"),
    pytest.param({"amount": FINE + 1}, "no_more_is_paid_than_the_fine", id="one cent too much"),
    pytest.param({"amount": 0}, "no_more_is_paid_than_the_fine", id="nothing at all"),
    pytest.param({"surcharge": 1}, "no_more_surcharge_is_paid_than_ran", id="a surcharge that did not run"),
    pytest.param({"paid_on": "2026-09-20"}, "the_payment_lies_between_decision_and_today", id="before it"),
    pytest.param({"paid_on": "2026-09-22"}, "the_payment_lies_between_decision_and_today", id="tomorrow"),
    pytest.param(
        {"paused": [{"since": "2026-09-22", "until": "2026-09-21", "document": "示例复议受理通知书"}]},
        "a_remedy_ends_after_it_begins",
        id="a remedy that ends before it begins",
    ),
]


@pytest.mark.rule("EXEC-01", "EXEC-02", "EXEC-06", "EXEC-07")
@pytest.mark.parametrize(("over", "code"), REFUSED)
def test_a_payment_is_refused(served: Play, refused: Codes, over: dict[str, Any], code: str) -> None:
    assert refused(served.pay, **{"amount": FINE, **over}) == {code}


@pytest.mark.rule("SERV-02")
def test_before_service_nothing_is_paid(decided: Play, refused: Codes) -> None:
    assert refused(decided.pay, FINE) == {"the_decision_has_reached_the_party"}


@pytest.mark.rule("EXEC-02")
def test_a_receipt_counts_once(served: Play, refused: Codes) -> None:
    served.pay(10_000)
    assert refused(served.pay, 5_000) == {"the_receipt_counts_once"}
    served.pay(7_500, receipt_no="示例缴另一张")
    assert owed(served).left == 0


@pytest.mark.rule("EXEC-07")
def test_a_suit_stops_the_additional_fine(served: Play) -> None:
    """Ten days late, eight of them during the suit: two days count."""
    served.stage.now += timedelta(days=27)
    suit = {"since": "2026-10-10", "until": "2026-10-17", "document": "示例行政裁定书"}
    served.pay(FINE, surcharge=FINE * 2 * 3 // 100, paused=[suit])
    assert owed(served).left == 0


def test_only_the_handlers_enter_payments(served: Play) -> None:
    with pytest.raises(NotYours):
        served.act(
            "execution.pay", served.cast.officers[1][0], amount=FINE, channel="bank", paid_on="2026-09-21"
        )


def test_a_payment_before_any_decision_is_refused_and_kept(stage, cast):
    play = Play(stage, cast).to_filed()
    assert refused(play.pay, 100) == {"the_step_is_open": "AV-01"}
    assert RefusedAttempt.objects.filter(act="execution.pay", matter=play.case).exists()


@pytest.mark.rule("REM-04", "EXEC-07")
def test_after_a_ruling_what_is_left_of_the_fine_is_collected_and_the_rest_goes_back(stage, cast):
    """复议变更罚款：此后按变更后的数额收缴；已经多缴的，退还。"""
    play = Play(stage, cast)
    decision = play.to_decided().index
    play.serve(decision)
    play.later(days=1)
    fine = reads.owed_on(decision, stage.now.date()).fine
    play.pay(fine // 2)
    play.lose(outcome="changed", grounds=["improper"], fine=fine // 2 + 100)
    owed = reads.owed_on(decision, stage.now.date())
    assert (owed.fine, owed.fine_left, owed.to_refund) == (fine // 2 + 100, 100, 0)
    assert reads.unpaid(decisions.standing([play.case])) == [play.case]
    assert "no_more_is_paid_than_the_fine" in refused(play.pay, fine // 2)
    play.later(days=1)
    play.lose("litigation", outcome="changed", grounds=["improper"], fine=100)
    owed = reads.owed_on(decision, stage.now.date())
    assert (owed.fine_left, owed.to_refund) == (0, fine // 2 - 100)
    assert reads.unpaid(decisions.standing([play.case])) == []
