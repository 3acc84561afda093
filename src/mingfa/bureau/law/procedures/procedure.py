"""A procedure as one table: in which state which act may be done, by whom, on what paper, and where it leads.

Stands on 处罚法 54-62 and plan 3.4.b. The same rows run the case, draw the public flow chart (`chart.py`) and
are checked by a search over all paths: none reaches a decision without a passed legal review. What runs
beside a matter, such as something seized in it, has a table of its own, named there in one row (`part`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from mingfa.bureau.law.force import Force, reached
from mingfa.bureau.law.procedures.next_rows import NextRow, next_rows
from mingfa.bureau.law.procedures.running import running_row
from mingfa.bureau.law.procedures.steps import RECORDINGS, SAME, State, Step, state_of, step_of, written_out
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.tables import DATA, read_yaml
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import period

# Kept by the table itself: each step says how it is recorded, and where words are enough.
KEEPS = ("AV-04",)


class NotAllowed(ValueError):
    """The act cannot be done in this state, or cannot have this outcome."""


@dataclass(frozen=True)
class Stage:
    """One line of a case's task list: the states in which it is under way, and those in which it is done."""

    id: str
    zh: str
    open_in: frozenset[str]
    done_in: frozenset[str]
    acts: tuple[str, ...]

    def status(self, state: str) -> str:
        """Return done, open or waiting."""
        if state in self.done_in:
            return "done"
        return "open" if state in self.open_in else "waiting"


@dataclass(frozen=True)
class Move:
    """One arrow of the graph; `state` None is the time before the case exists."""

    state: str | None
    act: str
    outcome: str | None
    to: str


class Procedure:
    """The table, with the questions one may ask of it."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.id: str = table["id"]
        self.title: str = table["zh"]
        self.citations = tuple(cite(text) for text in table["citations"])
        # What a matter is called here, and the article that has its steps taken in order.
        self.noun: str = table["noun"]
        self.in_order: str = table["in_order"]
        self.roles: dict[str, str] = table["roles"]
        self.outcomes: dict[str, str] = table["outcomes"]
        rows = tuple(written_out(table["steps"]))
        self._states = {row["id"]: state_of(row) for row in table["states"]}
        self._steps = {step.act: step for row in rows for step in _steps(row)}
        self.parts: tuple[str, ...] = tuple(row["part"] for row in rows if "part" in row)
        self._stages = _stages(table["stages"], self._states, self._steps)
        self.clocks = tuple(running_row(row) for row in table.get("clocks", ()))
        self.next: dict[str, tuple[NextRow, ...]] = next_rows(table.get("next", {}))
        _check(self)

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(self._states)

    @property
    def ends(self) -> tuple[str, ...]:
        return tuple(state.id for state in self._states.values() if state.is_end)

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps.values())

    def state(self, state: str) -> State:
        return self._states[state]

    def zh(self, state: str) -> str:
        return self._states[state].zh

    def stages(self) -> tuple[Stage, ...]:
        """Return the task list of a case, in order."""
        return self._stages

    def step(self, act: str) -> Step:
        try:
            return self._steps[act]
        except KeyError:
            raise LookupError(f"{self.title}中没有行为“{act}”") from None

    def knows(self, act: str) -> bool:
        """Say whether the act is a step of this procedure at all."""
        return act in self._steps

    def allows(self, state: str | None, act: str) -> bool:
        """Say whether the act may be done in this state; None is the time before the case exists."""
        step = self._steps.get(act)
        if step is None:
            return False
        return state in step.from_states if state is not None else not step.from_states

    def acts_in(self, state: str | None) -> tuple[str, ...]:
        return tuple(act for act in self._steps if self.allows(state, act))

    def after(self, state: str | None, act: str, outcome: str | None = None) -> str:
        """Return the state after the act, or raise NotAllowed."""
        step = self.step(act)
        if not self.allows(state, act):
            now = f"“{self.zh(state)}”状态" if state is not None else f"{self.noun}登记之前"
            raise NotAllowed(f"{now}不能办理“{step.zh}”")
        leads = step.leads(state)
        if outcome not in leads:
            known = "、".join(self.outcomes[one] for one in leads if one is not None) or "无"
            raise NotAllowed(f"“{step.zh}”没有结果“{outcome}”，可选：{known}")
        to = leads[outcome]
        return state if to == SAME and state is not None else to

    def moves(self) -> Iterator[Move]:
        """Yield every arrow of the graph: each act, in each state it may be done in, with each outcome."""
        for step in self.steps:
            for state in step.from_states or (None,):
                for outcome in step.leads(state):
                    yield Move(state, step.act, outcome, self.after(state, step.act, outcome))


def procedure(procedure_id: str) -> Procedure:
    """Return the table that is in force where we judge: one that was replaced stays, for what it judged."""
    return next((one for one, until in _former(procedure_id) if not reached(until)), _current(procedure_id))


@cache
def _current(procedure_id: str) -> Procedure:
    return Procedure(read_yaml(f"procedures/{procedure_id}.yaml"))


@cache
def _former(procedure_id: str) -> tuple[tuple[Procedure, Force], ...]:
    """Return the tables that were in force before, the oldest first, each with the moment that ended it."""
    files = sorted((DATA / "procedures" / "former").glob(f"{procedure_id}.*.yaml"))
    tables = [read_yaml(f"procedures/former/{file.name}") for file in files]
    found = [(Procedure(table), Force(**table["until"])) for table in tables]
    return tuple(sorted(found, key=lambda one: (one[1].edition, one[1].day)))


def begun_by(act: str) -> Procedure | None:
    """Return the procedure whose first step is this act."""
    return next((table for table in procedures() if table.allows(None, act)), None)


def procedures() -> tuple[Procedure, ...]:
    """Return every procedure that is in force where we judge, in the order of their names."""
    return tuple(procedure(name) for name in _names())


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (DATA / "procedures").glob("*.yaml")))


def _steps(row: dict[str, Any]) -> Iterator[Step]:
    """Yield the step of a row; of a part's row its steps, which leave the matter where it stands."""
    if "part" not in row:
        yield step_of(row)
        return
    table = _current(row["part"])
    for step in table.steps:
        begins = all(table.state(state).is_before for state in step.from_states)
        states = tuple(row["begins"] if begins else row["goes_on"])
        yield replace(step, stage=row["stage"], from_states=states, to={None: SAME}, at={}, conditions={})


def _stages(
    rows: list[dict[str, Any]], states: dict[str, State], steps: dict[str, Step]
) -> tuple[Stage, ...]:
    """A stage is done in every state whose own stage comes later; at an end, also the stage it names."""
    order = {row["id"]: place for place, row in enumerate(rows)}

    def is_done(stage: str, state: State) -> bool:
        return order[state.stage] > order[stage] or (state.is_end and state.stage == stage)

    return tuple(
        Stage(
            id=row["id"],
            zh=row["zh"],
            open_in=frozenset(s.id for s in states.values() if s.stage == row["id"] and not s.is_end),
            done_in=frozenset(s.id for s in states.values() if is_done(row["id"], s)),
            acts=tuple(step.act for step in steps.values() if step.stage == row["id"]),
        )
        for row in rows
    )


def _check(table: Procedure) -> None:
    """Refuse a table that names a state, role, rule, term, outcome or stage which does not exist."""
    cite(table.in_order)
    stages = {stage.id for stage in table.stages()}
    for step in table.steps:
        reached = {to for leads in (step.to, *step.at.values()) for to in leads.values()}
        named = (set(step.from_states) | set(step.at) | reached | set(step.conditions)) - {SAME}
        unknown = (named - set(table.states)) | ({step.actor} - set(table.roles)) | ({step.stage} - stages)
        unknown |= (set(step.outcomes) - set(table.outcomes)) | ({step.recording} - set(RECORDINGS))
        if unknown or not step.citations:
            why = "、".join(sorted(unknown)) or "没有依据"
            raise ValueError(f"程序表“{table.id}”的步骤“{step.id}”有误：{why}")
        for kept in step.keeps:
            rule(kept)
        if step.term:
            period(step.term)
    for state in table.states:
        if term := table.state(state).term:
            period(term)
