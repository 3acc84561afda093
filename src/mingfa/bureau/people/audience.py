"""Who may see what (plan 2.3.c): one question, asked by reads, lists, counts, exports and searches alike.

A matter carries one indexed tag, `unit:5`, `restricted:5` or `window:5`; a person holds a set of tags by unit
and post. What a person may not see does not exist for that person.
"""

from django.db.models import Q

from mingfa.bureau.people.actors import Actor

# Posts that by their duty see the matters of every unit.
BUREAU_WIDE = frozenset(
    {"head", "deputy", "reviewer", "review_head", "supervisor", "archivist", "publicity", "system"}
)
# Of these, the posts that also see what is marked restricted.
TRUSTED = frozenset({"head", "deputy", "reviewer", "review_head", "supervisor", "system"})


def open_to_unit(unit: int) -> str:
    """Return the tag of an ordinary matter of a unit."""
    return f"unit:{unit}"


def restricted_to_unit(unit: int) -> str:
    """Return the tag of a matter that touches state or trade secrets or a minor."""
    return f"restricted:{unit}"


def open_to_window(unit: int) -> str:
    """Return the tag of what came in at the window: its unit's, and every window clerk's (许可法 26)."""
    return f"window:{unit}"


def seen_by(actor: Actor) -> Q:
    """Return the condition on `audience` for everything this person may see."""
    if actor.roles & TRUSTED:
        return Q()
    if actor.roles & BUREAU_WIDE:
        return Q(audience__startswith="unit:") | Q(audience__startswith="window:")
    if actor.roles:
        own = [tag(actor.unit) for tag in (open_to_unit, restricted_to_unit, open_to_window)]
        at_the_window = Q(audience__startswith="window:") if "window" in actor.roles else Q(pk__in=[])
        return Q(audience__in=own) | at_the_window
    return Q(pk__in=[])
