"""Records and evidence as gates and pages see them: plain values."""

from dataclasses import dataclass
from datetime import datetime

KINDS = {"inspection": "现场检查（勘验）笔录", "questioning": "询问笔录"}


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

    @property
    def name(self) -> str:
        """How a paper names it among the evidence (处罚法 46.1)."""
        return f"{KINDS.get(self.kind, '笔录')}（{self.number}）"


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
    def names(self) -> dict[int, str]:
        """What may be named as evidence, by its number: the records made, and every piece on file."""
        return {r.id: r.name for r in self.records} | {e.id: e.name for e in self.evidence}

    @property
    def usable(self) -> tuple[EvidenceView, ...]:
        """The evidence that was not excluded (处罚法 46.3)."""
        return tuple(e for e in self.evidence if e.excluded is None)
