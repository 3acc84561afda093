"""Preservation and measures as gates and pages see them: plain values, their terms and words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.procedure import procedure

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
    "entrusted": "委托第三人保管（仅限查封）",
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
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Approval:
    """The head's approval; `used` where something was done on it. `kind` is preserve, seal or seize."""

    id: int
    kind: str
    things: str
    approved_on: date
    used: bool


@dataclass(frozen=True, slots=True)
class Preservation:
    """Evidence registered and preserved; `how` is empty until it is decided what becomes of it."""

    id: int
    state: str
    number: str
    taken_on: date
    things: tuple[Mapping[str, object], ...]
    how: str


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

    def must_go(self, case_state: str, today: date) -> str:
        """Say why what is held must be released at once; blank where it need not (强制法 19, 28)."""
        if not self.left:
            return ""
        reasons = (
            (self.word == "refused", "未予补办批准"),
            (case_state == "dropped", "案件不予立案"),
            (case_state == "revoked", "决定已经撤销"),
            (today > self.ends_on, "期限届满"),
        )
        return next((words for wrong, words in reasons if wrong), "")

    def names(self, numbers: Iterable[int]) -> str:
        """Name things by their numbers, with quantities."""
        rows = [self.things[n - 1] for n in numbers]
        return "、".join(f"{row['name']}{row['quantity']}{row['per']}" for row in rows)


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
    def to_return(self) -> tuple[Release, ...]:
        """What was released and is not back with the party."""
        return tuple(r for r in self.releases if r.returned is None)


def ends_on(start: date, days: int, testing: Iterable[tuple[date, date]]) -> date:
    """Return the last of so many calendar days after a day; days of testing are passed over."""
    pauses, day, counted = list(testing), start, 0
    while counted < days:
        day += _DAY
        counted += not any(first <= day <= last for first, last in pauses)
    return day
