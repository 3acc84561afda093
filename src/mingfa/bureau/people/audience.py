"""Who may see what (plan 2.3.c): one question, asked by reads, lists, counts, exports and searches alike.

A matter carries one indexed tag, `unit:5` or `restricted:5`; a person holds a set of tags by unit and post.
What a person may not see does not exist for that person.
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


def seen_by(actor: Actor) -> Q:
    """Return the condition on `audience` for everything this person may see."""
    if actor.roles & TRUSTED:
        return Q()
    if actor.roles & BUREAU_WIDE:
        return Q(audience__startswith="unit:")
    if actor.roles:
        return Q(audience__in=[open_to_unit(actor.unit), restricted_to_unit(actor.unit)])
    return Q(pk__in=[])
