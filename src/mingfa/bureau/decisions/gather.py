"""Gathering what the gates of a decision may see."""

from datetime import date
from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.hooks import challenges
from mingfa.bureau.decisions import reads, rules
from mingfa.bureau.doorway.drawing.cross_check import cross_checked
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.records import reads as records
from mingfa.bureau.review import reads as review
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.values import ServiceView

HEADS = [Role.HEAD, Role.DEPUTY]


def the_decision(look: Look[Any]) -> rules.Deciding:
    """Gather what the gates of a decision may see."""
    case = cases.case(look.matter.pk)
    assert case is not None, "the matter of a decision is a case"
    version = case.proposal.version if case.proposal else -1
    members = getattr(look.inputs, "members", [])
    return rules.Deciding(
        look=look,
        case=case,
        standing=hearings.standing(case, look.today, look.calendar, look.config),
        review=review.standing_review(case.id, version),
        reviews=tuple(review.reviews(case.id)),
        discussions=tuple(reads.discussions(case.id)),
        decision=reads.decision_of(case.id),
        members=tuple(people.named(members, look.today)),
        fined_already=tuple(reads.fines_for_the_same_act(case)),
        held=measures.held(case.id),
        time=reads.time_of(case, look.today, look.calendar, look.config),
        challenges=challenges(case.id),
        recorded=records.recorded(case.id),
        informed=_informed(case.id, look.today),
        told_by=_served(getattr(look.inputs, "paper", None), case.id),
        findings=cross_checked(look),
    )


def _served(paper: int | None, case: int) -> ServiceView | None:
    """Return how a paper of this case was served."""
    found = service.served(paper) if paper is not None else None
    return found if found is not None and found.matter == case else None


def _informed(case: int, today: date) -> bool:
    """Say whether a notice of what a device recorded was served by today."""
    served = (service.served(paper) for paper in records.told_by_paper(case))
    return any(one is not None and one.served_on <= today for one in served)
