"""Gathering what the gates of preservation and measures may see."""

from typing import Any, TypeVar

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import may_handle
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.measures import inputs as measures_inputs
from mingfa.bureau.measures import reads
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.models import Preserved, Seizure
from mingfa.bureau.measures.values import KINDS, Approval, Measure, Preservation, Release
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.service import reads as service

HEADS, WHOSE = [Role.HEAD, Role.DEPUTY], "本案承办人（尚未指定的，由承办机构的执法人员）"
Row = TypeVar("Row", Approval, Preservation, Measure, Release)


def the_holding(look: Look[Any]) -> Holding:
    """Gather what the gates may see."""
    case = cases.case(look.matter.pk)
    assert case is not None, "what is held belongs to a case"
    held, given = reads.held(case.id), look.inputs
    measure = _named(held.measures, given, "measure")
    preservation = _named(held.preservations, given, "preservation")
    release = _named(held.releases, given, "release")
    taken = release.measure if release else next((one.id for one in (measure, preservation) if one), None)
    approval = _named(held.approvals, given, "approval")
    officers = getattr(given, "officers", None) or (measure.officers if measure else ())
    return Holding(
        look=look,
        case=case,
        party=case.party or getattr(given, "party", None) or (reads.party_named(taken) if taken else None),
        held=held,
        officers=tuple(people.named(list(dict.fromkeys(officers)), look.today)),
        asker=people.named([approval.asked_by], look.today)[0].name if approval else "",
        approval=approval,
        preservation=preservation,
        measure=measure,
        release=release,
        confiscating=case.proposal is not None
        and "confiscate_property" in case.proposal.kinds
        and service.served_kind(case.id, "penalty_decision", look.today) is not None,
        why=_why(given, approval),
    )


def seizing_of(measure: Measure) -> measures_inputs.Seized:
    """Open what was typed when a measure was taken."""
    return measures_inputs.Seized.model_validate(inputs(leaf(measure.id).entry))


def asked_for(approval: Approval) -> measures_inputs.MeasureRequest:
    """Open what was put to the head before a measure."""
    return measures_inputs.MeasureRequest.model_validate(inputs(leaf(approval.id).entry))


def said_of_preservation(approval: Approval) -> measures_inputs.PreservationRequest:
    """Open what was put to the head before a preservation."""
    return measures_inputs.PreservationRequest.model_validate(inputs(leaf(approval.id).entry))


def _why(given: Any, approval: Approval | None) -> measures_inputs.Why | None:
    """Return what an act says of its measure, or what the head was asked for."""
    if isinstance(given, measures_inputs.Why):
        return given
    return asked_for(approval) if approval is not None and approval.kind in KINDS else None


def its_handler(facts: Holding) -> bool:
    """The handlers of a case take and keep things in it; before it is filed, any officer of the unit."""
    return may_handle(facts.look)


def the_seizure(matter: int, given: Any) -> Seizure | None:
    """Return the measure the inputs name, if it is in this matter."""
    return Seizure.objects.filter(pk=given.measure, matter=matter).first()


def the_released(matter: int, given: Any) -> Seizure | None:
    """Return the measure whose release the inputs name."""
    return Seizure.objects.filter(released__pk=given.release, matter=matter).first()


def the_preserved(matter: int, given: Any) -> Preserved | None:
    """Return the preservation the inputs name."""
    return Preserved.objects.filter(pk=given.preservation, matter=matter).first()


def _named(rows: tuple[Row, ...], given: Any, name: str) -> Row | None:
    """Return the row that the inputs name, if it is in this case."""
    return next((row for row in rows if row.id == getattr(given, name, None)), None)
