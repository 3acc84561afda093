"""Sampling (处罚法 56): what was taken, from whom, for which test; by a list that the party signs."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid
from mingfa.bureau.records import inputs, rules
from mingfa.bureau.records.contents import confirmation, media_block, officers_block
from mingfa.bureau.records.filming.rules import BESIDE
from mingfa.bureau.records.filming.writes import all_media, keep_scene
from mingfa.bureau.records.gather import WHOSE, its_handler, the_recording
from mingfa.bureau.records.models import Evidence, Record
from mingfa.bureau.records.sampling import rules as sampling_rules

SEALED = "以上样品已当面抽取、封样，清单核对无误。"


@act(
    "record.sample",
    "抽样取证",
    who=[Role.OFFICER],
    inputs=inputs.Sampling,
    see=the_recording,
    gates=[
        the_certificate_is_valid,
        no_auxiliary_stands_in_for_an_officer,
        rules.evidence_is_gathered_before_the_decision,
        rules.two_certified_officers_were_present,
        rules.the_certificate_was_shown,
        rules.rights_and_duties_were_told,
        sampling_rules.the_samples_were_sealed_before_the_party,
        sampling_rules.the_sampling_lies_in_the_past,
        rules.the_record_is_signed_or_says_why_not,
        rules.it_was_recorded_in_sound_and_picture,
        *BESIDE,
    ],
    matter=the_matter,
    paper="sampling_voucher",
    mine=its_handler,
    whose=WHOSE,
)
def sample(door: Door, facts: rules.Recording, given: inputs.Sampling) -> None:
    """Take samples by a list, sealed before the party; they are physical evidence."""
    names = "、".join(f"{s.name}{s.quantity}{s.per}" for s in given.samples)
    paper = door.paper(
        "sampling_voucher",
        {
            "cause": facts.look.matter.title,
            "holder": given.holder,
            "sampled_at": given.sampled_at.isoformat(),
            "place": given.place,
            "officers": officers_block(facts.officers),
            "things": [s.model_dump() for s in given.samples],
            "purpose": given.purpose,
            "sealing": given.sealing,
            "media": media_block(all_media(given), facts.by.name, given.sampled_at, given.place),
            "confirmation": SEALED if given.signed == "signed" else confirmation(given.signed, given.refusal),
        },
    )
    matter = facts.look.matter.pk
    door.add(
        Record(
            matter=matter,
            kind="sampling",
            number=paper.number,
            started_at=given.sampled_at,
            ended_at=given.sampled_at,
            media=len(all_media(given)),
            **given.model_dump(include={"officers", "certificate_shown", "rights_told", "signed"}),
        )
    )
    door.add(
        Evidence(
            matter=matter,
            kind="physical",
            name=f"抽样样品：{names}"[:200],
            proves=given.purpose,
            obtained_at=given.sampled_at,
        )
    )
    keep_scene(door, given, facts.scene, required=False)
