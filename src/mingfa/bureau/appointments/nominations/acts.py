"""Nominating for a leading post, and confirming it (plan 2.3.c, 3.1.a).

Head, deputies, personnel officers, supervisors and the legal office decide who may do what and watch over it.
No single hand gives such a post once the bureau works, and nobody has a hand in their own.
"""

from typing import Any

from mingfa.bureau.appointments import rules
from mingfa.bureau.appointments.gather import appointing
from mingfa.bureau.appointments.nominations.facts import Confirming
from mingfa.bureau.appointments.nominations.inputs import Confirmation, Nomination
from mingfa.bureau.appointments.nominations.rules import (
    a_nomination_waits_to_be_confirmed,
    a_second_hand_confirms_it,
    the_nominee_is_still_qualified,
)
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Appointment, Role
from mingfa.bureau.people.models import Nomination as Row


def _confirming(look: Look[Any]) -> Confirming:
    """Gather the nominations that wait, and the one that the inputs choose."""
    waiting = people.nominations()
    asked = getattr(look.inputs, "nomination", None)
    chosen = next((one for one in waiting if one.id == asked), None)
    person = people.named([chosen.person], look.today)[0] if chosen else None
    return Confirming(look, waiting, chosen, person)


@act(
    "person.nominate",
    "提请任命",
    who=[Role.APPOINTER],
    inputs=Nomination,
    see=appointing,
    gates=[rules.nobody_appoints_themselves, rules.a_reviewer_is_legally_qualified],
)
def nominate(door: Door, facts: rules.Appointing, given: Nomination) -> None:
    """Nominate somebody for a leading post; it is held once another hand confirms it."""
    door.add(Row(**given.model_dump(exclude={"person"}), person_id=given.person, nominated_by=facts.by.id))


@act(
    "person.confirm",
    "确认任命",
    who=[Role.HEAD, Role.DEPUTY, Role.SUPERVISOR, Role.APPOINTER],
    inputs=Confirmation,
    see=_confirming,
    gates=[
        a_nomination_waits_to_be_confirmed,
        a_second_hand_confirms_it,
        the_nominee_is_still_qualified,
    ],
)
def confirm(door: Door, facts: Confirming, given: Confirmation) -> None:
    """Confirm a nomination: the post is held from its day on."""
    row = Row.objects.get(pk=given.nomination)
    row.confirmed = door.index
    door.save(row)
    post = {"role": row.role, "since": row.since, "document": row.document}
    door.add(Appointment(person_id=row.person_id, **post))
