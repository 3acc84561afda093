"""After the licence: supervised, withdrawn, rescinded, cancelled (行政许可法 8, 61, 69, 70)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.people.models import Role
from mingfa.bureau.permits.examining.rules import the_check_on_site_was_recorded, two_staff_examine_it
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.gather import the_permit
from mingfa.bureau.permits.licences import inputs as forms
from mingfa.bureau.permits.licences import rules
from mingfa.bureau.permits.licences.contents import (
    cancellation_facts,
    rescission_facts,
    supervision_facts,
    withdrawal_facts,
)
from mingfa.bureau.permits.models import Licence, Supervision
from mingfa.bureau.permits.writes import bar, row_of
from mingfa.bureau.records.filming.rules import BESIDE
from mingfa.bureau.records.filming.writes import keep_scene

HEADS = [Role.HEAD, Role.DEPUTY]


@act(
    "permit.supervise",
    "监督检查被许可人",
    who=[Role.OFFICER],
    inputs=forms.SupervisoryInspection,
    see=the_permit,
    gates=[
        two_staff_examine_it,
        rules.the_inspection_is_not_ahead,
        rules.the_inspectors_signed,
        rules.findings_against_the_holder_have_their_result,
        the_check_on_site_was_recorded,
        *BESIDE,
    ],
    matter=the_matter,
    paper="supervision_record",
)
def supervise(door: Door, facts: PermitFacts, given: forms.SupervisoryInspection) -> None:
    """Record how the holder uses the licence and what came of it; the public may read it."""
    paper = door.paper("supervision_record", supervision_facts(facts, given))
    door.add(
        Supervision(
            permit=row_of(door),
            number=paper.number,
            inspected_on=given.inspected_at.astimezone(facts.look.at.tzinfo).date(),
            staff=list(dict.fromkeys(given.staff)),
            lawful=given.lawful,
        )
    )
    keep_scene(door, given, facts.scene, required=False)


@act(
    "permit.withdraw",
    "撤回行政许可",
    who=HEADS,
    inputs=forms.Withdrawal,
    see=the_permit,
    gates=[rules.the_holder_was_heard, rules.the_public_interest_needs_the_withdrawal],
    matter=the_matter,
    paper="permit_withdrawal",
)
def withdraw(door: Door, facts: PermitFacts, given: forms.Withdrawal) -> None:
    """Withdraw a lawful licence for the public interest, and say how loss is made good."""
    door.paper("permit_withdrawal", withdrawal_facts(facts, given))
    _end(door, facts, "withdrawn")


@act(
    "permit.rescind",
    "撤销行政许可",
    who=HEADS,
    inputs=forms.Rescission,
    see=the_permit,
    gates=[
        rules.the_holder_was_heard,
        rules.the_public_is_not_harmed_by_rescinding,
        rules.the_holders_loss_is_answered,
    ],
    matter=the_matter,
    paper="permit_rescission",
)
def rescind(door: Door, facts: PermitFacts, given: forms.Rescission) -> None:
    """Rescind a licence that should not have been granted; who cheated may have to wait three years."""
    barred = given.ground == "fraud" and facts.guide.safety
    until = term("PERM-15.fraud", facts.today, facts.look.calendar).end if barred else None
    door.paper("permit_rescission", rescission_facts(facts, given, until))
    _end(door, facts, "rescinded")
    if barred:
        bar(door, facts, "fraud")


@act(
    "permit.cancel",
    "注销行政许可",
    who=HEADS,
    inputs=forms.Cancellation,
    see=the_permit,
    gates=[rules.the_ground_of_cancelling_is_there, rules.no_renewal_is_open],
    matter=the_matter,
    paper="permit_cancellation",
)
def cancel(door: Door, facts: PermitFacts, given: forms.Cancellation) -> None:
    """Strike a licence off: expired, taken, or its holder is no more."""
    door.paper("permit_cancellation", cancellation_facts(facts, given))
    _end(door, facts, "cancelled")


def _end(door: Door, facts: PermitFacts, state: str) -> None:
    row = Licence.objects.get(pk=facts.holds.id)
    row.state, row.ended = state, door.index
    door.save(row)
