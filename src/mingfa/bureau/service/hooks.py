"""On whom papers are served: each kind of matter says who its party is (行政处罚法 61, 行政强制法 38)."""

from collections.abc import Callable

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.inspections import reads as inspections
from mingfa.bureau.inspections.models import Inspection
from mingfa.bureau.lib.registry import Registry
from mingfa.bureau.service.values import Recipient

Known = Callable[[int], Recipient]
RECIPIENTS: Registry[type[Matter], Known] = Registry("recipients")
# Some papers of a matter are addressed to somebody else: asked of the paper, None where it is the party's.
Addressed = Callable[[int], Recipient | None]
ADDRESSED: Registry[type[Matter], Addressed] = Registry("addressees")


def recipient_in(kind: type[Matter]) -> Callable[[Known], Known]:
    """Register who is served in a kind of matter; the function gets the key of the matter."""

    def declare(known: Known) -> Known:
        RECIPIENTS.tell(kind, known)
        return known

    return declare


def addressed_in(kind: type[Matter]) -> Callable[[Addressed], Addressed]:
    """Register whom a paper of a kind of matter is addressed to, where that is not the party."""

    def declare(known: Addressed) -> Addressed:
        ADDRESSED.tell(kind, known)
        return known

    return declare


def addressee_of(matter: Matter, paper: int | None) -> Recipient:
    """Return on whom a paper is served: whom it is addressed to, else the party of its matter."""
    other = ADDRESSED.get(type(matter))
    found = other(paper) if other is not None and paper is not None else None
    return found or recipient_of(matter)


def recipient_of(matter: Matter) -> Recipient:
    """Return who is served in a matter."""
    return RECIPIENTS[type(matter)](int(matter.pk))


@recipient_in(Case)
def the_party(pk: int) -> Recipient:
    """Return the party of a penalty case; before it is known there is none."""
    case = cases.case(pk)
    assert case is not None, "the matter is a case"
    return Recipient(case.party.name if case.party else "", case.is_unit)


@recipient_in(Inspection)
def the_enterprise(pk: int) -> Recipient:
    """Return the enterprise that is inspected."""
    found = inspections.inspection(pk)
    assert found is not None, "the matter is an inspection"
    return Recipient(found.party.name, found.party.kind == "unit")
