"""A permit as it is heard (行政许可法 46-48), and telling third parties when and where."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.hearings.hooks import heard_in
from mingfa.bureau.hearings.values import CLOSED, Heard, HearingView, answering
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.permits import reads
from mingfa.bureau.permits.contents import contact
from mingfa.bureau.permits.examining import inputs as forms
from mingfa.bureau.permits.examining import rules
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.gather import the_permit
from mingfa.bureau.permits.models import Invitation, Permit
from mingfa.bureau.permits.values import OUTCOMES, ConcernedView, PermitView
from mingfa.bureau.permits.writes import row_of
from mingfa.bureau.service import reads as service

BASIS = "《中华人民共和国行政许可法》第四十六条、第四十七条、第四十八条"


@heard_in(Permit)
def the_application_heard(look: Look[Any]) -> Heard:
    """Return an application as what is heard: asked for by either side, or called by the office."""
    f = the_permit(look)
    now = f.standing
    found = answering(hearings.hearings(f.file.id), now.hearing_asked)
    why = "依职权决定" if f.file.hearing_called else "应申请人、利害关系人的要求"
    return Heard(
        id=f.file.id,
        title=f.file.title,
        cause=f.file.title,
        party=f.file.applicant,
        told_number="",
        proposed=_proposed(f.file),
        due=now.hearing_asked is not None and (found is None or found.is_appointed),
        settled=True,
        asked=now.hearing_asked is not None,
        hearing=found,
        told_on=_told_on(f.file, now.interested, found),
        investigators=frozenset(f.file.handlers).union(*(c.staff for c in now.checks)),
        must_announce=f.file.hearing_called is not None,
        basis=BASIS,
        opening=f"本机关正在审查{f.file.applicant.name}提出的“{f.file.item.name}”申请，{why}，",
    )


def _proposed(permit: PermitView) -> str:
    if permit.proposal is None:
        return f"对“{permit.item.name}”申请作出准予或者不予行政许可的决定。"
    return f"拟{OUTCOMES[permit.proposal.outcome]}。{permit.proposal.content or permit.proposal.why}"


def _told_on(
    permit: PermitView, interested: Iterable[ConcernedView], found: HearingView | None
) -> date | None:
    """Return the day on which the applicant and every third party knew the present time; None before."""
    if found is None:
        return None
    delivery, asked = service.served(found.notice), reads.invited(permit.id, found.notice)
    days = [delivery.served_on if delivery else None, *(asked.get(c.id) for c in interested)]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


@act(
    "permit.invite",
    "通知利害关系人参加听证",
    who=[Role.REVIEW_HEAD, Role.HEAD],
    inputs=forms.Inviting,
    see=the_permit,
    gates=[rules.an_appointed_hearing_is_told_to_a_third_party],
    matter=the_matter,
    paper="permit_hearing_notice",
)
def invite(door: Door, facts: PermitFacts, given: forms.Inviting) -> None:
    """Tell a third party when and where the hearing is held, on a notice of its own."""
    hearing = hearings.hearings(facts.file.id)[-1]
    told = inputs(leaf(given.concerned).entry)
    door.paper(
        "permit_hearing_notice",
        {
            "party": {"name": told["name"], "address": told["address"], "kind": "unit"},
            "applicant": facts.file.applicant.name,
            "item": facts.file.item.name,
            "starts_at": hearing.starts_at.astimezone(CHINA).isoformat(),
            "venue": hearing.venue,
            "manner": f"不公开举行（{CLOSED[hearing.closed_because]}）"
            if hearing.closed_because
            else "公开举行",
            "chair": people.named([hearing.chair], facts.today)[0].name,
            **contact(facts),
        },
    )
    door.add(Invitation(permit=row_of(door), concerned_id=given.concerned, notice=hearing.notice))
