"""What happened in a matter, from the ledger alone (plan 2.1.a, 2.4.a): who did what, when, and when entered.

Every line is read from the entry's own bytes; what was typed and the papers are opened from their items, all
in one question, each checked against its commitment.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Protocol

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.hearings.waiting.reads import hearings_of, offered_in
from mingfa.bureau.law.procedures.clocks import Happened
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.ledger.entries import Entry
from mingfa.bureau.ledger.reader import Recorded, erasures, histories, history, open_items
from mingfa.bureau.ledger.restored import RESTORE
from mingfa.bureau.papers import forms
from mingfa.bureau.people import reads as people
from mingfa.bureau.remedies import reads as remedies
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.values import ServiceView

PAPER, SERVE = "paper", "service.serve"
# Served by officers or handed over at the window: either way a paper reached the party.
SERVICES = (SERVE, "service.hand_over")
APPOINTING = ("hearing.schedule", "hearing.postpone")
RECEIVING = ("remedy.hand_in", "remedy.accept", "remedy.receive_opinion")


@dataclass(frozen=True)
class PaperLine:
    """A paper as a list shows it; `id` is the act that made it."""

    id: int
    kind: str
    title: str
    number: str
    at: datetime


@dataclass(frozen=True)
class Event:
    """One act of a matter. `inputs` are as they were typed; what was erased is absent: `erased` says so."""

    index: int
    act: str
    title: str
    by: int
    by_name: str
    at: datetime
    entered: datetime
    outcome: str
    outcome_zh: str
    inputs: Mapping[str, Any]
    reasons: Mapping[str, str]
    paper: PaperLine | None
    erased: tuple[str, ...] = ()

    @property
    def late(self) -> bool:
        """Whether it was entered on a later day than it was done."""
        return self.entered.astimezone(CHINA).date() > self.at.astimezone(CHINA).date()


class Step(Protocol):
    """One act as the clocks see it."""

    @property
    def index(self) -> int: ...
    @property
    def act(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def outcome(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Outline:
    """One act of a matter, without what was typed."""

    index: int
    act: str
    at: datetime
    outcome: str


def story(matter: int, procedure_id: str) -> list[Event]:
    """Return everything done in a matter, in order."""
    recorded = history(matter)
    opened = open_items([c for r in recorded for c in r.entry.items.values()])
    names = _names(recorded)
    events = [_event(r, _values(r.entry, opened), names, procedure_id) for r in recorded]
    gone = erasures({c for r in recorded for c in r.entry.items.values()} - opened.keys())
    if gone:
        said = {r.index: _erased(r.entry, gone) for r in recorded}
        events = [replace(one, erased=said[one.index]) for one in events]
    papers = {e.index: e.paper.title for e in events if e.paper}
    return [_saying_what_was_served(e, papers) for e in events]


def _erased(entry: Entry, gone: Mapping[bytes, Recorded]) -> tuple[str, ...]:
    """Say which values of an entry were erased, and by which act."""
    act = REGISTER.get(entry.act)
    fields = act.inputs.model_fields if act is not None else {}
    found = []
    for name, commitment in entry.items.items():
        if (by := gone.get(commitment)) is not None:
            field = fields.get(name.removeprefix("in/"))
            what = field.title if field is not None and field.title else name
            how = REGISTER[by.entry.act].title if by.entry.act in REGISTER else by.entry.act
            gone_as = "登记为丢失" if by.entry.act == RESTORE else "删除"
            found.append(f"“{what}”已由执法记录第{by.index}条（{how}）{gone_as}。")
    return tuple(found)


def _saying_what_was_served(one: Event, papers: Mapping[int, str]) -> Event:
    if one.act not in SERVICES:
        return one
    return replace(one, outcome_zh=papers.get(one.inputs.get("paper", -1), one.outcome_zh))


def _values(entry: Entry, opened: Mapping[bytes, Any]) -> dict[str, Any]:
    return {name: json.loads(bytes(opened[c].value)) for name, c in entry.items.items() if c in opened}


def _names(recorded: Iterable[Recorded]) -> dict[int, str]:
    ids = list(dict.fromkeys(int(str(r.entry.facts["by"])) for r in recorded))
    return {a.id: a.name for a in people.named(ids, datetime.now(CHINA).date())}


def _event(recorded: Recorded, values: dict[str, Any], names: Mapping[int, str], procedure_id: str) -> Event:
    facts = recorded.entry.facts
    name, by, outcome = str(facts["act"]), int(str(facts["by"])), str(facts["outcome"] or "")
    at = _at(recorded, "at")
    return Event(
        index=recorded.index,
        act=name,
        title=REGISTER[name].title if name in REGISTER else name,
        by=by,
        by_name=names.get(by, ""),
        at=at,
        entered=_at(recorded, "entered"),
        outcome=outcome,
        outcome_zh=procedure(procedure_id).outcomes.get(outcome, outcome),
        inputs={n.removeprefix("in/"): v for n, v in values.items() if n.startswith("in/")},
        reasons=values.get("reasons", {}),
        paper=paper_line(recorded.index, values[PAPER], at) if PAPER in values else None,
    )


def paper_line(index: int, facts: Mapping[str, Any], at: datetime) -> PaperLine:
    """Return a paper by its facts; its kind follows from the series in its number."""
    number = str(facts["document_no"])
    form = next(f for f in forms().values() if f"{f.series}〔" in number and _ends(number, f.series))
    return PaperLine(index, form.kind, form.title, number, at)


def _ends(number: str, series: str) -> bool:
    """Whether the word before the year is this series and not a longer one that ends like it."""
    words = number.partition("〔")[0]
    longest = max((f.series for f in forms().values() if words.endswith(f.series)), key=len)
    return longest == series


@dataclass(frozen=True)
class Known:
    """What is known of the acts from which clocks count: when papers were served, what came in, what is held.

    `received` and `served` are by the act that entered it; `days` of hearings by the notice that told of it;
    `offered` are the notices that told of the right to a hearing.
    """

    received: Mapping[int, tuple[date, str]]
    served: Mapping[int, ServiceView]
    days: Mapping[int, date]
    offered: frozenset[int]


def known_of(done: Mapping[int, Iterable[Step]]) -> Known:
    """Gather what clocks of these matters count from: a question for each kind of thing that occurs."""
    of_act: dict[str, set[int]] = {}
    for matter, steps in done.items():
        for one in steps:
            of_act.setdefault(one.act, set()).add(matter)

    def where(*acts: str) -> set[int]:
        return {matter for act in acts for matter in of_act.get(act, ())}

    came, went, appointed = where(*RECEIVING), where(*SERVICES), where(*APPOINTING)
    held = hearings_of(appointed).values() if appointed else ()
    return Known(
        received=remedies.received_in(came) if came else {},
        served=service.services_in(went) if went else {},
        days={h.notice: h.on for some in held for h in some},
        offered=frozenset(offered_in(went)) if went else frozenset(),
    )


def happened(
    begun_at: datetime, done: Iterable[Step], fixed: Mapping[int, tuple[date, date]], known: Known
) -> list[Happened]:
    """Return what clocks count from: acts, services on their day of effect, what came in on its receipt.

    `fixed` are the days that an act fixed, by the act: those of a test, told of in its notice.
    """
    found = [Happened("begun", begun_at.astimezone(CHINA).date())]
    acts: dict[int, str] = {}
    for one in done:
        acts[one.index] = one.act
        if one.act in RECEIVING:
            found.append(Happened(one.act, *known.received[one.index]))
        elif one.act in SERVICES:
            # Services stand where they were entered; their day is the one that counts in law.
            view = known.served[one.index]
            what = f"{SERVE}/{acts.get(view.paper, '')}"
            offer = "hearing_offered" if view.paper in known.offered else ""
            found.append(Happened(what, view.served_on, offer, fixed.get(view.paper)))
        else:
            found.append(Happened(one.act, one.at.date(), one.outcome, fixed.get(one.index), one.at))
            if one.act in APPOINTING and one.index in known.days:
                # The term to tell of a hearing is counted back from its day.
                found.append(Happened("hearing.day", known.days[one.index]))
    return found


def outlines(matters: Iterable[int]) -> dict[int, list[Outline]]:
    """Return everything done in these matters without what was typed: enough to count days, and quick."""
    return {
        matter: [
            Outline(r.index, str(r.entry.facts["act"]), _at(r, "at"), str(r.entry.facts["outcome"] or ""))
            for r in recorded
        ]
        for matter, recorded in histories(matters).items()
    }


def _at(recorded: Recorded, name: str) -> datetime:
    return datetime.fromisoformat(recorded.entry.text(name)).astimezone(CHINA)
