"""Records and evidence: inspect, question, keep, exclude (law.md §2.2 step 4; plan 2.1.a, 2.2.b)."""

from datetime import datetime

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid
from mingfa.bureau.records import inputs, reads, rules
from mingfa.bureau.records.contents import confirmation, media_block, officers_block
from mingfa.bureau.records.devices.rules import its_device_was_in_use
from mingfa.bureau.records.filming.rules import ON_CAMERA
from mingfa.bureau.records.filming.writes import all_media, keep_scene
from mingfa.bureau.records.gather import WHOSE, its_handler, the_recording
from mingfa.bureau.records.models import Evidence, Record

ON_THE_SPOT: tuple[Gate[rules.Recording], ...] = (
    the_certificate_is_valid,
    no_auxiliary_stands_in_for_an_officer,
    rules.evidence_is_gathered_before_the_decision,
    rules.two_certified_officers_were_present,
    rules.the_certificate_was_shown,
    rules.rights_and_duties_were_told,
    rules.the_record_is_signed_or_says_why_not,
    rules.the_record_ends_after_it_starts,
    rules.it_was_recorded_in_sound_and_picture,
    *ON_CAMERA,
)


@act(
    "record.inspect",
    "现场检查（勘验）",
    who=[Role.OFFICER],
    inputs=inputs.Inspection,
    see=the_recording,
    gates=ON_THE_SPOT,
    matter=the_matter,
    paper="inspection_record",
    mine=its_handler,
    whose=WHOSE,
)
def inspect(door: Door, facts: rules.Recording, given: inputs.Inspection) -> None:
    """Record an inspection on the spot: when, where, who, what was seen, what was shown and told."""
    paper = door.paper(
        "inspection_record",
        {
            "from_at": _iso(given.started_at),
            "to_at": _iso(given.ended_at),
            "place": given.place,
            "present": [{"name": given.present}] if given.present else [],
            "officers": officers_block(facts.officers),
            "recorder": facts.by.name,
            "identity_shown": given.certificate_shown and given.rights_told,
            "findings": given.findings,
            "media": media_block(all_media(given), facts.by.name, given.started_at, given.place),
            "handling": given.handling,
            "confirmation": confirmation(given.signed, given.refusal),
        },
    )
    door.add(_record("inspection", paper.number, door, given))
    keep_scene(door, given, facts.scene, required=False)


@act(
    "record.question",
    "询问",
    who=[Role.OFFICER],
    inputs=inputs.Questioning,
    see=the_recording,
    gates=ON_THE_SPOT,
    matter=the_matter,
    paper="questioning_record",
    mine=its_handler,
    whose=WHOSE,
)
def question(door: Door, facts: rules.Recording, given: inputs.Questioning) -> None:
    """Record a questioning: who was asked by whom, what was asked and answered."""
    paper = door.paper(
        "questioning_record",
        {
            "cause": facts.look.matter.title,
            "from_at": _iso(given.started_at),
            "to_at": _iso(given.ended_at),
            "place": given.place,
            "officers": officers_block(facts.officers),
            "recorder": facts.by.name,
            "person": {"name": given.person, "relation": given.relation},
            "identity_answer": given.identity_answer,
            "rights_answer": given.rights_answer,
            "questions": [qa.model_dump() for qa in given.questions],
            "confirmation": confirmation(given.signed, given.refusal),
        },
    )
    door.add(_record("questioning", paper.number, door, given))
    keep_scene(door, given, facts.scene, required=False)


@act(
    "record.keep",
    "收集证据",
    who=[Role.OFFICER],
    inputs=inputs.NewEvidence,
    see=the_recording,
    gates=[
        the_certificate_is_valid,
        rules.evidence_is_gathered_before_the_decision,
        rules.electronic_evidence_has_its_bytes,
        rules.evidence_was_obtained_before_it_was_entered,
        its_device_was_in_use,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def keep(door: Door, facts: rules.Recording, given: inputs.NewEvidence) -> None:
    """Keep a piece of evidence; its bytes are fixed by their digest."""
    file = given.file
    door.add(
        Evidence(
            matter=facts.look.matter.pk,
            sha256=file.sha256 if file else "",
            size=file.size if file else 0,
            media=file.media if file else "",
            **given.model_dump(include={"kind", "name", "proves", "obtained_at", "device"}),
        )
    )


@act(
    "record.exclude",
    "排除非法证据",
    who=[Role.OFFICER],
    inputs=inputs.Exclusion,
    see=the_recording,
    gates=[rules.the_evidence_can_still_be_excluded],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def exclude(door: Door, facts: rules.Recording, given: inputs.Exclusion) -> None:
    """Exclude evidence that was obtained unlawfully: it stays on file and proves nothing."""
    stands_on = [facts.look.matter.pk, *reads.origins(facts.look.matter.pk)]
    row = Evidence.objects.get(pk=given.evidence, matter__in=stands_on)
    row.excluded = door.index
    door.save(row)


def _record(kind: str, number: str, door: Door, given: inputs.Inspection | inputs.Questioning) -> Record:
    return Record(
        matter=door.look.matter.pk,
        kind=kind,
        number=number,
        media=len(all_media(given)),
        **given.model_dump(
            include={"started_at", "ended_at", "officers", "certificate_shown", "rights_told", "signed"}
        ),
    )


def _iso(at: datetime) -> str:
    return at.isoformat()
