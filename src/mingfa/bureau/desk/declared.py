"""What acts, gates and procedure tables say of each other, checked once at start, when all have registered.

An act declares what it asks, and nowhere else is that written; a table names the act. So what can be wrong is
little, and a house in which it is wrong does not open.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from mingfa.bureau.doorway.acts import REGISTER, Act
from mingfa.bureau.doorway.matter import Matter, kinds
from mingfa.bureau.doorway.rooms import rooms
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.law.procedures.procedure import Procedure, procedures
from mingfa.bureau.law.procedures.steps import Step
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.service.hooks import RECIPIENTS

Acts = Mapping[str, Act[Any, Any]]


def check() -> None:
    """Refuse to start with an act, a gate or a table that names what is not there."""
    if faults := all_faults(REGISTER, procedures()):
        raise ImproperlyConfigured("；".join(faults))


def all_faults(acts: Acts, tables: Iterable[Procedure]) -> list[str]:
    """Return everything in which acts, gates, tables, rooms and kinds of matters disagree."""
    return [*_faults(acts, tables), *room_faults(acts, rooms()), *kind_faults(kinds())]


def room_faults(acts: Acts, known: Collection[str]) -> Iterator[str]:
    """Yield the rooms that have acts and do not say what these are called together (`doorway.rooms`)."""
    yield from (
        f"{room}：应用没有声明行为的类别" for room in sorted({a.room for a in acts.values()} - set(known))
    )


def kind_faults(of: Iterable[type[Matter]]) -> Iterator[str]:
    """Yield what a kind of matter did not tell the rooms that all kinds share (0013)."""
    yield from (f"{kind.__name__}：没有登记文书的送达对象" for kind in of if kind not in RECIPIENTS)


def _faults(acts: Acts, tables: Iterable[Procedure]) -> Iterator[str]:
    asked_in: dict[str, set[str]] = {}
    for table in tables:
        for step in table.steps:
            yield from step_faults(table, step, acts)
            for gate in acts[step.act].gates if step.act in acts else ():
                asked_in.setdefault(gate.code, set()).add(table.id)
    for gate in {gate.code: gate for act in acts.values() for gate in act.gates}.values():
        yield from gate_faults(gate, asked_in.get(gate.code, set()))


def step_faults(table: Procedure, step: Step, acts: Acts) -> Iterator[str]:
    """Yield what is wrong with a step: no such act, or a rule that its act asks and the table keeps."""
    where = f"{table.id} {step.act}"
    if step.act not in acts:
        yield f"{where}: no such act"
        return
    for both in sorted(set(acts[step.act].rules) & set(step.keeps)):
        yield f"{where}: {both} is asked and kept"


def gate_faults(gate: Gate[Any], asked_in: set[str]) -> Iterator[str]:
    """Yield what is wrong with a gate: no such rule or article, an article where nobody asks it."""
    for where in sorted(set(gate.cites_in) - asked_in):
        yield f"{gate.code}: cites an article in {where}, where it is not asked"
    try:
        rule(gate.rule)
        for cited in (gate.cites, *gate.cites_in.values()):
            for one in cited.split("、"):
                cite(one)
    except (LookupError, ValueError) as wrong:
        yield f"{gate.code}: {wrong}"
