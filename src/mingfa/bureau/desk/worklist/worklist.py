"""What waits for a person (plan 3.4.b): open matters whose next step is this person's, with the days left.

A handful of questions for each procedure, however many matters there are: they are filtered by state,
audience and handler in the database; only those shown are read from the ledger.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.db.models import Count, Q, QuerySet

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds import FACES, held_goods
from mingfa.bureau.desk.kinds.cases import CASES
from mingfa.bureau.desk.kinds.kind import Face
from mingfa.bureau.desk.kinds.permits import PERMITS
from mingfa.bureau.desk.law_changes.revising import comparisons, revisions
from mingfa.bureau.desk.matters.integrity import TAG, TODO, WORDS, apart
from mingfa.bureau.desk.matters.timeline import happened, outline
from mingfa.bureau.desk.publications.waiting import waiting
from mingfa.bureau.desk.setup import holidays
from mingfa.bureau.desk.worklist.detours import detoured
from mingfa.bureau.desk.worklist.handlers import handled_by, not_yet_named, with_handlers
from mingfa.bureau.desk.worklist.tasks import Task
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.hearings.values import NextOfHearing
from mingfa.bureau.inspections import reads as inspections
from mingfa.bureau.law.chart import straight_way
from mingfa.bureau.law.clocks import SOON, Happened, left_zh, running, tone
from mingfa.bureau.law.procedure import Procedure, Step, procedure
from mingfa.bureau.law.terms import days_left, term_or_provisional
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads as permits
from mingfa.bureau.summary import reads as summary

SHOWN = 24
UnderWay = Callable[[Iterable[int]], list[NextOfHearing]]


@dataclass(frozen=True)
class Day:
    """A person's day: the tasks shown, how many there are, and the counts beside them."""

    tasks: tuple[Task, ...]
    waiting: int
    open: int
    others: int

    @property
    def due(self) -> int:
        return sum(task.due for task in self.tasks)

    @property
    def today(self) -> int:
        return sum(t.left == 0 for t in self.tasks)

    @property
    def overdue(self) -> int:
        return sum(t.left is not None and t.left < 0 for t in self.tasks)


@cache
def next_steps(procedure_id: str) -> dict[str, Step]:
    """Return for each state the step that leads on: on the straight way, beside it the first that moves.

    Where a matter rests, nothing does: there it waits for somebody else, or only for time.
    """
    table = procedure(procedure_id)
    leads = {s: step for step in reversed(table.steps) if not step.is_loop for s in step.from_states}
    ways = {reach.state: reach.onward for reach in straight_way(table) if reach.state and reach.onward}
    on = {**leads, **ways}
    return {s: step for s, step in on.items() if s not in table.ends and not table.state(s).rests}


def day(ask: Ask) -> Day:
    """Return what waits for a person today, the nearest term first."""
    tasks: list[Task] = []
    waits, total = 0, 0
    for face in FACES:
        for table in face.tables:
            shown, waiting_here, open_here = _of_kind(face, table, ask)
            tasks, waits, total = tasks + shown, waits + waiting_here, total + open_here
    found = _concerned(CASES, procedure("ordinary"), ask)
    more = _publications(ask) + _to_register(ask) + _holdings(found, ask) + _reports(ask)
    more += comparisons(found, ask) + revisions(ask) + holidays.tasks(ask)
    more += _hearings(CASES, hearings.under_way, ask)
    more += _hearings(PERMITS, permits.hearings_under_way, ask)
    tasks = sorted(tasks + more, key=lambda t: t.urgency)
    # A matter that does not match the ledger may be met more than once; it is said once.
    return Day(tuple(dict.fromkeys(tasks)), waits + len(more), total, total - waits)


def _of_kind(face: Face, table: Procedure, ask: Ask) -> tuple[list[Task], int, int]:
    """Return what waits for this person in matters of one procedure, how many wait, how many are open."""
    steps = next_steps(table.id)
    found = _concerned(face, table, ask)
    elsewhere = detoured(face, table, found)
    mine = Q(state__in=[s for s, step in steps.items() if _asks(step.act, ask)]) & ~Q(pk__in=elsewhere)
    mine |= Q(pk__in=[pk for pk, act in elsewhere.items() if _asks(act, ask)])
    rows, altered = apart(found.filter(mine).order_by(*face.oldest_first)[:SHOWN])
    tasks = [_altered(pk, face) for pk in altered]
    for row in rows:
        step = table.step(elsewhere[row.pk]) if row.pk in elsewhere else steps[row.state]
        tasks.append(_task(row, step, face, ask))
    return tasks, found.filter(mine).count(), found.count()


def _asks(act: str, ask: Ask) -> bool:
    return act in REGISTER and ask.can(REGISTER[act].who)


def _altered(matter: int, face: Face) -> Task:
    """Return what stands in place of a matter that does not match the ledger: none of its values."""
    return Task(f"/{face.path}/{matter}/", WORDS, f"编号{matter}", TODO, TAG, "r")


def _concerned(face: Face, table: Procedure, ask: Ask, states: Sequence[str] = ()) -> QuerySet[Any]:
    """Return the open matters of this person, or those in these states: those handled, or all in view for
    whoever handles none.
    """
    wanted = states or [s for s in table.states if s not in table.ends]
    found = face.visible(ask.me).filter(procedure=table.id, state__in=wanted)
    if "officer" not in ask.me.roles:
        return found
    mine = handled_by(ask.me.id) | not_yet_named(ask.me)
    return with_handlers(found).filter(mine | Q(state__in=_by_another_post(table, ask)))


def _by_another_post(table: Procedure, ask: Ask) -> list[str]:
    """Return the states in which an officer who also leads the unit is asked in that other post."""
    acts = {state: REGISTER.get(step.act) for state, step in next_steps(table.id).items()}
    return [state for state, act in acts.items() if act and ask.can(act.who - {"officer"})]


def _task(row: Any, step: Step, face: Face, ask: Ask) -> Task:
    pk = int(row.pk)
    known = happened(pk, face.begun_at(row), outline(pk), face.fixed(pk))
    table = procedure(row.procedure)
    clocks = running(table, known, ask.today, people.calendar(), people.config())
    found = Task(f"/{face.path}/{row.pk}/", step.zh, row.title, table.zh(row.state))
    if not clocks:
        return found
    first = clocks[0]
    left = None if first.waits else first.left
    return replace(found, note=f"{found.note} · {first.used}", tag=first.words, tone=first.tone, left=left)


def _publications(ask: Ask) -> list[Task]:
    """Return what is to be brought before the public, where the next step is this person's."""
    found = []
    for one in waiting(ask):
        if one.is_mine:
            note = f"{one.due.number} · 公示期限至{one.due.due_on:%Y-%m-%d}"
            found.append(Task(one.href, one.words, one.due.title, note, one.tag, one.tone, one.due.days_left))
    return found


def _to_register(ask: Ask) -> list[Task]:
    """Return the inspections handed over to filing that their inspectors have not registered as a case."""
    calendar, tasks = people.calendar(), []
    for one in inspections.handed_over(ask.me) if ask.can(REGISTER["case.register"].who) else []:
        if ask.me.id in one.handlers and one.ended_on is not None:
            term = term_or_provisional("FILE-01", one.ended_on, calendar)
            left = days_left(term, ask.today, calendar)
            href = f"/acts/case.register/?source=inspection&inspection={one.id}"
            words, note = REGISTER["case.register"].title, f"检查移交立案 · {term.zh}至{term.end:%Y-%m-%d}"
            tag = left_zh(left, "个工作日")
            tasks.append(Task(href, words, one.title, note, tag, tone(left, left <= SOON), left))
    return tasks


def _holdings(found: QuerySet[Any], ask: Ask) -> list[Task]:
    """Return what is asked for, held or to be given back, for those whose act is next (强制法 19, 25, 28)."""
    if not ask.can(REGISTER["measure.release"].who | REGISTER["measure.hand_back"].who):
        return []
    # Where a decision was taken back or the police have the case, what was released may still wait.
    ended = _concerned(CASES, procedure("ordinary"), ask, ("revoked", "transferred"))
    tasks: list[Task] = []
    for cases_of in (found, ended):
        held = measures.under_way(cases_of.order_by().values("pk"))
        rows, altered = apart(cases_of.filter(pk__in=held)[:SHOWN] if held else [])
        tasks += [_altered(pk, CASES) for pk in altered]
        tasks += [task for row in rows for task in held_goods.tasks(int(row.pk), row.title, ask)]
    return tasks


def _reports(ask: Ask) -> list[Task]:
    """Return what this person decided on the spot and has not reported (处罚法 52 para 3)."""
    act, found = REGISTER["summary.report"], _concerned(CASES, procedure("summary"), ask)
    if not ask.can(act.who):
        return []
    due = summary.unreported(found.order_by().values("pk"))
    rows, altered = apart(found.filter(pk__in=due)[:SHOWN] if due else [])
    return [_altered(pk, CASES) for pk in altered] + [_report(row, act.title, ask) for row in rows]


def _report(row: Any, words: str, ask: Ask) -> Task:
    known = [Happened("summary.decide", row.found_at.astimezone(CHINA).date())]
    [clock] = running(procedure(row.procedure), known, ask.today, people.calendar(), people.config())
    where = f"/cases/{row.pk}/"
    return Task(where, words, row.title, clock.used, clock.words, clock.tone, clock.left)


def kinds_this_month(ask: Ask) -> list[tuple[str, int, int]]:
    """Return (item, cases registered this month, share of the most frequent in percent)."""
    first = ask.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    # What was found this month was also handled this month, and that column has an index.
    found = cases.visible(ask.me).filter(last_at__gte=first, found_at__gte=first).order_by()
    counts = sorted(found.values_list("item__name").annotate(n=Count("pk")), key=lambda row: -row[1])[:6]
    most = max((n for _, n in counts), default=1)
    return [(name, n, round(100 * n / most)) for name, n in counts]


def _hearings(face: Face, under_way: UnderWay, ask: Ask) -> list[Task]:
    """Return the hearings to be appointed, held or reported on by this person (处罚法 64, 许可法 48)."""
    if not ask.can(REGISTER["hearing.schedule"].who | REGISTER["hearing.hold"].who):
        return []
    table = face.tables[0]
    found = _concerned(face, table, ask)
    asked = {one.matter: one for one in under_way(found.order_by().values_list("pk", flat=True))}
    rows, altered = apart(found.filter(pk__in=asked)[:SHOWN] if asked else [])
    return [_altered(pk, face) for pk in altered] + [
        _hearing(row, asked[row.pk], face, ask) for row in rows if _conducts(row, asked[row.pk], ask)
    ]


def _conducts(row: Any, one: NextOfHearing, ask: Ask) -> bool:
    """Say whether the next act of a hearing is this person's: the convener's, afterwards the chair's."""
    its_own = one.chair == ask.me.id or (one.chair is None and ask.can(REGISTER[one.act].who))
    return its_own and procedure(row.procedure).allows(row.state, one.act)


def _hearing(row: Any, one: NextOfHearing, face: Face, ask: Ask) -> Task:
    found = Task(f"/{face.path}/{row.pk}/", REGISTER[one.act].title, row.title, "应当举行听证")
    if one.on is None or one.act != "hearing.hold":
        return found
    left = (one.on - ask.today).days
    return replace(
        found,
        note=f"听证定于{one.on:%Y-%m-%d}",
        tag=left_zh(left, "日"),
        tone=tone(left, left <= SOON),
        left=left,
    )
