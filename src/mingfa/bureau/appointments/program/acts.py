"""The program that judges is on record: its digest and that of the law data, whenever it is another."""

from typing import Any

from mingfa.bureau.appointments.program.inputs import Program
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people.models import Role


@act("program.note", "登记程序和法律数据", who=[Role.SYSTEM], inputs=Program, see=lambda look: look)
def note(door: Door, facts: Look[Any], given: Program) -> None:
    """Put on record which program judges from here on, and by which data of the law."""
