"""A case from the clue to the filing, and its closing (law.md §2.2 steps 1-3, 17)."""

from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases import reads
from mingfa.bureau.cases import rules as cases_rules
from mingfa.bureau.cases.closing import inputs as closing_inputs
from mingfa.bureau.cases.closing.contents import closing_facts
from mingfa.bureau.cases.closing.rules import ENDING, a_penalty_is_performed_first, every_stage_has_its_record
from mingfa.bureau.cases.contents import outcome_words
from mingfa.bureau.cases.filing import inputs as filing_inputs
from mingfa.bureau.cases.filing import rules as filing_rules
from mingfa.bureau.cases.gather import HEADS, OFFICER, WHOSE, case_row, its_handler, the_case, the_closing
from mingfa.bureau.cases.rules import the_papers_agree
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.rules import the_certificate_is_valid


@act(
    "case.propose_closing",
    "提请结案",
    who=OFFICER,
    inputs=closing_inputs.ClosingProposal,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        a_penalty_is_performed_first,
        every_stage_has_its_record,
        cases_rules.every_ruling_was_carried_out,
        cases_rules.no_remedy_is_under_way,
        *ENDING,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def propose_closing(door: Door, facts: seen.CaseFacts, given: closing_inputs.ClosingProposal) -> None:
    """Put a performed case to the head for closing."""


@act(
    "case.close",
    "审批结案",
    who=HEADS,
    inputs=filing_inputs.Approval,
    see=the_closing,
    gates=[
        every_stage_has_its_record,
        cases_rules.every_ruling_was_carried_out,
        cases_rules.no_remedy_is_under_way,
        filing_rules.the_approver_is_not_a_handler,
        the_papers_agree,
        *ENDING,
    ],
    matter=the_matter,
    paper="closure_approval",
)
def close(door: Door, facts: seen.CaseFacts, given: filing_inputs.Approval) -> None:
    """Approve the closing of a case, or send it back."""
    case = case_row(door)
    door.outcome = "approved" if given.approved else "returned"
    if given.approved:
        case.closed_on = door.look.today
        said = reads.put_forward(facts.file.id, "case.propose_closing")
        words = closing_facts(facts, given, said, outcome_words(facts.file))
        door.paper("closure_approval", words, f"{case.title}结案审批表")
