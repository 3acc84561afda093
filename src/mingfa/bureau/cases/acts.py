"""A case from the clue to the filing, and its closing (law.md §2.2 steps 1-3, 17)."""

from typing import Any

from mingfa.bureau.cases import conclusion_rules, forms, reads, rules
from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases.closing_rules import a_penalty_is_performed_first, every_stage_has_its_record
from mingfa.bureau.cases.models import Case, CorrectionOrder
from mingfa.bureau.cases.wording import (
    closing_facts,
    correction_facts,
    filing_facts,
    outcome_words,
    report_facts,
)
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import may_handle, the_matter
from mingfa.bureau.inspections import reads as inspections
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.audience import open_to_unit, restricted_to_unit
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.models import Carried
from mingfa.bureau.records.views import Recorded

OFFICER, HEADS = [Role.OFFICER], [Role.HEAD, Role.DEPUTY]
WHOSE = "本案承办人（尚未指定的，由承办机构的执法人员）"


def the_case(look: Look[Any]) -> seen.CaseFacts:
    """Gather what the gates of a case may see."""
    case = reads.case(look.matter.pk) if look.matter is not None else None
    if case is None:
        item = catalogue.item(look.given.item) if look.inputs is not None else None
        return seen.CaseFacts(
            look,
            None,
            item,
            Recorded((), ()),
            streets=frozenset(reads.streets()),
            inspection=inspections.seen(getattr(look.inputs, "inspection", None), look.by),
        )
    named = getattr(look.inputs, "handlers", None) or list(case.handlers)
    party = case.party.name if case.party else getattr(getattr(look.inputs, "party", None), "name", "")
    return seen.CaseFacts(
        look=look,
        case=case,
        item=case.item,
        recorded=records.recorded(case.id),
        officers=tuple(people.named(named, look.today)),
        same_act=tuple(reads.same_act(party, case.item.id, case.act_on, case.id)) if party else (),
        stages_without_record=reads.stages_without_record(case.id),
    )


def its_handler(facts: seen.CaseFacts) -> bool:
    """Before handlers are named any officer of the unit may go on; afterwards only they."""
    return may_handle(facts.look)


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
    ],
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
        rules.the_limitation_has_not_run,
        rules.the_law_cited_was_in_force_on_the_day_of_the_act,
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
    case = _row(door)
    case.handlers, case.party_leaf = list(dict.fromkeys(given.handlers)), door.index
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
    ],
    matter=the_matter,
    paper="filing_approval",
)
def file(door: Door, facts: seen.CaseFacts, given: forms.Approval) -> None:
    """Approve or refuse the filing of a case; from the approval the 90 days run."""
    case = _row(door)
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
    door.add(CorrectionOrder(case=_row(door), number=paper.number, what=given.what, due_on=given.due_on))


@act(
    "case.conclude",
    "调查终结",
    who=OFFICER,
    inputs=forms.Conclusion,
    see=the_case,
    gates=[the_certificate_is_valid, *conclusion_rules.INVESTIGATION, *conclusion_rules.PROPOSAL],
    matter=the_matter,
    paper="investigation_report",
    mine=its_handler,
    whose=WHOSE,
)
def conclude(door: Door, facts: seen.CaseFacts, given: forms.Conclusion) -> None:
    """Conclude the investigation and propose what is to be decided; a new conclusion replaces the old."""
    case, item = _row(door), facts.file.item
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
    gates=[the_certificate_is_valid, a_penalty_is_performed_first, every_stage_has_its_record],
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
    see=the_case,
    gates=[every_stage_has_its_record, rules.the_approver_is_not_a_handler],
    matter=the_matter,
    paper="closure_approval",
)
def close(door: Door, facts: seen.CaseFacts, given: forms.Approval) -> None:
    """Approve the closing of a case, or send it back."""
    case = _row(door)
    door.outcome = "approved" if given.approved else "returned"
    if given.approved:
        case.closed_on = door.look.today
        said = reads.put_forward(facts.file.id, "case.propose_closing")
        words = closing_facts(facts, given, said, outcome_words(facts.file))
        door.paper("closure_approval", words, f"{case.title}结案审批表")


def _row(door: Door) -> Case:
    assert isinstance(door.matter, Case)
    return door.matter
