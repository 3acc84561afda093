"""An item as gates and pages see it: plain values."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingfa.bureau.law.penalty.fines import Measured, Range, StatutoryFine, fines_under
from mingfa.bureau.law.texts.statutes import cite

# The classes of enforcement (plan 1.2.c), each with a procedure, a flow chart and guides of its own.
CATEGORIES = {
    "penalty": "行政处罚",
    "permit": "行政许可",
    "inspection": "行政检查",
    "coercion": "行政强制",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A discretion step: when it applies and between which amounts (分). `kind` is none, warning or fine."""

    name: str
    when: str
    kind: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Bound:
    """What local law sets where the law names no amount: for which article, set by what, amounts in 分."""

    article: str
    set_by: str
    low: int
    high: int

    @property
    def range(self) -> Range:
        return Range(self.low or None, self.high)


@dataclass(frozen=True, slots=True)
class Allowed:
    """A fine that the law lets one impose: by which article, from which to which amount."""

    cite: str
    range: Range

    def __str__(self) -> str:
        return f"{self.cite}规定的罚款幅度（{self.range}）"


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of the list, as of now."""

    id: int
    code: str
    matter_code: str
    name: str
    field: str
    office: int
    office_name: str
    breaks: tuple[str, ...]
    penalises: tuple[str, ...]
    kinds: tuple[str, ...]
    steps: tuple[Step, ...]
    conditions: str
    time_limit: str
    correction: str
    valid_from: date
    valid_to: date | None
    listed: int | None
    category: str = "penalty"
    guide: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    bounds: tuple[Bound, ...] = ()

    @property
    def fines(self) -> tuple[StatutoryFine, ...]:
        """What its basis says of a fine, as far as the text of the law is at hand."""
        return tuple(fine for cited in self.penalises for fine in fines_under(cited))

    def allowed(self, by: Measured) -> tuple[Allowed, ...]:
        """Return what the law lets one impose in a case; nothing where no amount is known."""
        local = {bound.article: bound for bound in self.bounds}
        found = []
        for cited in self.penalises:
            if cited in local:
                found.append(Allowed(local[cited].set_by, local[cited].range))
                continue
            ranges = [(str(cite(fine.cite)), fine.range(by)) for fine in fines_under(cited)]
            found += [Allowed(words, one) for words, one in ranges if one is not None]
        return tuple(dict.fromkeys(found))

    @property
    def category_zh(self) -> str:
        return CATEGORIES[self.category]

    def in_force(self, on: date) -> bool:
        """Say whether the item is listed and in force on a day."""
        if self.listed is None:
            return False
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def step(self, name: str) -> Step | None:
        """Return a discretion step by its name."""
        return next((s for s in self.steps if s.name == name), None)
