"""Gathering what the gates of permits may see."""

from typing import Any

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.values import PermitView
from mingfa.bureau.review import reads as reviews

WHOSE = "本件审查人员"


def the_permit(look: Look[Any]) -> PermitFacts:
    """Gather what the gates may see of an application and its licence."""
    row = reads.permit(look.matter.pk)
    assert row is not None, "the matter is an application"
    licence = reads.licence_of(row.original or row.id)
    passed = tuple(reviews.reviews(row.id))
    version = row.concluded or 0
    return PermitFacts(
        look=look,
        permit=row,
        item=row.item,
        standing=reads.standing(row),
        licence=licence,
        holder=row.applicant.name,
        decision=reads.decision(row.id),
        requests=tuple(reviews.requests(row.id)),
        reviews=passed,
        review=reviews.standing_review(row.id, version),
        staff=_named(look, row),
        ahead=reads.accepted_before(row),
    )


def _named(look: Look[Any], row: PermitView) -> tuple[Any, ...]:
    given = getattr(look.inputs, "staff", None) or list(row.handlers)
    return tuple(people.named(list(dict.fromkeys(given)), look.today))


def the_application(look: Look[Any]) -> PermitFacts:
    """Gather what the gates of receiving may see: the item, the licence named, what bars the applicant."""
    given = look.inputs
    if given is None:
        return PermitFacts(look=look, permit=None, item=None)
    item = catalogue.item(given.item)
    licence = reads.licence_of(given.licence) if given.licence is not None else None
    holder, code = reads.holder_of(licence)
    fits = item is not None and code == item.code
    return PermitFacts(
        look=look,
        permit=None,
        item=item,
        licence=licence if fits else None,
        holder=holder,
        bars=reads.bars(given.applicant.name, item.code) if item else (),
    )


def its_staff(facts: PermitFacts) -> bool:
    """An application is examined by those it was assigned to."""
    return handles(facts.look)
