"""The result and what follows from it: ordered, told, checked again (law.md §2.5 steps 5-7)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.inspections import inputs
from mingfa.bureau.inspections.contents import order_facts, recheck_facts, result_facts
from mingfa.bureau.inspections.facts import Inspecting
from mingfa.bureau.inspections.gather import WHOSE, its_inspector, the_inspection
from mingfa.bureau.inspections.models import Inspection
from mingfa.bureau.inspections.results import rules
from mingfa.bureau.inspections.visiting import rules as visiting_rules
from mingfa.bureau.inspections.visiting.acts import trace
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid

LAST = frozenset({"clean", "violation"})


@act(
    "inspection.order",
    "责令改正（行政检查）",
    who=[Role.OFFICER],
    inputs=inputs.Order,
    see=the_inspection,
    gates=[
        the_certificate_is_valid,
        rules.the_inspection_has_its_record,
        rules.the_order_gives_time,
    ],
    matter=the_matter,
    paper="correction_order",
    mine=its_inspector,
    whose=WHOSE,
)
def order(door: Door, facts: Inspecting, given: inputs.Order) -> None:
    """Order what the inspection found to be corrected, at once or within a time limit."""
    door.paper("correction_order", order_facts(facts, given))
    row = _row(door)
    row.order, row.due_on = door.index, given.due_on


@act(
    "inspection.tell",
    "告知检查结果",
    who=[Role.OFFICER],
    inputs=inputs.Result,
    see=the_inspection,
    gates=[
        the_certificate_is_valid,
        rules.the_inspection_has_its_record,
        rules.what_is_to_be_corrected_was_ordered,
        rules.the_result_was_received_or_says_why_not,
        rules.the_result_is_told_in_time,
    ],
    matter=the_matter,
    paper="inspection_result",
    mine=its_inspector,
    whose=WHOSE,
)
def tell(door: Door, facts: Inspecting, given: inputs.Result) -> None:
    """Tell the enterprise the result: clean, to be corrected, or handed over to filing."""
    door.outcome = given.result
    door.paper("inspection_result", result_facts(facts, given))
    row = _row(door)
    row.told, row.told_on, row.outcome = door.index, facts.today, given.result
    if given.result in LAST:
        row.ended_on = facts.today


@act(
    "inspection.recheck",
    "复查改正情况（行政检查）",
    who=[Role.OFFICER],
    inputs=inputs.Recheck,
    see=the_inspection,
    gates=[
        the_certificate_is_valid,
        no_auxiliary_stands_in_for_an_officer,
        *visiting_rules.AT_THE_DOOR,
        rules.the_time_to_correct_was_left,
        rules.the_recheck_is_signed_or_says_why_not,
    ],
    matter=the_matter,
    paper="recheck_record",
    mine=its_inspector,
    whose=WHOSE,
)
def recheck(door: Door, facts: Inspecting, given: inputs.Recheck) -> None:
    """Check again what was ordered: corrected, or handed over to filing."""
    door.outcome = "corrected" if given.corrected else "not_corrected"
    door.paper("recheck_record", recheck_facts(facts, given))
    trace(door, facts, given, "recheck")
    row = _row(door)
    row.outcome, row.ended_on = door.outcome, facts.today


def _row(door: Door) -> Inspection:
    assert isinstance(door.matter, Inspection)
    return door.matter
