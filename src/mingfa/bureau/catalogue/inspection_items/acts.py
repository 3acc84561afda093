"""Inspection items: on which basis whom, how, what, how often at most (plan 1.2.b; 国办发〔2024〕54号)."""

from mingfa.bureau.catalogue import rules
from mingfa.bureau.catalogue.gather import the_listing
from mingfa.bureau.catalogue.inspection_items import rules as inspection_items_rules
from mingfa.bureau.catalogue.inspection_items.inputs import NewInspectionItem
from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.people.models import Role


@act(
    "item.draft_inspection",
    "编制行政检查事项",
    who=[Role.UNIT_LEADER, Role.REVIEWER, Role.PUBLICITY],
    inputs=NewInspectionItem,
    see=the_listing,
    gates=[
        inspection_items_rules.the_basis_is_in_force,
        inspection_items_rules.a_law_a_regulation_or_a_rule_is_its_basis,
    ],
)
def draft_inspection(door: Door, facts: rules.Listing, given: NewInspectionItem) -> None:
    """Draft an inspection item with its basis and its guide; it is listed by somebody else."""
    values = given.model_dump(include={"code", "name", "field", "conditions", "time_limit", "valid_from"})
    door.add(
        Item(
            category="inspection",
            matter_code="",
            office_id=given.office,
            breaks=[],
            penalises=list(given.basis),
            kinds=[],
            steps=[],
            guide=given.model_dump(mode="json", include={"subjects", "how", "contents", "yearly_cap"}),
            drafted_by=door.look.by.id,
            **values,
        )
    )
