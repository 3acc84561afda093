"""Handing in what a body camera recorded of a scene that is on record already (law.md AV-09).

A decision on the spot takes a minute; its recordings leave the camera at the station. They are no new
evidence: they show what was done, so they may come after the decision.
"""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid
from mingfa.bureau.records import inputs, rules
from mingfa.bureau.records.filming.rules import BESIDE
from mingfa.bureau.records.filming.writes import keep_scene
from mingfa.bureau.records.gather import WHOSE, its_handler, the_recording


@act(
    "record.film",
    "上传现场音像记录",
    who=[Role.OFFICER],
    inputs=inputs.Filming,
    see=the_recording,
    gates=[the_certificate_is_valid, no_auxiliary_stands_in_for_an_officer, *BESIDE],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def film(door: Door, facts: rules.Recording, given: inputs.Filming) -> None:
    """Keep the recordings of a scene, with their hours and what they show."""
    keep_scene(door, given, facts.scene, required=False)
