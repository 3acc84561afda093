"""Applying for an inspection and approving it (law.md §2.5 step 2; 国办发〔2024〕54号).

INSP-01  only listed items are inspected, in a way they allow
INSP-02  nobody but officers inspects; helpers are named, and assist
INSP-03  the yearly cap, counted across the bureau; complaint, special task and transfer are excepted
INSP-04  the application says whence the task comes and when; approved before, by somebody else
INSP-06  several inspections of one object are merged
INSP-07  who is inspected at random was drawn, and so were the inspectors
QUAL-01  two certified officers of the unit
QUAL-08  who has an interest recuses
"""

from mingfa.bureau.inspections.facts import Inspecting
from mingfa.bureau.inspections.inputs import Application, InspectionApproval
from mingfa.bureau.inspections.values import CAPPED, SOURCES
from mingfa.bureau.law.gates import Reason, gate, no

WORDS_OF_A_CLUE = 6


@gate("INSP-01", cites="国办发〔2024〕54号", of_inputs=True)
def only_listed_items_are_inspected(f: Inspecting) -> Reason | None:
    """What is inspected is an inspection item of the list, in force on the first and on the last day."""
    typed = f.look.given_as(Application, InspectionApproval)
    if isinstance(typed, Application):
        until_on, wanted = typed.until_on, set(typed.items)
    else:
        until_on, wanted = f.file.until_on, {i.id for i in f.items}
    days = (f.from_on, until_on)
    good = {i.id for i in f.items if i.category == "inspection" and all(map(i.in_force, days))}
    if wanted and wanted == good:
        return None
    return no(
        "所选事项中有未列入权责清单、检查期间失效或者不属于行政检查的事项；未经公布的，不得实施。",
        "从权责清单中选择现行行政检查事项；清单缺项的，先编制并审定公布。",
    )


@gate("INSP-01", cites="国办发〔2024〕54号", of_inputs=True)
def the_items_allow_this_way(f: Inspecting) -> Reason | None:
    """An item is inspected on site or off site as its guide says."""
    how = f.look.given_as(Application).how
    against = [i.name for i in f.items if i.guide.get("how") not in (how, "either")]
    if not against:
        return None
    return no(f"{'、'.join(against)}公布的检查方式不包括所选方式。", "按事项公布的检查方式办理。")


@gate("INSP-03", cites="国办发〔2024〕54号", of_inputs=True)
def the_object_can_be_inspected(f: Inspecting) -> Reason | None:
    """The object stands on the register: only so are its inspections counted."""
    if f.inspected is not None and not f.inspected.struck:
        return None
    return no("检查对象不在名录中，无法统计年度检查频次。", "先登记检查对象。")


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_certified_officers_are_to_inspect(f: Inspecting) -> Reason | None:
    """At least two officers of the unit, each with a valid certificate, are to inspect."""
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    ours = all(o.unit == f.by.unit for o in f.officers)
    if len(able) >= 2 and able == set(f.look.given_as(Application).officers) and ours:
        return None
    return no(
        "检查人员不足两名持有效执法证件的执法人员，或者不是本机构人员。", "指定本机构两名以上持证执法人员。"
    )


@gate("QUAL-08", cites="行政处罚法 43", of_inputs=True)
def the_inspectors_declared_no_interest(f: Inspecting) -> Reason | None:
    """Every inspector declares that there is no interest or relation that could affect fairness."""
    if f.look.given_as(Application).recusal_declared:
        return None
    return no("检查人员尚未声明是否存在应当回避的情形。", "由检查人员逐一确认；有利害关系的，更换人员。")


@gate("INSP-02", cites="国办发〔2024〕54号", of_inputs=True)
def helpers_only_assist(f: Inspecting) -> Reason | None:
    """Experts, laboratories and auxiliaries assist; none of them is named as an inspector too."""
    named = {o.name for o in f.officers} & {h.name for h in f.look.given_as(Application).helpers}
    if not named:
        return None
    return no(
        f"{'、'.join(sorted(named))}既列为检查人员，又列为协助人员；第三方机构、辅助人员等不得实施检查。",
        "检查人员和协助人员分别填写，协助人员只作协助。",
    )


@gate("INSP-04", cites="国办发〔2024〕54号", of_inputs=True)
def the_inspection_has_its_days(f: Inspecting) -> Reason | None:
    """The days applied for lie ahead, in order and in one year: caps are of a year."""
    given = f.look.given_as(Application)
    if f.today <= given.from_on <= given.until_on and given.from_on.year == given.until_on.year:
        return None
    return no("检查期间早于申请之日、前后不一致或者跨年度。", "填写今后的检查期间；跨年度的分别申请。")


@gate("INSP-04", cites="国办发〔2024〕54号", of_inputs=True)
def the_task_says_where_it_comes_from(f: Inspecting) -> Reason | None:
    """A complaint or a transfer is named with its content: it is what lifts the cap."""
    given = f.look.given_as(Application)
    if given.source not in ("complaint", "transfer") or len(given.clue) >= WORDS_OF_A_CLUE:
        return None
    return no(
        f"任务来源为{SOURCES[given.source]}，没有写明线索的来源和内容。",
        "写明线索由谁提供，反映什么问题。",
    )


@gate("INSP-03", cites="国办发〔2024〕54号", of_inputs=True)
def a_planned_task_follows_its_plan(f: Inspecting) -> Reason | None:
    """A planned or special inspection follows an approved plan of its kind that covers items and days."""
    given = f.look.given_as(Application)
    if given.source not in ("plan", "special"):
        return None
    kind, days = {"plan": "annual", "special": "special"}[given.source], (given.from_on, given.until_on)
    if f.plan is not None and f.plan.kind == kind and f.plan.covers(frozenset(given.items), *days):
        return None
    return no(
        "没有已经批准、涵盖所选事项和检查期间的检查计划。", "选择相应的计划；没有计划的，先编制并报批。"
    )


@gate("INSP-07", cites="民营经济促进法 52", of_inputs=True)
def a_random_task_was_drawn(f: Inspecting) -> Reason | None:
    """Who is inspected at random was drawn, for a plan that covers items and days."""
    given = f.look.given_as(Application)
    if given.source != "random":
        return None
    drawn = f.draw is not None and given.inspected in f.draw.picked
    days = (given.from_on, given.until_on)
    if drawn and f.plan is not None and f.plan.covers(frozenset(given.items), *days):
        return None
    return no("检查对象不是随机抽取产生的，或者超出检查计划的事项、期间。", "从抽取结果中选择检查对象。")


@gate("INSP-07", cites="民营经济促进法 52", of_inputs=True, warns=True)
def the_inspectors_are_those_drawn(f: Inspecting) -> Reason | None:
    """The inspectors are those drawn for the object; a replacement has its reason."""
    given = f.look.given_as(Application)
    picked = f.draw.picked.get(given.inspected) if f.draw and given.source == "random" else None
    if picked is None or set(picked) <= set(given.officers):
        return None
    return no("检查人员不是随机抽取的人员。", "使用抽取结果；因回避、离岗等更换的，写明理由。")


@gate("INSP-03", cites="国办发〔2024〕54号", of_inputs=True)
def the_yearly_cap_is_kept(f: Inspecting) -> Reason | None:
    """Inspections by plan or draw stay within the cap, counted over all units of the bureau."""
    if f.source not in CAPPED or f.done_this_year < f.cap:
        return None
    return no(
        f"本机关{f.from_on.year}年对该对象已批准检查{f.done_this_year}次，达到年度频次上限（{f.cap}次）。",
        "不再安排计划检查和随机抽查；有投诉举报、转办交办线索或者专项任务的，写明来源后办理。",
    )


@gate("INSP-03", cites="国办发〔2024〕54号", of_inputs=True, warns=True)
def beyond_the_cap_there_is_a_reason(f: Inspecting) -> Reason | None:
    """A complaint, a special task or a transfer may go beyond the cap, with its reason."""
    if f.source in CAPPED or f.all_this_year < f.cap:
        return None
    return no(
        f"本机关{f.from_on.year}年对该对象已批准检查{f.all_this_year}次，达到年度频次上限（{f.cap}次）。",
        "能够合并、能够非现场核实的不再入企；确需检查的，写明理由。",
    )


@gate("INSP-06", cites="民营经济促进法 52", of_inputs=True, warns=True)
def inspections_of_one_object_are_merged(f: Inspecting) -> Reason | None:
    """While another inspection of the same object is open, its items are merged into one visit."""
    if not f.open_others:
        return None
    named = "、".join(f"{o.unit_name}“{o.title}”" for o in f.open_others)
    return no(f"对该对象另有检查正在办理：{named}。", "合并检查，综合查一次；确实不能合并的，写明理由。")


@gate("QUAL-08", cites="行政处罚法 43")
def the_inspection_is_not_approved_by_an_inspector(f: Inspecting) -> Reason | None:
    """Whoever is to inspect does not approve it."""
    if f.by.id not in f.file.handlers:
        return None
    return no("检查人员不得审批自己实施的检查。", "请其他负责人审批。")


@gate("INSP-04", cites="国办发〔2024〕54号", of_inputs=True)
def the_approval_comes_before_the_last_day(f: Inspecting) -> Reason | None:
    """An inspection is approved before its period is over."""
    if not f.look.given_as(InspectionApproval).approved or f.today <= f.file.until_on:
        return None
    return no(f"申请的检查期间（至{f.file.until_on}）已经届满。", "不予批准，由承办机构重新申请。")
