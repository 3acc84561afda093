"""Nominations for leading posts on the desk: what waits for a second hand (ADR 0032)."""

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms.choices import Option, Situation
from mingfa.bureau.desk.worklist.tasks import Task
from mingfa.bureau.doorway.acts import act_named
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.values import NominationView

CONFIRM = "person.confirm"


def options(at: Situation) -> list[Option]:
    """List what waits to be confirmed and is neither by nor for this person."""
    waiting = [one for one in people.nominations() if _may(at.me.id, one)]
    return [Option(str(one.id), _title(one), _note(one)) for one in waiting]


def tasks(ask: Ask) -> list[Task]:
    """Ask for the second hand."""
    act = act_named(CONFIRM)
    waiting = people.nominations() if ask.can(act.who) else ()
    return [
        Task(f"/acts/{CONFIRM}/?nomination={one.id}", act.title, _title(one), _note(one), act=CONFIRM)
        for one in waiting
        if _may(ask.me.id, one)
    ]


def _may(me: int, one: NominationView) -> bool:
    return me not in (one.nominated_by, one.person)


def _title(one: NominationView) -> str:
    return f"{one.name}任{one.title}"


def _note(one: NominationView) -> str:
    return f"{one.document}，自{one.since:%Y-%m-%d}"
