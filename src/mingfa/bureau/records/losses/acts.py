"""Reporting that a recording was damaged or lost: it stays on file, and what rests on it proves nothing."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.models import Role
from mingfa.bureau.records import inputs, rules
from mingfa.bureau.records.gather import WHOSE, its_handler, the_recording
from mingfa.bureau.records.losses import rules as losses_rules
from mingfa.bureau.records.models import Scene


@act(
    "record.report_loss",
    "登记音像记录损毁、丢失",
    who=[Role.OFFICER],
    inputs=inputs.Loss,
    see=the_recording,
    gates=[losses_rules.there_is_a_recording_on_file, losses_rules.the_recording_named_is_on_file],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def report_loss(door: Door, facts: rules.Recording, given: inputs.Loss) -> None:
    """Mark a take as damaged or lost, with what happened."""
    row = Scene.objects.get(pk=given.scene)
    row.lost = sorted({*row.lost, given.number})
    door.save(row)
