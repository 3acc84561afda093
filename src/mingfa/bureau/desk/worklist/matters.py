"""The steps that are next in matters of every kind, and whose they are: from the procedure tables alone.

The tables say in which states an act of this person may be next (`law/procedures/next_acts.py`); those
matters are fetched by a question for each kind, their facts by one for each group of facts, and only the
lines shown are read from the ledger. How many questions are asked does not depend on how many matters are.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.kinds.kind import Face, Facts
from mingfa.bureau.desk.matters.integrity import apart
from mingfa.bureau.desk.worklist.handlers import handled_by, not_yet_named
from mingfa.bureau.desk.worklist.owners import Whose, owns, reach
from mingfa.bureau.desk.worklist.tasks import Found, Task, altered, since
from mingfa.bureau.desk.worklist.terms import clocks_of
from mingfa.bureau.law.procedures.clocks import Clock
from mingfa.bureau.law.procedures.next_acts import facts_asked, next_of, opens_on, rows_of, term_of
from mingfa.bureau.law.procedures.procedure import Procedure, procedure

SHOWN = 24
Holds = dict[int, set[str]]


@dataclass(frozen=True)
class Waits:
    """A matter in which something is next for this person."""

    pk: int
    acts: tuple[str, ...]
    worked: bool


def steps_waiting(ask: Ask) -> Found:
    """Return the steps that are next for this person in matters of every kind, the oldest matters first."""
    bureau_wide: dict[Facts, Holds] = {}
    shown: list[tuple[Face, Waits]] = []
    waiting, total, own = 0, 0, 0
    for face in FACES:
        mine = _mine(face, ask, bureau_wide)
        shown += [(face, one) for one in mine[:SHOWN]]
        waiting += sum(len(one.acts) for one in mine)
        beyond = sum(not one.worked for one in mine) if "officer" in ask.me.roles else 0
        total += beyond
        own += len(mine)
    first, *others = (concerned(face, ask).order_by().values_list("pk") for face in FACES)
    total += first.union(*others, all=True).count()
    return Found(tuple(_tasks(shown, ask)), waiting, total, own)


def concerned(face: Face, ask: Ask) -> QuerySet[Any]:
    """Return the open matters of this person: those handled, or all in view for whoever handles none."""
    found = face.visible(ask.me).filter(open=True)
    if "officer" not in ask.me.roles:
        return found
    return found.filter(handled_by(ask.me.id) | not_yet_named(ask.me))


def _mine(face: Face, ask: Ask, bureau_wide: dict[Facts, Holds]) -> list[Waits]:
    """Return the matters of a kind in which something is next for this person, the oldest first."""
    everywhere = _everywhere(face, ask, bureau_wide)
    wanted = _where(face, ask, {name for facts in face.facts if facts.everywhere for name in facts.names})
    if everywhere:
        wanted |= Q(pk__in=list(everywhere))
    if not wanted:
        return []
    columns = ("pk", "procedure", "state", "handlers", "unit_id")
    found = face.visible(ask.me).filter(wanted).order_by(*face.oldest_first, "pk")
    rows = list(found.values_list(*columns))
    holds = _holds(face, [(pk, procedure(name), state) for pk, name, state, *_ in rows], ask)
    waits = []
    for pk, name, state, handlers, unit in rows:
        known = holds.get(pk, set()) | everywhere.get(pk, set())
        if acts := _acts(procedure(name), state, known, Whose(handlers, unit), ask):
            waits.append(Waits(pk, acts, ask.me.id in handlers or not handlers))
    # What is due beside the way has a term of days: it does not stand behind what has waited longest.
    return sorted(waits, key=lambda one: one.pk not in everywhere)


def _acts(table: Procedure, state: str, known: Collection[str], of: Whose, ask: Ask) -> tuple[str, ...]:
    acts = next_of(table, state, known).acts
    return tuple(act for act in acts if owns(table.step(act), ask.me, of, known))


def _where(face: Face, ask: Ask, everywhere: Collection[str]) -> Q:
    """Return the condition for the matters in whose state an act of this person may lead on."""
    places: dict[str, Q] = {"any": Q(), "chaired": Q(), "unit": Q(), "worked": Q()}
    for table in face.tables:
        states: dict[str, set[str]] = {}
        for state in table.states:
            for row in rows_of(table.id, state):
                if row.act and not (row.when & set(everywhere)):
                    for way in reach(table.step(row.act), ask.me):
                        states.setdefault(way, set()).add(state)
        for way, some in states.items():
            places[way] |= Q(procedure=table.id, state__in=sorted(some))
    worked = handled_by(ask.me.id) | not_yet_named(ask.me)
    found = places["any"] | places["chaired"]
    found |= places["unit"] & Q(unit_id=ask.me.unit) if places["unit"] else Q()
    return found | (places["worked"] & worked if places["worked"] else Q())


def _everywhere(face: Face, ask: Ask, known: dict[Facts, Holds]) -> Holds:
    """Return what is due beside the way in whatever state, where it may be this person's."""
    mine = {
        fact
        for table in face.tables
        for state in table.states
        for row in rows_of(table.id, state)
        if row.act and row.when and reach(table.step(row.act), ask.me)
        for fact in row.when
    }
    found: Holds = {}
    for facts in face.facts:
        if facts.everywhere and mine & set(facts.names):
            if facts not in known:
                known[facts] = _by_matter(facts.of((), ask))
            for pk, names in known[facts].items():
                found.setdefault(pk, set()).update(names)
    return found


def _holds(face: Face, rows: Iterable[tuple[int, Procedure, str]], ask: Ask) -> Holds:
    """Return the facts of these matters that their states ask about: a question for each group of facts."""
    asked: dict[int, frozenset[str]] = {pk: facts_asked(table.id, state) for pk, table, state in rows}
    found: Holds = {}
    for facts in face.facts:
        keys = [pk for pk, names in asked.items() if facts.are_asked(names)]
        if keys and not facts.everywhere:
            for pk, names in _by_matter(facts.of(keys, ask)).items():
                found.setdefault(pk, set()).update(names)
    return found


def holds_of(face: Face, matter: int, table: Procedure, state: str, ask: Ask) -> set[str]:
    """Return the facts of one matter that its state asks about."""
    asked = facts_asked(table.id, state)
    everywhere = [facts for facts in face.facts if facts.everywhere and facts.are_asked(asked)]
    found = set(_holds(face, [(matter, table, state)], ask).get(matter, ()))
    for facts in everywhere:
        found |= _by_matter(facts.of((), ask)).get(matter, set())
    return found


def _by_matter(given: Mapping[str, Iterable[int]]) -> Holds:
    found: Holds = {}
    for name, keys in given.items():
        for pk in keys:
            found.setdefault(int(pk), set()).add(name)
    return found


def _tasks(shown: list[tuple[Face, Waits]], ask: Ask) -> Iterable[Task]:
    """Yield the lines of these matters, each with the term of its own act; altered rows say only that."""
    rows: dict[int, Any] = {}
    for face in dict.fromkeys(face for face, _ in shown):
        keys = [one.pk for of, one in shown if of is face]
        rows |= {int(row.pk): row for row in face.visible(ask.me).filter(pk__in=keys)}
    sound, lost = apart(rows.values())
    clocks = clocks_of([(face, rows[one.pk]) for face, one in shown if one.pk not in lost], ask)
    for face, one in shown:
        if one.pk in lost:
            yield altered(one.pk, face.path)
            continue
        for act in one.acts:
            yield _task(face, rows[one.pk], act, clocks[one.pk], ask)


def _task(face: Face, row: Any, act: str, clocks: Collection[Clock], ask: Ask) -> Task:
    table, pk = procedure(row.procedure), int(row.pk)
    line = Task(f"/{face.path}/{pk}/", table.step(act).zh, row.title, table.zh(row.state), act=act, on=pk)
    return with_term(line, act, clocks, ask)


def with_term(line: Task, act: str, clocks: Collection[Clock], ask: Ask) -> Task:
    """Return the line with the term of its act; where the party still has time, with the day it opens."""
    opens, clock = opens_on(act, clocks), term_of(act, clocks)
    if opens is not None and opens > ask.today:
        waits = max((c for c in clocks if c.waits and act in c.acts), key=lambda c: c.term.end)
        note, day = f"{line.note} · {_ahead(waits)}", since(opens, ask.today)
        return replace(line, note=note, tag=day, tone="b", from_on=opens)
    if clock is None:
        return line
    note = f"{line.note} · {clock.used}"
    return replace(line, note=note, tag=clock.words, tone=clock.tone, left=clock.left)


def _ahead(waits: Clock) -> str:
    """Say what has to come first: the end of a term, or a day that is fixed."""
    return f"{waits.term.zh}届满后办理" if waits.term.number else waits.term.zh.rstrip("，")
