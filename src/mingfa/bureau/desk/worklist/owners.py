"""Whose an act is: by the post, and by who handles, leads or chairs the matter (plan 3.4.b).

Read from the act's posts and from the column `actor` of its step, so that a list names nobody whom the
doorway would turn away.
"""

from collections.abc import Collection
from dataclasses import dataclass

from mingfa.bureau.desk.kinds.kind import CHAIR_GONE, CHAIRED
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.steps import Step
from mingfa.bureau.people.actors import Actor

# Who works on a matter; whoever decides, reviews or chairs is none of them.
WORKERS = frozenset({"handler", "officers", "staff"})
OF_THE_UNIT = frozenset({"receiver"})
# Posts whose word reaches no further than their own unit's matters.
OF_A_UNIT = frozenset({"officer", "unit_leader"})


@dataclass(frozen=True)
class Whose:
    """A matter as owning it asks: its handlers and its unit."""

    handlers: Collection[int]
    unit: int

    def works(self, me: Actor) -> bool:
        """Say whether this person handles it; before anybody is named, its whole unit does."""
        return me.id in self.handlers or (not self.handlers and self.unit == me.unit)


def reach(step: Step, me: Actor) -> frozenset[str]:
    """Return in which matters a person may do a step: worked, unit, any, chaired; empty means in none."""
    act = REGISTER.get(step.act)
    posts = act.who & me.roles if act else frozenset()
    if not posts:
        return frozenset()
    if step.actor == "chair":
        return frozenset({"chaired"})
    if step.actor in WORKERS:
        return frozenset({"worked"}) if "officer" in posts else frozenset()
    found = {"any"} if posts - OF_A_UNIT else set()
    if "unit_leader" in posts or ("officer" in posts and step.actor in OF_THE_UNIT):
        found.add("unit")
    if step.actor == "respondent" and "officer" in posts:
        found.add("worked")
    return frozenset(found)


def owns(step: Step, me: Actor, matter: Whose, holds: Collection[str]) -> bool:
    """Say whether a step that is next in a matter is this person's; `holds` are the facts of the matter."""
    ways = reach(step, me)
    if "worked" in ways and matter.works(me):
        return True
    if "chaired" in ways:
        gone = step.act == "hearing.report" and "review_head" in me.roles and CHAIR_GONE in holds
        return gone or CHAIRED in holds
    # Nobody approves, reviews or decides what he works on himself.
    by_another = step.actor in OF_THE_UNIT or step.actor == "respondent" or me.id not in matter.handlers
    return by_another and ("any" in ways or ("unit" in ways and matter.unit == me.unit))
