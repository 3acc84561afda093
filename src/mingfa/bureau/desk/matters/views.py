"""Matters: the list of a kind, and the page of one: where it is, what is missing, what can be done now."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.forms.checking import checked
from mingfa.bureau.desk.forms.choosing import offered
from mingfa.bureau.desk.kinds import BY_PATH, opened
from mingfa.bureau.desk.kinds.held_goods import BEGIN, panel
from mingfa.bureau.desk.kinds.held_terms import with_terms_of
from mingfa.bureau.desk.kinds.kind import Face, Opened
from mingfa.bureau.desk.matters.attached import files
from mingfa.bureau.desk.matters.integrity import TAG, WORDS, apart
from mingfa.bureau.desk.matters.scenes import scene_lines
from mingfa.bureau.desk.matters.steps import choices, stage_lines
from mingfa.bureau.desk.matters.timeline import Event, happened, known_of, story
from mingfa.bureau.desk.retrieval.views import access
from mingfa.bureau.desk.worklist.handlers import handled_by
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.clocks import Clock, running
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.lib.received import whole
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.inputs import EVIDENCE_KINDS

PAGE = 100
MOST_PAGES = 99_999


@dataclass(frozen=True)
class Line:
    """A matter in a list."""

    id: int
    title: str
    number: str
    state: str
    ended: bool
    unit: str
    item: str
    last_at: datetime | None
    altered: bool = False


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed by; each is empty or a value of the address."""

    q: str = ""
    state: str = ""
    item: str = ""
    unit: str = ""
    mine: str = ""

    def found(self, face: Face, ask: Ask) -> QuerySet[Any]:
        """Return the visible matters that fit."""
        found = face.search(ask.me, self.q)
        if self.state:
            found = found.filter(state=self.state)
        if (item := whole(self.item)) is not None and face.categories:
            found = found.filter(item_id=item)
        if (unit := whole(self.unit)) is not None:
            found = found.filter(unit_id=unit)
        if self.mine:
            found = found.filter(handled_by(ask.me.id))
        return found

    def address(self, number: int) -> str:
        given = {k: v for k, v in vars(self).items() if v}
        return "?" + urlencode(given | {"page": number})


def filters_of(ask: Ask) -> Filters:
    given = ask.request.GET
    return Filters(**{name: given.get(name, "").strip()[:60] for name in Filters.__dataclass_fields__})


def lines(found: QuerySet[Any], number: int) -> list[Line]:
    """Return one page of a list, each row checked against the ledger; of an altered one only its number."""
    named = ("unit", "item") if hasattr(found.model, "item") else ("unit",)
    rows = list(found.select_related(*named)[(number - 1) * PAGE : number * PAGE])
    _, altered = apart(rows)
    return [_altered(row.pk) if row.pk in altered else _line(row) for row in rows]


def _altered(matter: int) -> Line:
    return Line(matter, f"{WORDS}（编号{matter}）", "", TAG, False, "", "", None, altered=True)


def _line(row: Any) -> Line:
    table = procedure(row.procedure)
    return Line(
        id=int(row.pk),
        title=row.title,
        number=row.number,
        state=table.zh(row.state),
        ended=row.state in table.ends,
        unit=row.unit.name,
        item=row.item.name if hasattr(row, "item") else "",
        last_at=row.last_at,
    )


@page
def listed(ask: Ask, kind: str) -> HttpResponse:
    """List the visible matters of a kind."""
    face = BY_PATH[kind]
    filters = filters_of(ask)
    found, number = filters.found(face, ask), page_number(ask)
    total = found.count()
    begins = REGISTER[face.begins]
    return show(
        ask,
        "desk/matters.html",
        nav=face.path,
        face=face,
        begins=begins if ask.can(begins.who) else None,
        filters=filters,
        lines=lines(found, number),
        total=total,
        number=number,
        pages=max(1, -(-total // PAGE)),
        before=filters.address(number - 1) if number > 1 else "",
        after=filters.address(number + 1) if number * PAGE < total else "",
        states=list(dict.fromkeys((s, table.zh(s)) for table in face.tables for s in table.states)),
        items=[item for item in catalogue.items() if item.category in face.categories],
        units=[u for u in people.units() if u.kind == "enforcement"],
    )


def page_number(ask: Ask) -> int:
    """Return which page of a list is asked for; the first where none is."""
    return whole(ask.request.GET.get("page", ""), most=MOST_PAGES) or 1


def clocks_of(ask: Ask, matter: Opened, events: list[Event]) -> list[Clock]:
    """Return every term that runs in a matter: those of its way, and those of its own kind."""
    fixed, known = matter.face.fixed([matter.id]), known_of({matter.id: events})
    done = happened(matter.face.begun_at(matter.view), events, fixed, known)
    own = running(matter.table, done, ask.today, people.calendar(), people.config(), ask.now)
    return with_terms_of(own, matter.face.terms(matter.id, ask))


@page
def one(ask: Ask, kind: str, pk: int) -> HttpResponse:
    """Show a matter."""
    matter = opened(ask, pk)
    events = story(pk, matter.view.procedure)
    able = choices(ask, matter)
    recorded, found = records.recorded(pk), files(events)
    # What is begun from something held stands there, and not among the acts of the matter.
    beside = {step.act for part in matter.table.parts for step in procedure(part).steps} - BEGIN
    return show(
        ask,
        "desk/matter.html",
        nav=matter.face.path,
        matter=matter,
        side=matter.face.side(matter.view, ask),
        stages=stage_lines(matter, events),
        offer=offered(c for c in able if c.is_mine and c.act not in beside),
        kept=panel(pk, ask, {c.act for c in able if c.is_mine and not c.blocked}) if beside else None,
        others=[c for c in able if not c.is_mine and c.leads_on],
        clocks=clocks_of(ask, matter, events),
        evidence=recorded.evidence,
        scenes=scene_lines(recorded),
        evidence_kinds=EVIDENCE_KINDS,
        files=found,
        access=access(ask, matter, found),
        once=token_hex(16),
        faults=checked(events, matter.view.number),
        events=list(reversed(events)),
    )
