"""Entering what a recording is (plan 2.2.a: its time is measured, never typed)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people.models import Role
from mingfa.bureau.records.measuring.inputs import Measurement
from mingfa.bureau.records.models import MeasuredFile


@act("record.measure", "检验音像文件", who=[Role.SYSTEM], inputs=Measurement, see=lambda look: look)
def measure(door: Door, facts: Look[Measurement], given: Measurement) -> None:
    """Keep what a tool found of a file: length, picture, sound, breaks; measured again, entered again."""
    door.add(
        MeasuredFile(
            sha256=given.sha256,
            milliseconds=given.milliseconds,
            picture=given.picture,
            sound=given.sound,
            size=given.size,
            claimed_at=given.claimed_at,
            breaks=[[one.start, one.end] for one in given.breaks],
            trouble=given.trouble,
            tool=given.tool,
        )
    )
