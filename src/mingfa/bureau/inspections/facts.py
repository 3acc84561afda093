"""What the gates of plans, draws and inspections may see."""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.inspections.inputs import Application
from mingfa.bureau.inspections.values import (
    OPEN,
    DrawView,
    InspectionView,
    ObjectView,
    Other,
    PlanView,
    cap_of,
)
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.filming.values import Span
from mingfa.bureau.records.inputs import OnCamera
from mingfa.bureau.records.values import Recorded


@dataclass(frozen=True)
class Planning:
    """What the gates of the register, of plans and of draws may see.

    `same` are other objects with the same code; `draws` those of the plan; `objects` and `officers` who would
    be on the lists frozen now.
    """

    look: Look[Inputs]
    inspected: ObjectView | None = None
    same: tuple[ObjectView, ...] = ()
    items: tuple[ItemView, ...] = ()
    plan: PlanView | None = None
    draw: DrawView | None = None
    draws: tuple[DrawView, ...] = ()
    objects: tuple[ObjectView, ...] = ()
    officers: tuple[Actor, ...] = ()
    others: tuple[Other, ...] = ()

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today


@dataclass(frozen=True)
class Inspecting:
    """What the gates of an inspection may see; `matter` is None while it is being applied for.

    `others` are the other inspections of the same object, by whatever unit of the bureau.
    """

    look: Look[Inputs]
    matter: InspectionView | None
    inspected: ObjectView | None
    items: tuple[ItemView, ...]
    plan: PlanView | None = None
    draw: DrawView | None = None
    officers: tuple[Actor, ...] = ()
    others: tuple[Other, ...] = ()
    recorded: Recorded = Recorded((), ())

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
    def file(self) -> InspectionView:
        """The inspection; only in acts on one."""
        assert self.matter is not None
        return self.matter

    @property
    def source(self) -> str:
        return self.matter.source if self.matter else str(self.look.given_as(Application).source)

    @property
    def from_on(self) -> date:
        if self.matter:
            return self.matter.from_on
        return self.look.given_as(Application).from_on

    @property
    def done_this_year(self) -> int:
        """How many inspections of this object, approved in this bureau for that year, count to the cap."""
        return sum(o.counts_in(self.from_on.year) for o in self.others)

    @property
    def all_this_year(self) -> int:
        """How many inspections of this object were approved for that year, whatever their source."""
        return sum(o.approved_in(self.from_on.year) for o in self.others)

    @property
    def cap(self) -> int:
        return cap_of(self.items)

    @property
    def open_others(self) -> tuple[Other, ...]:
        return tuple(o for o in self.others if o.state in OPEN)
