"""An item as gates and pages see it: plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Step:
    """A discretion step: when it applies and between which amounts (分). `kind` is none, warning or fine."""

    name: str
    when: str
    kind: str
    low: int
    high: int


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

    def in_force(self, on: date) -> bool:
        """Say whether the item is listed and in force on a day."""
        if self.listed is None:
            return False
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def step(self, name: str) -> Step | None:
        """Return a discretion step by its name."""
        return next((s for s in self.steps if s.name == name), None)
