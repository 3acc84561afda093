"""Options that depend on the matter and the person, by the names the acts give their fields (`choices`).

A name nobody knows here leaves a plain line to type into: a new act works before its choices are drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.desk.forms.fields import Field
from mingfa.bureau.disclosure import reads as disclosure
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.law.config import local_values
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.lib.registry import Registry
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records import reads as records
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.values import ServiceView


@dataclass(frozen=True)
class Situation:
    """For whom and for which matter a form is drawn.

    `computed` is what its room found out beforehand, `answers` what stands in the form already.
    """

    me: Actor
    today: date
    matter: Any
    computed: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def case(self) -> CaseView | None:
        """The matter, where it is a penalty case."""
        return self.matter if isinstance(self.matter, CaseView) else None


@dataclass(frozen=True)
class Option:
    """One option: value, label, hint and option group."""

    value: str
    label: str
    hint: str = ""
    group: str = ""


@dataclass(frozen=True)
class Given:
    """A row that stands there already: what is sent with it, what is read, and a note."""

    values: dict[str, str]
    words: str
    note: str = ""


Provider = Callable[[Situation], list[Option]]


def _items(at: Situation) -> list[Option]:
    return [Option(str(i.id), i.name, f"{i.field} · {i.code}") for i in catalogue.items(at.today, "penalty")]


def _all_items(at: Situation) -> list[Option]:
    return [
        Option(str(i.id), i.name, i.code) for i in catalogue.items() if i.listed is None or not i.valid_to
    ]


def _streets(at: Situation) -> list[Option]:
    return [Option(code, name) for code, name in cases.streets().items()]


def _officers(at: Situation) -> list[Option]:
    """List officers with a certificate, those of the matter or of one's own unit first."""
    home = at.matter.unit if at.matter else at.me.unit
    found = sorted(people.actors("officer", at.today), key=lambda o: (o.unit != home, o.unit, o.id))
    return [Option(str(o.id), o.name, f"{o.unit_name} · {o.certificate}", o.unit_name) for o in found]


def _evidence(at: Situation) -> list[Option]:
    usable = records.recorded(at.matter.id).usable if at.matter else ()
    return [Option(str(e.id), e.name, e.proves) for e in usable]


def _proofs(at: Situation) -> list[Option]:
    """List what proves a fact: the records made on the spot, and the pieces on file (处罚法 46.1)."""
    made = records.recorded(at.matter.id).records if at.matter else ()
    return [
        Option(str(r.id), r.name, f"{r.started_at.astimezone(CHINA):%Y-%m-%d}") for r in made
    ] + _evidence(at)


def _scenes(at: Situation) -> list[Option]:
    scenes = records.recorded(at.matter.id).scenes if at.matter else ()
    return [Option(str(s.id), s.words, "、".join(t.name for t in s.takes)) for s in scenes]


def _device_records(at: Situation) -> list[Option]:
    """List what devices recorded and nobody reviewed yet (处罚法 41.2)."""
    held = records.recorded(at.matter.id).usable if at.matter else ()
    waiting = [e for e in held if e.device is not None and e.fit is None]
    return [Option(str(e.id), e.name, f"{e.obtained_at.astimezone(CHINA):%Y-%m-%d %H:%M}") for e in waiting]


def _steps(at: Situation) -> list[Option]:
    steps = at.case.item.steps if at.case else ()
    return [Option(s.name, s.name, f"{s.when}{_amounts(s.low, s.high)}") for s in steps]


def _amounts(low: int, high: int) -> str:
    return f"（{yuan(low)}至{yuan(high)}元）" if high else ""


def _units(at: Situation) -> list[Option]:
    return [Option(str(u.pk), u.name) for u in people.units()]


def _people(at: Situation) -> list[Option]:
    return [
        Option(str(p.pk), p.name, unit.name)
        for unit in people.units()
        for p in unit.person_set.order_by("pk")
    ]


def _receivers(at: Situation) -> list[Option]:
    """List who of the bureau may take money that those who handle the case collected (处罚法 71)."""
    handlers = at.case.handlers if at.case else ()
    pks = [p.pk for unit in people.units() for p in unit.person_set.order_by("pk") if p.pk not in handlers]
    able = [a for a in people.named(pks, at.today) if a.roles - {"system"}]
    return [Option(str(a.id), a.name, a.unit_name) for a in able]


def _heads(at: Situation) -> list[Option]:
    found = {a.id: a for role in ("head", "deputy") for a in people.actors(role, at.today)}
    return [Option(str(a.id), a.name) for a in found.values()]


def _reviewers(at: Situation) -> list[Option]:
    return [Option(str(a.id), a.name) for a in people.actors("reviewer", at.today)]


def _hearing_chairs(at: Situation) -> list[Option]:
    """List who may conduct a hearing: the legal office and the heads, without those who handle the case."""
    return _not_handling(at, ("reviewer", "review_head", "deputy", "head"))


def _hearing_people(at: Situation) -> list[Option]:
    return _not_handling(
        at, ("reviewer", "review_head", "deputy", "head", "publicity", "archivist", "officer")
    )


def _not_handling(at: Situation, roles: tuple[str, ...]) -> list[Option]:
    found = {a.id: a for role in roles for a in people.actors(role, at.today)}
    handlers = at.matter.handlers if at.matter else ()
    return [Option(str(a.id), a.name, a.unit_name) for a in found.values() if a.id not in handlers]


def _appointments(at: Situation) -> list[Option]:
    rows = [
        post
        for unit in people.units()
        for person in unit.person_set.order_by("pk")
        for post in person.appointments.select_related("person").filter(until__isnull=True)
    ]
    check_rows(rows)
    return [
        Option(str(p.pk), f"{p.person.name} · {p.get_role_display()}", f"自{p.since:%Y-%m-%d}") for p in rows
    ]


def _local_values(at: Situation) -> list[Option]:
    return [Option(v.id, v.zh) for v in local_values().values()]


def _states(at: Situation) -> list[Option]:
    table = procedure(at.matter.procedure if at.matter else "ordinary")
    return [Option(state, table.zh(state)) for state in table.states]


def _outward_papers(at: Situation) -> list[Option]:
    papers = service.papers_to_serve(at.matter.id) if at.matter else ()
    served = {s.paper: s for s in service.services(at.matter.id)} if at.matter else {}
    return [Option(str(p.id), f"{p.title} {p.number}", _served(served.get(p.id))) for p in reversed(papers)]


def _served(found: ServiceView | None) -> str:
    return f"{found.served_on:%Y-%m-%d}{found.method_zh}" if found else "尚未送达"


def _to_publish(at: Situation) -> list[Option]:
    return [
        Option(str(d.decision), f"{d.title} {d.number}", f"期限至{d.due_on:%Y-%m-%d}")
        for d in disclosure.to_publish(at.today, at.me)
    ]


def _publications(at: Situation) -> list[Option]:
    return [Option(str(p.id), f"{p.title} {p.number}", p.state_zh) for p in disclosure.publications(at.me)]


def _open_points(at: Situation) -> list[Given]:
    points = hearings.points(at.case.id) if at.case else ()
    return [
        Given({"statement": str(p.statement), "point": str(p.n)}, f"第{p.n}条：{p.words}")
        for p in points
        if p.adopted is None
    ]


GIVEN: Registry[str, Callable[[Situation], list[Given]]] = Registry(
    "rows given", {"open_points": _open_points}
)


def given(one: Field, at: Situation) -> list[Given]:
    """Return the rows that stand there already: named by the act itself, or by the matter."""
    if one.preset:
        first = one.parts[0]
        return [Given({first.name: v}, first.labels.get(v, v), at.computed.get(v, "")) for v in one.preset]
    return GIVEN[one.choices](at) if one.choices in GIVEN else []


PROVIDERS: Registry[str, Provider] = Registry(
    "choices",
    {
        "items": _items,
        "all_items": _all_items,
        "streets": _streets,
        "officers": _officers,
        "evidence": _evidence,
        "proofs": _proofs,
        "scenes": _scenes,
        "devices": lambda _: [Option(str(d.id), d.name, d.place) for d in records.devices()],
        "devices_in_use": lambda _: [
            Option(str(d.id), d.name, d.place) for d in records.devices() if d.until is None
        ],
        "device_records": _device_records,
        "steps": _steps,
        "units": _units,
        "people": _people,
        "receivers": _receivers,
        "heads": _heads,
        "leaders": _heads,
        "reviewers": _reviewers,
        "hearing_chairs": _hearing_chairs,
        "hearing_people": _hearing_people,
        "appointments": _appointments,
        "local_values": _local_values,
        "states": _states,
        "outward_papers": _outward_papers,
        "decisions_to_publish": _to_publish,
        "publications": _publications,
    },
)


def provider(name: str) -> Provider | None:
    """Return the provider of this name, if there is one."""
    return PROVIDERS.get(name)
