"""On the example bureau, at all stages of its matters: no list holds what the doorway would turn away."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.worklist.matters import holds_of
from mingfa.bureau.desk.worklist.tasks import Task
from mingfa.bureau.desk.worklist.worklist import day
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.ways import what_stands_in_the_way
from mingfa.bureau.law.procedures.next_acts import next_of
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.example.bureau import Cast, Stage
from mingfa.example.stories import play_all

CASES, WEEKS, LOOKS = 12, 11, 3
OUT_OF_TURN = {"the_step_is_open", "the_step_is_open_for_this_part"}


def looks(stage: Stage, cast: Cast) -> Iterator[datetime]:
    """Play the example's stories side by side and stop a few times on the way."""
    begun = stage.now
    until = begun + timedelta(weeks=WEEKS)
    marks = [begun + (until - begun) * n / LOOKS for n in range(1, LOOKS)]
    for _ in play_all(stage, cast, CASES, 1, until):
        if marks and stage.now >= marks[0]:
            marks.pop(0)
            yield stage.now
    yield stage.now


def everybody(cast: Cast) -> list[int]:
    officers = [person for team in cast.officers for person in team]
    others = [*cast.deputies, *cast.reviewers, cast.head, cast.publicity, cast.publicity_head, cast.window]
    return [*others, cast.supervisor, cast.archivist, cast.appointer, *officers]


@pytest.mark.clause("3.4.b")
def test_lists_hold_what_is_next_and_nothing_that_would_be_refused(
    ask_as: Callable[[int], Ask], cast: Cast, stage: Stage
) -> None:
    refused, forgotten, told = [], [], Counter[str]()
    for now in looks(stage, cast):
        lists = {person: day(ask_as(person)).tasks for person in everybody(cast)}
        for person, tasks in lists.items():
            told.update(task.act for task in tasks)
            refused += [fault for task in tasks if task.act for fault in faults_of(task, person, now)]
        listed = {(task.act, task.on) for tasks in lists.values() for task in tasks}
        forgotten += [one for one in next_everywhere(ask_as(cast.head)) if one not in listed]
    assert (refused, forgotten) == ([], [])
    assert len(told) > 20, f"the example shows many kinds of acts: {sorted(told)}"


def faults_of(task: Task, person: int, now: datetime) -> Iterator[tuple[object, ...]]:
    """Yield what is wrong with a line: it is another's, out of turn, or refused for more than time."""
    try:
        found = [r for r in what_stands_in_the_way(task.act, by=person, on=task.on, now=now) if not r.warns]
    except NotYours as other:
        yield now.date(), task.act, task.title, str(other)
        return
    # Where only time stands in the way, the line says from when.
    if found and (task.from_on is None or OUT_OF_TURN & {one.code for one in found}):
        yield now.date(), task.act, task.title, [one.code for one in found]


def next_everywhere(ask: Ask) -> Iterator[tuple[str, int]]:
    """Yield (act, matter) of all that is next in any matter, by its table; the system waits for nobody."""
    for face in FACES:
        for row in face.visible(ask.me):
            table = procedure(row.procedure)
            known = holds_of(face, int(row.pk), table, row.state, ask)
            for act in next_of(table, row.state, known).acts:
                yield act, int(row.pk)
