"""Reads what the gates of an appointment may see, and what is typed that cannot be."""

from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.appointments import rules
from mingfa.bureau.appointments.inputs import EndOfPost, NewPost, NewUnit
from mingfa.bureau.appointments.nominations.inputs import Nomination
from mingfa.bureau.doorway.inputs import Inputs, InvalidInputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import kinds
from mingfa.bureau.ledger.entries import CLOCK
from mingfa.bureau.ledger.reader import clock_is_behind
from mingfa.bureau.people import reads
from mingfa.bureau.people.models import Appointment, Person, Unit


def appointing(look: Look[Any]) -> rules.Appointing:
    """Gather what the gates of an appointment may see; what names nothing on record is an error of input."""
    if wrong := _unknown(look.inputs) | _twice(look.inputs) | _too_early(look.inputs):
        raise InvalidInputs(wrong)
    person = getattr(look.inputs, "person", None)
    found = reads.named([person], look.today) if person is not None else []
    reviewers, officers = reads.reviewer_ratio(look.today)
    behind = look.act == CLOCK and clock_is_behind(look.now)
    founding = not any(kind._default_manager.exists() for kind in kinds())
    return rules.Appointing(look, found[0] if found else None, reviewers, officers, behind, founding)


def _unknown(given: Inputs | None) -> dict[str, str]:
    """Name the fields that point at a person, a unit or a running appointment that is not there."""
    there: dict[str, tuple[QuerySet[Any], str]] = {
        "person": (Person.objects.all(), "没有这名人员，请从人员名单中选择。"),
        "unit": (Unit.objects.all(), "没有这个机构，请从机构名单中选择。"),
        "appointment": (
            Appointment.objects.filter(until=None),
            "没有这项任命，或者已经免除，请从现任职务中选择。",
        ),
    }
    asked = {name: getattr(given, name, None) for name in there}
    return {
        name: there[name][1]
        for name, pk in asked.items()
        if pk is not None and not there[name][0].filter(pk=pk).exists()
    }


def _twice(given: Inputs | None) -> dict[str, str]:
    """Name what exists already and would exist twice: a post given twice would outlast its dismissal."""
    if isinstance(given, NewUnit) and Unit.objects.filter(name=given.name).exists():
        return {"name": "已有同名机构，请核对。"}
    if isinstance(given, NewPost | Nomination):
        held = Appointment.objects.filter(person=given.person, role=given.role)
        if held.filter(Q(until=None) | Q(until__gte=given.since)).exists():
            return {"role": "该人员已经担任这一职务，不必重复任命。"}
    return {}


def _too_early(given: Inputs | None) -> dict[str, str]:
    if not isinstance(given, EndOfPost):
        return {}
    if Appointment.objects.filter(pk=given.appointment, since__gt=given.until).exists():
        return {"until": "免除日期不得早于任命日期。"}
    return {}
