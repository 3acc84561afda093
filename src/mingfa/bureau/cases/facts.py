"""What the gates of a case may see, gathered before an act."""

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from mingfa.bureau.cases.hooks import Challenge, Kept
from mingfa.bureau.cases.values import CaseView, Earlier
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.inspections.values import InspectionView
from mingfa.bureau.papers.lints import Finding
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import Recorded


class OnACase(Protocol):
    """Facts of any act on a case, whichever room asks: the case, and the day."""

    @property
    def file(self) -> CaseView: ...
    @property
    def today(self) -> date: ...


class ByAPerson(OnACase, Protocol):
    """And who acts."""

    @property
    def by(self) -> Actor: ...


@dataclass(frozen=True)
class CaseFacts:
    """The frame of the act, the case, its records, and the people the act names.

    `item` is the item of the case, or the one being chosen while the case is registered; `new_item` the one
    chosen to apply newer law, `other` the case to join;
    `earlier` what the same party did before; `taken_over` says that another agency accepted its referral.
    """

    look: Look[Inputs]
    case: CaseView | None
    item: ItemView | None
    recorded: Recorded
    officers: tuple[Actor, ...] = ()
    same_act: tuple[str, ...] = ()
    streets: frozenset[str] = field(default=frozenset())
    stages_without_record: tuple[str, ...] = ()
    inspection: InspectionView | None = None
    new_item: ItemView | None = None
    other: CaseView | None = None
    earlier: tuple[Earlier, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    kept: tuple[Kept, ...] = ()
    findings: tuple[Finding, ...] = ()
    taken_over: bool = False

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def file(self) -> CaseView:
        """The case; acts that begin one have none yet and ask no gate that needs it."""
        assert self.case is not None
        return self.case
