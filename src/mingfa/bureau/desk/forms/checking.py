"""The cross-check of papers on a matter's page (文书核对; plan 2.1.a): what contradicts what."""

from collections.abc import Iterable

from mingfa.bureau.desk.matters.timeline import Event
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.ledger.reader import Erased
from mingfa.bureau.papers.lints import Finding, Said, findings


def checked(events: Iterable[Event], rests_on: str) -> tuple[Finding, ...]:
    """Return what does not fit in the papers that these acts made; an erased paper is left out."""
    return findings([said for event in events if (said := _said(event)) is not None], rests_on)


def _said(event: Event) -> Said | None:
    if event.paper is None:
        return None
    try:
        facts = facts_of_paper(event.paper.id)
    except Erased:
        return None
    return Said(event.paper.kind, event.paper.number, event.at.date(), facts)
