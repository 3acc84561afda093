"""Execution of a decision (处罚法 66-73).

SERV-02  what is executed was served
EXEC-01  the fine is paid within fifteen days, at the bank or electronically
EXEC-02  who fines does not collect: no payment without the bank's receipt
EXEC-06  the additional fine: 3% a day, never more than the fine
EXEC-07  it does not run during reconsideration and suit
EXEC-20  it may be forgiven by an agreement, with its reason on record
NOTI-07  what was ordered to be corrected was checked on the spot
QUAL-01  two certified officers check
AV-01    the days are in order
AV-03    the check is recorded in picture, or has a reason
"""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.cases.hooks import Challenge, Kept
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.decisions.values import DecisionView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.execution.hooks import Ended
from mingfa.bureau.execution.inputs import CorrectionCheck, Receipt
from mingfa.bureau.execution.values import Deferral, Owed, PerformanceView
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.measures.values import Held
from mingfa.bureau.people.actors import Actor


@dataclass(frozen=True)
class Executing:
    """What the gates of execution may see.

    `owed` is as of the day of the payment while one is entered, with the pauses it names; else as of today.
    `ended` is what enforcement, by whomever, put an end to.
    """

    look: Look[Inputs]
    case: CaseView
    decision: DecisionView
    served_on: date | None
    owed: Owed
    checks: tuple[PerformanceView, ...]
    officers: tuple[Actor, ...]
    held: Held
    receipt_is_used: bool
    deferrals: tuple[Deferral, ...] = ()
    ended: tuple[Ended, ...] = ()
    challenges: tuple[Challenge, ...] = ()

    @property
    def kept(self) -> tuple[Kept, ...]:
        return self.held.kept

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today


@gate("SERV-02", cites="行政处罚法 61.1")
def the_decision_has_reached_the_party(f: Executing) -> Reason | None:
    """A decision is executed only after it was served."""
    if f.served_on is not None and f.served_on <= f.today:
        return None
    return no("决定书尚未送达当事人，不能办理履行事项。", "先送达决定书并登记送达回证。")


@gate("EXEC-02", cites="行政处罚法 67.2", of_inputs=True)
def no_officer_collects_a_fine(f: Executing) -> Reason | None:
    """Whoever fines does not collect: the party pays at the bank or electronically."""
    if f.look.given_as(Receipt).channel != "officer":
        return None
    return no(
        "作出决定的行政机关及其执法人员不得自行收缴罚款。",
        "由当事人到指定银行或者通过电子支付系统缴纳；依法当场收缴的，办理“当场收缴罚款”。",
    )


@gate("EXEC-02", cites="行政处罚法 67.3", of_inputs=True)
def the_bank_gave_a_receipt(f: Executing) -> Reason | None:
    """A payment is known by the number of the bank's receipt."""
    given = f.look.given_as(Receipt)
    if given.receipt_no and given.bank:
        return None
    return no("没有收款银行和银行缴款凭证号。", "按银行缴款凭证填写收款银行和凭证号。")


@gate("EXEC-02", cites="行政处罚法 67.3", of_inputs=True)
def the_receipt_counts_once(f: Executing) -> Reason | None:
    """One receipt is one payment."""
    if not f.receipt_is_used:
        return None
    return no("该银行缴款凭证号已经登记过。", "核对凭证号；同一凭证不得重复登记。")


@gate("EXEC-01", cites="行政处罚法 67.3", of_inputs=True)
def the_payment_lies_between_decision_and_today(f: Executing) -> Reason | None:
    """A fine is paid after it was decided and before it is entered."""
    if f.decision.decided_on <= f.look.given_as(Receipt).paid_on <= f.today:
        return None
    return no("缴款日期早于决定日期，或者晚于办理日期。", "按银行缴款凭证核对缴款日期。")


@gate("EXEC-01", cites="行政处罚法 67.3", of_inputs=True)
def no_more_is_paid_than_the_fine(f: Executing) -> Reason | None:
    """Something is paid, and on the fine no more than what is left of it."""
    given = f.look.given_as(Receipt)
    if given.amount + given.surcharge + given.gains > 0 and given.amount <= f.owed.fine_left:
        return None
    return no(f"应缴罚款余额为{yuan(f.owed.fine_left)}元，所填金额不符。", "按银行缴款凭证核对金额。")


@gate("EXEC-06", cites="行政处罚法 72.1(1)", of_inputs=True)
def no_more_surcharge_is_paid_than_ran(f: Executing) -> Reason | None:
    """The additional fine is 3% a day of what is unpaid, never more than the fine."""
    given = f.look.given_as(Receipt)
    if given.surcharge <= f.owed.surcharge_left:
        return None
    return no(
        f"截至{given.paid_on}，加处罚款应缴余额为{yuan(f.owed.surcharge_left)}元，所填金额超出。",
        "按系统计算的加处罚款核对金额。",
    )


@gate("EXEC-07", cites="行政处罚法 73.3", of_inputs=True)
def a_remedy_ends_after_it_begins(f: Executing) -> Reason | None:
    """The time of a reconsideration or suit begins after the decision and ends after it began."""
    if all(f.decision.decided_on <= p.since <= p.until for p in f.look.given_as(Receipt).paused):
        return None
    return no("复议、诉讼期间的起止日期有误。", "按受理通知和决定、裁判文书核对起止日期。")


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_certified_officers_checked_it(f: Executing) -> Reason | None:
    """The correction is checked by at least two officers with valid certificates."""
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    if len(able) >= 2 and able == set(f.look.given_as(CorrectionCheck).officers):
        return None
    return no("复查人员不足两名持有效执法证件的执法人员。", "由两名以上持有效执法证件的执法人员复查。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_check_lies_between_decision_and_now(f: Executing) -> Reason | None:
    """The check happened after the decision and before it is entered."""
    at = f.look.given_as(CorrectionCheck).checked_at
    if f.decision.decided_on <= at.astimezone(CHINA).date() and at <= f.look.now:
        return None
    return no("复查时间早于决定日期，或者晚于当前时间。", "核对复查时间。")


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_check_was_recorded_in_picture(f: Executing) -> Reason | None:
    """What was found on the spot is shown in pictures; without them there is a reason."""
    if f.look.given_as(CorrectionCheck).media:
        return None
    return no("复查没有照片或者音像记录。", "上传照片或者音像记录；文字记录能够全面反映的，写明理由。")


@gate("EXEC-01", cites="行政处罚法 66.1")
def the_fine_is_paid(f: Executing) -> Reason | None:
    """The whole fine was paid, or enforcement has put an end to it."""
    if f.owed.fine_left == 0 or any(e.fine for e in f.ended):
        return None
    return no(
        f"罚款尚有{yuan(f.owed.fine_left)}元未缴纳。",
        "登记缴款；逾期不履行的，启动强制执行：催告后申请人民法院强制执行。",
    )


@gate("EXEC-20", cites="行政强制法 42.1", warns=True)
def the_surcharge_is_paid_or_forgiven(f: Executing) -> Reason | None:
    """The additional fine was paid; what was forgiven has its agreement or reason on record."""
    if f.owed.surcharge_left == 0 or any(e.fine for e in f.ended):
        return None
    return no(
        f"加处罚款尚有{yuan(f.owed.surcharge_left)}元未缴纳。",
        "登记缴款；依法减免的，在强制执行中达成执行协议，或者写明批准文件和理由。",
    )


@gate("NOTI-07", cites="行政处罚法 28.1")
def what_was_ordered_is_corrected(f: Executing) -> Reason | None:
    """Where correction was ordered, the latest check found it done, or enforcement put an end to it."""
    done = f.checks and f.checks[-1].corrected
    if not f.case.corrections or done or any(e.correction for e in f.ended):
        return None
    return no("责令改正的事项没有复查，或者复查时尚未改正。", "由两名以上执法人员复查并登记改正情况。")
