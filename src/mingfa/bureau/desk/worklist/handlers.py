"""Whose cases these are, asked in the database: the list of handlers is searched as its text."""

from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from mingfa.bureau.people.actors import Actor


def with_handlers(found: QuerySet[Any]) -> QuerySet[Any]:
    """Add the list of handlers as text (`[12, 13]`), the same on SQLite and PostgreSQL."""
    annotated: QuerySet[Any] = found.annotate(handled=Cast("handlers", TextField()))
    return annotated


def handled_by(person: int) -> Q:
    """Return the condition that a person is among the handlers: the number with what stands around it."""
    forms = (f"[{person},", f"[{person}]", f" {person},", f" {person}]")
    condition = Q()
    for text in forms:
        condition |= Q(handled__contains=text)
    return condition


def not_yet_named(actor: Actor) -> Q:
    """Before handlers are named, a clue waits for every officer of its unit."""
    return Q(handled="[]", unit_id=actor.unit)
