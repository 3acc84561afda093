"""A case from the clue to the filing, and its closing (law.md §2.2 steps 1-3, 17)."""

from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases.amount.rules import WITHIN_THE_LAW
from mingfa.bureau.cases.comparison import rules as comparison_rules
from mingfa.bureau.cases.conclusion import inputs as conclusion_inputs
from mingfa.bureau.cases.conclusion import rules as cases_conclusion_rules
from mingfa.bureau.cases.conclusion import rules as conclusion_rules
from mingfa.bureau.cases.conclusion.contents import correction_facts, report_facts
from mingfa.bureau.cases.gather import OFFICER, WHOSE, case_row, its_handler, the_case
from mingfa.bureau.cases.models import CorrectionOrder
from mingfa.bureau.cases.penalties.rules import PENALTIES
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import as_kept
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.rules import the_certificate_is_valid


@act(
    "correction.order",
    "责令改正",
    who=OFFICER,
    inputs=conclusion_inputs.CorrectionDemand,
    see=the_case,
    gates=[the_certificate_is_valid, cases_conclusion_rules.the_time_to_correct_lies_ahead],
    matter=the_matter,
    paper="correction_order",
    mine=its_handler,
    whose=WHOSE,
)
def order_correction(door: Door, facts: seen.CaseFacts, given: conclusion_inputs.CorrectionDemand) -> None:
    """Order the party to correct, at once or within a time limit (处罚法 28)."""
    paper = door.paper("correction_order", correction_facts(facts, given))
    door.add(CorrectionOrder(case=case_row(door), number=paper.number, what=given.what, due_on=given.due_on))


@act(
    "case.conclude",
    "调查终结",
    who=OFFICER,
    inputs=conclusion_inputs.Conclusion,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        comparison_rules.a_change_of_law_was_compared,
        comparison_rules.what_is_no_longer_unlawful_is_not_penalised,
        *conclusion_rules.INVESTIGATION,
        *conclusion_rules.PROPOSAL,
        *WITHIN_THE_LAW,
        *PENALTIES,
    ],
    matter=the_matter,
    paper="investigation_report",
    mine=its_handler,
    whose=WHOSE,
)
def conclude(door: Door, facts: seen.CaseFacts, given: conclusion_inputs.Conclusion) -> None:
    """Conclude the investigation and propose what is to be decided; a new conclusion replaces the old."""
    case, item = case_row(door), facts.file.item
    case.proposal = as_kept(given) | {
        "breaks": list(item.breaks),
        "penalises": list(item.penalises),
    }
    case.concluded = door.index
    door.paper("investigation_report", report_facts(facts, given), f"{case.title}调查终结报告")
