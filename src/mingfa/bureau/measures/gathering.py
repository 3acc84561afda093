"""Gathering what the gates of preservation and measures may see."""

from typing import Any, TypeVar

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.measures import forms, reads
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.views import Approval, Measure, Preservation, Release
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.service import reads as service

HEADS, WHOSE = [Role.HEAD, Role.DEPUTY], "本案承办人"
Row = TypeVar("Row", Approval, Preservation, Measure, Release)


def the_holding(look: Look[Any]) -> Holding:
    """Gather what the gates may see."""
    case = cases.case(look.matter.pk)
    assert case is not None, "what is held belongs to a case"
    held, given = reads.held(case.id), look.inputs
    measure = _named(held.measures, given, "measure")
    officers = getattr(given, "officers", None) or (measure.officers if measure else ())
    return Holding(
        look=look,
        case=case,
        held=held,
        officers=tuple(people.named(list(dict.fromkeys(officers)), look.today)),
        approval=_named(held.approvals, given, "approval"),
        preservation=_named(held.preservations, given, "preservation"),
        measure=measure,
        release=_named(held.releases, given, "release"),
        confiscating=case.proposal is not None
        and "confiscate_property" in case.proposal.kinds
        and service.served_kind(case.id, "penalty_decision", look.today) is not None,
    )


def seizing_of(measure: Measure) -> forms.Seizing:
    """Open what was typed when a measure was taken."""
    return forms.Seizing.model_validate(inputs(leaf(measure.id).entry))


def its_handler(facts: Holding) -> bool:
    """Only the handlers of a case take and keep things in it."""
    return handles(facts.look)


def _named(rows: tuple[Row, ...], given: Any, name: str) -> Row | None:
    """Return the row that the inputs name, if it is in this case."""
    return next((row for row in rows if row.id == getattr(given, name, None)), None)
