"""What follows a decision on the spot: collecting, handing in, reporting, filing away (处罚法 52, 68-71)."""

from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases import rules as cases_rules
from mingfa.bureau.cases.hooks import challenges
from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles, the_matter
from mingfa.bureau.doorway.refusals import OutOfTurn
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.summary import inputs as summary_inputs
from mingfa.bureau.summary import reads
from mingfa.bureau.summary.afterwards import rules
from mingfa.bureau.summary.contents import collection_facts, report_facts
from mingfa.bureau.summary.facts import Decided
from mingfa.bureau.summary.models import Collection, SpotDecision

OFFICER, HEADS = [Role.OFFICER], [Role.HEAD, Role.DEPUTY]
WHOSE = "作出决定的执法人员"


def the_decided(look: Look[Any]) -> Decided:
    """Gather what the gates of the acts after the decision may see."""
    case, decision = cases.case(look.matter.pk), reads.decision_of(look.matter.pk)
    assert case is not None and decision is not None, "a summary case begins with its decision"
    receipt_by, receipt_no = (getattr(look.inputs, name, "") for name in ("receipt_by", "receipt_no"))
    used = bool(receipt_by) and reads.receipt_is_used(receipt_by, receipt_no)
    return Decided(look, case, decision, receipt_is_used=used, challenges=challenges(case.id))


def the_collected(look: Look[Any]) -> Decided:
    """Gather the same where the fine was collected; before that nothing can be handed in or banked."""
    facts = the_decided(look)
    if facts.decision.collection is None:
        raise OutOfTurn
    return facts


def its_handler(facts: Decided) -> bool:
    """Whoever decided collects, hands in and reports."""
    return handles(facts.look)


def of_its_unit(facts: Decided) -> bool:
    """The unit's own people, or the heads."""
    return facts.by.unit == facts.case.unit or bool(facts.by.roles & set(HEADS))


@act(
    "summary.collect",
    "当场收缴罚款",
    who=OFFICER,
    inputs=summary_inputs.Receipt,
    see=the_decided,
    gates=[
        the_certificate_is_valid,
        rules.it_is_collected_on_the_spot,
        rules.a_receipt_was_given,
        rules.a_fine_receipt_counts_once,
        cases_rules.what_fell_is_not_executed,
        cases_rules.its_execution_is_not_stopped,
    ],
    matter=the_matter,
    paper="spot_collection",
    mine=its_handler,
    whose=WHOSE,
)
def collect(door: Door, facts: Decided, given: summary_inputs.Receipt) -> None:
    """Collect the fine on the spot against the finance department's receipt."""
    said = str(inputs(leaf(facts.decision.id).entry).get("payment_reason", ""))
    door.paper("spot_collection", collection_facts(facts, given, said))
    door.add(
        Collection(
            decision_id=facts.decision.id,
            amount=facts.decision.amount,
            receipt_by=given.receipt_by,
            receipt_no=given.receipt_no,
            collected_on=door.look.today,
        )
    )


@act(
    "summary.hand_in",
    "收缴的罚款交至本机关",
    who=OFFICER,
    inputs=summary_inputs.HandIn,
    see=the_collected,
    gates=[
        rules.somebody_else_takes_the_money,
        rules.it_came_ashore_after_it_was_collected,
        rules.it_is_handed_in_within_two_days,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def hand_in(door: Door, facts: Decided, given: summary_inputs.HandIn) -> None:
    """Hand in what was collected: two working days from collecting, on the water from coming ashore."""
    row = Collection.objects.get(pk=facts.collection.id)
    row.handed_on = door.look.today
    door.save(row)


@act(
    "summary.bank_in",
    "收缴的罚款缴付银行",
    who=[Role.OFFICER, Role.UNIT_LEADER, *HEADS],
    inputs=summary_inputs.BankIn,
    see=the_collected,
    gates=[
        rules.the_bank_confirmed_it,
        rules.it_is_paid_in_after_it_was_handed_in,
        rules.it_is_paid_in_within_two_days,
    ],
    matter=the_matter,
    mine=of_its_unit,
    whose="承办机构的人员",
)
def bank_in(door: Door, facts: Decided, given: summary_inputs.BankIn) -> None:
    """Pay a collected fine in at the bank: two working days from being handed it; so it is performed."""
    row = Collection.objects.get(pk=facts.collection.id)
    row.banked_on, row.bank, row.bank_receipt_no = given.paid_on, given.bank, given.receipt_no
    door.save(row)


@act(
    "summary.report",
    "当场处罚备案",
    who=OFFICER,
    inputs=summary_inputs.Report,
    see=the_decided,
    gates=[
        the_certificate_is_valid,
        rules.it_was_not_reported_yet,
        rules.it_is_reported_within_three_days,
    ],
    matter=the_matter,
    paper="spot_report",
    mine=its_handler,
    whose=WHOSE,
)
def report(door: Door, facts: Decided, given: summary_inputs.Report) -> None:
    """Report a decision on the spot to the agency, within three working days."""
    door.paper("spot_report", report_facts(facts, given))
    row = SpotDecision.objects.get(pk=facts.decision.id)
    row.reported = door.index
    door.save(row)


@act(
    "summary.close",
    "审查归档",
    who=[Role.UNIT_LEADER, *HEADS],
    inputs=summary_inputs.Filing,
    see=the_decided,
    gates=[
        rules.it_was_reported,
        rules.whoever_decided_does_not_file_it_away,
        cases_rules.every_ruling_was_carried_out,
        cases_rules.no_remedy_is_under_way,
    ],
    matter=the_matter,
    mine=of_its_unit,
    whose="承办机构负责人",
)
def close(door: Door, facts: Decided, given: summary_inputs.Filing) -> None:
    """Look at a reported and performed decision and file it away."""
    case = door.matter
    assert isinstance(case, Case)
    case.closed_on = door.look.today


def fallen(door: Door, decision: int) -> None:
    """Note on a decision that the act at the door takes it back; called by the act of revoking."""
    row = SpotDecision.objects.get(pk=decision)
    row.revoked = door.index
    door.save(row)
