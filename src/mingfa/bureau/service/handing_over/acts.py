"""Handing a paper over at the window, against a signature (民事诉讼法 87, 88; 行政许可法 44).

Two officers go out to serve a penalty; an applicant comes to the counter and signs. The receipt is the same.
"""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.service import reads, rules
from mingfa.bureau.service.contents import receipt_facts
from mingfa.bureau.service.handing_over.inputs import HandingOver
from mingfa.bureau.service.hooks import addressee_of
from mingfa.bureau.service.models import Service


def the_handing_over(look: Look[Any]) -> rules.Serving:
    """Gather what the gates of a handing over may see: they are those of a personal service."""
    given = look.inputs
    paper = reads.paper(given.paper) if given else None
    seen = Look(**{**vars(look), "inputs": given.as_delivery}) if given else look
    return rules.Serving(
        look=seen,
        matter=int(look.matter.pk),
        to=addressee_of(look.matter, paper.id if paper else None),
        paper=paper,
        servers=tuple(people.named([look.by.id], look.today)),
    )


@act(
    "service.hand_over",
    "窗口送达文书",
    who=[Role.WINDOW],
    inputs=HandingOver,
    see=the_handing_over,
    gates=[
        rules.what_is_served_is_a_paper_of_this_case,
        rules.the_receipt_is_signed,
        rules.whoever_took_or_refused_it_may_do_so,
    ],
    matter=the_matter,
    paper="service_receipt",
)
def hand_over(door: Door, facts: rules.Serving, given: HandingOver) -> None:
    """Hand a paper over at the window; the day of the signature is the day of service."""
    assert facts.paper is not None, "the gate on the paper has passed"
    words = receipt_facts(facts, given.as_delivery, facts.today)
    receipt = door.paper("service_receipt", words, f"{facts.paper.title}送达回证")
    door.add(
        Service(
            paper_id=facts.paper.id,
            matter=facts.matter,
            method="personal",
            served_on=facts.today,
            number=receipt.number,
            recipient_relation=given.relation,
            has_media=False,
        )
    )
