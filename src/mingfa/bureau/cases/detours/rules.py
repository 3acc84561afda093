"""Where a case leaves the straight way: longer, stopped, joined, or to another agency.

FILE-01  a clue is verified in 15 working days, in 25 where the head allowed it, once
FILE-03  not filing has its reason, is approved by the head, and whoever complained is told
FILE-05  clues of one act go into one case
JUR-03   who filed first has it
JUR-04   a dispute over jurisdiction is talked over within seven working days, and there is a record
DEC-02   the 90 days stand still only on a basis in law
AV-01    the days are in order
"""

from datetime import date

from mingfa.bureau.cases.detours.inputs import (
    Designation,
    Negotiation,
    NotFiling,
    Referral,
    ReferralReply,
    Suspension,
    Told,
)
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term


def _found_on(f: CaseFacts) -> date:
    return f.file.found_at.astimezone(CHINA).date()


@gate("FILE-01", cites="住建部令第55号 15")
def the_clue_was_not_given_longer_yet(f: CaseFacts) -> Reason | None:
    """A clue is given longer once."""
    if f.file.clue_extended is None:
        return None
    return no(f"线索核查期限已于{f.file.clue_extended}批准延长，只能延长一次。", "在延长后的期限内核查完毕。")


@gate("FILE-01", cites="住建部令第55号 15")
def the_clue_is_given_longer_in_its_time(f: CaseFacts) -> Reason | None:
    """A term that is over is not made longer."""
    end = term("FILE-01", _found_on(f), f.look.calendar).end
    if f.today <= end:
        return None
    return no(f"线索核查期限已于{end}届满，不得再批准延长。", "立即核查完毕，并写明超期原因。")


@gate("FILE-03", cites="行政处罚法 54.2", of_inputs=True)
def sending_a_clue_back_says_what_is_missing(f: CaseFacts) -> Reason | None:
    """Whoever agrees not to file, or does not, says why."""
    if len(f.look.given_as(NotFiling).opinion) >= 5:
        return None
    return no("没有写明不予立案或者退回核查的理由。", "在审批意见中写明理由（不少于5字）。")


@gate("FILE-03", cites="行政处罚法 54.2")
def somebody_complained(f: CaseFacts) -> Reason | None:
    """Only where somebody complained, or handed the clue over, is there somebody to be told."""
    if f.file.source in ("complaint", "transferred", "assigned"):
        return None
    return no("本案不是投诉举报、交办或者移送的案件，没有需要告知的人。", "无需告知。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def they_were_told_after_it_was_decided(f: CaseFacts) -> Reason | None:
    """People are told after it was decided not to file, and before it is entered."""
    if f.file.last_at.astimezone(CHINA).date() <= f.look.given_as(Told).told_on <= f.today:
        return None
    return no("告知日期早于不予立案的日期，或者晚于办理日期。", "核对告知日期。")


@gate("FILE-05", cites="行政处罚法 29", of_inputs=True)
def the_other_case_is_about_the_same_item(f: CaseFacts) -> Reason | None:
    """A clue goes into a running case about the same item that this person may see."""
    other = f.other
    if other is not None and other.id != f.file.id and other.item.code == f.file.item.code and other.is_open:
        return None
    return no("所选案件不存在、已经办结，或者不是同一违法行为。", "选择正在办理的、同一违法行为的案件。")


@gate("DEC-02", cites="行政处罚法 60", of_inputs=True)
def stopping_names_its_basis(f: CaseFacts) -> Reason | None:
    """The ninety days stand still only where a law, regulation or rule says so, by its article."""
    if "条" in f.look.given_as(Suspension).basis:
        return None
    return no("没有写明可以中止调查的法律、法规、规章条款。", "填写名称和条款；没有依据的，不得中止。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_answer_came_after_the_referral(f: CaseFacts) -> Reason | None:
    """The other agency answered after the letter, and before it is entered."""
    if f.file.last_at.astimezone(CHINA).date() <= f.look.given_as(ReferralReply).received_on <= f.today:
        return None
    return no("回执日期早于移送日期，或者晚于办理日期。", "按回执核对日期。")


@gate("JUR-03", cites="行政处罚法 25")
def the_case_was_not_taken_over_yet(f: CaseFacts) -> Reason | None:
    """Once the other agency took the case over, it is theirs: its answer is entered once."""
    if not f.taken_over:
        return None
    return no("受移送机关已经接收本案，案件归其管辖。", "无需再登记；确有变化的，由受移送机关另行移送。")


@gate("JUR-03", cites="行政处罚法 25", of_inputs=True)
def a_refused_referral_has_its_reason(f: CaseFacts) -> Reason | None:
    """Whoever does not take a case over says why; the dispute is then talked over."""
    given = f.look.given_as(ReferralReply)
    if given.accepted or len(given.words) >= 5:
        return None
    return no("受移送机关不接收，没有写明其理由。", "填写答复内容；有争议的，办理管辖协商。")


@gate("JUR-03", cites="行政处罚法 25", of_inputs=True, warns=True)
def who_filed_first_keeps_the_case(f: CaseFacts) -> Reason | None:
    """The agency that filed first has the case; leaving one already filed needs its reason."""
    if f.file.filed_on is None or f.look.given_as(Referral).ground in ("designated", "earlier"):
        return None
    return no(
        f"本机关已于{f.file.filed_on}立案，依法由最先立案的机关管辖。",
        "确需移送的，写明本机关没有管辖权的理由。",
    )


@gate("JUR-04", cites="住建部令第55号 6", of_inputs=True, warns=True)
def the_dispute_was_talked_over_in_time(f: CaseFacts) -> Reason | None:
    """A dispute is talked over within seven working days from the day it arose."""
    given = f.look.given_as(Negotiation)
    end = term("JUR-04", given.arose_on, f.look.calendar).end
    if given.talked_on <= end:
        return None
    return no(f"管辖争议应当在{end}前协商解决，已经超期。", "写明超期原因；协商不成的，报请指定管辖。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_dispute_was_talked_over_after_it_arose(f: CaseFacts) -> Reason | None:
    """A dispute arises, is talked over, and then entered."""
    given = f.look.given_as(Negotiation)
    if given.arose_on <= given.talked_on <= f.today:
        return None
    return no("协商日期早于争议发生日期，或者晚于办理日期。", "核对日期。")


@gate("JUR-03", cites="行政处罚法 25", of_inputs=True)
def a_designation_names_whom_and_when(f: CaseFacts) -> Reason | None:
    """Another agency that was designated is named; the letter was there before it is entered."""
    given = f.look.given_as(Designation)
    named = given.result == "ours" or bool(given.agency)
    if named and given.designated_on <= f.today:
        return None
    return no("没有写明被指定的其他机关，或者指定日期晚于办理日期。", "按指定管辖通知书填写。")
