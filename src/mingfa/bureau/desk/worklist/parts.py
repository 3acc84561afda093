"""What is asked for, held or to be given back: the parts of cases, by their own tables (强制法 19, 25, 28).

What is next of a measure or a preservation comes from its table, as what is next in a matter does. A paper
of a measure that has not reached the party waits for whoever handles the case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds.cases import CASES
from mingfa.bureau.desk.kinds.held_goods import TO_SERVE
from mingfa.bureau.desk.kinds.held_terms import kept_clock, to_make_up, to_release
from mingfa.bureau.desk.matters.integrity import apart
from mingfa.bureau.desk.worklist.matters import SHOWN, with_term
from mingfa.bureau.desk.worklist.owners import Whose, owns, reach
from mingfa.bureau.desk.worklist.tasks import Found, Task, altered, found
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.clocks import SOON, Clock
from mingfa.bureau.law.procedures.next_acts import next_of
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.measures.values import Approval, Held, Measure, Preservation
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.values import PaperView

PARTS = ("measure", "preservation")


@dataclass(frozen=True)
class Part:
    """A part under way: its table and state, how an act names it, its words, its terms and facts.

    An act in `of` is about something else of it (a release) and names that.
    """

    table: str
    state: str
    query: str
    words: str
    clocks: tuple[Clock, ...] = ()
    holds: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    of: tuple[tuple[str, str], ...] = ()


def parts_waiting(ask: Ask) -> Found:
    """Return what is next for this person of everything held in cases, whatever state these are in."""
    steps = [step for name in PARTS for step in procedure(name).steps if reach(step, ask.me)]
    keys = measures.under_way() if steps or ask.can(REGISTER["service.serve"].who) else frozenset()
    rows = list(CASES.visible(ask.me).filter(pk__in=keys).order_by(*CASES.oldest_first)) if keys else []
    rows, lost = apart([row for row in rows if _concerns(row, ask)][:SHOWN])
    held = measures.held_in([int(row.pk) for row in rows]) if rows else {}
    tasks = [altered(pk, CASES.path) for pk in lost]
    for row in rows:
        for part in _parts(held[int(row.pk)], ask):
            tasks += _of_part(row, part, ask)
    return found(tasks + list(_unserved(rows, held, ask)))


def _concerns(row: Any, ask: Ask) -> bool:
    """Say whether anything of this case may be this person's: handlers' acts, or those of the heads."""
    return Whose(row.handlers, row.unit_id).works(ask.me) or bool(ask.me.roles & {"head", "deputy"})


def _parts(held: Held, ask: Ask) -> Iterator[Part]:
    yield from (_asked(one) for one in held.approvals if one.waits or one.stands)
    yield from (_preserved(one, kept_clock(one, ask.today, ask.calendar)) for one in held.preserved)
    ends = procedure("measure").ends
    yield from (_measure(one, held, ask) for one in held.measures if one.state not in ends)


def _asked(one: Approval) -> Part:
    table = "preservation" if one.kind == "preserve" else "measure"
    state = "requested" if one.waits else "approved"
    on = one.asked_on if one.waits else one.approved_on
    words = f"{one.kind_zh}{one.things} · {on:%Y-%m-%d}{'报请' if one.waits else '批准'}"
    return Part(table, state, f"approval={one.id}", words)


def _preserved(one: Preservation, clock: Clock) -> Part:
    words = f"先行登记保存{one.words}"
    return Part("preservation", one.state, f"preservation={one.id}", words, (clock,))


def _measure(one: Measure, held: Held, ask: Ask) -> Part:
    clocks = [to_release(one, ask.now)] if one.left else []
    if one.make_up_by is not None and not one.must_go(ask.now):
        clocks.append(to_make_up(one, one.make_up_by, ask.now))
    back = [release for release in held.to_return if release.measure == one.id]
    facts = {"must_go": bool(one.must_go(ask.now)), "to_hand_back": bool(back)}
    close = [act for clock in clocks if clock.near or clock.left <= SOON for act in clock.acts]
    return Part(
        table="measure",
        state=one.state,
        query=f"measure={one.id}",
        words=f"{one.kind_zh}{one.brief or f'（{one.number}）'}",
        clocks=tuple(clocks),
        holds=frozenset(name for name, true in facts.items() if true),
        near=frozenset(close),
        of=tuple(("measure.hand_back", f"release={release.id}") for release in back),
    )


def _of_part(row: Any, part: Part, ask: Ask) -> Iterator[Task]:
    table, of = procedure(part.table), Whose(row.handlers, row.unit_id)
    for act in next_of(table, part.state, part.holds, part.near).acts:
        if not (procedure(row.procedure).allows(row.state, act) and owns(table.step(act), ask.me, of, ())):
            continue
        for query in [q for name, q in part.of if name == act] or [part.query]:
            href = f"/acts/{act}/?on={row.pk}&{query}"
            tag = "待审批" if part.state == "requested" else "待实施" if part.state == "approved" else "待办"
            tone = "a" if tag != "待办" else ""
            line = Task(href, REGISTER[act].title, row.title, part.words, tag, tone, act=act, on=int(row.pk))
            yield with_term(line, act, part.clocks, ask)


def _unserved(rows: list[Any], held: dict[int, Held], ask: Ask) -> Iterator[Task]:
    """Yield the papers of measures that have not reached the party."""
    step = procedure("ordinary").step("service.serve")
    mine = [r for r in rows if owns(step, ask.me, Whose(r.handlers, r.unit_id), ())]
    if not mine:
        return
    taken = {m.id for row in mine for m in held[int(row.pk)].measures}
    on_the_spot = measures.handed_over_on_the_spot(taken) if taken else set()
    for paper in service.papers_unserved([int(row.pk) for row in mine]):
        row = next(r for r in mine if r.pk == paper.matter)
        if (paper.kind in TO_SERVE or paper.id in taken - on_the_spot) and _may_serve(row):
            yield _to_serve(row, paper)


def _may_serve(row: Any) -> bool:
    return procedure(row.procedure).allows(row.state, "service.serve")


def _to_serve(row: Any, paper: PaperView) -> Task:
    href, note = f"/acts/service.serve/?on={row.pk}&paper={paper.id}", f"{paper.title} {paper.number}"
    note = f"{note} · 尚未送达当事人"
    return Task(href, "送达文书", row.title, note, "待送达", "a", act="service.serve", on=int(row.pk))
