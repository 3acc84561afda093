"""Before something is taken: the handlers report to the head, and the head approves (law.md §2.3 M1, M2).

Either is typed once: what is taken on an approval is what was asked for, on the law that was named then.
"""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.measures import inputs, rules
from mingfa.bureau.measures.contents import approval_facts
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.gather import (
    HEADS,
    WHOSE,
    asked_for,
    its_handler,
    said_of_preservation,
    the_holding,
)
from mingfa.bureau.measures.models import HeadsApproval
from mingfa.bureau.measures.values import Approval
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid

CERTIFIED: tuple[Gate[Holding], ...] = (the_certificate_is_valid,)


@act(
    "preservation.request",
    "报请批准先行登记保存",
    who=[Role.OFFICER],
    inputs=inputs.PreservationRequest,
    see=the_holding,
    gates=CERTIFIED,
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def request_preservation(door: Door, facts: Holding, given: inputs.PreservationRequest) -> None:
    """Report that evidence may be lost and should be registered and preserved (处罚法 56)."""
    _ask(door, facts, "preserve", given.things)


@act(
    "preservation.approve",
    "批准先行登记保存",
    who=HEADS,
    inputs=inputs.PreservationWord,
    see=the_holding,
    gates=[
        rules.the_measure_is_not_approved_by_a_handler,
        rules.a_preservation_waits_for_the_heads_word,
    ],
    matter=the_matter,
    paper="preservation_approval",
)
def approve_preservation(door: Door, facts: Holding, given: inputs.PreservationWord) -> None:
    """Approve or refuse that evidence is registered and preserved."""
    asked = _asked(facts)
    said = said_of_preservation(asked)
    door.paper(
        "preservation_approval",
        approval_facts(facts, given, asked, said.reason, ["行政处罚法 56"]),
    )
    _answer(door, asked, given.approved)


@act(
    "measure.request",
    "报请批准查封、扣押",
    who=[Role.OFFICER],
    inputs=inputs.MeasureRequest,
    see=the_holding,
    gates=[
        the_certificate_is_valid,
        rules.a_law_or_regulation_is_its_basis,
        rules.the_measure_belongs_to_the_power_to_penalise,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def request_measure(door: Door, facts: Holding, given: inputs.MeasureRequest) -> None:
    """Report to the head which measure is needed, why, on which law and against what (强制法 18 (1))."""
    _ask(door, facts, given.kind, given.things)


@act(
    "measure.approve",
    "批准查封、扣押",
    who=HEADS,
    inputs=inputs.MeasureWord,
    see=the_holding,
    gates=[rules.the_measure_is_not_approved_by_a_handler, rules.a_measure_waits_for_the_heads_word],
    matter=the_matter,
    paper="measure_approval",
)
def approve_measure(door: Door, facts: Holding, given: inputs.MeasureWord) -> None:
    """Approve or refuse a sealing or a seizure before it is carried out (强制法 18 (1))."""
    asked = _asked(facts)
    said = asked_for(asked)
    door.paper("measure_approval", approval_facts(facts, given, asked, said.reason, said.basis))
    _answer(door, asked, given.approved)


def _asked(facts: Holding) -> Approval:
    assert facts.approval is not None, "the gate on it has passed"
    return facts.approval


def _ask(door: Door, facts: Holding, kind: str, things: str) -> None:
    door.add(
        HeadsApproval(
            matter=facts.case.id, kind=kind, things=things, asked_on=facts.today, asked_by=facts.by.id
        )
    )


def _answer(door: Door, asked: Approval, approved: bool) -> None:
    row = HeadsApproval.objects.get(pk=asked.id)
    row.word = "approved" if approved else "refused"
    row.approved_on = door.look.today if approved else None
    door.save(row)
