"""Paying, deferring, correcting, finishing (law.md §2.2 step 17; 处罚法 66-73)."""

from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases import rules as cases_rules
from mingfa.bureau.cases.closing.rules import everything_released_is_back, nothing_is_still_held
from mingfa.bureau.cases.hooks import challenges
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.doorway.matter import handles, the_matter
from mingfa.bureau.doorway.refusals import OutOfTurn
from mingfa.bureau.execution import inputs, reads, rules
from mingfa.bureau.execution.confiscation import rules as confiscation_rules
from mingfa.bureau.execution.contents import check_facts, deferral_facts, payment_facts
from mingfa.bureau.execution.deferral import rules as deferral_rules
from mingfa.bureau.execution.hooks import ended
from mingfa.bureau.execution.models import Deferred, Payment, Performance, Reduced
from mingfa.bureau.execution.values import Due
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid

HEADS = [Role.HEAD, Role.DEPUTY]


def the_execution(look: Look[Any]) -> rules.Executing:
    """Gather what the gates of execution may see."""
    case = cases.case(look.matter.pk)
    decision = decisions.decision_of(look.matter.pk)
    if case is None or decision is None:
        raise OutOfTurn("execution follows a decision")
    paid_on = getattr(look.inputs, "paid_on", look.today)
    paused = [(p.since, p.until) for p in getattr(look.inputs, "paused", [])]
    bank, receipt_no = (getattr(look.inputs, name, "") for name in ("bank", "receipt_no"))
    return rules.Executing(
        look=look,
        case=case,
        decision=decision,
        served_on=reads.served_on(decision),
        owed=reads.owed(decision, paid_on, paused),
        checks=tuple(reads.checks(case.id)),
        officers=tuple(people.named(getattr(look.inputs, "officers", []), look.today)),
        held=measures.held(case.id),
        receipt_is_used=bool(receipt_no) and reads.receipt_is_used(bank, receipt_no),
        deferrals=tuple(reads.deferrals(decision.id)),
        ended=ended(case.id),
        challenges=challenges(case.id),
    )


def its_handler(facts: rules.Executing) -> bool:
    """Only the handlers of a case execute its decision."""
    return handles(facts.look)


@act(
    "execution.pay",
    "登记缴纳罚款",
    who=[Role.OFFICER],
    inputs=inputs.Receipt,
    see=the_execution,
    gates=[
        rules.the_decision_has_reached_the_party,
        rules.no_officer_collects_a_fine,
        rules.the_bank_gave_a_receipt,
        rules.the_receipt_counts_once,
        rules.the_payment_lies_between_decision_and_today,
        rules.a_remedy_ends_after_it_begins,
        rules.no_more_is_paid_than_the_fine,
        rules.no_more_surcharge_is_paid_than_ran,
        confiscation_rules.no_more_is_collected_than_confiscated,
        cases_rules.nothing_is_paid_on_what_fell,
    ],
    matter=the_matter,
    paper="payment_record",
    mine=its_handler,
    whose="本案承办人",
)
def pay(door: Door, facts: rules.Executing, given: inputs.Receipt) -> None:
    """Enter a payment from the bank's receipt: on the fine, on the additional fine, or on both."""
    door.paper("payment_record", payment_facts(facts, given))
    door.add(
        Payment(
            decision=facts.decision.id,
            paused=[[p.since.isoformat(), p.until.isoformat()] for p in given.paused],
            **given.model_dump(include={"amount", "surcharge", "gains", "receipt_no", "bank", "paid_on"}),
        )
    )


@act(
    "deferral.request",
    "登记延期、分期缴纳申请",
    who=[Role.OFFICER],
    inputs=inputs.DeferralWish,
    see=the_execution,
    gates=[
        rules.the_decision_has_reached_the_party,
        deferral_rules.there_is_a_fine_to_defer,
        deferral_rules.no_application_waits_for_its_answer,
        deferral_rules.the_application_lies_between_decision_and_today,
    ],
    matter=the_matter,
    mine=its_handler,
    whose="本案承办人",
)
def request_deferral(door: Door, facts: rules.Executing, given: inputs.DeferralWish) -> None:
    """Register the party's application to pay later or in parts."""
    door.add(Deferred(decision=facts.decision.id, kind=given.kind, asked_on=given.applied_on))


@act(
    "deferral.grant",
    "批准延期、分期缴纳",
    who=HEADS,
    inputs=inputs.DeferralGrant,
    see=the_execution,
    gates=[
        deferral_rules.the_party_asked_for_it,
        deferral_rules.the_deferral_is_not_approved_by_a_handler,
        deferral_rules.there_is_a_fine_to_defer,
        deferral_rules.the_plan_covers_all_that_is_left,
        deferral_rules.the_days_of_the_plan_lie_ahead_in_order,
        deferral_rules.a_deferral_has_one_day_and_instalments_more,
        cases_rules.what_fell_is_not_executed,
    ],
    matter=the_matter,
    paper="deferral_notice",
)
def grant_deferral(door: Door, facts: rules.Executing, given: inputs.DeferralGrant) -> None:
    """Grant a plan to pay by: from today the additional fine runs by its days."""
    row = _answered(door, facts, "granted", tuple(Due(p.on, p.amount) for p in given.plan), given.opinion)
    row.plan = [{"on": p.on.isoformat(), "amount": p.amount} for p in given.plan]
    door.save(row)


@act(
    "deferral.refuse",
    "不予批准延期、分期缴纳",
    who=HEADS,
    inputs=inputs.DeferralRefusal,
    see=the_execution,
    gates=[
        deferral_rules.the_party_asked_for_it,
        deferral_rules.the_deferral_is_not_approved_by_a_handler,
    ],
    matter=the_matter,
    paper="deferral_notice",
)
def refuse_deferral(door: Door, facts: rules.Executing, given: inputs.DeferralRefusal) -> None:
    """Refuse a deferral: the fine is paid in its time."""
    door.save(_answered(door, facts, "refused", (), given.opinion))


def _answered(door: Door, facts: rules.Executing, word: str, plan: tuple[Due, ...], opinion: str) -> Deferred:
    asked = next(d for d in facts.deferrals if d.word == "asked")
    row = Deferred.objects.get(pk=asked.id)
    row.number = door.paper("deferral_notice", deferral_facts(facts, asked, plan, opinion)).number
    row.word, row.decided_on = word, facts.today
    return row


def reduce(door: Door, decision: int, amount: int) -> None:
    """Take so much off the additional fine; the act that makes an execution agreement does it (强制法 42)."""
    door.add(Reduced(decision=decision, amount=amount, agreed_on=door.look.today))


def restore(door: Door, decision: int) -> None:
    """Ask for the whole additional fine again: the agreement was broken."""
    for row in Reduced.objects.filter(decision=decision, ended__isnull=True).order_by("pk"):
        row.ended = door.index
        door.save(row)


@act(
    "execution.correct",
    "复查改正情况",
    who=[Role.OFFICER],
    inputs=inputs.CorrectionCheck,
    see=the_execution,
    gates=[
        the_certificate_is_valid,
        rules.two_certified_officers_checked_it,
        rules.the_check_lies_between_decision_and_now,
        rules.the_check_was_recorded_in_picture,
    ],
    matter=the_matter,
    paper="correction_check",
    mine=its_handler,
    whose="本案承办人",
)
def correct(door: Door, facts: rules.Executing, given: inputs.CorrectionCheck) -> None:
    """Check on the spot, by two officers, whether the violation was corrected."""
    door.paper("correction_check", check_facts(facts, given))
    door.add(
        Performance(
            case_id=facts.case.id,
            corrected=given.corrected,
            checked_on=given.checked_at.astimezone(CHINA).date(),
        )
    )


@act(
    "execution.finish",
    "确认履行完毕",
    who=[Role.OFFICER],
    inputs=inputs.Finish,
    see=the_execution,
    gates=[
        rules.the_decision_has_reached_the_party,
        rules.the_fine_is_paid,
        confiscation_rules.the_confiscated_gains_are_collected,
        confiscation_rules.the_confiscated_things_were_received_and_disposed_of,
        confiscation_rules.each_penalty_was_carried_out,
        confiscation_rules.the_issuing_body_was_told,
        rules.the_surcharge_is_paid_or_forgiven,
        rules.what_was_ordered_is_corrected,
        nothing_is_still_held,
        everything_released_is_back,
        cases_rules.what_fell_is_not_executed,
    ],
    matter=the_matter,
    mine=its_handler,
    whose="本案承办人",
)
def finish(door: Door, facts: rules.Executing, given: inputs.Finish) -> None:
    """Confirm that the decision is performed: served, paid, corrected."""
