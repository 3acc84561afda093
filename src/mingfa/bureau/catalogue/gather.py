"""Gathering what the gates of the list may see."""

from typing import Any

from mingfa.bureau.catalogue import reads, rules
from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people.models import Unit


def the_listing(look: Look[Any]) -> rules.Listing:
    """Gather what the gates of the list may see; what names nothing on record is an error of input."""
    office, pk = getattr(look.inputs, "office", None), getattr(look.inputs, "item", None)
    if office is not None and not Unit.objects.filter(pk=office).exists():
        raise InvalidInputs({"office": "没有这个机构，请从机构名单中选择。"})
    if pk is None:
        return rules.Listing(look, None, None, ())
    if (item := reads.item(pk)) is None:
        raise InvalidInputs({"item": "没有这个事项，请从事项清单中选择。"})
    others = tuple(v for v in reads.versions(item.code) if v.id != pk and v.listed is not None)
    return rules.Listing(look, item, reads.drafted_by(pk), others)
