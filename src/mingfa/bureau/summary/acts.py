"""Deciding on the spot (law.md §2.1; 处罚法 51-53). What follows is done by the acts of `after`."""

from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case
from mingfa.bureau.cases.rules import its_number_has_the_right_check_digit
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.audience import open_to_unit, restricted_to_unit
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.service.handing_over.writes import handed_over
from mingfa.bureau.summary import inputs, reads, rules
from mingfa.bureau.summary.contents import decision_facts
from mingfa.bureau.summary.facts import Street
from mingfa.bureau.summary.models import SpotDecision
from mingfa.bureau.summary.penalty import rules as penalty_rules
from mingfa.bureau.summary.values import ON_THE_SPOT


def the_street(look: Look[Any]) -> Street:
    """Gather what the gates of a decision on the spot may see."""
    given = look.inputs
    if given is None:
        return Street(look, None)
    return Street(
        look=look,
        item=catalogue.item(given.item),
        officers=tuple(people.named(list(dict.fromkeys(given.officers)), look.today)),
        streets=frozenset(cases.streets()),
        same_act=cases.called(reads.same_act(given.party, given.item, given.act_on or look.today), look.by),
    )


@act(
    "summary.decide",
    "当场处罚",
    who=[Role.OFFICER],
    inputs=inputs.SpotPenalty,
    see=the_street,
    gates=[
        the_certificate_is_valid,
        rules.two_officers_of_the_unit_decide,
        rules.it_happened_in_our_streets,
        rules.its_item_is_listed_that_day,
        rules.its_law_was_in_force_that_day,
        rules.its_limitation_has_not_run,
        rules.it_was_not_penalised_before,
        rules.it_has_happened,
        penalty_rules.it_stays_within_the_limits,
        penalty_rules.the_facts_are_beyond_doubt,
        penalty_rules.its_kinds_are_those_of_the_item,
        penalty_rules.its_amount_lies_within_its_step,
        penalty_rules.its_fine_is_within_the_law,
        penalty_rules.the_young_are_spared,
        penalty_rules.the_party_knew_what_it_did,
        penalty_rules.the_minor_is_not_penalised,
        its_number_has_the_right_check_digit,
        rules.the_certificate_was_shown_on_the_spot,
        rules.the_party_was_told_before,
        rules.the_party_was_heard_on_the_spot,
        rules.each_point_is_answered,
        rules.it_is_not_heavier_for_speaking,
        rules.it_can_still_be_corrected_in_time,
        rules.a_refusal_to_sign_is_noted,
        penalty_rules.it_is_collected_where_the_law_lets,
        rules.it_was_photographed_or_filmed,
        rules.whoever_is_recorded_was_told,
    ],
    paper="spot_decision",
)
def decide(door: Door, facts: Street, given: inputs.SpotPenalty) -> None:
    """Decide on the spot: open the case, make and hand over the numbered decision; it is served there."""
    door.outcome = outcome(given)
    door.open_matter(_case(door, facts, given))
    paper = door.paper("spot_decision", decision_facts(facts, given))
    assert isinstance(door.matter, Case)
    door.matter.number = paper.number
    door.save(door.matter)
    head = people.actors(Role.HEAD, door.look.today)
    door.add(
        SpotDecision(
            case_id=door.index,
            number=paper.number,
            kinds=list(given.kinds),
            amount=given.amount,
            is_unit=facts.is_unit,
            payment=given.payment or "",
            decided_on=door.look.today,
            decided_by=facts.by.id,
            head=head[0].id if head else facts.by.id,
        )
    )
    handed_over(door, paper, bool(given.media))


def outcome(given: inputs.SpotPenalty) -> str:
    """Say which way the procedure goes on from the decision."""
    if given.payment is None:
        return "warning"
    return "on_the_spot" if given.payment in ON_THE_SPOT else "bank"


def _case(door: Door, facts: Street, given: inputs.SpotPenalty) -> Case:
    """Return the case that begins with its decision; a minor's is not for everybody's eyes."""
    item, unit, age = facts.item, facts.by.unit, given.party.age_on(facts.act_on)
    assert item is not None, "the gate on items has passed"
    return Case(
        title=f"{given.party.name}{item.name}案",
        procedure="summary",
        state=procedure("summary").after(None, "summary.decide", door.outcome),
        unit_id=unit,
        audience=restricted_to_unit(unit) if age is not None and age < 18 else open_to_unit(unit),
        handlers=list(dict.fromkeys(given.officers)),
        item_id=item.id,
        source="patrol",
        found_at=door.look.at,
        act_on=facts.act_on,
        street=given.street,
        place=given.place,
        party_kind=given.party.kind,
        party_name=given.party.name,
        party_leaf=door.index,
        proposal=_proposal(facts, given),
        concluded=door.index,
    )


def _proposal(facts: Street, given: inputs.SpotPenalty) -> dict[str, object]:
    """Return what was decided in the shape in which every room reads what a case comes to."""
    assert facts.item is not None, "the gate on items has passed"
    return {
        "outcome": "penalty",
        "facts": given.findings,
        "evidence": [],
        "breaks": list(facts.item.breaks),
        "penalises": list(facts.item.penalises),
        "step": given.step,
        "factors": "",
        "kinds": list(given.kinds),
        "amount": given.amount,
        "gains": 0,
        "deviation": "",
        "mitigation": list(given.mitigation),
        "incapable": False,
        "grounds": [],
        "crime": "",
        "education": "",
    }
