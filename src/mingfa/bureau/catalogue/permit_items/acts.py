"""Drafting a permit with everything its guide must say (plan 1.2.c; 行政许可法 30); `item.list` lists it."""

from mingfa.bureau.catalogue.gather import the_listing
from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.catalogue.permit_items import rules
from mingfa.bureau.catalogue.permit_items.inputs import NewPermitItem
from mingfa.bureau.catalogue.rules import Listing
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.people.models import Role


@act(
    "item.draft_permit",
    "编制行政许可事项",
    who=[Role.UNIT_LEADER, Role.REVIEWER, Role.PUBLICITY],
    inputs=NewPermitItem,
    see=the_listing,
    gates=[
        rules.the_guide_says_everything,
        rules.a_law_or_regulation_set_the_permit_up,
        rules.the_basis_of_the_permit_is_in_force,
        rules.it_is_decided_within_twenty_days,
        rules.a_joint_permit_is_decided_within_forty_five_days,
        rules.it_costs_nothing_unless_the_law_says_so,
    ],
)
def draft_permit(door: Door, facts: Listing, given: NewPermitItem) -> None:
    """Draft a permit with its basis and its guide."""
    own = {"code", "name", "field", "office", "basis", "conditions", "valid_from"}
    door.add(
        Item(
            category="permit",
            matter_code="",
            office_id=given.office,
            penalises=list(given.basis),
            breaks=[],
            kinds=[],
            steps=[],
            time_limit=f"自受理之日起{given.days}个工作日",
            guide=given.model_dump(mode="json", exclude=own),
            drafted_by=door.look.by.id,
            **given.model_dump(include={"code", "name", "field", "conditions", "valid_from"}),
        )
    )
