"""A case from the clue to the filing, and its closing (law.md §2.2 steps 1-3, 17)."""

from mingfa.bureau.cases import (
    challenge_rules,
    comparison_rules,
    conclusion_rules,
    crime,
    forms,
    reads,
    rules,
    side_paths,
)
from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases.closing_rules import a_penalty_is_performed_first, every_stage_has_its_record
from mingfa.bureau.cases.comparing import compare
from mingfa.bureau.cases.gathering import HEADS, OFFICER, WHOSE, case_row, its_handler, the_case, the_closing
from mingfa.bureau.cases.keeping_rules import ENDING
from mingfa.bureau.cases.models import Case, CorrectionOrder
from mingfa.bureau.cases.paper_rules import the_papers_agree
from mingfa.bureau.cases.party_rules import its_number_has_the_right_check_digit
from mingfa.bureau.cases.wording import (
    closing_facts,
    complaint_facts,
    correction_facts,
    filing_facts,
    outcome_words,
    report_facts,
)
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.audience import open_to_unit, restricted_to_unit
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.records.models import Carried

__all__ = ["compare", "crime", "side_paths"]  # declared next door


@act(
    "case.register",
    "登记案件线索",
    who=OFFICER,
    inputs=forms.Clue,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        rules.the_clue_lies_in_the_past,
        rules.the_place_is_within_our_area,
        rules.the_item_is_listed_and_in_force,
        rules.the_inspection_it_comes_from_was_handed_over,
        rules.the_clue_counts_from_the_hand_over,
        comparison_rules.the_law_of_the_item_had_not_been_replaced,
    ],
    paper="complaint_record",
)
def register(door: Door, facts: seen.CaseFacts, given: forms.Clue) -> None:
    """Register where a case comes from: the clue, the place, the suspected item."""
    unit = facts.by.unit
    assert facts.item is not None, "the gate on items has passed"
    door.open_matter(
        Case(
            title=f"{given.party_name or '当事人待查'}{facts.item.name}案",
            procedure="ordinary",
            state="clue",
            unit_id=unit,
            audience=restricted_to_unit(unit) if given.restricted else open_to_unit(unit),
            party_name=given.party_name,
            **given.model_dump(include={"source", "found_at", "act_on", "street", "place"}),
            item_id=given.item,
        )
    )
    if given.source == "complaint":
        door.paper("complaint_record", complaint_facts(facts, given))
    if given.inspection is not None:
        door.add(Carried(matter=door.index, origin=given.inspection))


@act(
    "case.verify",
    "核查线索",
    who=OFFICER,
    inputs=forms.Verified,
    see=the_case,
    gates=[the_certificate_is_valid, rules.the_clue_is_verified_in_time],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def verify(door: Door, facts: seen.CaseFacts, given: forms.Verified) -> None:
    """Say what the verification of a clue found: worth filing, or not."""
    door.outcome = given.result


@act(
    "case.propose",
    "提请立案",
    who=OFFICER,
    inputs=forms.FilingProposal,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        rules.there_is_initial_evidence,
        rules.the_limitation_chosen_has_not_run,
        rules.a_longer_limitation_has_its_facts,
        rules.the_limitation_of_the_code_is_for_its_violations,
        rules.the_law_cited_was_in_force_on_the_day_of_the_act,
        its_number_has_the_right_check_digit,
        rules.two_certified_officers_handle_the_case,
        rules.the_handlers_belong_to_its_unit,
        rules.the_handlers_declared_no_interest,
        rules.the_same_act_is_not_on_file_already,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def propose(door: Door, facts: seen.CaseFacts, given: forms.FilingProposal) -> None:
    """Put a verified clue to the head for filing, naming the party and two handlers."""
    case = case_row(door)
    case.handlers, case.party_leaf = list(dict.fromkeys(given.handlers)), door.index
    case.limitation = given.limitation
    case.party_kind, case.party_name = given.party.kind, given.party.name
    case.title = f"{given.party.name}{facts.file.item.name}案"


@act(
    "case.file",
    "审批立案",
    who=HEADS,
    inputs=forms.Approval,
    see=the_case,
    gates=[
        rules.there_is_initial_evidence,
        rules.the_limitation_has_not_run,
        rules.the_same_act_is_not_on_file_already,
        rules.the_approver_is_not_a_handler,
        rules.refusing_to_file_has_a_reason,
        *ENDING,
    ],
    matter=the_matter,
    paper="filing_approval",
)
def file(door: Door, facts: seen.CaseFacts, given: forms.Approval) -> None:
    """Approve or refuse the filing of a case; from the approval the 90 days run."""
    case = case_row(door)
    door.outcome = "approved" if given.approved else "refused"
    words = filing_facts(facts, given, reads.put_forward(facts.file.id, "case.propose"))
    paper = door.paper("filing_approval", words, f"{case.title}立案审批表")
    if given.approved:
        case.number, case.filed_on = paper.number, door.look.today


@act(
    "correction.order",
    "责令改正",
    who=OFFICER,
    inputs=forms.CorrectionDemand,
    see=the_case,
    gates=[the_certificate_is_valid, rules.the_time_to_correct_lies_ahead],
    matter=the_matter,
    paper="correction_order",
    mine=its_handler,
    whose=WHOSE,
)
def order_correction(door: Door, facts: seen.CaseFacts, given: forms.CorrectionDemand) -> None:
    """Order the party to correct, at once or within a time limit (处罚法 28)."""
    paper = door.paper("correction_order", correction_facts(facts, given))
    door.add(CorrectionOrder(case=case_row(door), number=paper.number, what=given.what, due_on=given.due_on))


@act(
    "case.conclude",
    "调查终结",
    who=OFFICER,
    inputs=forms.Conclusion,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        comparison_rules.a_change_of_law_was_compared,
        comparison_rules.what_is_no_longer_unlawful_is_not_penalised,
        *conclusion_rules.INVESTIGATION,
        *conclusion_rules.PROPOSAL,
    ],
    matter=the_matter,
    paper="investigation_report",
    mine=its_handler,
    whose=WHOSE,
)
def conclude(door: Door, facts: seen.CaseFacts, given: forms.Conclusion) -> None:
    """Conclude the investigation and propose what is to be decided; a new conclusion replaces the old."""
    case, item = case_row(door), facts.file.item
    case.proposal = given.model_dump(mode="json") | {
        "breaks": list(item.breaks),
        "penalises": list(item.penalises),
    }
    case.concluded = door.index
    door.paper("investigation_report", report_facts(facts, given), f"{case.title}调查终结报告")


@act(
    "case.propose_closing",
    "提请结案",
    who=OFFICER,
    inputs=forms.ClosingProposal,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        a_penalty_is_performed_first,
        every_stage_has_its_record,
        challenge_rules.every_ruling_was_carried_out,
        challenge_rules.no_remedy_is_under_way,
        *ENDING,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def propose_closing(door: Door, facts: seen.CaseFacts, given: forms.ClosingProposal) -> None:
    """Put a performed case to the head for closing."""


@act(
    "case.close",
    "审批结案",
    who=HEADS,
    inputs=forms.Approval,
    see=the_closing,
    gates=[
        every_stage_has_its_record,
        challenge_rules.every_ruling_was_carried_out,
        challenge_rules.no_remedy_is_under_way,
        rules.the_approver_is_not_a_handler,
        the_papers_agree,
        *ENDING,
    ],
    matter=the_matter,
    paper="closure_approval",
)
def close(door: Door, facts: seen.CaseFacts, given: forms.Approval) -> None:
    """Approve the closing of a case, or send it back."""
    case = case_row(door)
    door.outcome = "approved" if given.approved else "returned"
    if given.approved:
        case.closed_on = door.look.today
        said = reads.put_forward(facts.file.id, "case.propose_closing")
        words = closing_facts(facts, given, said, outcome_words(facts.file))
        door.paper("closure_approval", words, f"{case.title}结案审批表")
