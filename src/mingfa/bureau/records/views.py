"""Records and evidence as gates and pages see them: plain values."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record of an inspection (`inspection`) or a questioning (`questioning`)."""

    id: int
    kind: str
    number: str
    started_at: datetime
    ended_at: datetime
    officers: tuple[int, ...]
    certificate_shown: bool
    rights_told: bool
    signed: str
    media: int


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A piece of evidence; `excluded` is the act that excluded it, if any."""

    id: int
    kind: str
    name: str
    proves: str
    sha256: str
    size: int
    media: str
    obtained_at: datetime
    excluded: int | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything recorded of a matter, in order."""

    records: tuple[RecordView, ...]
    evidence: tuple[EvidenceView, ...]

    @property
    def usable(self) -> tuple[EvidenceView, ...]:
        """The evidence that was not excluded (处罚法 46.3)."""
        return tuple(e for e in self.evidence if e.excluded is None)
