"""What people's reads say in plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NominationView:
    """A nomination for a leading post: whom, for what, from when, by which document, by whom."""

    id: int
    person: int
    name: str
    role: str
    title: str
    since: date
    document: str
    nominated_by: int
