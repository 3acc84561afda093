"""What is held, as options of forms, and what their numbers stand for in an entry read years later."""

from collections.abc import Container

from mingfa.bureau.desk.forms.choices import Option, Provider, Situation
from mingfa.bureau.desk.forms.naming import Lookup, Names
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.measures.values import KINDS, Held

NOTHING = Held((), (), (), ())


def _held(at: Situation) -> Held:
    return measures.held(at.case.id) if at.case else NOTHING


def _approvals(at: Situation, kinds: Container[str]) -> list[Option]:
    return [
        Option(str(a.id), f"{a.kind_zh}：{a.things}", f"{a.approved_on:%Y-%m-%d}批准")
        for a in _held(at).approvals
        if a.kind in kinds and a.stands
    ]


def _requests(at: Situation, kinds: Container[str]) -> list[Option]:
    return [
        Option(str(a.id), f"{a.kind_zh}：{a.things}", f"{a.asked_on:%Y-%m-%d}报请")
        for a in _held(at).approvals
        if a.kind in kinds and a.waits
    ]


def _preservations(at: Situation) -> list[Option]:
    return [Option(str(p.id), p.number, f"{p.taken_on:%Y-%m-%d}登记保存") for p in _held(at).preserved]


def _measures(at: Situation) -> list[Option]:
    """List what is held, and what ended without a record of its scene."""
    return [
        Option(str(m.id), f"{m.kind_zh} {m.number}", f"{m.brief}；期限至{m.ends_on:%Y-%m-%d}")
        for m in _held(at).measures
        if m.left or m.record is None
    ]


def _held_things(at: Situation) -> list[Option]:
    """List what is still held by the measure that was chosen."""
    chosen = next((m for m in _held(at).measures if str(m.id) == at.answers.get("measure")), None)
    return [Option(str(n), chosen.names([n])) for n in chosen.left] if chosen else []


def _releases(at: Situation) -> list[Option]:
    return [Option(str(r.id), r.number, f"{r.released_on:%Y-%m-%d}解除") for r in _held(at).to_return]


def _of(names: Names, pk: int) -> str:
    """Say what a number of something held stands for: what was asked for, or a document."""
    held = measures.held(names.matter)
    found = {a.id: f"{a.kind_zh}：{a.things}" for a in held.approvals}
    found |= {m.id: m.number for m in held.measures} | {p.id: p.number for p in held.preservations}
    found |= {r.id: r.number for r in held.releases}
    return found.get(pk, "")


CHOICES: dict[str, Provider] = {
    "preservation_approvals": lambda at: _approvals(at, {"preserve"}),
    "measure_approvals": lambda at: _approvals(at, KINDS),
    "preservation_requests": lambda at: _requests(at, {"preserve"}),
    "measure_requests": lambda at: _requests(at, KINDS),
    "preservations": _preservations,
    "measures": _measures,
    "releases": _releases,
    "held_things": _held_things,
}
NAMES: dict[str, Lookup] = {name: _of for name in CHOICES if name != "held_things"}
