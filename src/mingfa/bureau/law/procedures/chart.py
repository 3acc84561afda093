"""Draws the public flow chart (执法流程图) from the procedure table: law, code and picture cannot part.

Plan 1.2.c. An SVG of 720 px that prints on white: stages at the left, acts down the middle, paper, period and
articles at the right; what leads back or ends early is written where it happens.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from mingfa.bureau.law.procedures.drawing import Canvas, page, wrap
from mingfa.bureau.law.procedures.procedure import Procedure, Stage
from mingfa.bureau.law.procedures.steps import Step
from mingfa.bureau.law.texts.statutes import Citation, statute
from mingfa.bureau.law.time.terms import UNITS, period
from mingfa.bureau.lib.chinese import numeral

_BAND_X, _BAND_W = 16, 84
_BOX_X, _BOX_W = 116, 252
_NOTE_X = 384
_MIDDLE = _BOX_X + _BOX_W / 2
_LINE, _BOX_H, _GAP = 16, 42, 22


@dataclass(frozen=True)
class Reach:
    """A state on the straight way through: what may also be done there, and the step that leads on."""

    state: str | None
    also: tuple[Step, ...]
    onward: Step | None


def flow_chart(table: Procedure) -> str:
    """Return the chart as a standalone SVG with title and description."""
    canvas = Canvas(y=76)
    stages = {stage.id: stage for stage in table.stages()}
    reaches = list(straight_way(table))
    for stage_id, drawn in itertools.groupby(_in_order(reaches, table), key=lambda item: item[0]):
        top = canvas.y
        for _, reach, is_onward in drawn:
            if is_onward:
                _draw_onward(canvas, table, reach)
            else:
                _draw_also(canvas, table, reach)
        _draw_band(canvas, stages[stage_id], top)
        canvas.y += 10
    _draw_end(canvas, table, reaches[-1].state or "")
    steps = "；".join(f"{table.roles[step.actor]}{step.zh}" for step in table.steps)
    subtitle = f"依据{brief(table.citations)}等规定　虚线框内为该阶段还可以办理的事项"
    return page(canvas, table.id, f"{table.title}流程图", subtitle, f"{steps}。")


def _in_order(reaches: list[Reach], table: Procedure) -> Iterator[tuple[str, Reach, bool]]:
    """Yield what is drawn, with its stage: what may be done in a state, then the step that leads on."""
    for reach in reaches:
        if reach.also and reach.state:
            yield table.state(reach.state).stage, reach, False
        if reach.onward:
            yield reach.onward.stage, reach, True


def straight_way(table: Procedure) -> Iterator[Reach]:
    """Yield the states in the order of the first outcomes, from before the case to its end."""
    onward = _begins(table)
    yield Reach(None, (), onward)
    way = [table.after(None, onward.act, _first(onward, None))]
    main: dict[str, Step] = {}
    while not table.state(way[-1]).is_end:
        main[way[-1]] = _leading(table, way[-1], way)
        way.append(table.after(way[-1], main[way[-1]].act, _first(main[way[-1]], way[-1])))
    for state in way:
        also = tuple(step for step in table.steps if _is_shown_at(table, step, state, main, way))
        yield Reach(state, also, main.get(state))


def _leading(table: Procedure, state: str, way: list[str]) -> Step:
    """Return the first step that leads from this state to one not yet reached, on the straight way."""
    for step in table.steps:
        if state in step.from_states and state not in step.conditions and not step.is_loop:
            to = table.after(state, step.act, _first(step, state))
            if to not in way:
                return step
    raise ValueError(f"程序表“{table.id}”的状态“{state}”没有下一步")


def _is_shown_at(table: Procedure, step: Step, state: str, main: dict[str, Step], way: list[str]) -> bool:
    """Loops stand in their own stage; another way on, where it has a condition or first may be taken."""
    if step is not _begins(table) and set(step.from_states).isdisjoint(way):
        return state == _first_in(table, step.stage, way)
    if state not in step.from_states or main.get(state) is step:
        return False
    if step.is_loop:
        return step.stage == table.state(state).stage
    if step in main.values():
        return state in step.conditions
    return state == next(one for one in way if one in step.from_states)


def _begins(table: Procedure) -> Step:
    return next(step for step in table.steps if not step.from_states)


def _first_in(table: Procedure, stage: str, way: list[str]) -> str | None:
    """Return where a step is shown that starts nowhere on the straight way: first in its own stage."""
    return next((state for state in way if table.state(state).stage == stage), None)


def _first(step: Step, state: str | None) -> str | None:
    return next(iter(step.leads(state)))


def _draw_onward(canvas: Canvas, table: Procedure, reach: Reach) -> None:
    step = reach.onward
    if step is None:
        return
    notes = [line for note in _notes(step) for line in wrap(note)]
    turns = [line for turn in _turns(table, step, reach.state) for line in wrap(turn)]
    look = "-review" if step.actor == "reviewer" else ""
    canvas.box(canvas.y, _BOX_H, f"act{look}", _BOX_X, _BOX_W)
    canvas.text(_MIDDLE, canvas.y + 18, f"act{look}", step.zh)
    canvas.text(_MIDDLE, canvas.y + 34, f"role{look}", table.roles[step.actor])
    _write(canvas, canvas.y + 13, notes, turns)
    start = canvas.y + _BOX_H
    canvas.y += max(_BOX_H, _LINE * len(notes + turns) - 4)
    _draw_arrow(canvas, start, _arrow_words(table, step, reach.state))


def _draw_also(canvas: Canvas, table: Procedure, reach: Reach) -> None:
    """List what may be done in a state beside the step that leads on."""
    start, state = canvas.y, reach.state or ""
    canvas.y += 4
    rows: list[tuple[float, Step]] = []
    for step in reach.also:
        notes = [line for note in _also_notes(step) for line in wrap(note)]
        turns = wrap(_elsewhere(table, step, state)) if not step.is_loop else []
        rows.append((canvas.y + 13, step))
        _write(canvas, canvas.y + 13, notes, turns)
        canvas.y += _LINE * len(notes + turns) + 4
    canvas.y += 2
    canvas.box(start, canvas.y - start, "also", _BOX_X, _BOX_W)
    for y, step in rows:
        canvas.text(_BOX_X + 12, y, "also", step.zh)
        canvas.text(_BOX_X + _BOX_W - 12, y, "also-role", table.roles[step.actor])
    _draw_arrow(canvas, canvas.y, "")


def _write(canvas: Canvas, y: float, notes: list[str], turns: list[str]) -> None:
    for place, line in enumerate(notes + turns):
        canvas.text(_NOTE_X, y + _LINE * place, "note" if place < len(notes) else "turn", line)


def _draw_arrow(canvas: Canvas, start: float, words: str) -> None:
    end = canvas.y + _GAP
    canvas.add(f'<path d="M{_MIDDLE:g} {start:g}V{end - 6:g}" stroke="#1d4e89" stroke-width="1.4"/>')
    canvas.add(f'<path d="M{_MIDDLE - 5:g} {end - 7:g}h10l-5 7z" fill="#1d4e89"/>')
    if words:
        canvas.text(_MIDDLE + 10, end - 8, "arrow", words)
    canvas.y = end


def _draw_band(canvas: Canvas, stage: Stage, top: float) -> None:
    height = canvas.y - _GAP - top
    canvas.box(top, height, "stage", _BAND_X, _BAND_W)
    lines = wrap(stage.zh, 14, _BAND_W - 12)
    first = top + height / 2 - (len(lines) - 1) * 9 + 5
    for place, line in enumerate(lines):
        canvas.text(_BAND_X + _BAND_W / 2, first + 18 * place, "stage", line)


def _draw_end(canvas: Canvas, table: Procedure, state: str) -> None:
    canvas.box(canvas.y - 10, 30, "end", _BOX_X, _BOX_W)
    canvas.text(_MIDDLE, canvas.y + 10, "act", table.zh(state))
    canvas.y += 34


def _arrow_words(table: Procedure, step: Step, state: str | None) -> str:
    outcome = _first(step, state)
    reached = table.zh(table.after(state, step.act, outcome))
    return f"{table.outcomes[outcome]}：{reached}" if outcome else reached


def _turns(table: Procedure, step: Step, state: str | None) -> Iterator[str]:
    """Yield one line for each outcome that does not lead straight on."""
    first, *others = step.leads(state)
    straight = table.after(state, step.act, first)
    for outcome in filter(None, others):
        to = table.after(state, step.act, outcome)
        if to == straight:
            yield f"或者：{table.outcomes[outcome]}"
        else:
            yield f"{table.outcomes[outcome]} {_leads_to(table, to)}"


def _notes(step: Step) -> Iterator[str]:
    yield f"文书：{step.paper}　{step.recording_zh}"
    if step.term:
        yield f"期限：{_length(step.term)}"
    yield f"依据：{brief(step.citations)}"
    if step.note:
        yield step.note


def _also_notes(step: Step) -> Iterator[str]:
    length = f"　{_length(step.term)}" if step.term else ""
    yield f"{step.paper}　{brief(step.citations)}{length}"
    if step.note:
        yield step.note


def _elsewhere(table: Procedure, step: Step, state: str) -> str:
    """Say under which condition a step leads off the straight way, and where to."""
    origin = state if state in step.from_states else next(iter(step.from_states), None)
    ways = [(one, _leads_to(table, table.after(origin, step.act, one))) for one in step.leads(origin)]
    if len(ways) > 1:
        return "；".join(f"{table.outcomes[outcome or '']} {to}" for outcome, to in ways)
    to = ways[0][1]
    return f"{step.conditions[state]} {to}" if state in step.conditions else to


def _leads_to(table: Procedure, state: str) -> str:
    return f"→ {table.zh(state)}{'（程序终结）' if table.state(state).is_end else ''}"


def _length(term_id: str) -> str:
    row = period(term_id)
    number = f"{row.number}{UNITS[row.unit]}" if row.number else "按本地规定的工作日"
    return f"自{row.start_event}起{number}" if row.number else f"自{row.start_event}起，{number}"


def brief(citations: tuple[Citation, ...]) -> str:
    """Name several articles shortly: 行政处罚法第五十四条、第二十二条；实施方案（三）4."""
    groups = itertools.groupby(citations, key=lambda one: one.short)
    return "；".join(_source(short) + "、".join(_places(tuple(group))) for short, group in groups)


def _source(short: str) -> str:
    source = statute(short)
    if source.level == "方案":
        return "实施方案"
    return short if source.level in ("法律", "规范性文件") else f"《{source.title}》"


def _places(citations: tuple[Citation, ...]) -> dict[str, None]:
    """Return the articles in order, each once (as the keys)."""
    return {
        f"第{numeral(one.article)}条" if one.article else str(one).rpartition("》")[2]: None
        for one in citations
    }
