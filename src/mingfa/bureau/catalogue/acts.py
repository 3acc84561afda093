"""The list of powers and duties: drafted, listed, ended (plan 1.2.a, 1.2.b, 1.2.d)."""

from mingfa.bureau.catalogue import rules
from mingfa.bureau.catalogue.gather import the_listing
from mingfa.bureau.catalogue.inputs import ItemToEnd, ItemToList, NewItem
from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.people.models import Role


@act(
    "item.draft",
    "编制执法事项",
    who=[Role.UNIT_LEADER, Role.REVIEWER, Role.PUBLICITY],
    inputs=NewItem,
    see=the_listing,
    gates=[
        rules.what_the_item_cites_is_in_force,
        rules.a_fine_has_discretion_steps,
        rules.a_fine_has_an_amount_in_law,
        rules.its_steps_lie_within_the_law,
    ],
)
def draft(door: Door, facts: rules.Listing, given: NewItem) -> None:
    """Draft an item with its basis, guide and discretion steps."""
    values = given.model_dump(mode="json", exclude={"office", "valid_from"})
    door.add(Item(**values, office_id=given.office, valid_from=given.valid_from, drafted_by=door.look.by.id))


@act(
    "item.list",
    "审定并列入权责清单",
    who=[Role.REVIEW_HEAD, Role.HEAD],
    inputs=ItemToList,
    see=the_listing,
    gates=[
        rules.the_item_is_not_listed_by_its_drafter,
        rules.the_item_is_still_a_draft,
        rules.one_version_is_in_force_at_a_time,
    ],
)
def list_item(door: Door, facts: rules.Listing, given: ItemToList) -> None:
    """List a drafted item: from now on cases may use it and the public sees it."""
    row = Item.objects.get(pk=given.item)
    row.listed = door.index
    door.save(row)


@act(
    "item.end",
    "调整执法事项",
    who=[Role.REVIEW_HEAD, Role.HEAD],
    inputs=ItemToEnd,
    see=the_listing,
    gates=[rules.the_item_is_listed_and_runs, rules.the_item_ends_after_it_begins],
)
def end(door: Door, facts: rules.Listing, given: ItemToEnd) -> None:
    """End an item on a day, because a law or a duty changed."""
    row = Item.objects.get(pk=given.item)
    row.valid_to = given.valid_to
    door.save(row)
