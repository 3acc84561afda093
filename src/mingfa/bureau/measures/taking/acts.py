"""Taking something: preservation, and sealing up or seizing on the spot (law.md §2.2 step 5, §2.3 M1-M4)."""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.measures import inputs, rules
from mingfa.bureau.measures.contents import (
    preservation_end_facts,
    preservation_facts,
    scene_facts,
    seizure_facts,
    things_block,
)
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.gather import (
    HEADS,
    WHOSE,
    its_handler,
    seizing_of,
    the_holding,
    the_preserved,
    the_seizure,
)
from mingfa.bureau.measures.holding import rules as holding_rules
from mingfa.bureau.measures.models import HeadsApproval, Preserved, Seizure
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid
from mingfa.bureau.records.filming.rules import ON_CAMERA
from mingfa.bureau.records.filming.writes import keep_scene


@act(
    "preservation.take",
    "先行登记保存",
    who=[Role.OFFICER],
    inputs=inputs.Preserving,
    see=the_holding,
    gates=[
        the_certificate_is_valid,
        no_auxiliary_stands_in_for_an_officer,
        rules.the_head_approved_the_preservation,
        rules.two_certified_officers_preserved_it,
        rules.the_certificate_was_shown_before_preserving,
        rules.the_list_is_signed_or_says_why_not,
        rules.the_preservation_was_recorded_in_picture,
    ],
    matter=the_matter,
    paper="preservation_notice",
    mine=its_handler,
    whose=WHOSE,
)
def preserve(door: Door, facts: Holding, given: inputs.Preserving) -> None:
    """Register and preserve evidence by a list; seven working days run from today."""
    approval = _used(door, facts, given.approval)
    paper = door.paper("preservation_notice", preservation_facts(facts, given))
    door.add(
        Preserved(
            matter=facts.case.id,
            state=Preserved.table().after("approved", facts.look.act),
            approval=approval,
            number=paper.number,
            taken_on=facts.today,
            things=things_block(given.things),
            kept_at=given.kept_at or given.place,
            keeper=given.keeper,
        )
    )


@act(
    "preservation.dispose",
    "处理先行登记保存的证据",
    who=HEADS,
    inputs=inputs.PreservationEnd,
    see=the_holding,
    gates=[rules.the_preservation_is_open, rules.a_lapsed_preservation_is_only_lifted],
    matter=the_matter,
    part=the_preserved,
    paper="preservation_disposal",
)
def end_preservation(door: Door, facts: Holding, given: inputs.PreservationEnd) -> None:
    """Decide what becomes of preserved evidence; after seven working days it only goes back."""
    door.paper("preservation_disposal", preservation_end_facts(facts, given))
    row = Preserved.objects.get(pk=given.preservation, matter=facts.case.id)
    row.how, row.ended = given.how, door.index
    row.go(facts.look.act, given.how)
    door.save(row)


ON_THE_SPOT: tuple[Gate[Holding], ...] = (
    rules.two_certified_officers_took_it,
    rules.every_point_on_the_spot_was_kept,
    rules.the_points_lie_between_arrival_and_now,
    rules.only_what_belongs_to_the_case_is_taken,
    rules.the_party_is_named_with_its_address,
    rules.decision_and_list_were_handed_over_at_once,
)


@act(
    "measure.seize",
    "实施查封、扣押",
    who=[Role.OFFICER],
    inputs=inputs.Seizing,
    see=the_holding,
    gates=[
        the_certificate_is_valid,
        rules.the_power_to_coerce_is_not_delegated,
        rules.the_head_approved_the_measure_first,
        *ON_THE_SPOT,
    ],
    matter=the_matter,
    paper="seizure_decision",
    mine=its_handler,
    whose=WHOSE,
)
def seize(door: Door, facts: Holding, given: inputs.Seizing) -> None:
    """Seal up or seize on the head's approval, and hand over decision and list; the term runs from today."""
    _used(door, facts, given.approval)
    door.add(_taken(door, facts, given, "approved"))


@act(
    "measure.seize_at_once",
    "紧急当场查封、扣押",
    who=[Role.OFFICER],
    inputs=inputs.SeizingAtOnce,
    see=the_holding,
    gates=[
        the_certificate_is_valid,
        rules.the_power_to_coerce_is_not_delegated,
        rules.no_approval_was_at_hand,
        rules.a_law_or_regulation_is_its_basis,
        rules.the_measure_belongs_to_the_power_to_penalise,
        *ON_THE_SPOT,
    ],
    matter=the_matter,
    paper="seizure_decision",
    mine=its_handler,
    whose=WHOSE,
)
def seize_at_once(door: Door, facts: Holding, given: inputs.SeizingAtOnce) -> None:
    """Seal up or seize where there is no time to ask: approved within 24 hours, or released."""
    door.add(_taken(door, facts, given, None))


@act(
    "measure.record",
    "制作现场笔录",
    who=[Role.OFFICER],
    inputs=inputs.SceneRecord,
    see=the_holding,
    gates=[
        the_certificate_is_valid,
        holding_rules.the_scene_has_no_record_yet,
        holding_rules.the_scene_record_is_signed_or_says_why_not,
        holding_rules.the_scene_ends_after_the_measure,
        holding_rules.the_whole_scene_was_recorded,
        *ON_CAMERA,
    ],
    matter=the_matter,
    part=the_seizure,
    paper="scene_record",
    mine=its_handler,
    whose=WHOSE,
)
def record(door: Door, facts: Holding, given: inputs.SceneRecord) -> None:
    """Make the record of the scene with its recordings; only now the measure is complete."""
    door.paper("scene_record", scene_facts(facts, given, seizing_of(facts.of)))
    row = Seizure.objects.get(pk=facts.of.id)
    row.record = door.index
    row.go(facts.look.act)
    door.save(row)
    keep_scene(door, given, facts.scene, required=True)


AS_TYPED = {"place", "kept_at", "keeper", "started_at", "party_present", "witness", "days"}


def _taken(door: Door, facts: Holding, given: inputs.OnTheSpot, before: str | None) -> Seizure:
    """Make the decision and its row; `before` is where the measure stood: approved, or nowhere."""
    assert facts.why is not None, "asked for beforehand, or typed in the emergency"
    paper = door.paper("seizure_decision", seizure_facts(facts, given, facts.why))
    return Seizure(
        matter=facts.case.id,
        state=Seizure.table().after(before, facts.look.act),
        number=paper.number,
        things=things_block(given.things),
        taken_at=facts.look.at,
        officers=list(dict.fromkeys(given.officers)),
        kind=facts.why.kind,
        **given.model_dump(include=AS_TYPED),
    )


def _used(door: Door, facts: Holding, approval: Any) -> HeadsApproval:
    """Mark an approval as used: one approval, one measure."""
    row = HeadsApproval.objects.get(pk=approval, matter=facts.case.id)
    row.used = door.index
    door.save(row)
    return row
