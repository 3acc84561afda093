"""Supervision (plan 2.4.a, 3.1.b, 1.4.a): where matters stand, what is past its term, what is not yet public,
and which rules refused the acts of the last ninety days.

States, terms and numbers of the bureau, never a ranking of people.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count
from django.http import HttpResponse

from mingfa.bureau.desk.access import SUPERVISORS, Ask, page, show
from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.kinds.held_terms import with_terms_of
from mingfa.bureau.desk.kinds.kind import Face
from mingfa.bureau.desk.matters.scenes import SceneLine, warnings
from mingfa.bureau.desk.worklist.failed import href
from mingfa.bureau.desk.worklist.terms import clocks_of
from mingfa.bureau.disclosure import reads as disclosure
from mingfa.bureau.doorway.reads import obstacles
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.law.procedures.clocks import Clock
from mingfa.bureau.law.procedures.procedure import Procedure
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads as records
from mingfa.bureau.work import reads as work

SHOWN = 50
# Kept by what is counted: matters, days and refusals, and no sum of fines beside anybody (处罚法 74).
KEEPS = ("STAT-04",)
LOOKED_BACK = timedelta(days=90)


@dataclass(frozen=True)
class Late:
    """A matter past a term of the bureau."""

    href: str
    title: str
    unit: str
    state: str
    clock: Clock


@dataclass(frozen=True)
class Standing:
    """How many visible matters of a procedure stand in each state, in the order of the procedure."""

    path: str
    title: str
    states: tuple[tuple[str, str, int], ...]


@page
def supervision(ask: Ask) -> HttpResponse:
    """Show what the supervisors of the bureau look after."""
    if not ask.can(SUPERVISORS):
        raise NotYours("“监督”供执法监督人员、机关负责人和法制审核机构负责人查看。")
    reviewers, officers = people.reviewer_ratio(ask.today)
    return show(
        ask,
        "desk/supervision.html",
        nav="supervision",
        standings=[_standing(ask, face, table) for face in FACES for table in face.tables],
        late=late(ask),
        overdue=disclosure.overdue(ask.today, ask.me),
        tallies=disclosure.tallies(ask.today),
        scenes=_troubled(ask),
        failed=[(href(one), one) for one in work.failed()],
        reviewers=reviewers,
        officers=officers,
        obstacles=obstacles(ask.now - LOOKED_BACK)[:SHOWN],
    )


def _standing(ask: Ask, face: Face, table: Procedure) -> Standing:
    found = face.visible(ask.me).filter(procedure=table.id).order_by().values_list("state")
    counts = dict(found.annotate(n=Count("pk")))
    states = tuple((state, table.zh(state), counts.get(state, 0)) for state in table.states)
    return Standing(face.path, table.title, states)


def _troubled(ask: Ask) -> list[tuple[str, str, SceneLine]]:
    """Return (address, title, scene) where recordings of visible matters were late, broken off or lost."""
    found = []
    for scene in records.troubled_scenes():
        face = next((face for face in FACES if face.visible(ask.me).filter(pk=scene.matter).exists()), None)
        if face is not None:
            row = face.visible(ask.me).get(pk=scene.matter)
            found.append((f"/{face.path}/{scene.matter}/", row.title, SceneLine(scene, "", warnings(scene))))
    return found


def late(ask: Ask) -> list[Late]:
    """Return visible open matters past a term of the bureau, the longest first."""
    found = [one for face in FACES for table in face.tables for one in _late_in(face, table, ask)]
    return sorted(found, key=lambda one: one.clock.left)[:SHOWN]


def _late_in(face: Face, table: Procedure, ask: Ask) -> Iterator[Late]:
    running_states = [s for s in table.states if s not in table.ends]
    matters = face.visible(ask.me).filter(procedure=table.id, state__in=running_states)
    rows = list(face.may_be_late(matters.select_related("unit"), ask))
    check_rows(rows)
    clocks = clocks_of([(face, row) for row in rows], ask, of_its_kind=False)
    for row in rows:
        for clock in with_terms_of(clocks[int(row.pk)], face.terms(int(row.pk), ask)):
            if clock.left < 0 and not clock.waits:
                yield Late(f"/{face.path}/{row.pk}/", row.title, row.unit.name, table.zh(row.state), clock)
