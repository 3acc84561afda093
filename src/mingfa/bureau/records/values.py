"""Records, evidence and recordings as gates and pages see them: plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.records.filming.values import Span, shown
from mingfa.bureau.vault.film.found import Measured

KINDS = {"inspection": "现场检查（勘验）笔录", "questioning": "询问笔录"}
# What the recordings of a scene should show (law.md AV-06).
CONTENT = {
    "scene": "现场环境",
    "people": "当事人、证人等在场人员的体貌和言行",
    "rights": "出示执法证件、告知权利义务",
    "goods": "涉案物品及其特征",
    "measures": "采取的措施",
    "delivery": "交付、送达文书",
}


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
    device: int | None = None
    fit: bool | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """One recording of a scene; `lost` says that it was reported damaged or lost."""

    name: str
    sha256: str
    started_at: datetime
    ended_at: datetime
    place: str
    device: str
    told: bool
    resumed: str
    lost: bool = False
    measured: Measured | None = None

    @property
    def covers(self) -> tuple[Span, ...]:
        """What it really shows of its hours, as far as it was measured."""
        return shown(self.started_at, self.ended_at, self.measured)


@dataclass(frozen=True, slots=True)
class SceneView:
    """What was recorded of one scene; `required` if it had to be recorded throughout."""

    id: int
    matter: int
    act: str
    required: bool
    started_at: datetime
    ended_at: datetime
    entered_at: datetime
    takes: tuple[Take, ...]
    content: tuple[str, ...]
    breaks: int
    late: bool
    incident: bool

    @property
    def words(self) -> str:
        """Name the scene by its time and its takes."""
        began, ended = self.started_at.astimezone(CHINA), self.ended_at.astimezone(CHINA)
        return f"{began:%Y-%m-%d %H:%M}至{ended:%H:%M}，{len(self.takes)}段"

    @property
    def losses(self) -> tuple[str, ...]:
        return tuple(take.name for take in self.takes if take.lost)


@dataclass(frozen=True, slots=True)
class DeviceView:
    """A technical monitoring device; in use from a day until, perhaps, another."""

    id: int
    name: str
    place: str
    standard: str
    published_in: str
    published_on: date
    used_from: date
    until: date | None
    why_there: str = ""
    legal_review: str = ""
    technical_review: str = ""
    public_place: bool = False

    def is_used_on(self, at: datetime) -> bool:
        """Say whether the device was in use at a moment: on its last day no more."""
        on = at.astimezone(CHINA).date()
        return self.used_from <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Recorded:
    """Everything recorded of a matter, in order."""

    records: tuple[RecordView, ...]
    evidence: tuple[EvidenceView, ...]
    scenes: tuple[SceneView, ...] = ()

    @property
    def names(self) -> dict[int, str]:
        """What may be named as evidence, by its number: the records made, and every piece on file."""
        return {r.id: r.name for r in self.records} | {e.id: e.name for e in self.evidence}

    @property
    def usable(self) -> tuple[EvidenceView, ...]:
        """The evidence that was not excluded (处罚法 46.3)."""
        return tuple(e for e in self.evidence if e.excluded is None)
