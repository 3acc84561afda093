"""What a change of law touches (plan 1.2.b): items, their guides, papers and open matters.

Read from what stands there today: nothing is noted, and nothing has to be ticked off. An item that ended with
the law, or a case in which old and new law were compared, is no longer found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.comparison.rules import uncompared
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.kinds.cases import CASES, UNDECIDED
from mingfa.bureau.desk.kinds.kind import Face
from mingfa.bureau.desk.kinds.permits import PERMITS
from mingfa.bureau.desk.matters.integrity import apart
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.law.texts.amendments import Amendment, amendments
from mingfa.bureau.law.texts.changes import replaced
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.papers.forms import Form, forms
from mingfa.bureau.permits.reads import OPEN as OPEN_PERMITS

# What is decided already is not judged by newer law.
OPEN_CASES = ("clue", "unfiled", "verified", "proposed", *UNDECIDED, "suspended", "crime_reported")
UNDECIDED_IN = {CASES.path: OPEN_CASES, PERMITS.path: OPEN_PERMITS}
SHOWN = 50


@dataclass(frozen=True)
class TouchedItem:
    """An item in force that cites changed law; `guide`: its guide names it as well."""

    item: ItemView
    citations: tuple[str, ...]
    guide: bool

    @property
    def printed(self) -> str:
        return "；".join(str(cite(c)) for c in self.citations)


@dataclass(frozen=True)
class TouchedMatter:
    """An open matter whose item or proposal cites changed law."""

    href: str
    title: str
    state: str


@dataclass(frozen=True)
class Touched:
    """A change of law, and what it touches. `is_ahead`: it has not come yet."""

    amendment: Amendment
    is_ahead: bool
    items: tuple[TouchedItem, ...]
    papers: tuple[Form, ...]
    matters: tuple[TouchedMatter, ...]
    altered: tuple[int, ...]

    @property
    def is_any(self) -> bool:
        return bool(self.items or self.papers or self.matters or self.altered)


def touched(ask: Ask) -> list[Touched]:
    """Return every change until today or within sixty days; a new edition only where it touches something."""
    known, everything = amendments(ask.today), catalogue.items()
    found = [_touched(one, everything, ask) for one in known]
    return [one for one in found if one.is_any or one.amendment.ended]


def _touched(one: Amendment, everything: list[ItemView], ask: Ask) -> Touched:
    matters, altered = _matters(one, everything, ask)
    return Touched(
        one, one.is_ahead(ask.today), _items(one, everything, ask.today), _papers(one), matters, altered
    )


def items_to_revise(on: date) -> list[tuple[Amendment, TouchedItem]]:
    """Return the items that cite what changed or soon will, the law that changes first before the others."""
    everything = catalogue.items()
    return [(one, found) for one in reversed(amendments(on)) for found in _items(one, everything, on)]


def _items(one: Amendment, everything: list[ItemView], on: date) -> tuple[TouchedItem, ...]:
    running = [i for i in everything if i.listed is not None and (i.valid_to is None or i.valid_to >= on)]
    found = []
    for item in running:
        cited = one.touched(_citations(item), item.valid_from, item.valid_to)
        in_guide = _made_before(one, item) and one.is_named("".join(_words(item)))
        if cited or in_guide:
            found.append(TouchedItem(item, cited, in_guide))
    return tuple(found)


def _made_before(one: Amendment, item: ItemView) -> bool:
    lasts = item.valid_to is None or item.valid_to >= one.since
    return lasts and (one.ended or item.valid_from < one.since)


def _citations(item: ItemView) -> tuple[str, ...]:
    return (*item.breaks, *item.penalises)


def _words(value: Any) -> Iterator[str]:
    """Yield every text of a guide."""
    match value:
        case ItemView():
            yield from (value.conditions, value.time_limit, value.correction)
            yield from _words(value.guide)
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _words(one)
        case list() | tuple():
            for one in value:
                yield from _words(one)


def _papers(one: Amendment) -> tuple[Form, ...]:
    """Return the forms that cite changed law, in their data or in what they print."""
    return tuple(f for f in forms().values() if _paper_touched(one, f))


def _paper_touched(one: Amendment, form: Form) -> bool:
    made = date.fromisoformat(form.version)
    cited = [*form.basis, *(f.citation for f in form.fields if f.citation)]
    if one.touched(cited, made):
        return True
    return (one.ended or made < one.since) and one.is_named(_printed(form.template))


def _printed(template: Path) -> str:
    return template.read_text(encoding="utf-8") if template.exists() else ""


def _matters(
    one: Amendment, everything: list[ItemView], ask: Ask
) -> tuple[tuple[TouchedMatter, ...], tuple[int, ...]]:
    """Return the visible open matters about items that cite changed law, the oldest first."""
    on_it = [i.id for i in everything if one.touched(_citations(i), i.valid_from)]
    found: list[TouchedMatter] = []
    lost: list[int] = []
    for face in FACES if on_it else ():
        rows, altered = (
            apart(_about(face, on_it, ask).order_by("pk")[:SHOWN]) if face.categories else ([], [])
        )
        lost += altered
        for row in rows:
            if face is CASES and not _case_waits(int(row.pk), one, ask):
                continue
            state = procedure(row.procedure).zh(row.state)
            found.append(TouchedMatter(f"/{face.path}/{row.pk}/", row.title, state))
    return tuple(found), tuple(lost)


def _about(face: Face, on_items: list[int], ask: Ask) -> QuerySet[Any]:
    states = [s for t in face.tables for s in t.states if s not in t.ends]
    if face.path in UNDECIDED_IN:
        states = [s for s in states if s in UNDECIDED_IN[face.path]]
    return face.visible(ask.me).filter(item_id__in=on_items, state__in=states)


def _case_waits(pk: int, one: Amendment, ask: Ask) -> bool:
    """Say whether old and new law are still to be compared: before the change comes, they will have to be."""
    case = cases.case(pk)
    if case is None or not one.ended:
        return case is not None and case.act_on < one.since
    left = {change.old.short for change in uncompared(case, max(ask.today, one.since))}
    return one.statute.short in left


def cases_to_compare(found: QuerySet[Any], ask: Ask) -> tuple[list[tuple[Any, str]], list[int]]:
    """Return the undecided cases whose law changed after the act, with the change; and the altered."""
    ended = [one for one in amendments(ask.today) if one.ended and not one.is_ahead(ask.today)]
    everything = catalogue.items()
    on_it = [i.id for i in everything if any(e.touched(_citations(i), i.valid_from) for e in ended)]
    rows, altered = apart(found.filter(item_id__in=on_it, state__in=OPEN_CASES).order_by("pk")[:SHOWN])
    covered = cases.laws_compared(int(row.pk) for row in rows)
    items = {i.id: _citations(i) for i in everything}
    left = []
    for row in rows:
        changes = replaced(items[row.item_id], row.act_on, ask.today)
        left.append((row, [c for c in changes if c.old.short not in covered.get(int(row.pk), ())]))
    return [(row, "；".join(map(str, changes))) for row, changes in left if changes], altered
