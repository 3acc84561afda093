"""Inspections as gates and pages see them: plain values and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.party import Party

SOURCES = {
    "plan": "年度检查计划",
    "random": "双随机抽查",
    "complaint": "投诉举报",
    "special": "专项检查",
    "transfer": "转办、交办、移送",
}
# What counts towards the yearly cap; the others are done whatever the count, and say why.
CAPPED = frozenset({"plan", "random"})
HOW = {"on_site": "现场检查", "off_site": "非现场检查"}
PLAN_KINDS = {"annual": "年度检查计划", "special": "专项检查计划"}
HELPERS = {
    "expert": "专家",
    "laboratory": "检验、检测等技术机构人员",
    "auxiliary": "执法辅助人员",
    "witness": "见证人",
}
OUTCOMES = {
    "clean": "未发现违法行为",
    "to_correct": "责令改正",
    "violation": "涉嫌违法，移交立案",
    "corrected": "已经改正",
    "not_corrected": "逾期未改正，移交立案",
}
BEFORE, GONE = frozenset({"applied"}), frozenset({"refused", "cancelled"})
OPEN = frozenset({"applied", "approved", "notified", "inspecting", "correcting"})


@dataclass(frozen=True, slots=True)
class ObjectView:
    """An enterprise or a shop that may be inspected."""

    id: int
    kind: str
    name: str
    code: str
    address: str
    trade: str
    struck: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan of inspections; `kind` is annual or special, `items` the keys of its items."""

    id: int
    kind: str
    title: str
    number: str
    unit: int
    unit_name: str
    items: tuple[int, ...]
    trade: str
    share: int
    from_on: date
    until_on: date
    drafted_by: int
    approved: int | None
    approved_on: date | None

    def covers(self, items: frozenset[int], from_on: date, until_on: date) -> bool:
        """Say whether the plan is approved and has room for these items in this period."""
        in_time = self.from_on <= from_on and until_on <= self.until_on
        return self.approved is not None and items <= set(self.items) and in_time


@dataclass(frozen=True, slots=True)
class Listed:
    """A name on a frozen list, and whose it is."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class DrawView:
    """A random selection with all that is needed to repeat it; `picked` maps objects to their inspectors."""

    id: int
    plan: int
    objects: tuple[Listed, ...]
    officers: tuple[Listed, ...]
    count: int
    salt: str
    beacon: str
    beacon_on: date
    number: str
    picked: Mapping[int, tuple[int, ...]]
    drawn: int | None
    frozen_digest: str


@dataclass(frozen=True, slots=True)
class VisitView:
    """One visit; `kind` is first or recheck."""

    id: int
    kind: str
    entered_at: datetime
    place: str
    officers: tuple[int, ...]
    helpers: tuple[str, ...]
    scanned: bool


@dataclass(frozen=True, slots=True)
class Other:
    """Another inspection of the same object, as the cap and merging see it."""

    id: int
    title: str
    unit_name: str
    state: str
    source: str
    from_on: date

    def approved_in(self, year: int) -> bool:
        """Say whether it was approved for a year and not given up."""
        return self.state not in BEFORE | GONE and self.from_on.year == year

    def counts_in(self, year: int) -> bool:
        """Say whether it counts to the cap of a year."""
        return self.source in CAPPED and self.approved_in(year)


@dataclass(frozen=True, slots=True)
class InspectionView:
    """An inspection as it stands."""

    id: int
    title: str
    number: str
    state: str
    procedure: str
    unit: int
    unit_name: str
    handlers: tuple[int, ...]
    items: tuple[ItemView, ...]
    inspected: ObjectView
    party: Party
    source: str
    plan: int | None
    draw: int | None
    how: str
    from_on: date
    until_on: date
    helpers: tuple[Mapping[str, str], ...]
    notice: int | None
    inspected_on: date | None
    order: int | None
    due_on: date | None
    told: int | None
    told_on: date | None
    outcome: str
    ended_on: date | None
    visits: tuple[VisitView, ...]
    last_at: datetime

    @property
    def item(self) -> ItemView:
        """The first of its items."""
        return self.items[0]

    @property
    def place(self) -> str:
        return self.inspected.address

    @property
    def cap(self) -> int:
        """The smallest yearly cap of its items."""
        return cap_of(self.items)


@dataclass(frozen=True, slots=True)
class ResultView:
    """What disclosure needs of a result: of whom, by whom, about what, what was found and when (PUB-03)."""

    id: int
    number: str
    title: str
    object_kind: str
    object_name: str
    unit_name: str
    items: tuple[str, ...]
    source_zh: str
    outcome_zh: str
    told_on: date


def cap_of(items: tuple[ItemView, ...]) -> int:
    """Return the smallest yearly cap that the guides of these items name."""
    return min((int(i.guide["yearly_cap"]) for i in items if "yearly_cap" in i.guide), default=0)
