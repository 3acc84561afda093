"""Showing what stands before any case: items, the agency's page; and anchoring the record in the public log.

The system itself does these acts as soon as an item is listed or somebody is appointed (follow.py): the check
by a second person happened there (plan 1.2.b; 处罚法 39).
"""

from typing import Any

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.disclosure import inputs, reads, rules
from mingfa.bureau.disclosure.before.contents import agency_page, item_page
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.values import PublicationView
from mingfa.bureau.disclosure.writes import anchored, show_page
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role

UPDATED = "内容依法调整"


def the_page(look: Look[Any]) -> rules.Disclosing:
    """Gather what the gates may see: the item, and what is shown of it now."""
    item = getattr(look.inputs, "item", None)
    if item is None:
        return rules.Disclosing(look, reads.agency_publication())
    return rules.Disclosing(look, reads.publication_of_item(item), item=catalogue.item(item))


@act(
    "disclosure.show_item",
    "公布权责清单事项",
    who=[Role.SYSTEM],
    inputs=inputs.ItemToShow,
    see=the_page,
    gates=[rules.the_item_shown_is_in_force],
)
def show_item(door: Door, facts: rules.Disclosing, given: inputs.ItemToShow) -> None:
    """Show an item of the list with basis, procedure, steps, remedies, guide; a newer page replaces it."""
    item = facts.item
    assert item is not None, "the gate on items has passed"
    row = _row(facts.publication) or Publication(
        ref=door.random("ref"), kind="item", item_id=item.id, unit_id=item.office, author=facts.by.id
    )
    row.title, row.number = item.name, item.code
    show_page(door, row, item_page(item, people.bureau()), _reason(row, given.reason))


@act(
    "disclosure.show_agency",
    "公布执法机关信息",
    who=[Role.SYSTEM],
    inputs=inputs.AgencyToShow,
    see=the_page,
)
def show_agency(door: Door, facts: rules.Disclosing, given: inputs.AgencyToShow) -> None:
    """Show who enforces: duties, officers, certificates, where to turn to; a newer page replaces it."""
    bureau, day = people.bureau(), door.look.today
    page = agency_page(bureau, catalogue.items(day), people.actors(Role.OFFICER, day), day)
    row = _row(facts.publication) or Publication(
        ref=door.random("ref"), kind="agency", unit_id=facts.by.unit, author=facts.by.id
    )
    row.title, row.number = bureau.name, bureau.uscc
    show_page(door, row, page, _reason(row, given.reason))


@act(
    "disclosure.anchor",
    "公开执法记录检查点",
    who=[Role.SYSTEM],
    inputs=inputs.RecordHead,
    see=the_page,
)
def anchor(door: Door, facts: rules.Disclosing, given: inputs.RecordHead) -> None:
    """Put the record log's signed head into the public log: whoever guards the one guards the other."""
    anchored(door, given.head)


def _row(shown: PublicationView | None) -> Publication | None:
    return Publication.objects.get(pk=shown.id) if shown else None


def _reason(row: Publication, given: str) -> str:
    """Return why a page takes the place of an earlier one; nothing for a first one."""
    return "" if row.pk is None else given or UPDATED
