"""Opening recordings, and letting somebody open them (plan 2.4.d): with a ground, at once, on record."""

from datetime import timedelta
from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.models import Role
from mingfa.bureau.records.models import Retrieval, RetrievalPermission
from mingfa.bureau.records.retrieval import reads, rules
from mingfa.bureau.records.retrieval.facts import Retrieving
from mingfa.bureau.records.retrieval.inputs import Permission, RetrievalRequest

SITTING = timedelta(minutes=30)
LEADERS = frozenset({"deputy", "head"})


def _retrieving(look: Look[Any]) -> Retrieving:
    """Gather what the gates may see; a matter that this person may not see is not there."""
    if look.inputs is None:
        return Retrieving(look, frozenset(), False, False, ())
    matter = the_matter(look.given_as(RetrievalRequest, Permission).matter, look.by)
    of_unit = look.by.unit == matter.unit_id
    return Retrieving(
        look,
        frozenset(reads.recordings(matter.pk)),
        look.by.id in matter.handlers or (not matter.handlers and of_unit),
        bool(look.by.roles & LEADERS) or (of_unit and "unit_leader" in look.by.roles),
        reads.permissions(matter.pk),
    )


@act(
    "record.retrieve",
    "调阅音像记录",
    who=[
        Role.OFFICER,
        Role.WINDOW,
        Role.UNIT_LEADER,
        Role.REVIEWER,
        Role.REVIEW_HEAD,
        Role.DEPUTY,
        Role.HEAD,
        Role.SUPERVISOR,
        Role.ARCHIVIST,
        Role.PUBLICITY,
    ],
    inputs=RetrievalRequest,
    see=_retrieving,
    gates=[
        rules.they_are_recordings_of_this_matter,
        rules.the_way_is_open_to_this_person,
        rules.the_ground_is_said,
        rules.nobody_supervises_oneself,
        rules.a_copy_is_approved,
    ],
)
def retrieve(door: Door, facts: Retrieving, given: RetrievalRequest) -> None:
    """Open recordings for half an hour; this entry stands before the first byte is seen."""
    door.add(
        Retrieval(
            matter=given.matter,
            person=facts.by.id,
            items=given.items,
            way=given.way,
            kind=given.kind,
            ground=given.ground,
            at=facts.look.now,
            until=facts.look.now + SITTING,
        )
    )


@act(
    "record.permit_retrieval",
    "准许调阅音像记录",
    who=[Role.UNIT_LEADER, Role.DEPUTY, Role.HEAD],
    inputs=Permission,
    see=_retrieving,
    gates=[
        rules.they_are_recordings_of_this_matter,
        rules.nobody_permits_oneself,
        rules.a_permission_ends,
    ],
    mine=lambda facts: facts.look.inputs is None or facts.leads,
    whose="承办机构负责人、分管负责人或者主要负责人",
)
def permit_retrieval(door: Door, facts: Retrieving, given: Permission) -> None:
    """Let somebody open recordings of a matter, to look or to copy, until a day."""
    door.add(
        RetrievalPermission(
            matter=given.matter,
            person=given.person,
            items=given.items,
            kind=given.kind,
            until=given.until,
            ground=given.ground,
            request=given.request,
        )
    )
