"""What whoever decides must have read: what was put forward and held in the steps before (plan 3.3.a).

Read from the entries themselves, newest first; nobody approves a form that does not say what it approves.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingfa.bureau.desk.forms.naming import Names
from mingfa.bureau.desk.kinds.kind import Opened
from mingfa.bureau.desk.matters.shown import Shown, shown
from mingfa.bureau.desk.matters.timeline import Event, story
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.next_acts import leading_acts
from mingfa.bureau.law.procedures.procedure import procedure

MOST = 4
# How an act names what it is about.
PARTS = ("measure", "approval", "preservation")


@dataclass(frozen=True)
class Before:
    """A step that led here, with what was written in it."""

    event: Event
    lines: tuple[Shown, ...]


def before(matter: Opened, today: date, act: str, typed: Mapping[str, Any]) -> list[Before]:
    """Return the last steps that led the matter on, the newest first, each as it was done last.

    An act about something held stands on what was asked for and done of just that; `typed` names it.
    """
    names = Names(matter.id, today)
    events = list(reversed(story(matter.id, matter.view.procedure)))
    leading = _of_the_part(matter, events, act, typed) or _leading(matter, events)
    return [Before(e, tuple(shown(REGISTER[e.act].inputs, e.inputs, names))) for e in leading]


def _leading(matter: Opened, events: list[Event]) -> list[Event]:
    ways = leading_acts(matter.table) & REGISTER.keys()
    return list(_last_of_each(e for e in events if e.act in ways))[:MOST]


def _of_the_part(matter: Opened, events: list[Event], act: str, typed: Mapping[str, Any]) -> list[Event]:
    """Return what was done of the part that is named, down to what was asked of the head."""
    parts = [table for table in map(procedure, matter.table.parts) if table.knows(act)]
    about = {str(typed[name]) for name in PARTS if typed.get(name)}
    found = []
    for event in events:
        its_own = {str(event.inputs.get(name, "")) for name in PARTS}
        if any(table.knows(event.act) for table in parts) and about & {str(event.index), *its_own}:
            found.append(event)
            about |= its_own - {""}
    return list(_last_of_each(found))[:MOST]


def _last_of_each(events: Iterable[Event]) -> Iterator[Event]:
    seen = set[str]()
    for one in events:
        if one.act not in seen:
            seen.add(one.act)
            yield one
