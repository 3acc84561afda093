"""Enforcement as gates and pages see it: plain values, and the words of its choices (行政强制法 34-60)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mingfa.bureau.doorway.look import CHINA

WAYS = {
    "demolish": "强制拆除违法的建筑物、构筑物、设施等",
    "force": "以其他方式强制履行",
    "substitute": "代履行",
    "auction": "拍卖已经查封、扣押的财物抵缴罚款",
}
MEANS = {
    "dismantle": "拆除",
    "clear": "清除、搬离",
    "seal_site": "封闭现场",
    "auction": "委托拍卖",
    "cut_utilities": "停止供水、供电、供热、供燃气",
    "other": "其他方式",
}
HARMS = {
    "traffic": "危害交通安全",
    "pollution": "造成环境污染",
    "nature": "破坏自然资源",
}
PLACES = {
    "road": "道路",
    "river": "河道、航道",
    "public": "公共场所",
    "other": "其他场所",
}
SUSPENSIONS = {
    "hardship": "当事人履行确有困难或者暂无履行能力",
    "third_party": "第三人对执行标的主张权利，确有理由",
    "irreparable": "执行可能造成难以弥补的损失，且中止执行不损害公共利益",
    "other": "行政机关认为需要中止执行的其他情形",
}
ENDINGS = {
    "died": "公民死亡，无遗产可供执行，又无义务承受人",
    "dissolved": "法人或者其他组织终止，无财产可供执行，又无义务承受人",
    "object_gone": "执行标的灭失",
    "revoked": "据以执行的行政决定被撤销",
    "other": "行政机关认为需要终结执行的其他情形",
    "three_years": "没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行",
}
COURT = {
    "accepted": "受理",
    "not_accepted": "裁定不予受理",
    "granted": "裁定准予强制执行",
    "refused": "裁定不予强制执行",
    "appealed": "已向上一级人民法院申请复议",
}
SOURCES = {"penalty": "行政处罚决定书", "order": "责令改正通知书"}


@dataclass(frozen=True, slots=True)
class Source:
    """What is enforced: a penalty decision or an order to correct, with the day by which to perform it.

    `id` is also the key of its paper. `perform_by` is None before service.
    """

    kind: str
    id: int
    case: int
    number: str
    decided_on: date
    served_on: date | None
    perform_by: date | None
    duty: str
    revoked: bool = False

    @property
    def title(self) -> str:
        return SOURCES[self.kind]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed to be done by the bureau's own hand; `version` is the act that proposed it."""

    version: int
    way: str
    power: str
    law: str
    mandate: str
    reason: str
    means: tuple[str, ...]
    home: bool
    at: datetime
    hiding: str
    emergency: str
    harm: str = ""
    performer: str = ""
    independent: bool = False
    target: str = ""
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand to perform (催告); `final` the one before a substitute performance."""

    id: int
    final: bool
    number: str
    made_on: date
    until: date
    served_on: date | None


@dataclass(frozen=True, slots=True)
class Objection:
    """What the party said to a demand; `adopted` is None until it was answered."""

    id: int
    made_on: date
    adopted: bool | None


@dataclass(frozen=True, slots=True)
class Ordered:
    """A decision to enforce by the bureau's own hand."""

    id: int
    way: str
    number: str
    decided_on: date
    decided_by: int
    served_on: date | None


@dataclass(frozen=True, slots=True)
class Announced:
    """A public notice to demolish oneself until a day."""

    id: int
    number: str
    posted_on: date
    until: date


@dataclass(frozen=True, slots=True)
class Carried:
    """What was done on the spot; `kind` is a way, or `clear` for a clearance at once."""

    id: int
    kind: str
    number: str
    started_at: datetime
    ended_at: datetime
    party_present: bool
    cost: int | None

    @property
    def done_on(self) -> date:
        return self.ended_at.astimezone(CHINA).date()


@dataclass(frozen=True, slots=True)
class CourtStep:
    """A step of the court's way: the application, or what the court did."""

    id: int
    what: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """An execution agreement; `broken` is the act that resumed enforcement."""

    id: int
    number: str
    agreed_on: date
    stages: tuple[Mapping[str, object], ...]
    reduction: int
    broken: int | None


@dataclass(frozen=True, slots=True)
class EnforcementView:
    """An enforcement as it stands; `waits_in` is the state to which it goes back, `ended` how it ended."""

    id: int
    title: str
    number: str
    state: str
    procedure: str
    unit: int
    unit_name: str
    handlers: tuple[int, ...]
    case: int
    source_kind: str
    source: int
    begun_at: datetime
    last_at: datetime
    party_name: str
    is_unit: bool
    excused: int | None
    waits_in: str
    paused_on: date | None
    ended: str
    proposal: Proposal | None
