"""What waits in a matter: pure questions to its procedure's table, whatever kind it is (plan 3.4.b).

In each state the first row of `next` that fits leads on, and every row `beside` that fits is due as well.
What a row asks (`when`, `unless`) are facts by name, which the desk gathers for many matters at once. Where a
table says nothing of a state, its straight way does.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from mingfa.bureau.law.procedures.chart import straight_way
from mingfa.bureau.law.procedures.clocks import Clock
from mingfa.bureau.law.procedures.next_rows import NextRow
from mingfa.bureau.law.procedures.procedure import Procedure, procedure
from mingfa.bureau.law.procedures.steps import Step

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Next:
    """What is next in a matter: the acts, the one that leads on first; or, without any, why it rests."""

    acts: tuple[str, ...]
    rests: str = ""


def rows_of(procedure_id: str, state: str) -> tuple[NextRow, ...]:
    """Return what the table asks in a state, in order; a row that asks nothing ends it."""
    return _rows(procedure(procedure_id), state)


@cache
def _rows(table: Procedure, state: str) -> tuple[NextRow, ...]:
    anywhere = tuple(row for row in table.next.get("all", ()) if table.allows(state, row.act))
    here = (*table.next.get(state, ()), *anywhere)
    for row in here:
        if row.act and not table.allows(state, row.act):
            raise ValueError(f"程序表“{table.id}”：“{table.zh(state)}”不能办理“{row.act}”")
    found = table.state(state)
    if any(_always(row) for row in here) or found.is_end:
        return here
    if found.rests:
        return (*here, NextRow("", rests=found.rests))
    return (*here, NextRow(_straight(table, state).act))


def _always(row: NextRow) -> bool:
    return not row.beside and not row.when and not row.unless


def _straight(table: Procedure, state: str) -> Step:
    """Return the step of the straight way; beside it the only one that moves without a condition."""
    for reach in straight_way(table):
        if reach.state == state and reach.onward:
            return reach.onward
    leads = [s for s in table.steps if not s.is_loop and state in s.from_states and state not in s.conditions]
    if len(leads) != 1:
        raise ValueError(f"程序表“{table.id}”没有写明“{table.zh(state)}”的下一步")
    return leads[0]


def facts_asked(procedure_id: str, state: str) -> frozenset[str]:
    """Return the names of the facts on which it depends what is next in a state."""
    return _facts(procedure(procedure_id), state)


@cache
def _facts(table: Procedure, state: str) -> frozenset[str]:
    return frozenset(fact for row in _rows(table, state) for fact in row.when | row.unless)


def next_of(table: Procedure, state: str, holds: Collection[str], near: Collection[str] = ()) -> Next:
    """Return what is next where these facts hold; `near` are the acts whose term comes near."""
    known, leads, beside, rests = frozenset(holds), "", [], ""
    for row in rows_of(table.id, state):
        if not row.fits(known) or (row.near and row.act not in near):
            continue
        if row.beside:
            beside.append(row.act)
        elif not leads and not rests:
            leads, rests = row.act, row.rests
    acts = tuple(dict.fromkeys([*([leads] if leads else []), *beside]))
    return Next(acts, rests if not acts else "")


def leads_on(table: Procedure, state: str) -> tuple[str, ...]:
    """Return the step that leads on where nothing else comes first; none where the matter rests or ended."""
    return tuple(row.act for row in rows_of(table.id, state) if _always(row) and row.act)[:1]


def leading_acts(table: Procedure) -> frozenset[str]:
    """Return the acts that lead on in some state of a procedure and move it."""
    rows = (row for state in table.states for row in rows_of(table.id, state))
    return frozenset(r.act for r in rows if r.act and not r.beside and not table.step(r.act).is_loop)


def term_of(act: str, clocks: Iterable[Clock]) -> Clock | None:
    """Return the term of an act: its own, else the one that bounds the whole way; the nearest of several."""
    running = [clock for clock in clocks if not clock.waits]
    own = [clock for clock in running if act in clock.acts]
    whole = [clock for clock in running if clock.whole]
    return min(own or whole, key=lambda clock: clock.left, default=None)


def opens_on(act: str, clocks: Iterable[Clock]) -> date | None:
    """Return the day from which an act may be done where a term of the party has to run out first."""
    ends = [clock.term.latest for clock in clocks if clock.waits and act in clock.acts and clock.left >= 0]
    return max(ends) + _DAY if ends else None
