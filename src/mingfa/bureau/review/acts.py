"""Submitting for review, reviewing, taking back (plan 3.2-3.4; law.md §2.2 steps 8 and 13)."""

from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.comparison.rules import (
    a_change_of_law_was_compared,
    the_proposal_follows_the_comparison,
)
from mingfa.bureau.cases.models import Case
from mingfa.bureau.cases.rules import the_papers_agree
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.drawing.cross_check import cross_checked
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles, the_matter
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.hearings.notice.rules import a_requested_hearing_was_held, the_party_was_told_and_heard
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.records import reads as records
from mingfa.bureau.review import inputs, reads, rules
from mingfa.bureau.review.contents import opinion_facts
from mingfa.bureau.review.hooks import subject_of, subject_of_review
from mingfa.bureau.review.models import Review, ReviewRequest
from mingfa.bureau.review.penalty.facts import PenaltyFile, as_subject
from mingfa.bureau.review.values import Subject


def the_file(look: Look[Any]) -> PenaltyFile:
    """Gather what a penalty case puts forward."""
    case = cases.case(look.matter.pk)
    assert case is not None, "the matter is a case"
    return PenaltyFile(
        look=look,
        case=case,
        recorded=records.recorded(case.id),
        standing=hearings.standing(case, look.today, look.calendar, look.config),
        officers=tuple(people.named(list(case.handlers), look.today)),
        paper_kinds=frozenset(cases.paper_kinds(case.id)),
        missing_numbers=tuple(cases.missing_numbers(case.id)),
    )


@subject_of_review(Case)
def the_penalty(look: Look[Any]) -> Subject:
    """Return a penalty case as the subject of a review."""
    return as_subject(the_file(look))


def the_submission(look: Look[Any]) -> rules.Submitting:
    """Gather what the gates of submitting a penalty case may see."""
    file = the_file(look)
    return rules.Submitting(
        look=look,
        case=file.case,
        recorded=file.recorded,
        standing=file.standing,
        requests=tuple(reads.requests(file.case.id)),
        reviews=tuple(reads.reviews(file.case.id)),
        findings=cross_checked(look),
    )


def the_review(look: Look[Any]) -> rules.Reviewing:
    """Gather what the gates of an opinion may see, whatever is reviewed."""
    return rules.Reviewing(
        look=look,
        subject=subject_of(look),
        requests=tuple(reads.requests(look.matter.pk)),
        reviews=tuple(reads.reviews(look.matter.pk)),
    )


def may_withdraw(facts: rules.Reviewing) -> bool:
    """The handler, the reviewer who gave the opinion, or the head may take a passed review back."""
    last = facts.reviews[-1] if facts.reviews else None
    return (
        handles(facts.look) or "head" in facts.by.roles or (last is not None and last.reviewer == facts.by.id)
    )


def submit(door: Door, version: int) -> None:
    """Put a proposal (the act that made it) before the legal office; each room has its own act for it."""
    matter = door.look.matter.pk
    asked = ReviewRequest.objects.filter(matter=matter).count()
    door.add(ReviewRequest(matter=matter, version=version, round=asked + 1, requested_at=door.look.at))


@act(
    "review.request",
    "送交法制审核",
    who=[Role.OFFICER],
    inputs=inputs.Submission,
    see=the_submission,
    gates=[
        the_certificate_is_valid,
        rules.the_submission_is_complete,
        a_change_of_law_was_compared,
        the_proposal_follows_the_comparison,
        the_party_was_told_and_heard,
        a_requested_hearing_was_held,
        rules.earlier_problems_are_answered,
        the_papers_agree,
    ],
    matter=the_matter,
    mine=lambda facts: handles(facts.look),
    whose="本案承办人",
)
def request(door: Door, facts: rules.Submitting, given: inputs.Submission) -> None:
    """Submit the case with its proposal for legal review."""
    assert facts.case.proposal is not None, "the gate on completeness has passed"
    submit(door, facts.case.proposal.version)


@act(
    "review.opine",
    "法制审核",
    who=[Role.REVIEWER],
    inputs=inputs.Opinion,
    see=the_review,
    gates=[
        rules.the_reviewer_is_not_the_handler,
        rules.the_reviewer_is_legally_qualified,
        rules.the_review_is_done_in_time,
        rules.every_point_is_answered,
        rules.what_was_computed_is_not_overlooked,
        rules.the_opinion_follows_from_its_points,
    ],
    matter=the_matter,
    paper="review_opinion",
)
def opine(door: Door, facts: rules.Reviewing, given: inputs.Opinion) -> None:
    """Give the written opinion: agree, or problems that go back to the handler (plan 3.3.b)."""
    submitted = facts.open_request
    assert submitted is not None, "the procedure opens this step by a submission"
    door.outcome = given.opinion
    paper = door.paper(
        "review_opinion", opinion_facts(facts, given), f"{facts.look.matter.title}法制审核意见书"
    )
    door.add(
        Review(
            matter=facts.subject.id,
            request_id=submitted.id,
            version=submitted.version,
            passed=given.opinion == "pass",
            reviewer=facts.by.id,
            number=paper.number,
            opined_at=door.look.at,
        )
    )


@act(
    "review.withdraw",
    "撤回法制审核",
    who=[Role.OFFICER, Role.REVIEWER, Role.HEAD],
    inputs=inputs.Withdrawal,
    see=the_review,
    matter=the_matter,
    mine=may_withdraw,
    whose="本案承办人、出具意见的审核人员或者主要负责人",
)
def withdraw(door: Door, facts: rules.Reviewing, given: inputs.Withdrawal) -> None:
    """Take a passed review back before the decision: the matter returns to the handler."""
    row = Review.objects.filter(matter=facts.subject.id, passed=True, withdrawn__isnull=True).latest("pk")
    row.withdrawn = door.index
    door.save(row)
