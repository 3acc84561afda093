"""What the gates of preservation and measures may see, and what several of them ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.texts.statutes import UnknownArticle, UnknownStatute, cite
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, term
from mingfa.bureau.measures.inputs import (
    Disposal,
    HandingBack,
    OnTheSpot,
    Preserving,
    ReleaseWord,
    SceneRecord,
    Why,
)
from mingfa.bureau.measures.values import Approval, Held, Measure, Preservation, Release
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.filming.values import Span

BINDING = frozenset({"法律", "行政法规", "地方性法规"})
# They say how a measure is taken; that it may be taken another law says.
HOW_ONLY = frozenset({"行政强制法", "行政处罚法"})


@dataclass(frozen=True)
class Holding:
    """What the gates of preservation and measures may see; a row named is None where it is not there.

    `party` is the case's, or, before the case has one, whoever was named when something was taken;
    `confiscating` says that a decision to confiscate was served by today; `why` which measure is asked for,
    approved or taken, for what reason and on which law, and `asker` who asked for it.
    """

    look: Look[Inputs]
    case: CaseView
    party: Party | None
    held: Held
    officers: tuple[Actor, ...]
    asker: str
    approval: Approval | None
    preservation: Preservation | None
    measure: Measure | None
    release: Release | None
    confiscating: bool
    why: Why | None

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def scene(self) -> Span | None:
        """From the arrival to the end of the scene that is recorded."""
        return (self.measure.started_at, self.look.given_as(SceneRecord).ended_at) if self.measure else None

    @property
    def of(self) -> Measure:
        """The measure; only after the gate that it exists."""
        assert self.measure is not None
        return self.measure

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the things an act is about: those named, else all still held."""
        return tuple(dict.fromkeys(self.look.given_as(ReleaseWord, Disposal).things)) or self.of.left


def lapses_on(taken_on: date, calendar: Calendar) -> Term:
    """Return the seven working days in which it can be decided what becomes of preserved evidence."""
    return term("EVID-04", taken_on, calendar)


def two_certified(f: Holding) -> bool:
    """Say whether those named are at least two officers, each with a valid certificate."""
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    return len(able) >= 2 and able == set(
        f.look.given_as(OnTheSpot, Preserving, HandingBack, Disposal).officers
    )


def the_basis(written: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return (citations that are no lawful basis, statutes that are)."""
    wrong, statutes = [], []
    for one in written:
        try:
            found = cite(one)
        except (UnknownStatute, UnknownArticle, ValueError):
            wrong.append(one)
            continue
        if found.statute.level not in BINDING or found.article is None:
            wrong.append(one)
        elif found.short not in HOW_ONLY:
            statutes.append(found.short)
    return wrong, statutes
