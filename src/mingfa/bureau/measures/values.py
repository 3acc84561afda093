"""Preservation and measures as gates and pages see them: plain values, their terms and words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mingfa.bureau.cases.hooks import Kept
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.procedures.procedure import procedure

KINDS = {"seal": "查封", "seize": "扣押"}
ENDS = {
    "copied": "采取记录、复制、拍照、录像等证据保全措施后退还",
    "appraised": "送交检测、检验、鉴定",
    "measured": "依法采取查封、扣押措施",
    "transferred": "移送有关部门处理",
    "lifted": "解除登记保存，予以退还",
}
CAUSES = {
    "fault": "设备故障",
    "battery": "电量耗尽",
    "storage": "存储空间不足",
    "weather": "天气等不可抗力",
    "lost": "文件损坏或者丢失",
}
CUSTODY = {
    "stored": "入库",
    "checked": "清点检查",
    "moved": "移库",
    "entrusted": "委托第三人保管",
    "unsealed": "启封检测",
    "sold": "拍卖、变卖鲜活或者不易保管的物品",
}
GROUNDS = {
    "no_violation": "当事人没有违法行为",
    "unrelated": "查封、扣押的场所、设施或者财物与违法行为无关",
    "decided": "对违法行为已经作出处理决定，不再需要查封、扣押",
    "expired": "查封、扣押期限已经届满",
    "other": "其他不再需要采取查封、扣押措施的情形",
}
DISPOSALS = {
    "confiscated": "依法没收",
    "destroyed": "依法销毁",
    "transferred": "随案移送司法机关",
}
LONGEST, MAKE_UP = 30, timedelta(hours=24)
FEW = 3
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Approval:
    """What was put to the head; `word` is blank until the head has spoken, `used` says that it was done.

    `kind` is preserve, seal or seize.
    """

    id: int
    kind: str
    things: str
    asked_on: date
    asked_by: int
    word: str
    approved_on: date | None
    used: bool

    @property
    def waits(self) -> bool:
        """Whether the head has not spoken."""
        return not self.word

    @property
    def stands(self) -> bool:
        """Whether the head approved it and nothing was done on it yet."""
        return self.word == "approved" and not self.used

    @property
    def kind_zh(self) -> str:
        return KINDS.get(self.kind, "先行登记保存")


@dataclass(frozen=True, slots=True)
class Preservation:
    """Evidence registered and preserved; `how` is empty until it is decided what becomes of it."""

    id: int
    state: str
    number: str
    taken_on: date
    things: tuple[Mapping[str, object], ...]
    kept_at: str
    keeper: str
    how: str

    @property
    def words(self) -> str:
        return f"{named(self.things)}（{self.number}）"


@dataclass(frozen=True, slots=True)
class Sale:
    """Perishables sold while they were held: rows of the list, for how much, what they were worth."""

    things: tuple[int, ...]
    proceeds: int
    worth: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A sealing or a seizure; `state` is its own, by the table of measures.

    `things` are the rows of the list, numbered from 1; `ended` says what became of each; `testing` are the
    days of tests of which the party was told in writing, first and last.
    """

    id: int
    state: str
    kind: str
    number: str
    place: str
    things: tuple[Mapping[str, object], ...]
    ended: Mapping[int, str]
    kept_at: str
    keeper: str
    taken_at: datetime
    started_at: datetime
    officers: tuple[int, ...]
    party_present: bool
    witness: str
    days: int
    extended_by: int
    testing: tuple[tuple[date, date], ...]
    record: int | None
    excused: tuple[tuple[datetime, datetime], ...]
    sales: tuple[Sale, ...] = ()

    @property
    def word(self) -> str:
        """Say whether the head approved it: approved, pending (an emergency) or refused."""
        return next((w for w in ("pending", "refused") if self.state.startswith(w)), "approved")

    @property
    def state_zh(self) -> str:
        return procedure("measure").zh(self.state)

    @property
    def kind_zh(self) -> str:
        return KINDS[self.kind]

    @property
    def taken_on(self) -> date:
        return self.taken_at.astimezone(CHINA).date()

    @property
    def ends_on(self) -> date:
        """The last day: the day it was taken, and days of testing, do not count (强制法 25)."""
        return ends_on(self.taken_on, self.days + self.extended_by, self.testing)

    @property
    def make_up_by(self) -> datetime | None:
        """Until when the approval is to be made up; None where nothing is to be made up."""
        return self.taken_at + MAKE_UP if self.word == "pending" else None

    @property
    def left(self) -> tuple[int, ...]:
        """The numbers of the things still held."""
        return tuple(n for n in range(1, len(self.things) + 1) if n not in self.ended)

    def sold(self, numbers: Iterable[int]) -> tuple[Sale, ...]:
        """Return the sales of these things."""
        return tuple(s for s in self.sales if set(s.things) <= set(numbers))

    def must_go(self, now: datetime) -> str:
        """Say why what is held must be released at once; blank where it need not (强制法 19, 28)."""
        until = self.make_up_by
        reasons = (
            (self.word == "refused", "未予补办批准"),
            (until is not None and now > until, "二十四小时内没有补办批准"),
            (now.astimezone(CHINA).date() > self.ends_on, "期限届满"),
        )
        return next((words for true, words in reasons if true), "") if self.left else ""

    @property
    def words(self) -> str:
        """Name what is still held, how, and by which decision."""
        return f"{self.kind_zh}的{self.names(self.left)}（{self.number}）"

    @property
    def brief(self) -> str:
        """Name what is still held, briefly."""
        return briefly([self.names([n]) for n in self.left])

    def names(self, numbers: Iterable[int]) -> str:
        """Name things by their numbers, with quantities."""
        return named(self.things[n - 1] for n in numbers)


@dataclass(frozen=True, slots=True)
class Release:
    """A decision to release things of a measure; `returned` is the act that gave them back, if any."""

    id: int
    measure: int
    number: str
    things: tuple[int, ...]
    released_on: date
    returned: int | None


@dataclass(frozen=True, slots=True)
class CustodyView:
    """A line of the custody log of a measure."""

    id: int
    measure: int
    kind_zh: str
    on: date
    proceeds: int


@dataclass(frozen=True, slots=True)
class Held:
    """Everything preserved, sealed up, seized and released in a matter, in order."""

    approvals: tuple[Approval, ...]
    preservations: tuple[Preservation, ...]
    measures: tuple[Measure, ...]
    releases: tuple[Release, ...]

    @property
    def preserved(self) -> tuple[Preservation, ...]:
        """What was preserved and not decided upon."""
        return tuple(p for p in self.preservations if not p.how)

    @property
    def open(self) -> tuple[Measure, ...]:
        """The measures of which something is still held."""
        return tuple(m for m in self.measures if m.left)

    @property
    def kept(self) -> tuple[Kept, ...]:
        """What has not come to its end, whatever is missing."""
        by_id = {m.id: m for m in self.measures}
        preserved = [Kept("preserved", p.words) for p in self.preserved]
        measures = [Kept("held", m.words) for m in self.open]
        releases = [
            Kept("released", f"{by_id[r.measure].names(r.things)}（{r.number}）") for r in self.to_return
        ]
        scenes = [Kept("unrecorded", f"{m.kind_zh}（{m.number}）") for m in self.measures if m.record is None]
        return tuple(preserved + measures + releases + scenes)

    @property
    def to_return(self) -> tuple[Release, ...]:
        """What was released and is not back with the party."""
        return tuple(r for r in self.releases if r.returned is None)


def briefly(pieces: Sequence[str]) -> str:
    """Name pieces, the first of many, and how many there are."""
    return "、".join(pieces[:FEW]) + (f"等{len(pieces)}项" if len(pieces) > FEW else "")


def named(rows: Iterable[Mapping[str, object]]) -> str:
    """Name the rows of a list, with quantities."""
    return "、".join(f"{row['name']}{row['quantity']}{row['per']}" for row in rows)


def ends_on(start: date, days: int, testing: Iterable[tuple[date, date]]) -> date:
    """Return the last of so many calendar days after a day; days of testing are passed over."""
    pauses, day, counted = list(testing), start, 0
    while counted < days:
        day += _DAY
        counted += not any(first <= day <= last for first, last in pauses)
    return day
