"""Agreement, suspension, resumption, termination (law.md §2.3 E8; 行政强制法 39, 40, 42)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import as_kept
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.enforcement import inputs
from mingfa.bureau.enforcement.contents import agreement_facts, end_facts, pause_facts
from mingfa.bureau.enforcement.demanding import rules as demanding_rules
from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.enforcement.gather import HEADS, the_enforcement
from mingfa.bureau.enforcement.models import ExecutionAgreement
from mingfa.bureau.enforcement.pausing import rules as pausing_rules
from mingfa.bureau.execution import acts as execution


@act(
    "enforcement.agree",
    "达成执行协议",
    who=HEADS,
    inputs=inputs.AgreementWords,
    see=the_enforcement,
    gates=[
        demanding_rules.it_is_still_unperformed,
        pausing_rules.the_agreement_harms_nobody,
        pausing_rules.its_stages_lie_ahead_in_order,
        pausing_rules.only_the_surcharge_is_reduced,
        pausing_rules.its_stages_pay_the_whole_fine,
    ],
    matter=the_matter,
    paper="execution_agreement",
)
def agree(door: Door, facts: Enforcing, given: inputs.AgreementWords) -> None:
    """Agree with the party on stages; of money only the additional fine is reduced (强制法 42)."""
    paper = door.paper("execution_agreement", agreement_facts(facts, given))
    door.add(
        ExecutionAgreement(
            matter=door.look.matter,
            number=paper.number,
            agreed_on=facts.today,
            stages=[as_kept(stage) for stage in given.stages],
            reduction=given.reduction,
        )
    )
    if given.reduction:
        execution.reduce(door, facts.of.id, given.reduction)
    _wait(door)


@act(
    "enforcement.suspend",
    "中止执行",
    who=HEADS,
    inputs=inputs.Suspension,
    see=the_enforcement,
    gates=[demanding_rules.it_is_still_unperformed],
    matter=the_matter,
    paper="suspension_decision",
)
def suspend(door: Door, facts: Enforcing, given: inputs.Suspension) -> None:
    """Suspend enforcement on one of the grounds of 强制法 39; three years run."""
    door.paper("suspension_decision", pause_facts(facts, given))
    _wait(door)
    door.look.matter.paused_on = facts.today


@act(
    "enforcement.resume",
    "恢复执行",
    who=HEADS,
    inputs=inputs.Resumption,
    see=the_enforcement,
    gates=[
        demanding_rules.it_is_still_unperformed,
        pausing_rules.what_was_suspended_goes_on_within_three_years,
    ],
    matter=the_matter,
)
def resume(door: Door, facts: Enforcing, given: inputs.Resumption) -> None:
    """Go on where it stopped: the reason is gone, or the agreement was broken (then all is owed again)."""
    row = door.look.matter
    door.outcome = f"to_{row.waits_in}"
    row.waits_in, row.paused_on = "", None
    standing = ExecutionAgreement.objects.filter(matter=row, broken__isnull=True).order_by("pk")
    for agreement in standing:
        agreement.broken = door.index
        door.save(agreement)
    if facts.source is not None and facts.source.kind == "penalty":
        execution.restore(door, facts.source.id)


@act(
    "enforcement.terminate",
    "终结执行",
    who=HEADS,
    inputs=inputs.Termination,
    see=the_enforcement,
    gates=[pausing_rules.the_ground_to_end_it_is_there],
    matter=the_matter,
    paper="suspension_decision",
)
def terminate(door: Door, facts: Enforcing, given: inputs.Termination) -> None:
    """End enforcement on one of the grounds of 强制法 40, or after three years of suspension."""
    door.paper("suspension_decision", end_facts(facts, given))
    row = door.look.matter
    row.ended = given.ground


def _wait(door: Door) -> None:
    """Remember where it goes on."""
    door.look.matter.waits_in = door.look.matter.state
