"""The bureau's own way: plan, review, decision (law.md §2.3 E3; 行政强制法 37, 50-51; plan 3.2.a, 3.4.b)."""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import as_kept
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.enforcement import inputs, reads
from mingfa.bureau.enforcement.contents import order_facts, plan_facts
from mingfa.bureau.enforcement.deciding import rules
from mingfa.bureau.enforcement.deciding.facts import as_subject
from mingfa.bureau.enforcement.demanding import rules as demanding_rules
from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.enforcement.gather import HEADS, WHOSE, its_handler, the_enforcement
from mingfa.bureau.enforcement.models import Enforcement, EnforcementOrder
from mingfa.bureau.enforcement.rules import GOES_ON
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.review.acts import submit
from mingfa.bureau.review.hooks import subject_of_review
from mingfa.bureau.review.inputs import Submission
from mingfa.bureau.review.rules import earlier_problems_are_answered
from mingfa.bureau.review.values import Subject
from mingfa.bureau.service.hooks import recipient_in
from mingfa.bureau.service.values import Recipient


@recipient_in(Enforcement)
def the_party(pk: int) -> Recipient:
    """Return on whom the papers of an enforcement are served."""
    file = reads.enforcement(pk)
    assert file is not None, "the matter is an enforcement"
    return Recipient(file.party_name, file.is_unit)


@subject_of_review(Enforcement)
def the_plan(look: Look[Any]) -> Subject:
    """Return an enforcement as the subject of a review."""
    return as_subject(the_enforcement(look))


@act(
    "enforcement.propose",
    "提出强制执行方案",
    who=[Role.OFFICER],
    inputs=inputs.Plan,
    see=the_enforcement,
    gates=[
        the_certificate_is_valid,
        demanding_rules.it_is_still_unperformed,
        demanding_rules.a_demand_was_served_and_its_time_is_over,
        demanding_rules.every_plea_was_answered,
        rules.a_law_gives_the_bureau_this_power,
        rules.money_is_taken_only_after_thirty_days_of_surcharge,
        rules.a_substitute_is_lawful,
        rules.no_utilities_are_cut_from_homes,
        rules.it_is_planned_for_a_lawful_hour,
    ],
    matter=the_matter,
    paper="enforcement_plan",
    mine=its_handler,
    whose=WHOSE,
)
def propose(door: Door, facts: Enforcing, given: inputs.Plan) -> None:
    """Propose what the bureau shall do with its own hand, on which law, by which means and when."""
    door.paper("enforcement_plan", plan_facts(facts, given))
    row = door.look.matter
    row.proposal = as_kept(given)
    row.proposed = door.index


@act(
    "enforcement.submit",
    "强制执行方案送交法制审核",
    who=[Role.OFFICER],
    inputs=Submission,
    see=the_enforcement,
    gates=[the_certificate_is_valid, rules.the_plan_is_ready_for_review, earlier_problems_are_answered],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def submit_plan(door: Door, facts: Enforcing, given: Submission) -> None:
    """Put the plan before the legal office."""
    assert facts.proposal is not None, "the gate on the plan has passed"
    submit(door, facts.proposal.version)


@act(
    "enforcement.decide",
    "作出强制执行决定",
    who=HEADS,
    inputs=inputs.Word,
    see=the_enforcement,
    gates=[
        rules.the_review_of_the_plan_has_passed,
        rules.whoever_enforces_or_reviews_does_not_decide,
        demanding_rules.a_demand_was_served_and_its_time_is_over,
        demanding_rules.every_plea_was_answered,
        demanding_rules.it_is_still_unperformed,
        *GOES_ON,
        rules.it_is_planned_for_a_lawful_hour,
        rules.the_head_agrees_to_enforce,
    ],
    matter=the_matter,
    paper="enforcement_order",
)
def decide(door: Door, facts: Enforcing, given: inputs.Word) -> None:
    """Decide to enforce, exactly as it was proposed and reviewed."""
    plan, stands = facts.proposal, facts.review
    assert plan is not None and stands is not None, "the gate on review has passed"
    door.outcome = plan.way
    kind = "substitute_order" if plan.way == "substitute" else "enforcement_order"
    paper = door.paper(kind, order_facts(facts))
    door.add(
        EnforcementOrder(
            matter=door.look.matter,
            review_id=stands.id,
            version=plan.version,
            way=plan.way,
            number=paper.number,
            decided_on=facts.today,
            decided_by=facts.by.id,
        )
    )
