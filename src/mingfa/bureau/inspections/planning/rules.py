"""The register of objects, plans and random selection (law.md §2.5 step 1; 国办发〔2024〕54号).

INSP-01  a plan has only listed inspection items
INSP-03  an object is registered once, so that its visits are counted; a plan runs within one year
INSP-04  a plan is approved by somebody who did not draft it
INSP-07  lists are frozen before the public number is known, and drawn once
"""

from mingfa.bureau.inspections.facts import Planning
from mingfa.bureau.inspections.inputs import ListToFreeze, NewPlan
from mingfa.bureau.law.gates import Reason, gate, no


@gate("INSP-03", cites="国办发〔2024〕54号", of_inputs=True)
def the_object_is_not_registered_yet(f: Planning) -> Reason | None:
    """An enterprise stands on the register once: its inspections are counted together."""
    running = [o for o in f.same if not o.struck]
    if not running:
        return None
    return no(
        f"该统一社会信用代码已登记为“{running[0].name}”，重复登记会使年度检查频次无法合并计算。",
        "使用名录中已有的检查对象；名称变更的，先移出原记录。",
    )


@gate("INSP-03", cites="国办发〔2024〕54号", of_inputs=True)
def the_object_is_on_the_register(f: Planning) -> Reason | None:
    """Only what stands on the register can be struck from it."""
    if f.inspected is not None and not f.inspected.struck:
        return None
    return no("名录中没有这个检查对象，或者已经移出。", "从检查对象名录中选择。")


@gate("INSP-03", cites="国办发〔2024〕54号", of_inputs=True)
def no_inspection_of_the_object_is_open(f: Planning) -> Reason | None:
    """An object with an open inspection stays on the register."""
    if not f.others:
        return None
    return no(f"对该对象的检查（{f.others[0].title}）尚未办结。", "检查办结后再移出名录。")


@gate("INSP-01", cites="国办发〔2024〕54号", of_inputs=True)
def the_planned_items_are_listed(f: Planning) -> Reason | None:
    """What is planned is an inspection item, listed and in force for the whole period."""
    given, known = f.look.given_as(NewPlan), {i.id: i for i in f.items}
    days = (given.from_on, given.until_on)
    missing = [pk for pk in given.items if pk not in known or known[pk].category != "inspection"]
    stale = [i.name for i in f.items if not all(i.in_force(day) for day in days)]
    if not missing and not stale:
        return None
    named = "、".join(f"“{name}”" for name in stale) or "所选事项"
    return no(
        f"{named}不是计划期间已经公布的现行行政检查事项，未经公布的不得实施。",
        "从权责清单中选择。",
    )


@gate("INSP-03", cites="国办发〔2024〕54号", of_inputs=True)
def the_plan_runs_within_one_year(f: Planning) -> Reason | None:
    """A plan begins before it ends, and in the same year: caps are of a year."""
    given = f.look.given_as(NewPlan)
    if given.from_on <= given.until_on and given.from_on.year == given.until_on.year:
        return None
    return no("计划的起止日期前后不一致，或者跨年度。", "按年度编制计划，核对起止日期。")


@gate("INSP-04", cites="国办发〔2024〕54号", of_inputs=True)
def the_plan_is_still_a_draft(f: Planning) -> Reason | None:
    """A plan is approved once."""
    if f.plan is not None and f.plan.approved is None:
        return None
    return no("没有这个计划，或者已经批准。", "从待批准的检查计划中选择。")


@gate("INSP-04", cites="国办发〔2024〕54号", of_inputs=True)
def the_plan_is_not_approved_by_its_drafter(f: Planning) -> Reason | None:
    """Whoever drafted a plan does not approve it."""
    if f.plan is None or f.plan.drafted_by != f.by.id:
        return None
    return no("计划由本人编制，不得由本人批准。", "请其他负责人批准。")


@gate("INSP-07", cites="民营经济促进法 52", of_inputs=True)
def the_plan_is_approved_and_runs(f: Planning) -> Reason | None:
    """Lists are frozen for an approved plan that has not ended."""
    if f.plan is not None and f.plan.approved is not None and f.today <= f.plan.until_on:
        return None
    return no("检查计划尚未批准，或者已经期满。", "选择已经批准、正在实施的检查计划。")


@gate("INSP-07", cites="民营经济促进法 52", of_inputs=True)
def the_plan_has_no_draw_yet(f: Planning) -> Reason | None:
    """A plan is drawn once: who could draw again could choose."""
    if not f.draws:
        return None
    return no(
        "该计划已经固定名单、约定公共数字，不得重新抽取。", "按已有的抽取办理；再次抽取的，另行编制计划。"
    )


@gate("INSP-07", cites="民营经济促进法 52", of_inputs=True)
def there_is_somebody_to_draw(f: Planning) -> Reason | None:
    """There is at least one object of the trade, and two certified officers of the unit."""
    if f.objects and len(f.officers) >= 2:
        return None
    return no(
        "名录中没有该行业的检查对象，或者实施机构持有效执法证件的人员不足两人。",
        "先登记检查对象；人员不足的，调整实施机构。",
    )


@gate("INSP-07", cites="民营经济促进法 52", of_inputs=True)
def the_public_number_lies_ahead(f: Planning) -> Reason | None:
    """The public number is published after the lists are frozen; otherwise it could be aimed at."""
    if f.look.given_as(ListToFreeze).beacon_on > f.today:
        return None
    return no("约定的公共数字在固定名单之日已经可以知道，抽取结果可能被左右。", "约定今后公布的公共数字。")


@gate("INSP-07", cites="民营经济促进法 52", of_inputs=True)
def the_lists_wait_for_their_number(f: Planning) -> Reason | None:
    """A draw is made once, from frozen lists."""
    if f.draw is not None and f.draw.drawn is None:
        return None
    return no("没有这次抽取，或者已经抽取完毕。", "从已固定名单、等待公共数字的抽取中选择。")


@gate("INSP-07", cites="民营经济促进法 52", of_inputs=True)
def the_public_number_is_out(f: Planning) -> Reason | None:
    """The number is entered on the day on which it is published, or later."""
    if f.draw is None or f.today >= f.draw.beacon_on:
        return None
    return no(f"约定的公共数字要到{f.draw.beacon_on}才公布。", "公共数字公布后再抽取。")
