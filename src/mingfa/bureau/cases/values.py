"""A case as gates and pages see it: plain values.

The streets of the bureau's area (GB/T 2260 codes), by which jurisdiction of place is asked (处罚法 22)."""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.penalty.limitation import Kind
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.law.texts.changes import Change, replaced


@dataclass(frozen=True, slots=True)
class Running:
    """A running case in a list: its key, title, number, party and place."""

    id: int
    title: str
    number: str
    party_name: str
    place: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the investigation proposes. `version` is the act that concluded it; amounts in 分.

    `outcome` is penalty, no_penalty_minor, no_penalty_unproven or transfer; `step` a step of the item.
    """

    version: int
    outcome: str
    facts: str
    evidence: tuple[dict[str, object], ...]
    breaks: tuple[str, ...]
    penalises: tuple[str, ...]
    step: str
    factors: str
    kinds: tuple[str, ...]
    amount: int
    gains: int
    deviation: str
    mitigation: tuple[str, ...]
    incapable: bool
    grounds: tuple[str, ...]
    crime: str
    education: str
    base: int = 0
    base_words: str = ""
    days: int = 0
    second: bool = False
    gains_words: str = ""
    returned: int = 0
    returned_words: str = ""
    things: tuple[dict[str, object], ...] = ()
    measures: tuple[dict[str, object], ...] = ()

    @property
    def confiscated(self) -> int:
        """The sum that is confiscated: the gains without what is returned."""
        return max(0, self.gains - self.returned) if "confiscate_gains" in self.kinds else 0


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Old and new law compared (处罚法 37): `old` the short names of what ended, `why` as it was typed."""

    id: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    result: str
    compared_on: date
    number: str
    why: str

    @property
    def is_new_law(self) -> bool:
        return self.result in ("new_lighter", "not_unlawful")


@dataclass(frozen=True, slots=True)
class CrimeView:
    """A suspected crime on its way to the police: reported, and approved (None: not yet)."""

    words: str
    reported_at: datetime
    approved_at: datetime | None


@dataclass(frozen=True, slots=True)
class PutForward:
    """What was put to the head: the words typed, and the day."""

    words: dict[str, object]
    on: date


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier case in which the same party was found to have done what the same item names."""

    id: int
    title: str
    number: str
    act_on: date


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as it stands."""

    id: int
    title: str
    number: str
    state: str
    procedure: str
    unit: int
    unit_name: str
    handlers: tuple[int, ...]
    item: ItemView
    source: str
    found_at: datetime
    act_on: date
    place: str
    party: Party | None
    filed_on: date | None
    proposal: Proposal | None
    corrections: tuple[tuple[str, str, date | None], ...]
    last_at: datetime
    comparison: ComparisonView | None = None
    suspect: str = ""
    clue_extended: date | None = None
    crime: CrimeView | None = None
    limitation: str = "ordinary"

    @property
    def party_name(self) -> str:
        """The party, or before it is known for certain, whoever was named with the clue."""
        return self.party.name if self.party else self.suspect

    @property
    def is_open(self) -> bool:
        """Whether the case still runs."""
        return self.state not in procedure(self.procedure).ends

    @property
    def law_day(self) -> date:
        """The day whose law is applied: that of the act, unless a newer law was found to be lighter."""
        if self.comparison is not None and self.comparison.result == "new_lighter":
            return self.comparison.compared_on
        return self.act_on

    @property
    def limitation_kind(self) -> Kind:
        """The limitation that the recorded facts choose (处罚法 36; 法典 1054)."""
        return Kind[self.limitation.upper()]

    def changes(self, on: date) -> tuple[Change, ...]:
        """Return what changed between the act and a day in the law this case stands on."""
        return replaced([*self.item.breaks, *self.item.penalises], self.act_on, on)

    @property
    def is_unit(self) -> bool:
        """Whether the thresholds for units apply (a sole trader counts as a citizen)."""
        return self.party is not None and self.party.kind == "unit"


TABLES = Path(__file__).parent / "data"


@cache
def streets(region: str) -> dict[str, str]:
    """Return code -> name of the streets of a region; empty where no table was given."""
    table = TABLES / f"streets_{region}.csv"
    if not table.exists():
        return {}
    with table.open(encoding="utf-8") as lines:
        return {row["代码"]: row["名称"] for row in csv.DictReader(lines)}
