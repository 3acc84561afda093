"""Discussing, deciding, revoking (law.md §2.2 steps 9, 14; plan 3.4.a, 3.4.b, 1.4.e)."""

from mingfa.bureau.cases.amount.rules import the_fine_put_forward_is_not_above_the_law
from mingfa.bureau.cases.closing.rules import (
    every_scene_is_on_record,
    nothing_is_left_preserved,
    nothing_is_still_held,
)
from mingfa.bureau.cases.comparison.rules import (
    a_change_of_law_was_compared,
    the_proposal_follows_the_comparison,
)
from mingfa.bureau.cases.rules import the_papers_agree
from mingfa.bureau.decisions import inputs, rules
from mingfa.bureau.decisions.contents import discussion_facts, no_penalty_facts, penalty_facts
from mingfa.bureau.decisions.gather import HEADS, the_decision
from mingfa.bureau.decisions.models import Decision, Discussion, Revocation
from mingfa.bureau.decisions.offsite import rules as offsite_rules
from mingfa.bureau.decisions.revoking import rules as revoking_rules
from mingfa.bureau.decisions.revoking.contents import document_of, revocation_facts
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.hearings.notice.rules import a_requested_hearing_was_held, the_party_was_told_and_heard
from mingfa.bureau.measures.holding.rules import nothing_is_held_longer_than_lawful
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.summary.afterwards import acts as summary


@act(
    "discussion.record",
    "集体讨论",
    who=HEADS,
    inputs=inputs.Meeting,
    see=the_decision,
    gates=[rules.legal_review_has_passed, rules.the_heads_discuss, rules.the_vote_fits_its_conclusion],
    matter=the_matter,
    paper="collective_discussion",
)
def discuss(door: Door, facts: rules.Deciding, given: inputs.Meeting) -> None:
    """Record the collective discussion of a proposal by the heads."""
    assert facts.case.proposal is not None, "the gate on review has passed"
    paper = door.paper(
        "collective_discussion", discussion_facts(facts, given), f"{facts.look.matter.title}集体讨论记录"
    )
    door.add(
        Discussion(
            case_id=facts.case.id,
            version=facts.case.proposal.version,
            approved=given.approved,
            number=paper.number,
        )
    )


@act(
    "decision.make",
    "作出决定",
    who=HEADS,
    inputs=inputs.DecisionWord,
    see=the_decision,
    gates=[
        rules.legal_review_has_passed,
        the_party_was_told_and_heard,
        a_requested_hearing_was_held,
        rules.the_hearing_report_is_followed_or_answered,
        rules.what_is_decided_is_what_was_told,
        rules.it_is_not_heavier_than_told,
        the_fine_put_forward_is_not_above_the_law,
        rules.it_rests_on_no_lost_recording,
        offsite_rules.the_records_it_rests_on_were_reviewed,
        offsite_rules.the_party_was_told_of_the_records,
        rules.it_was_discussed_where_due,
        rules.it_is_made_within_its_term,
        rules.the_limitation_has_not_run_out,
        rules.the_same_act_was_not_fined_already,
        rules.the_law_applied_was_in_force,
        a_change_of_law_was_compared,
        the_proposal_follows_the_comparison,
        rules.the_young_are_not_penalised,
        rules.the_decider_neither_handled_nor_reviewed,
        rules.the_head_agrees_with_the_proposal,
        nothing_is_left_preserved,
        every_scene_is_on_record,
        nothing_is_held_longer_than_lawful,
        the_papers_agree,
    ],
    matter=the_matter,
    paper="penalty_decision",
)
def make(door: Door, facts: rules.Deciding, given: inputs.DecisionWord) -> None:
    """Make the decision: what was proposed, told, heard and reviewed, and nothing else.

    A case that goes to the police is approved for it and not decided: if they file none, it is decided here.
    """
    proposal, stands = facts.case.proposal, facts.review
    assert proposal is not None and stands is not None, "the gate on review has passed"
    door.outcome = proposal.outcome
    if proposal.outcome == "transfer":
        return
    if proposal.outcome == "penalty":
        number = door.paper("penalty_decision", penalty_facts(facts)).number
    else:
        number = door.paper("no_penalty_decision", no_penalty_facts(facts)).number
    head = people.actors(Role.HEAD, door.look.today)
    door.add(
        Decision(
            case_id=facts.case.id,
            review_id=stands.id,
            version=proposal.version,
            outcome=proposal.outcome,
            kinds=list(proposal.kinds),
            amount=proposal.amount,
            gains=proposal.confiscated,
            number=number,
            decided_on=door.look.today,
            decided_by=facts.by.id,
            head=head[0].id if head else facts.by.id,
        )
    )


@act(
    "decision.revoke",
    "撤销决定",
    who=[Role.HEAD],
    inputs=inputs.RevocationWord,
    see=the_decision,
    gates=[
        revoking_rules.an_outside_ground_names_its_document,
        revoking_rules.a_ruling_is_carried_out_as_it_is_on_record,
        nothing_is_left_preserved,
        nothing_is_still_held,
    ],
    matter=the_matter,
    paper="revocation_decision",
)
def revoke(door: Door, facts: rules.Deciding, given: inputs.RevocationWord) -> None:
    """Take a decision back; whoever published it reads of it in the ledger."""
    assert facts.decision is not None, "a decided case has its decision"
    door.paper("revocation_decision", revocation_facts(facts, given))
    if facts.decision.review is None:
        summary.fallen(door, facts.decision.id)
    else:
        row = Decision.objects.get(pk=facts.decision.id)
        row.revoked = door.index
        door.save(row)
    door.add(
        Revocation(
            decision=facts.decision.id,
            revoked_on=door.look.today,
            document=document_of(facts, given),
            **given.model_dump(include={"ground", "effect"}),
        )
    )
