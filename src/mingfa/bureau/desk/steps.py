"""What can be done in a case now, what is missing, and who is waited for: asked of the doorway, never decided here."""

from dataclasses import dataclass
from typing import Any

from mingfa.bureau.cases.views import CaseView
from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.story import Event, PaperLine
from mingfa.bureau.desk.todo import next_steps
from mingfa.bureau.doorway.acts import REGISTER, Act
from mingfa.bureau.doorway.enter import what_stands_in_the_way
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.law.calendar import YearNotLoaded
from mingfa.bureau.law.config import LocalValueMissing
from mingfa.bureau.law.gates import Refusal
from mingfa.bureau.law.procedure import procedure


@dataclass(frozen=True)
class Choice:
    """An act of this state: open to me, blocked for reasons, or somebody else's (`whose`)."""

    act: str
    words: str
    leads_on: bool
    refusals: tuple[Refusal, ...] = ()
    whose: str = ""

    @property
    def blocked(self) -> bool:
        return any(not r.warns for r in self.refusals)

    @property
    def is_mine(self) -> bool:
        return not self.whose


@dataclass(frozen=True)
class StageLine:
    """A stage of the task list, with what was made in it."""

    zh: str
    status: str
    events: tuple[Event, ...]
    papers: tuple[PaperLine, ...]

    @property
    def word(self) -> str:
        return {"done": "完成", "open": "进行中", "waiting": "未开始"}[self.status]

    @property
    def tone(self) -> str:
        return {"done": "g", "open": "b", "waiting": ""}[self.status]


def choices(ask: Ask, case: CaseView) -> list[Choice]:
    """Return the acts of the case's state, the one that leads on first."""
    table = procedure(case.procedure)
    onward = next_steps(case.procedure).get(case.state)
    found = []
    for name in table.acts_in(case.state):
        if (act := REGISTER.get(name)) is not None:
            leads_on = onward is not None and onward.act == name
            found.append(_choice(ask, case, act, leads_on, table.roles[table.step(name).actor]))
    return sorted(found, key=lambda c: not c.leads_on)


def _choice(ask: Ask, case: CaseView, act: Act[Any, Any], leads_on: bool, role: str) -> Choice:
    try:
        refusals = what_stands_in_the_way(act.name, by=ask.me.id, on=case.id, now=ask.now)
    except NotYours:
        return Choice(act.name, act.title, leads_on, whose=act.whose or role)
    except (LocalValueMissing, YearNotLoaded) as missing:
        gap = Refusal("CONFIG", "the_local_value_is_set", f"{missing}。", "", "请管理员补录后再办理。")
        return Choice(act.name, act.title, leads_on, (gap,))
    return Choice(act.name, act.title, leads_on, tuple(refusals))


def stage_lines(case: CaseView, events: list[Event]) -> list[StageLine]:
    """Return the case's task list with what was done in each stage."""
    table = procedure(case.procedure)
    lines = []
    for stage in table.stages():
        done = tuple(e for e in events if e.act in stage.acts)
        papers = tuple(e.paper for e in done if e.paper)
        lines.append(StageLine(stage.zh, stage.status(case.state), done, papers))
    return lines
