"""Submitting for review, deciding, issuing (行政许可法 37-44, 50; plan 3.2.c)."""

from datetime import date

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.models import Role
from mingfa.bureau.permits import contents
from mingfa.bureau.permits.deciding import rules
from mingfa.bureau.permits.examining import inputs as examining_inputs
from mingfa.bureau.permits.examining.rules import (
    a_hearing_the_law_asks_for_was_called,
    a_permit_hearing_was_held,
)
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.gather import WHOSE, its_staff, the_permit
from mingfa.bureau.permits.licences.contents import licence_facts, renewed_until
from mingfa.bureau.permits.models import Licence, PermitDecision
from mingfa.bureau.permits.values import GRANTS, Proposal
from mingfa.bureau.permits.window import inputs as window_inputs
from mingfa.bureau.permits.window.acts import WINDOW
from mingfa.bureau.permits.writes import bar, row_of
from mingfa.bureau.records.contents import remedy_block
from mingfa.bureau.review import acts as review
from mingfa.bureau.review.inputs import Submission
from mingfa.bureau.review.rules import earlier_problems_are_answered

HEADS = [Role.HEAD, Role.DEPUTY]


@act(
    "permit.submit",
    "送交法制审核",
    who=[Role.OFFICER],
    inputs=Submission,
    see=the_permit,
    gates=[rules.there_is_a_proposal_to_review, a_permit_hearing_was_held, earlier_problems_are_answered],
    matter=the_matter,
    mine=its_staff,
    whose=WHOSE,
)
def submit(door: Door, facts: PermitFacts, given: Submission) -> None:
    """Submit the proposal for legal review."""
    review.submit(door, _proposal(facts).version)


@act(
    "permit.decide",
    "作出许可决定",
    who=HEADS,
    inputs=examining_inputs.Deciding,
    see=the_permit,
    gates=[
        rules.the_review_that_is_due_has_passed,
        a_permit_hearing_was_held,
        a_hearing_the_law_asks_for_was_called,
        rules.nobody_decides_his_own_work,
        rules.it_is_decided_in_time,
        rules.who_was_accepted_first_is_decided_first,
        rules.the_decision_follows_the_proposal,
        rules.the_basis_of_the_decision_is_in_force,
        rules.it_was_not_renewed_by_law,
    ],
    matter=the_matter,
)
def decide(door: Door, facts: PermitFacts, given: examining_inputs.Deciding) -> None:
    """Grant or refuse, as it was proposed and, where due, reviewed."""
    proposal, file = _proposal(facts), facts.file
    granted = proposal.outcome == "grant"
    door.outcome = proposal.outcome
    kind = GRANTS[file.kind] if granted else "permit_refusal"
    paper = door.paper(kind, contents.decision_facts(facts, proposal), f"{file.title}决定书")
    needs_review = facts.needs_review
    door.add(
        PermitDecision(
            permit=row_of(door),
            version=proposal.version,
            outcome=proposal.outcome,
            needs_review=needs_review,
            review_id=facts.review.id if needs_review and facts.review else None,
            number=paper.number,
            decided_on=facts.today,
            decided_by=facts.by.id,
        )
    )
    if not granted and proposal.false_statements:
        bar(door, facts, "false")
    if granted and file.kind != "new":
        _change(door, facts, proposal.to_on, proposal.content, "decided" if file.kind == "renew" else "")


@act(
    "permit.issue",
    "颁发许可证件",
    who=WINDOW,
    inputs=examining_inputs.Issuing,
    see=the_permit,
    gates=[rules.the_licence_is_issued_in_time],
    matter=the_matter,
    paper="licence",
)
def issue(door: Door, facts: PermitFacts, given: examining_inputs.Issuing) -> None:
    """Make the licence out, with number and validity; changed or renewed, it keeps its number."""
    file = facts.file
    if file.kind != "new":
        door.outcome = "completed"
        door.paper("licence", licence_facts(facts, facts.holds), f"{facts.holds.title}")
        return
    door.outcome = "licensed"
    proposal = _proposal(facts)
    assert proposal.from_on is not None, "what is granted begins on a day"
    row = Licence(
        permit=row_of(door),
        title=facts.guide.licence,
        content=proposal.content,
        issued_on=facts.today,
        from_on=proposal.from_on,
        to_on=proposal.to_on,
    )
    paper = door.paper("licence", licence_facts(facts, row), f"{facts.guide.licence}")
    row.number = paper.number
    door.add(row)


@act(
    "permit.deem_renewed",
    "登记视为准予延续",
    who=[Role.SYSTEM],
    inputs=window_inputs.Silence,
    see=the_permit,
    gates=[rules.nobody_decided_before_the_licence_ended],
    matter=the_matter,
    paper="permit_renewal",
)
def deem_renewed(door: Door, facts: PermitFacts, given: window_inputs.Silence) -> None:
    """Record that the law has renewed a licence: asked for in time, and nobody decided before it ended."""
    to_on = renewed_until(facts)
    words = {
        **contents.about(facts),
        "findings": f"原许可有效期至{facts.holds.to_on}，本机关在有效期届满前未作出是否准予延续的决定。",
        "basis": "《中华人民共和国行政许可法》第五十条第二款（逾期未作决定的，视为准予延续）",
        "content": facts.holds.content,
        "validity": contents.validity(facts.holds.from_on, to_on),
        "licence": facts.holds.title,
        "licence_no": facts.holds.number,
        **remedy_block(),
    }
    door.paper("permit_renewal", words, f"{facts.file.title}视为准予延续")
    _change(door, facts, to_on, "", "deemed")


def _change(door: Door, facts: PermitFacts, to_on: date | None, content: str, renewed: str) -> None:
    """Change what the licence says: a renewal its last day, a change its content too."""
    row = Licence.objects.get(pk=facts.holds.id)
    row.to_on = to_on
    row.content = content or row.content
    row.renewed = renewed or row.renewed
    door.save(row)


def _proposal(facts: PermitFacts) -> Proposal:
    assert facts.file.proposal is not None, "the procedure opens this step by a proposal"
    return facts.file.proposal
