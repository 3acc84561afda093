"""The cross-check of papers on a matter's page (文书核对; plan 2.1.a): what contradicts what."""

from collections.abc import Iterable

from mingfa.bureau.desk.matters.timeline import Event
from mingfa.bureau.doorway.drawing import facts_of_papers
from mingfa.bureau.papers.lints import Finding, Said, findings


def checked(events: Iterable[Event], rests_on: str) -> tuple[Finding, ...]:
    """Return what does not fit in the papers that these acts made; an erased paper is left out."""
    made = [(event.at.date(), event.paper) for event in events if event.paper is not None]
    facts = facts_of_papers([paper.id for _, paper in made])
    said = [Said(one.kind, one.number, day, facts[one.id]) for day, one in made if one.id in facts]
    return findings(said, rests_on)
