"""Serving papers (law.md §2.2 steps 10 and 15; plan 2.2.b)."""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles, the_matter
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.service import inputs, reads, rules
from mingfa.bureau.service.contents import receipt_facts
from mingfa.bureau.service.hooks import addressee_of
from mingfa.bureau.service.models import Service
from mingfa.bureau.service.values import Announced
from mingfa.bureau.service.ways import rules as ways_rules


def the_service(look: Look[Any]) -> rules.Serving:
    """Gather what the gates of a service may see; what a public notice said stands for what is not typed."""
    given: inputs.Delivery | None = look.inputs
    notice = reads.announced(given.paper) if given and given.method == "public_notice" else None
    if given and notice:
        look = Look(**{**vars(look), "inputs": _as_announced(given, notice)})
    by_wire = given is not None and given.method == "electronic"
    paper = reads.paper(given.paper) if given else None
    return rules.Serving(
        look=look,
        matter=int(look.matter.pk),
        to=addressee_of(look.matter, given.paper if given else None),
        paper=paper,
        servers=tuple(people.named(given.servers, look.today)) if given else (),
        online=not by_wire or paper is None or reads.names_the_way_online(paper.id),
        confirmed=reads.confirmed(int(look.matter.pk)),
        announced=notice,
    )


def _as_announced(given: inputs.Delivery, notice: Announced) -> inputs.Delivery:
    said = reads.said_in(notice)
    known = {name: said[name] for name in ("reason", "attempts") if name in said}
    typed = given.model_dump()
    media = typed["media"] or said.get("media", [])
    return inputs.Delivery.model_validate(
        typed | known | {"published_on": notice.published_on, "media": media}
    )


@act(
    "service.serve",
    "送达文书",
    who=[Role.OFFICER],
    inputs=inputs.Delivery,
    see=the_service,
    gates=[
        the_certificate_is_valid,
        rules.what_is_served_is_a_paper_of_this_case,
        rules.two_certified_officers_served_it,
        rules.the_days_of_service_are_in_order,
        rules.the_receipt_is_signed,
        rules.whoever_took_or_refused_it_may_do_so,
        rules.the_refusal_is_on_the_receipt,
        rules.leaving_it_was_witnessed_or_filmed,
        rules.the_return_receipt_tells_the_day,
        rules.the_party_agreed_to_electronic_service,
        ways_rules.an_electronic_decision_names_the_way_to_apply,
        ways_rules.it_arrives_where_the_party_confirmed,
        ways_rules.mail_goes_to_the_confirmed_address,
        rules.the_forwarding_body_had_it_signed,
        rules.public_notice_is_the_last_resort,
        ways_rules.the_announced_notice_has_run,
        ways_rules.a_demand_is_handed_over_directly_first,
        rules.a_decision_is_served_in_time,
        rules.leaving_and_publishing_were_recorded,
    ],
    matter=the_matter,
    paper="service_receipt",
    mine=lambda facts: handles(facts.look),
    whose="本案承办人",
)
def serve(door: Door, facts: rules.Serving, given: inputs.Delivery) -> None:
    """Serve a paper on the party and make its receipt; the day from which it counts is computed."""
    given = facts.look.given_as(inputs.Delivery)  # with what its public notice said
    served_on = rules.counts_from(given, facts.today, facts.look.calendar)
    assert facts.paper is not None and served_on is not None, "the gates on paper and dates have passed"
    receipt = door.paper(
        "service_receipt", receipt_facts(facts, given, served_on), f"{facts.paper.title}送达回证"
    )
    door.add(
        Service(
            paper_id=facts.paper.id,
            matter=facts.matter,
            method=given.method,
            served_on=served_on,
            number=receipt.number,
            recipient_relation=given.relation or "",
            has_media=bool(given.media),
        )
    )
