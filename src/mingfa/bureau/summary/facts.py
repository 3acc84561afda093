"""What the gates of a penalty on the spot may see, gathered before an act."""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.cases.hooks import Challenge
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.summary.inputs import SpotPenalty
from mingfa.bureau.summary.values import CollectionView, SpotDecisionView


@dataclass(frozen=True)
class Street:
    """Two officers, a party, an item of the list: what there is before the decision.

    `same_act` are live cases of the same party for the same act.
    """

    look: Look[Inputs]
    item: ItemView | None
    officers: tuple[Actor, ...] = ()
    streets: frozenset[str] = frozenset()
    same_act: tuple[str, ...] = ()

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def act_on(self) -> date:
        """The day of the violation: today, unless an earlier one was found."""
        return self.look.given_as(SpotPenalty).act_on or self.today

    @property
    def is_unit(self) -> bool:
        """Whether the limit for legal persons applies (a sole trader counts as a citizen)."""
        return bool(self.look.given_as(SpotPenalty).party.kind == "unit")


@dataclass(frozen=True)
class Decided:
    """A decision made on the spot and its case: what is collected, handed in, reported and filed away."""

    look: Look[Inputs]
    case: CaseView
    decision: SpotDecisionView
    receipt_is_used: bool = False
    challenges: tuple[Challenge, ...] = ()

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def collection(self) -> CollectionView:
        """The fine that was collected; the procedure lets nobody ask before."""
        assert self.decision.collection is not None, "the procedure's order has it collected first"
        return self.decision.collection
