"""Where the party wants to be served, signed once for the matter (行政处罚法 61.2; 民事诉讼法 90)."""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles, the_matter
from mingfa.bureau.people.models import Role
from mingfa.bureau.service import rules
from mingfa.bureau.service.confirming.inputs import Confirmation
from mingfa.bureau.service.contents import address_facts
from mingfa.bureau.service.hooks import recipient_of
from mingfa.bureau.service.models import ConfirmedAddress
from mingfa.bureau.service.ways import rules as ways_rules


def the_confirmation(look: Look[Any]) -> rules.Serving:
    """Gather what the gates of a confirmation may see: no paper is served by it."""
    return rules.Serving(
        look=look, matter=int(look.matter.pk), to=recipient_of(look.matter), paper=None, servers=()
    )


@act(
    "service.confirm_address",
    "确认送达地址",
    who=[Role.OFFICER, Role.WINDOW],
    inputs=Confirmation,
    see=the_confirmation,
    gates=[ways_rules.the_confirmation_is_signed_and_whole, ways_rules.whoever_confirms_it_may_do_so],
    matter=the_matter,
    paper="address_confirmation",
    mine=lambda facts: handles(facts.look) or Role.WINDOW in facts.by.roles,
    whose="本案承办人或者窗口受理人员",
)
def confirm_address(door: Door, facts: rules.Serving, given: Confirmation) -> None:
    """Record where the party wants to be served; the latest word counts."""
    paper = door.paper("address_confirmation", address_facts(facts, given.model_dump()))
    door.add(ConfirmedAddress(matter=facts.matter, electronic=given.electronic, number=paper.number))
