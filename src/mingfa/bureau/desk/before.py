"""What whoever decides must have read: what was put forward and held in the steps before (plan 3.3.a).

Read from the entries themselves, newest first; nobody approves a form that does not say what it approves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mingfa.bureau.desk.faces.face import Opened
from mingfa.bureau.desk.naming import Names
from mingfa.bureau.desk.shown import Shown, shown
from mingfa.bureau.desk.story import Event, story
from mingfa.bureau.desk.todo import next_steps
from mingfa.bureau.doorway.acts import REGISTER

MOST = 4


@dataclass(frozen=True)
class Before:
    """A step that led here, with what was written in it."""

    event: Event
    lines: tuple[Shown, ...]


def before(matter: Opened, today: date) -> list[Before]:
    """Return the last steps that led the matter on, the newest first, each as it was done last."""
    names = Names(matter.id, today)
    return [Before(e, tuple(shown(REGISTER[e.act].inputs, e.inputs, names))) for e in _leading(matter)]


def _leading(matter: Opened) -> list[Event]:
    ways = {step.act for step in next_steps(matter.view.procedure).values()} & REGISTER.keys()
    return list(_last_of_each(e for e in reversed(story(matter.id, matter.view.procedure)) if e.act in ways))[
        :MOST
    ]


def _last_of_each(events: Iterable[Event]) -> Iterator[Event]:
    seen = set[str]()
    for one in events:
        if one.act not in seen:
            seen.add(one.act)
            yield one
