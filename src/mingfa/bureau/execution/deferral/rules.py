"""Paying later or in parts (行政处罚法 66 para 2, 72 para 2).

EXEC-05  the party asked for it in hardship; the head grants a plan for all that is left of the fine
QUAL-08  whoever handles a case does not approve what he asks for
"""

from itertools import pairwise

from mingfa.bureau.execution.inputs import DeferralGrant, DeferralWish
from mingfa.bureau.execution.rules import Executing
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.lib.money import yuan


@gate("EXEC-05", cites="行政处罚法 66.2")
def there_is_a_fine_to_defer(f: Executing) -> Reason | None:
    """Only a fine that is still unpaid is paid later or in parts."""
    if f.owed.fine_left > 0:
        return None
    return no("本案没有尚未缴纳的罚款。", "罚款已经缴清的，无需延期或者分期。")


@gate("EXEC-05", cites="行政处罚法 66.2")
def no_application_waits_for_its_answer(f: Executing) -> Reason | None:
    """One application is answered before another is made."""
    if all(d.word != "asked" for d in f.deferrals):
        return None
    return no("已有延期、分期缴纳申请等待审批。", "先审批该申请。")


@gate("EXEC-05", cites="行政处罚法 66.2", of_inputs=True)
def the_application_lies_between_decision_and_today(f: Executing) -> Reason | None:
    """The party applied after the decision and before the application is entered."""
    if f.decision.decided_on <= f.look.given_as(DeferralWish).applied_on <= f.today:
        return None
    return no("申请日期早于决定日期，或者晚于办理日期。", "按申请书核对申请日期。")


@gate("EXEC-05", cites="行政处罚法 66.2")
def the_party_asked_for_it(f: Executing) -> Reason | None:
    """Only what the party applied for is granted or refused."""
    if any(d.word == "asked" for d in f.deferrals):
        return None
    return no("没有等待审批的延期、分期缴纳申请。", "由当事人提出申请，承办人登记后再审批。")


@gate("QUAL-08", cites="行政处罚法 43")
def the_deferral_is_not_approved_by_a_handler(f: Executing) -> Reason | None:
    """Whoever handles a case does not approve a deferral in it."""
    if f.by.id not in f.case.handlers:
        return None
    return no("承办人不得审批自己承办案件的延期、分期缴纳申请。", "请其他负责人审批。")


@gate("EXEC-05", cites="行政处罚法 66.2", of_inputs=True)
def the_plan_covers_all_that_is_left(f: Executing) -> Reason | None:
    """The parts of the plan are all that is left of the fine: a deferral forgives nothing."""
    given = f.look.given_as(DeferralGrant)
    planned = sum(part.amount for part in given.plan)
    if planned == f.owed.fine_left and all(part.amount > 0 for part in given.plan):
        return None
    return no(
        f"各期合计{yuan(planned)}元，与尚未缴纳的罚款{yuan(f.owed.fine_left)}元不一致，或者有一期为零。",
        "调整各期金额；延期、分期不减少罚款数额。",
    )


@gate("EXEC-05", cites="行政处罚法 66.2", of_inputs=True)
def the_days_of_the_plan_lie_ahead_in_order(f: Executing) -> Reason | None:
    """Each part has a later day than the one before; all lie ahead."""
    days = [part.on for part in f.look.given_as(DeferralGrant).plan]
    if days[0] > f.today and all(first < second for first, second in pairwise(days)):
        return None
    return no("各期缴纳期限应当晚于今天，并且先后有序。", "调整各期的缴纳期限。")


@gate("EXEC-05", cites="行政处罚法 66.2", of_inputs=True)
def a_deferral_has_one_day_and_instalments_more(f: Executing) -> Reason | None:
    """What was applied for is granted: one later day, or several parts."""
    asked = next((d for d in f.deferrals if d.word == "asked"), None)
    if asked is None or (asked.kind == "defer") == (len(f.look.given_as(DeferralGrant).plan) == 1):
        return None
    return no(f"当事人申请的是{asked.kind_zh}，缴款计划与申请不一致。", "延期的填一期，分期的填两期以上。")
