"""Whose matters these are: asked of the index that the door keeps (`doorway.models.Handling`)."""

from django.db.models import Q

from mingfa.bureau.doorway import reads as doorway
from mingfa.bureau.people.actors import Actor


def handled_by(person: int) -> Q:
    """Return the condition that a person is among the handlers."""
    return Q(pk__in=doorway.handled_by(person))


def not_yet_named(actor: Actor) -> Q:
    """Before handlers are named, a clue waits for every officer of its unit."""
    return Q(handlers=[], unit_id=actor.unit)
