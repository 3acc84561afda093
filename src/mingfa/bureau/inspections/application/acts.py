"""An inspection from its application to its result (law.md §2.5; 国办发〔2024〕54号)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.inspections import inputs as inspections_inputs
from mingfa.bureau.inspections.application import rules
from mingfa.bureau.inspections.contents import approval_facts, notice_facts
from mingfa.bureau.inspections.facts import Inspecting
from mingfa.bureau.inspections.gather import (
    HEADS,
    WHOSE,
    its_inspector,
    its_inspector_or_a_head,
    the_inspection,
)
from mingfa.bureau.inspections.models import Inspection
from mingfa.bureau.inspections.visiting import rules as visiting_rules
from mingfa.bureau.ledger.reader import history, inputs
from mingfa.bureau.people.audience import open_to_unit
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid


@act(
    "inspection.apply",
    "申请行政检查",
    who=[Role.OFFICER],
    inputs=inspections_inputs.Application,
    see=the_inspection,
    gates=[
        the_certificate_is_valid,
        no_auxiliary_stands_in_for_an_officer,
        rules.only_listed_items_are_inspected,
        rules.the_items_allow_this_way,
        rules.the_object_can_be_inspected,
        rules.two_certified_officers_are_to_inspect,
        rules.the_inspectors_declared_no_interest,
        rules.helpers_only_assist,
        rules.the_inspection_has_its_days,
        rules.the_task_says_where_it_comes_from,
        rules.a_planned_task_follows_its_plan,
        rules.a_random_task_was_drawn,
        rules.the_inspectors_are_those_drawn,
        rules.the_yearly_cap_is_kept,
        rules.beyond_the_cap_there_is_a_reason,
        rules.inspections_of_one_object_are_merged,
    ],
)
def apply(door: Door, facts: Inspecting, given: inspections_inputs.Application) -> None:
    """Apply for an inspection: whom, on which items, whence the task, by whom, when."""
    assert facts.inspected is not None, "the gate on it has passed"
    unit, more = facts.by.unit, f"等{len(facts.items)}项" if len(facts.items) > 1 else ""
    door.open_matter(
        Inspection(
            title=f"{facts.inspected.name}{facts.items[0].name}{more}",
            procedure="inspection",
            state="applied",
            unit_id=unit,
            audience=open_to_unit(unit),
            handlers=list(dict.fromkeys(given.officers)),
            item_id=facts.items[0].id,
            items=[i.id for i in facts.items],
            inspected_id=facts.inspected.id,
            plan_id=facts.plan.id if facts.plan and given.source in ("plan", "special", "random") else None,
            draw_id=facts.draw.id if facts.draw and given.source == "random" else None,
            helpers=[h.model_dump() for h in given.helpers],
            **given.model_dump(include={"source", "how", "from_on", "until_on"}),
        )
    )


@act(
    "inspection.approve",
    "审批行政检查",
    who=HEADS,
    inputs=inspections_inputs.InspectionApproval,
    see=the_inspection,
    gates=[
        rules.the_inspection_is_not_approved_by_an_inspector,
        rules.only_listed_items_are_inspected,
        rules.the_approval_comes_before_the_last_day,
        rules.the_yearly_cap_is_kept,
        rules.beyond_the_cap_there_is_a_reason,
    ],
    matter=the_matter,
    paper="inspection_approval",
)
def approve(door: Door, facts: Inspecting, given: inspections_inputs.InspectionApproval) -> None:
    """Approve an inspection before it begins, or refuse it."""
    row = _row(door)
    door.outcome = "approved" if given.approved else "refused"
    applied = history(facts.file.id, ["inspection.apply"])[0]
    said = inspections_inputs.Application.model_validate(inputs(applied.entry))
    words = approval_facts(facts, given, said, applied.entry.text("at"))
    paper = door.paper("inspection_approval", words)
    row.number = paper.number


@act(
    "inspection.cancel",
    "撤回行政检查",
    who=[Role.OFFICER, *HEADS],
    inputs=inspections_inputs.Cancelling,
    see=the_inspection,
    gates=[],
    matter=the_matter,
    mine=its_inspector_or_a_head,
    whose="审批确定的检查人员或者负责人",
)
def cancel(door: Door, facts: Inspecting, given: inspections_inputs.Cancelling) -> None:
    """Give up an inspection before anybody entered; it does not count to the cap."""
    _row(door).ended_on = facts.today


@act(
    "inspection.notify",
    "制作行政检查通知书",
    who=[Role.OFFICER],
    inputs=inspections_inputs.NoticeOfInspection,
    see=the_inspection,
    gates=[the_certificate_is_valid, visiting_rules.the_approved_days_are_not_over],
    matter=the_matter,
    paper="inspection_notice",
    mine=its_inspector,
    whose=WHOSE,
)
def notify(door: Door, facts: Inspecting, given: inspections_inputs.NoticeOfInspection) -> None:
    """Make the notice: who comes, on which basis, for what, with bans, rights and remedies."""
    door.paper("inspection_notice", notice_facts(facts, given))
    _row(door).notice = door.index


def _row(door: Door) -> Inspection:
    assert isinstance(door.matter, Inspection)
    return door.matter
