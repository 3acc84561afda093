"""The result: told to the enterprise, on record, ordered to correct, checked again (law.md §2.5 steps 5-7).

INSP-08  the enterprise is told the result, signs for it or says why not, in time
EVID-03  no result without the record of the inspection; what is signed, or says why not
NOTI-07  what is to be corrected is ordered, with a day that lies ahead; before that day nobody is late
"""

from mingfa.bureau.inspections.facts import Inspecting
from mingfa.bureau.inspections.inputs import Order, Recheck, Result
from mingfa.bureau.law.config import LocalValueMissing
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term


@gate("EVID-03", cites="行政处罚法 55")
def the_inspection_has_its_record(f: Inspecting) -> Reason | None:
    """On site, at least one record of the inspection was made; off site, the examination is the record."""
    kinds = {r.kind for r in f.recorded.records}
    if f.file.how == "off_site" or "inspection" in kinds:
        return None
    return no("没有现场检查笔录，不得告知检查结果。", "先制作现场检查笔录，由检查对象核对签名。")


@gate("INSP-08", cites="国办发〔2024〕54号", of_inputs=True)
def the_result_was_received_or_says_why_not(f: Inspecting) -> Reason | None:
    """The enterprise signs for what it is told; a refusal or an absence is explained."""
    given = f.look.given_as(Result)
    if given.signed == "signed" or given.refusal:
        return None
    return no("没有检查对象的签名，也没有说明原因。", "请检查对象签名；拒绝或者不在场的，写明情况。")


@gate("INSP-08", cites="国办发〔2024〕54号", warns=True)
def the_result_is_told_in_time(f: Inspecting) -> Reason | None:
    """The result is told within the bureau's own term, from the day of the inspection."""
    if f.file.inspected_on is None:
        return None
    try:
        end = term("INSP-08", f.file.inspected_on, f.look.calendar, f.look.config).end
    except LocalValueMissing:
        return None
    if f.today <= end:
        return None
    return no(f"检查结果应当在{end}前告知，已经超期。", "写明超期原因。")


@gate("NOTI-07", cites="行政处罚法 28.1", of_inputs=True)
def the_order_gives_time(f: Inspecting) -> Reason | None:
    """A time limit to correct is a day that has not passed."""
    due = f.look.given_as(Order).due_on
    if due is None or due >= f.today:
        return None
    return no(f"改正期限（{due}）已经过去，当事人无法改正。", "填写今后的日期；责令立即改正的，不填期限。")


@gate("NOTI-07", cites="行政处罚法 28.1", of_inputs=True)
def what_is_to_be_corrected_was_ordered(f: Inspecting) -> Reason | None:
    """Whoever is told to correct has the order in hand; a clean result has none."""
    result, ordered = f.look.given_as(Result).result, f.file.order is not None
    if result == "to_correct" and not ordered:
        return no("检查结果为责令改正，但没有责令改正通知书。", "先办理责令改正。")
    if result == "clean" and ordered:
        return no("已经责令改正，检查结果不能是未发现违法行为。", "选择责令改正或者移交立案。")
    return None


@gate("NOTI-07", cites="行政处罚法 28.1", of_inputs=True)
def the_time_to_correct_was_left(f: Inspecting) -> Reason | None:
    """Before the last day to correct nobody is found not to have corrected."""
    due = f.file.due_on
    if f.look.given_as(Recheck).corrected or due is None or f.today > due:
        return None
    return no(f"改正期限至{due}，尚未届满，不能认定逾期未改正。", "期限届满后再复查；已经改正的，可以提前。")


@gate("EVID-03", cites="行政处罚法 55", of_inputs=True)
def the_recheck_is_signed_or_says_why_not(f: Inspecting) -> Reason | None:
    """The record of the second visit is signed, or says why not."""
    given = f.look.given_as(Recheck)
    if given.signed == "signed" or given.refusal:
        return None
    return no("复查记录没有当事人签名，也没有说明原因。", "请当事人核对签名；拒绝或者不在场的，写明情况。")
