"""Serving by public notice: the notice is issued; thirty days later its receipt is made (民事诉讼法 95)."""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles, the_matter
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.service import inputs, reads, rules
from mingfa.bureau.service.announcing.inputs import Announcement
from mingfa.bureau.service.contents import public_notice_facts
from mingfa.bureau.service.hooks import addressee_of
from mingfa.bureau.service.models import ServiceNotice
from mingfa.bureau.service.ways import rules as ways_rules


def the_announcement(look: Look[Any]) -> rules.Serving:
    """Gather what the gates of a public notice may see: they are those of a service by it, begun today."""
    given = look.inputs
    paper = reads.paper(given.paper) if given else None
    seen = look
    if given:
        begun = inputs.Delivery(
            method="public_notice", servers=[look.by.id], published_on=look.today, **given.model_dump()
        )
        seen = Look(**{**vars(look), "inputs": begun})
    return rules.Serving(
        look=seen,
        matter=int(look.matter.pk),
        to=addressee_of(look.matter, paper.id if paper else None),
        paper=paper,
        servers=(),
    )


@act(
    "service.announce",
    "公告送达文书",
    who=[Role.OFFICER],
    inputs=Announcement,
    see=the_announcement,
    gates=[
        the_certificate_is_valid,
        rules.what_is_served_is_a_paper_of_this_case,
        rules.the_days_of_service_are_in_order,
        rules.public_notice_is_the_last_resort,
        ways_rules.a_demand_is_handed_over_directly_first,
        rules.leaving_and_publishing_were_recorded,
    ],
    matter=the_matter,
    paper="public_service_notice",
    mine=lambda facts: handles(facts.look),
    whose="本案承办人",
)
def announce(door: Door, facts: rules.Serving, given: Announcement) -> None:
    """Issue the notice; its last day is computed, and until then nothing counts as served."""
    thirty = term("SERV-09", facts.today, facts.look.calendar)
    assert facts.paper is not None, "the gate on the paper has passed"
    words = public_notice_facts(facts, given.place, given.reason, thirty)
    notice = door.paper("public_service_notice", words, f"{facts.paper.title}送达公告")
    door.add(
        ServiceNotice(
            paper_id=facts.paper.id,
            matter=facts.matter,
            published_on=facts.today,
            ends_on=thirty.end,
            number=notice.number,
        )
    )
