"""What can be done in a matter now, what is missing, who is waited for: asked of the doorway."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms.choices import Situation, provider
from mingfa.bureau.desk.forms.fields import Kind, fields_of
from mingfa.bureau.desk.kinds.kind import Opened
from mingfa.bureau.desk.matters.timeline import SERVICES, Event, PaperLine
from mingfa.bureau.desk.worklist.matters import holds_of
from mingfa.bureau.doorway.acts import REGISTER, Act
from mingfa.bureau.doorway.enter import facts_of, look_at
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.refusals import NotYours, out_of_order, written_out
from mingfa.bureau.doorway.ways import ways, what_stands_in_the_way
from mingfa.bureau.law.config import LocalValueMissing
from mingfa.bureau.law.gates import Refusal
from mingfa.bureau.law.procedures.next_acts import leads_on, next_of

ANSWERS = {True: "符合。", False: "不符合。", None: "需要人工判断。"}


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
    def was_passed_by(self) -> bool:
        """Whether the matter went on without anything done in this stage: none was asked for."""
        return self.status == "done" and not self.events

    @property
    def word(self) -> str:
        if self.status == "waiting" and self.events:
            return "已有记录"
        if self.was_passed_by:
            return "没有进行"
        return {"done": "完成", "open": "进行中", "waiting": "未开始"}[self.status]

    @property
    def tone(self) -> str:
        return "" if self.was_passed_by else {"done": "g", "open": "b", "waiting": ""}[self.status]


def choices(ask: Ask, matter: Opened) -> list[Choice]:
    """Return the acts of the matter's state, the one that leads on first."""
    table, state = matter.table, matter.view.state
    onward = _onward(ask, matter)
    open_here = [name for name in table.acts_in(state) if name in REGISTER]
    try:
        answers = ways(open_here, by=ask.me.id, on=matter.id, now=ask.now)
    except LocalValueMissing as missing:
        answers = {name: [_not_set(missing)] for name in open_here}
    found, here = [], Situation(ask.me, ask.today, matter.view)
    for name, answer in answers.items():
        act, leads = REGISTER[name], name in onward
        if isinstance(answer, NotYours):
            whose = act.whose or table.roles[table.step(name).actor]
            found.append(Choice(name, act.title, leads, whose=whose))
        else:
            refusals = tuple(answer) or _nothing_to_choose(act, here)
            found.append(Choice(name, act.title, leads, refusals))
    order = {name: place for place, name in enumerate(onward)}
    return sorted(found, key=lambda c: order.get(c.act, len(order)))


def _nothing_to_choose(act: Act[Any, Any], here: Situation) -> tuple[Refusal, ...]:
    """Return why an act must wait that is about one of several things of which there is none."""
    for one in fields_of(act.inputs):
        offered = provider(one.choices) if one.kind is Kind.ONE and one.required and not one.follows else None
        if offered is not None and not offered(here):
            words = f"目前没有可以选择的“{one.label}”。"
            return (Refusal("", "there_is_something_to_choose", words, "", "有了以后再办理。"),)
    return ()


def _onward(ask: Ask, matter: Opened) -> tuple[str, ...]:
    """Return what is next in this matter, then the step that all of it prepares; nothing where it rests."""
    table, state = matter.table, matter.view.state
    found = next_of(table, state, holds_of(matter.face, matter.id, table, state, ask))
    return tuple(dict.fromkeys([*found.acts, *leads_on(table, state)]))


def _not_set(missing: Exception) -> Refusal:
    return Refusal("CONFIG", "the_local_value_is_set", f"{missing}。", "", "请管理员补录后再办理。")


def in_the_way(ask: Ask, act: Act[Any, Any], on: int | None) -> list[Refusal]:
    """Return what stands in the way before anything is typed. `NotYours` when it is not this person's act."""
    if early := _not_yet(_look(ask, act, on)):
        # A room may take for granted what the procedure's order promises: out of order, only that is said.
        return written_out(early)
    try:
        return what_stands_in_the_way(act.name, by=ask.me.id, on=on, now=ask.now)
    except LocalValueMissing as missing:
        return [_not_set(missing)]


def _not_yet(look: Look[Any]) -> list[Refusal]:
    """Return the refusal of an act whose step is not open in this state."""
    return [r for r in out_of_order(look) if r.code == "the_step_is_open"]


def _look(ask: Ask, act: Act[Any, Any], on: int | None) -> Look[Any]:
    return look_at(act, ask.me.id, on, ask.now, ask.now, None)


def stage_lines(matter: Opened, events: list[Event]) -> list[StageLine]:
    """Return the matter's task list with what was done in each stage; a service stands with its paper."""
    acts, lines = {e.index: e.act for e in events}, []
    for stage in matter.table.stages():
        done = tuple(e for e in events if _belongs(e, acts) in stage.acts)
        papers = tuple(e.paper for e in done if e.paper)
        lines.append(StageLine(stage.zh, stage.status(matter.view.state), done, papers))
    return lines


def _belongs(one: Event, acts: Mapping[int, str]) -> str:
    """Return the act whose stage this one stands in."""
    return acts.get(one.inputs.get("paper", -1), one.act) if one.act in SERVICES else one.act


def computed_for(ask: Ask, act: Act[Any, Any], on: int) -> dict[str, str]:
    """Return what the act's room can say of its points beforehand (plan 3.3.a), in words."""
    look = _look(ask, act, on)
    found = () if _not_yet(look) else getattr(facts_of(act, look), "computed", ())
    return {one.point: f"系统核对：{ANSWERS[one.answer]}{one.ground}" for one in found}
