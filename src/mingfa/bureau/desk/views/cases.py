"""Cases: the list, and the page of one, which says where it is, what is missing, what can be done now."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.forms import SOURCES
from mingfa.bureau.cases.party import PARTY_KINDS
from mingfa.bureau.cases.views import CaseView
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.law.clocks import Clock, running
from mingfa.bureau.desk.handling import handled_by, with_handlers
from mingfa.bureau.desk.holdings import terms_in, with_terms_of
from mingfa.bureau.desk.sound import TAG, WORDS, apart
from mingfa.bureau.desk.steps import choices, stage_lines
from mingfa.bureau.desk.story import Event, files, happened, story
from mingfa.bureau.law.procedure import procedure
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.forms import EVIDENCE_KINDS

PAGE = 100


@dataclass(frozen=True)
class Line:
    """A case in a list."""

    id: int
    title: str
    number: str
    state: str
    ended: bool
    unit: str
    item: str
    last_at: Any
    altered: bool = False


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed by; each is empty or a value of the address."""

    q: str = ""
    state: str = ""
    item: str = ""
    unit: str = ""
    mine: str = ""

    def found(self, ask: Ask) -> QuerySet[Any]:
        """Return the visible cases that fit."""
        found = cases.search(ask.me, self.q)
        if self.state:
            found = found.filter(state=self.state)
        if self.item.isdigit():
            found = found.filter(item_id=int(self.item))
        if self.unit.isdigit():
            found = found.filter(unit_id=int(self.unit))
        if self.mine:
            found = with_handlers(found).filter(handled_by(ask.me.id))
        return found

    def address(self, number: int) -> str:
        given = {k: v for k, v in vars(self).items() if v}
        return "?" + urlencode(given | {"page": number})


def filters_of(ask: Ask) -> Filters:
    given = ask.request.GET
    return Filters(**{name: given.get(name, "").strip()[:60] for name in Filters.__dataclass_fields__})


def lines(found: QuerySet[Any], number: int) -> list[Line]:
    """Return one page of a list, each row checked against the ledger; of an altered one only its number."""
    rows = list(found.select_related("unit", "item")[(number - 1) * PAGE : number * PAGE])
    _, altered = apart(rows)
    return [_altered(row.pk) if row.pk in altered else _line(row) for row in rows]


def _altered(case: int) -> Line:
    return Line(case, f"{WORDS}（编号{case}）", "", TAG, False, "", "", None, altered=True)


def _line(row: Any) -> Line:
    table = procedure(row.procedure)
    return Line(
        id=int(row.pk),
        title=row.title,
        number=row.number,
        state=table.zh(row.state),
        ended=row.state in table.ends,
        unit=row.unit.name,
        item=row.item.name,
        last_at=row.last_at,
    )


@page
def listed(ask: Ask) -> HttpResponse:
    """List visible cases."""
    filters = filters_of(ask)
    found, number = filters.found(ask), _page_number(ask)
    total = found.count()
    table = procedure("ordinary")
    return show(
        ask,
        "desk/cases.html",
        nav="cases",
        filters=filters,
        lines=lines(found, number),
        total=total,
        number=number,
        pages=max(1, -(-total // PAGE)),
        before=filters.address(number - 1) if number > 1 else "",
        after=filters.address(number + 1) if number * PAGE < total else "",
        states=[(s, table.zh(s)) for s in table.states],
        items=catalogue.items(),
        units=[u for u in people.units() if u.kind == "enforcement"],
    )


def _page_number(ask: Ask) -> int:
    given = ask.request.GET.get("page", "1")
    return max(1, int(given)) if given.isdigit() and len(given) < 6 else 1


def visible_case(ask: Ask, pk: int) -> CaseView:
    """Return a case this person may see; any other is not there."""
    if not cases.visible(ask.me).filter(pk=pk).exists():
        raise Http404
    case = cases.case(pk)
    assert case is not None, "it was just seen"
    return case


def clocks_of(ask: Ask, case: CaseView, events: list[Event]) -> list[Clock]:
    """Return every term that runs in a case: those of its way, and those of what is held."""
    calendar = people.calendar()
    own = running(happened(case.id, case.found_at, events), ask.today, calendar, people.config())
    return with_terms_of(own, terms_in(case.id, ask.now, ask.today, calendar))


@page
def one(ask: Ask, pk: int) -> HttpResponse:
    """Show a case."""
    case = visible_case(ask, pk)
    events = story(pk, case.procedure)
    able = choices(ask, case)
    return show(
        ask,
        "desk/case.html",
        nav="cases",
        case=case,
        state=procedure(case.procedure).zh(case.state),
        source=SOURCES.get(case.source, case.source),
        party_kind=PARTY_KINDS.get(case.party.kind, "") if case.party else "",
        handlers=people.named(list(case.handlers), ask.today),
        stages=stage_lines(case, events),
        mine=[c for c in able if c.is_mine],
        others=[c for c in able if not c.is_mine and c.leads_on],
        clocks=clocks_of(ask, case, events),
        evidence=records.recorded(pk).evidence,
        evidence_kinds=EVIDENCE_KINDS,
        files=files(events),
        events=list(reversed(events)),
    )
