"""Restricting who may see a matter: at any step, of any kind of matter (plan 2.3.c)."""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import may_handle, the_matter
from mingfa.bureau.people.audience import open_to_unit, open_to_window, restricted_to_unit
from mingfa.bureau.people.models import Role
from mingfa.bureau.records.hooks import is_public
from mingfa.bureau.records.restriction import rules
from mingfa.bureau.records.restriction.facts import HEADS, Restricting
from mingfa.bureau.records.restriction.inputs import Restriction


def _restricting(look: Look[Any]) -> Restricting:
    return Restricting(look, look.matter.audience.startswith("restricted:"), is_public(look.matter.pk))


def _whose(facts: Restricting) -> bool:
    """Whoever handles the matter, the leader of its unit, and the heads."""
    leads = "unit_leader" in facts.by.roles and facts.by.unit == facts.look.matter.unit_id
    return bool(facts.by.roles & HEADS) or leads or may_handle(facts.look)


@act(
    "record.restrict",
    "限定知悉范围",
    who=[Role.OFFICER, Role.WINDOW, Role.UNIT_LEADER, Role.REVIEW_HEAD, Role.DEPUTY, Role.HEAD],
    inputs=Restriction,
    see=_restricting,
    gates=[rules.it_changes_who_may_see_it, rules.a_head_lifts_it, rules.nothing_of_it_is_public],
    matter=the_matter,
    mine=_whose,
    whose="承办人、承办机构负责人或者机关负责人",
)
def restrict(door: Door, facts: Restricting, given: Restriction) -> None:
    """Restrict the matter to its unit, the legal office, supervision and the heads; or lift that."""
    matter = facts.look.matter
    if given.ground != "lifted":
        matter.audience = restricted_to_unit(matter.unit_id)
    elif facts.look.procedure == "permit":
        matter.audience = open_to_window(matter.unit_id)
    else:
        matter.audience = open_to_unit(matter.unit_id)
