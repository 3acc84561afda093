"""From the beginning to the decision (行政强制法 13, 34-37, 46, 50; plan 3.2.a).

SERV-02  what is enforced was served
EXEC-01  its time to be performed is over, and it is not performed
EXEC-09  a demand first: term, manner, amount, rights; served; heard and answered
EXEC-10  without a law that gives the power, the court
EXEC-13  money by the bureau's own hand only after thirty days of additional fine
EXEC-14  not planned for the night or a statutory holiday
EXEC-15  no utilities cut from homes
EXEC-17  a substitute performance has its harm, its performer, its costs
LR-01    no decision without a passed review
LR-04    the submission is complete
LR-07    whoever handled or reviewed does not decide
DEC-01   the head agrees with what was proposed
"""

from datetime import datetime

from mingfa.bureau.enforcement.deciding.values import POWERS, gives_power
from mingfa.bureau.enforcement.facts import Enforcing, at_night, days_of, served
from mingfa.bureau.enforcement.inputs import Plan, Word
from mingfa.bureau.enforcement.scene.inputs import Enforced
from mingfa.bureau.law.gates import Reason, gate, no

# --- the plan and its law ----------------------------------------------------------------------------------


def _planned(f: Enforcing) -> tuple[datetime, str] | None:
    """Return the time and the emergency of the plan being typed, else of the one proposed before."""
    typed = f.look.inputs
    if isinstance(typed, Plan):
        return typed.at, typed.emergency
    return (f.proposal.at, f.proposal.emergency) if f.proposal else None


@gate("EXEC-10", cites="行政强制法 13、行政强制法 53", of_inputs=True)
def a_law_gives_the_bureau_this_power(f: Enforcing) -> Reason | None:
    """Only a law gives a bureau power to enforce: this one, for this way; without it, the court."""
    plan = f.look.given_as(Plan)
    money = f.source is not None and f.source.kind == "penalty"
    fits = plan.way in POWERS[plan.power].ways and (plan.way == "auction") == money
    law = gives_power(plan.law) if plan.power == "law" else True
    if fits and law and (plan.power != "mandate" or plan.mandate):
        return None
    return no(
        "本机关没有法律授予的该项强制执行权：权源与方式、义务不符，没有写明法律（不含法规、规章）条文，"
        "或者没有人民政府的责成文件。",
        "写明授权的法律条文或者责成文件；没有的，催告后申请人民法院强制执行。",
    )


@gate("EXEC-13", cites="行政强制法 46", of_inputs=True)
def money_is_taken_only_after_thirty_days_of_surcharge(f: Enforcing) -> Reason | None:
    """Seized things are sold for a fine after thirty days of additional fine and the time for remedies."""
    plan = f.look.given_as(Plan)
    if plan.way != "auction":
        return None
    over = f.remedies_over is not None and f.today > f.remedies_over[1]
    if f.owed is not None and f.owed.days > 30 and f.held.open and over:
        return None
    return no(
        "拍卖抵缴罚款应当同时具备：加处罚款超过三十日，已经依法查封、扣押财物，"
        "当事人在法定期限内没有申请复议或者提起诉讼。",
        "条件具备后再提出；或者申请人民法院强制执行。",
    )


@gate("EXEC-17", cites="行政强制法 50", of_inputs=True)
def a_substitute_is_lawful(f: Enforcing) -> Reason | None:
    """An order to clear or restore, harm named; a performer without interest; object and costs estimated."""
    plan = f.look.given_as(Plan)
    if plan.way != "substitute":
        return None
    ordered = f.source is not None and (f.source.kind == "order" or bool(f.case and f.case.corrections))
    if ordered and plan.harm and plan.performer and plan.independent and plan.target and plan.cost > 0:
        return None
    return no(
        "代履行没有写明后果、没有利害关系的代履行人、标的或者费用预算，或者没有排除妨碍、恢复原状等义务。",
        "补全代履行事项；不具备条件的，改用其他方式或者申请人民法院强制执行。",
    )


@gate("EXEC-15", cites="行政强制法 43.2", of_inputs=True)
def no_utilities_are_cut_from_homes(f: Enforcing) -> Reason | None:
    """Water, power, heat and gas are never cut from homes to make somebody perform."""
    given = f.look.given_as(Enforced, Plan)
    if not (given.home and "cut_utilities" in given.means):
        return None
    return no(
        "不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行。", "改用其他合法的执行方式。"
    )


@gate("EXEC-14", cites="行政强制法 43.1")
def it_is_planned_for_a_lawful_hour(f: Enforcing) -> Reason | None:
    """No enforcement is planned for the night or a statutory holiday, unless an emergency is on record."""
    planned = _planned(f)
    if planned is None or planned[1]:
        return None
    return unlawful_hour(f, planned[0], planned[0])


def unlawful_hour(f: Enforcing, start: datetime, end: datetime) -> Reason | None:
    """Say which night or holiday a time touches; None where none."""
    from_hour, to_hour = f.look.local("night_from_hour"), f.look.local("night_to_hour")
    todo = "改在日间、非法定节假日实施；情况紧急的，写明紧急情况。"
    if at_night(start, end, from_hour, to_hour):
        return no(f"不得在夜间（{from_hour}时至次日{to_hour}时）实施行政强制执行。", todo)
    holidays = [d for d in days_of(start, end) if f.look.calendar.is_statutory_holiday(d)]
    if not holidays:
        return None
    return no(f"不得在法定节假日（{'、'.join(str(d) for d in holidays)}）实施行政强制执行。", todo)


# --- review and decision -----------------------------------------------------------------------------------


@gate("LR-04", cites="行政处罚法 58.1")
def the_plan_is_ready_for_review(f: Enforcing) -> Reason | None:
    """A plan, a served demand, and an answer to all that was said go to the reviewer."""
    demanded = f.demand is not None and served(f.demand.served_on, f.today)
    if f.proposal is not None and demanded and all(o.adopted is not None for o in f.objections):
        return None
    return no("送审材料不齐：缺执行方案、已送达的催告书或者对陈述、申辩的复核。", "补齐后送审。")


@gate("LR-01", cites="行政处罚法 58.1、方案 3.2.a")
def the_review_of_the_plan_has_passed(f: Enforcing) -> Reason | None:
    """The plan to be decided passed legal review, and the review was not taken back."""
    if f.review is not None and f.proposal is not None and f.review.version == f.proposal.version:
        return None
    return no(
        "强制执行方案未经法制审核或者审核未通过，不得作出决定。", "送法制机构审核并取得同意的书面意见。"
    )


@gate("LR-07", cites="行政处罚法 58.1")
def whoever_enforces_or_reviews_does_not_decide(f: Enforcing) -> Reason | None:
    """Whoever decides to enforce did not handle or review it."""
    handlers = f.file.handlers if f.file else ()
    if f.by.id not in handlers and (f.review is None or f.by.id != f.review.reviewer):
        return None
    return no("承办人、法制审核人员不得对同一事项作出强制执行决定。", "由未参与承办和审核的负责人决定。")


@gate("DEC-01", cites="行政强制法 37", of_inputs=True)
def the_head_agrees_to_enforce(f: Enforcing) -> Reason | None:
    """The head decides what was proposed and reviewed, or takes the review back."""
    if f.look.given_as(Word).agreed:
        return None
    return no("负责人尚未确认同意执行方案。", "同意的，勾选确认；不同意的，撤回法制审核，由承办人重新提出。")
