"""What the gates of enforcement may see, and what several of them compute. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.enforcement.scene.inputs import OnSite
from mingfa.bureau.enforcement.values import (
    Agreement,
    Announced,
    Carried,
    CourtStep,
    Demand,
    EnforcementView,
    Objection,
    Ordered,
    Proposal,
    Source,
)
from mingfa.bureau.execution.values import Owed, PerformanceView
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, term
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.measures.values import Held
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.filming.values import Span
from mingfa.bureau.remedies.values import RemedyView
from mingfa.bureau.review.values import ReviewView

MINUTE = timedelta(minutes=1)
# The earliest and the latest day on which something is over; the same where no coming notice can move it.
Between = tuple[date, date]


@dataclass(frozen=True)
class Enforcing:
    """What the gates of enforcement may see.

    `case` and `source` are None while nothing is chosen yet; a clearance at once has no source. `owed` is as
    of today, None where no fine is enforced; `deferred_to` the last day of a deferral. `challenges` are
    the remedies that the party took against it. `fallen` names the ruling that ended what is enforced.
    """

    look: Look[Inputs]
    file: EnforcementView | None
    case: CaseView | None
    source: Source | None
    owed: Owed | None
    deferred_to: date | None
    remedies_over: Between | None
    checks: tuple[PerformanceView, ...]
    officers: tuple[Actor, ...]
    demands: tuple[Demand, ...]
    objections: tuple[Objection, ...]
    review: ReviewView | None
    reviews: tuple[ReviewView, ...]
    ordered: Ordered | None
    announced: Announced | None
    carried: Carried | None
    court: tuple[CourtStep, ...]
    agreements: tuple[Agreement, ...]
    held: Held
    others: tuple[str, ...]
    notified: bool
    stayed: bool = False
    fallen: str = ""
    challenges: tuple[RemedyView, ...] = ()

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def scene(self) -> Span:
        """From arrival to end of what is done on the spot."""
        given = self.look.given_as(OnSite)
        return given.started_at, given.ended_at

    @property
    def proposal(self) -> Proposal | None:
        return self.file.proposal if self.file else None

    @property
    def demand(self) -> Demand | None:
        """The latest demand, not counting the one right before a substitute performance."""
        return next((d for d in reversed(self.demands) if not d.final), None)

    @property
    def urged(self) -> Demand | None:
        """The latest demand right before a substitute performance."""
        return next((d for d in reversed(self.demands) if d.final), None)

    @property
    def of(self) -> Source:
        """The source; only where the procedure has one."""
        assert self.source is not None
        return self.source


def _gains(left: int) -> str:
    return f"没收的违法所得{yuan(left)}元"


def left_undone(f: Enforcing) -> str:
    """Say what of the duty is still unperformed; blank when all is done."""
    if f.source is None:
        return ""
    if f.source.kind == "penalty":
        owed = f.owed
        if not owed or not owed.left:
            return ""
        fine = f"罚款{yuan(owed.fine_left)}元、加处罚款{yuan(owed.surcharge_left)}元"
        sums = ((owed.fine_left + owed.surcharge_left, fine), (owed.gains_left, _gains(owed.gains_left)))
        return "、".join(words for left, words in sums if left)
    done = [c for c in f.checks if c.checked_on >= f.source.decided_on]
    return "" if done and done[-1].corrected else "责令改正的事项"


def served(on: date | None, today: date) -> bool:
    """Say whether something took effect by service."""
    return on is not None and on <= today


def remedies_end(served_on: date, calendar: Calendar) -> Term:
    """Return the time in which the party may still turn to the court (行政诉讼法 46: six months)."""
    return term("DEC-12.litigation", served_on, calendar)


def after_remedy(ended_on: date, calendar: Calendar) -> Term:
    """Return the time in which the party may sue after a reconsideration ended (行政诉讼法 45)."""
    return term("DEC-12.after_reconsideration", ended_on, calendar)


def window(over: Between | None, deferred_to: date | None, calendar: Calendar) -> Term | None:
    """Return the three months in which the court may be asked (强制法 53, 处罚法 72 para 2).

    They begin when the party's time for remedies is over (`over`: the earliest and the latest day); where
    paying later was granted, not before its end. The latest day opens them, the earliest closes them.
    """
    if over is None:
        return None
    first, last = (term("EXEC-10", max(day, deferred_to or day), calendar) for day in over)
    if first.earliest == last.latest:
        return last
    return replace(last, end=first.earliest, between=(first.earliest, last.latest))


def at_night(start: datetime, end: datetime, night_from: int, night_to: int) -> bool:
    """Say whether any minute from `start` to before `end` lies in the night, from hour to hour."""
    moment = start.astimezone(CHINA).replace(second=0, microsecond=0)
    last = max(end, start + MINUTE)
    while moment < last:
        hour = moment.hour
        late, early = hour >= night_from, hour < night_to
        if (late and early) if night_from < night_to else (late or early):
            return True
        moment += MINUTE
    return False


def days_of(start: datetime, end: datetime) -> list[date]:
    """Return the days that a time touches; ending at midnight it does not touch the next day."""
    first, last = start.astimezone(CHINA).date(), (end - timedelta(microseconds=1)).astimezone(CHINA).date()
    return [first + timedelta(days=n) for n in range(max(0, (last - first).days) + 1)]
