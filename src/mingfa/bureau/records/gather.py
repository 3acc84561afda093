"""Gathering what the gates of a record may see."""

from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import may_handle
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads, rules

WHOSE = "本案承办人（尚未指定的，由承办机构的执法人员）"


def the_recording(look: Look[Any]) -> rules.Recording:
    """Gather what the gates of a record may see."""
    named = getattr(look.inputs, "officers", [])
    officers = tuple(people.named(list(dict.fromkeys(named)), look.today))
    return rules.Recording(look, officers, reads.recorded(look.matter.pk), reads.devices())


def its_handler(facts: rules.Recording) -> bool:
    """Before handlers are named any officer of the unit may record; afterwards only they."""
    return may_handle(facts.look)
