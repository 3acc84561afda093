"""What the gates of permits may see, and what several ask: days that count, the term of the decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mingfa.bureau.catalogue.permit_items.values import Guide, guide_of
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Pause, Term, term
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.permits.values import GROUNDS, BarView, DecisionView, LicenceView, PermitView, Standing
from mingfa.bureau.records.filming.values import Span
from mingfa.bureau.records.inputs import OnCamera
from mingfa.bureau.review.values import RequestView, ReviewView

RENEW_BEFORE = timedelta(days=30)


@dataclass(frozen=True)
class PermitFacts:
    """What the gates of permits may see.

    `permit` is None before the application is received; `licence` is the licence the matter led to or is
    about; `holder` the name on it; `staff` who is named in the form; `bars` what bars the applicant; `ahead`
    the applications for a limited number of permits that were accepted earlier and wait for their decision.
    """

    look: Look[Inputs]
    permit: PermitView | None
    item: ItemView | None
    standing: Standing = Standing()
    licence: LicenceView | None = None
    holder: str = ""
    decision: DecisionView | None = None
    requests: tuple[RequestView, ...] = ()
    reviews: tuple[ReviewView, ...] = ()
    review: ReviewView | None = None
    staff: tuple[Actor, ...] = ()
    bars: tuple[BarView, ...] = ()
    ahead: tuple[str, ...] = ()

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def scene(self) -> Span | None:
        """From when to when it went on on the spot."""
        return self.look.given_as(OnCamera).span

    @property
    def file(self) -> PermitView:
        """The application; only where there is one."""
        assert self.permit is not None, "this act belongs to an application"
        return self.permit

    @property
    def guide(self) -> Guide:
        assert self.item is not None, "the gate on items has passed"
        return guide_of(self.item)

    @property
    def holds(self) -> LicenceView:
        """The licence; only where there is one."""
        assert self.licence is not None, "this act is about a licence"
        return self.licence

    @property
    def needs_review(self) -> bool:
        """Whether nothing may be decided without legal review (方案 3.2.c)."""
        return bool(why_reviewed(self))

    @property
    def was_heard(self) -> bool:
        """Whether a hearing took place, was asked for or called, or a law asks for one."""
        now = self.standing
        return bool(now.hearing_held or now.hearing_asked or self.file.hearing_called or self.guide.heard)

    @property
    def supplement_term(self) -> Term:
        """The five working days from receipt in which what is missing is told (32.1 (4))."""
        return term("PERM-03", self.file.received_on, self.look.calendar)

    @property
    def deemed_accepted(self) -> bool:
        """Whether nobody said in time what is missing: then it is accepted, from the day of receipt."""
        term = self.supplement_term
        told = self.file.supplement is not None
        return not told and self.file.accepted_on is None and self.today > term.latest


def why_reviewed(f: PermitFacts) -> tuple[str, ...]:
    """Name every reason for which this permit goes to legal review."""
    heard = ("经过听证（或者应当听证）",) if f.was_heard else ()
    grounds = f.file.proposal.grounds if f.file.proposal else ()
    return (*heard, *(GROUNDS[g] for g in grounds))


def decision_term(permit: PermitView, now: Standing, calendar: Calendar) -> Term:
    """Return the term of the decision: told extensions in it, special procedures not (42, 45)."""
    assert permit.accepted_on is not None, "it runs from acceptance"
    longer = bool(permit.extended_by) and now.extension_served
    return term_to_decide(permit.guide.joint, longer, permit.accepted_on, now.pauses, calendar)


def term_to_decide(
    joint: bool, longer: bool, accepted_on: date, pauses: Sequence[Pause], calendar: Calendar
) -> Term:
    """Return the term of a decision: handled jointly or not, extended (and told so) or not."""
    name = "PERM-06" if joint else "PERM-05"
    return term(f"{name}.extended" if longer else name, accepted_on, calendar, pauses=pauses)


def decide_by(f: PermitFacts) -> Term | None:
    """Return the term to decide; None before it is accepted."""
    if f.file.accepted_on is None:
        return None
    return decision_term(f.file, f.standing, f.look.calendar)


def last_day_to_renew(licence: LicenceView) -> date | None:
    """Return the last day on which renewal is asked for in time: thirty days before expiry (50.1)."""
    return licence.to_on - RENEW_BEFORE if licence.to_on else None


def two_staff(f: PermitFacts, named: Iterable[int]) -> bool:
    """Say whether those named are two or more people in post."""
    able = {a.id for a in f.staff if a.roles}
    return len(able) >= 2 and able == set(named)
