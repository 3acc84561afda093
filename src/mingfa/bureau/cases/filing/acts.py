"""A case from the clue to the filing, and its closing (law.md §2.2 steps 1-3, 17)."""

from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases import reads
from mingfa.bureau.cases.closing.rules import ENDING
from mingfa.bureau.cases.comparison import rules as comparison_rules
from mingfa.bureau.cases.filing import inputs as filing_inputs
from mingfa.bureau.cases.filing import rules as filing_rules
from mingfa.bureau.cases.filing.contents import complaint_facts, filing_facts
from mingfa.bureau.cases.gather import HEADS, OFFICER, WHOSE, case_row, its_handler, the_case
from mingfa.bureau.cases.models import Case
from mingfa.bureau.cases.rules import its_number_has_the_right_check_digit
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.audience import open_to_unit, restricted_to_unit
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.records.models import Carried


@act(
    "case.register",
    "登记案件线索",
    who=OFFICER,
    inputs=filing_inputs.Clue,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        filing_rules.the_clue_lies_in_the_past,
        filing_rules.the_place_is_within_our_area,
        filing_rules.the_item_is_listed_and_in_force,
        filing_rules.the_inspection_it_comes_from_was_handed_over,
        filing_rules.the_clue_counts_from_the_hand_over,
        comparison_rules.the_law_of_the_item_had_not_been_replaced,
    ],
    paper="complaint_record",
)
def register(door: Door, facts: seen.CaseFacts, given: filing_inputs.Clue) -> None:
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
    inputs=filing_inputs.Verified,
    see=the_case,
    gates=[the_certificate_is_valid, filing_rules.the_clue_is_verified_in_time],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def verify(door: Door, facts: seen.CaseFacts, given: filing_inputs.Verified) -> None:
    """Say what the verification of a clue found: worth filing, or not."""
    door.outcome = given.result


@act(
    "case.propose",
    "提请立案",
    who=OFFICER,
    inputs=filing_inputs.FilingProposal,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        filing_rules.there_is_initial_evidence,
        filing_rules.the_limitation_chosen_has_not_run,
        filing_rules.a_longer_limitation_has_its_facts,
        filing_rules.the_limitation_of_the_code_is_for_its_violations,
        filing_rules.the_law_cited_was_in_force_on_the_day_of_the_act,
        its_number_has_the_right_check_digit,
        filing_rules.two_certified_officers_handle_the_case,
        filing_rules.the_handlers_belong_to_its_unit,
        filing_rules.the_handlers_declared_no_interest,
        filing_rules.the_same_act_is_not_on_file_already,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def propose(door: Door, facts: seen.CaseFacts, given: filing_inputs.FilingProposal) -> None:
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
    inputs=filing_inputs.Approval,
    see=the_case,
    gates=[
        filing_rules.there_is_initial_evidence,
        filing_rules.the_limitation_has_not_run,
        filing_rules.the_same_act_is_not_on_file_already,
        filing_rules.the_approver_is_not_a_handler,
        filing_rules.refusing_to_file_has_a_reason,
        *ENDING,
    ],
    matter=the_matter,
    paper="filing_approval",
)
def file(door: Door, facts: seen.CaseFacts, given: filing_inputs.Approval) -> None:
    """Approve or refuse the filing of a case; from the approval the 90 days run."""
    case = case_row(door)
    door.outcome = "approved" if given.approved else "refused"
    words = filing_facts(facts, given, reads.put_forward(facts.file.id, "case.propose"))
    paper = door.paper("filing_approval", words, f"{case.title}立案审批表")
    if given.approved:
        case.number, case.filed_on = paper.number, door.look.today
