"""Questions about publications; every row and value is checked against the ledger first (plan 1.1.c)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.disclosure.contents import texts_in
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.redaction.facts import Finding, Masking, leaks
from mingfa.bureau.disclosure.redaction.gather import masking_of
from mingfa.bureau.disclosure.sources.hooks import KINDS, SOURCES, Source, disclosable, of_sources
from mingfa.bureau.disclosure.values import LIVE, Brief, Disclosable, Due, PublicationView, Tally
from mingfa.bureau.doorway.matter import kinds
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, days_left, due_alerts, term
from mingfa.bureau.ledger.models import DISCLOSURE
from mingfa.bureau.ledger.reader import check_rows, inputs, leaf, value
from mingfa.bureau.lib.reading import once
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.reads import calendar
from mingfa.feed.value import NOTICE_KINDS

PUBLIC_KINDS = (*KINDS, "item", "agency")
_HERE = ("leaf", "sealed", "item", "unit")
_COLUMNS = [f.name for f in Publication._meta.concrete_fields if f.name not in _HERE]


@once
def publication(pk: int) -> PublicationView | None:
    """Return a publication."""
    return _one(Publication.objects.filter(pk=pk))


@once
def publication_of(decision: int) -> PublicationView | None:
    """Return the publication of a decision; of several the newest, an earlier one was withdrawn."""
    return _one(Publication.objects.filter(decision=decision))


@once
def publication_of_item(item: int) -> PublicationView | None:
    """Return the live publication of an item of the list."""
    return _one(Publication.objects.filter(item=item, state__in=LIVE))


@once
def agency_publication() -> PublicationView | None:
    """Return the live publication of the agency's page."""
    return _one(Publication.objects.filter(kind="agency", state__in=LIVE))


def publications(actor: Actor, states: Iterable[str] = ()) -> list[PublicationView]:
    """Return the publications of decisions this person may see, newest first; only in the states named."""
    rows = Publication.objects.filter(of_sources(lambda source: source.seen(actor)))
    named = list(states)
    found = list((rows.filter(state__in=named) if named else rows).order_by("-pk"))
    check_rows(found)
    return [view(row) for row in found]


@once
def draft(p: PublicationView) -> dict[str, Any]:
    """Open the content under way: {"notice": …, "text": … or None}, masked, as the feed spells it."""
    assert p.draft is not None, "only a publication of a decision has a draft"
    found: Any = value(leaf(p.draft).entry, "draft")
    return dict(found)


@once
def shown(p: PublicationView) -> dict[str, Any]:
    """Open what is public now (or was, when it was withdrawn): the notice and, if any, the text."""
    assert p.index is not None, "it went public once"
    entry = leaf(p.index, DISCLOSURE).entry
    return {name: value(entry, name) for name in entry.items}


@once
def masking(p: PublicationView) -> Masking:
    """Return the masking by which the content under way was made."""
    assert p.draft is not None and p.decision is not None
    found = disclosable(p.decision)
    removals: Any = inputs(leaf(p.draft).entry).get("removals", [])
    return masking_of(found.matter if found else -1, found.party if found else None, removals)


@once
def findings(p: PublicationView) -> tuple[Finding, ...]:
    """Return what the leak scan finds in the content under way; the reviewer judges an unsure one."""
    return leaks(texts_in(draft(p)), masking(p)) if p.draft is not None else ()


@once
def term_of(one: Disclosable) -> Term:
    """Return the term for publication: 7 working days for penalties and permits, 20 for others (118号)."""
    return term(one.rule, one.decided_on, calendar())


@once
def is_restricted(matter: int) -> bool:
    """Say whether a matter is marked as not for everybody's eyes."""
    found = (kind._default_manager.filter(pk=matter, audience__startswith="restricted:") for kind in kinds())
    return any(rows.exists() for rows in found)


@once
def to_publish(on: date, actor: Actor | None = None) -> list[Due]:
    """Return the decisions that stand and are not public yet, the most urgent first.

    With an actor only those this person may see.
    """
    done = Publication.objects.filter(decision__isnull=False, state__in=[*LIVE, "exempt", "withdrawn"])
    done = done.exclude(state="withdrawn", reason="error")
    found = [one for source in SOURCES for one in _waiting(source, on, actor, done.values("decision"))]
    if not found:
        return []
    rows, days = Publication.objects.filter(decision__in=[one.id for one in found]), calendar()
    begun = {p.decision: p for p in _views(rows.order_by("pk"))}
    waiting = (_due(one, on, begun.get(one.id), days) for one in found)
    return sorted(waiting, key=lambda one: (one.due_on, one.decision))


def _waiting(source: Source, on: date, actor: Actor | None, done: QuerySet[Any, Any]) -> list[Brief]:
    rows = source.standing(on).exclude(**{f"{source.key}__in": done})
    if actor is not None:
        rows = rows.filter(pk__in=source.seen(actor).order_by().values("pk"))
    return source.briefs(rows)


@once
def overdue(on: date, actor: Actor | None = None) -> list[Due]:
    """Return what should have been published before this day."""
    return [one for one in to_publish(on, actor) if one.is_overdue]


@once
def counts(on: date) -> dict[str, Tally]:
    """Count completeness and timeliness of each kind since the beginning (plan 1.1.c)."""
    waiting = to_publish(on)
    decided = {
        **{source.kind: source.total() for source in SOURCES},
        "item": Item.objects.filter(listed__isnull=False).count(),
        "agency": 1,
    }
    columns = {
        "published": Q(index__isnull=False),
        "late": Q(index__isnull=False, published_on__gt=F("due_on")),
        "withdrawn": Q(state="withdrawn"),
        "exempt": Q(state="exempt"),
    }
    counting = {name: Count("pk", filter=which) for name, which in columns.items()}
    rows = Publication.objects.order_by().values_list("kind").annotate(**counting)
    counted: dict[str, dict[str, int]] = {kind: dict(zip(columns, row, strict=True)) for kind, *row in rows}
    found: dict[str, Tally] = {}
    for kind in PUBLIC_KINDS:
        of = counted.get(kind, dict.fromkeys(columns, 0))
        found[kind] = Tally(
            **of,
            decided=decided[kind],
            in_time=of["published"] - of["late"],
            waiting=sum(one.kind == kind for one in waiting),
            overdue=sum(one.is_overdue for one in waiting if one.kind == kind),
        )
    return found


@once
def tallies(on: date) -> list[tuple[str, Tally]]:
    """Return (class in words, its counts) for every class in which anything was decided."""
    found = counts(on)
    return [(NOTICE_KINDS[kind], found[kind]) for kind in KINDS if found[kind].decided or kind == KINDS[0]]


@once
def view(row: Publication) -> PublicationView:
    """Return the view of a row."""
    columns: dict[str, Any] = {name: getattr(row, name) for name in _COLUMNS}
    return PublicationView(id=int(row.pk), item=row.item_id, unit=int(row.unit_id), **columns)


def _due(one: Brief, on: date, begun: PublicationView | None, days: Calendar) -> Due:
    counted = term(one.rule, one.decided_on, days)
    return Due(
        kind=one.kind,
        decision=one.id,
        matter=one.matter,
        number=one.number,
        title=one.title,
        unit=one.unit,
        unit_name=one.unit_name,
        decided_on=one.decided_on,
        due_on=counted.end,
        days_left=days_left(counted, on, days),
        alerts=due_alerts(counted, on, days),
        publication=begun,
    )


def _one(rows: Any) -> PublicationView | None:
    found = _views(rows.order_by("-pk")[:1])
    return found[0] if found else None


def _views(rows: Iterable[Publication]) -> list[PublicationView]:
    found = list(rows)
    check_rows(found)
    return [view(row) for row in found]
