"""A permit as gates and pages see it: plain values, and the words of its choices (行政许可法)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mingfa.bureau.catalogue.permit_items.values import Guide, guide_of
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import Pause
from mingfa.bureau.lib.chinese import long_date

KINDS = {"new": "新办", "modify": "变更", "renew": "延续"}
# The form of the paper that grants.
GRANTS = {"new": "permit_grant", "modify": "permit_modification", "renew": "permit_renewal"}
OUTCOMES = {"grant": "准予行政许可", "refuse": "不予行政许可"}
REJECTIONS = {
    "not_required": "依法不需要取得行政许可",
    "not_competent": "不属于本行政机关职权范围",
    "incomplete": "经一次告知，申请材料仍不齐全或者不符合法定形式",
    "false": "隐瞒有关情况或者提供虚假材料",
}
WHOM = {"applicant": "申请人", "interested": "利害关系人"}
SPECIALS = {
    "hearing": "听证",
    "bidding": "招标",
    "auction": "拍卖",
    "inspection": "检验",
    "testing": "检测",
    "quarantine": "检疫",
    "appraisal": "鉴定",
    "expert_review": "专家评审",
}
# 方案 3.2.c: besides a hearing, what makes a permit go to legal review.
GROUNDS = {
    "public_interest": "涉及重大公共利益",
    "social_risk": "可能造成重大社会影响或者引发社会风险",
    "complex": "情况疑难复杂",
    "several_relations": "涉及多个法律关系",
}
STATES = {"valid": "有效", "withdrawn": "已撤回", "rescinded": "已撤销", "cancelled": "已注销"}
# 行政许可法 8.2, 69.1 (1)-(5) with 69.2, 70 (1)-(6).
WITHDRAWALS = {
    "law_changed": "所依据的法律、法规、规章修改或者废止",
    "facts_changed": "准予许可所依据的客观情况发生重大变化",
}
RESCISSIONS = {
    "abuse": "工作人员滥用职权、玩忽职守作出准予决定",
    "beyond_powers": "超越法定职权作出准予决定",
    "procedure": "违反法定程序作出准予决定",
    "unqualified": "对不具备申请资格或者不符合法定条件的申请人准予许可",
    "other": "依法可以撤销的其他情形",
    "fraud": "被许可人以欺骗、贿赂等不正当手段取得许可",
}
CANCELLATIONS = {
    "expired": "有效期届满未延续",
    "incapable": "赋予公民特定资格的许可，该公民死亡或者丧失行为能力",
    "dissolved": "法人或者其他组织依法终止",
    "ended": "许可依法被撤销、撤回，或者许可证件依法被吊销",
    "force_majeure": "因不可抗力导致许可事项无法实施",
    "other": "法律、法规规定的其他情形",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the examination proposes; `version` is the act that made it."""

    version: int
    outcome: str
    facts: str
    why: str
    weighed: str
    content: str
    from_on: date | None
    to_on: date | None
    false_statements: bool
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class PermitView:
    """An application as it stands."""

    id: int
    title: str
    number: str
    state: str
    procedure: str
    unit: int
    unit_name: str
    handlers: tuple[int, ...]
    item: ItemView
    kind: str
    original: int | None
    applicant: Party
    secrets: bool
    materials: tuple[int, ...]
    received_on: date
    supplement: int | None
    defects: tuple[str, ...]
    accepted_on: date | None
    extended_by: int
    extension: int | None
    hearing_called: int | None
    proposal: Proposal | None
    concluded: int | None
    last_at: datetime

    @property
    def guide(self) -> Guide:
        return guide_of(self.item)

    @property
    def is_unit(self) -> bool:
        return self.applicant.kind == "unit"

    @property
    def kind_zh(self) -> str:
        return KINDS[self.kind]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of the required materials that are not there yet."""
        return lacking(self.guide, self.materials)


def lacking(guide: Guide, handed_in: tuple[int, ...]) -> tuple[str, ...]:
    """Name the required materials whose numbers (from 1) are not among those handed in."""
    return tuple(m.name for n, m in enumerate(guide.materials, 1) if m.required and n not in handed_in)


@dataclass(frozen=True, slots=True)
class ConcernedView:
    """Who was told of rights and when it reached them; `served_on` None while it did not."""

    id: int
    whom: str
    name: str
    hearing_offered: bool
    served_on: date | None


@dataclass(frozen=True, slots=True)
class OpinionView:
    """What somebody said."""

    id: int
    concerned: int | None
    made_on: date
    hearing_requested: bool
    taken_back: bool


@dataclass(frozen=True, slots=True)
class SpecialView:
    """A special procedure; without service its time counts."""

    id: int
    kind: str
    from_on: date
    until_on: date
    served_on: date | None

    @property
    def excluded(self) -> tuple[date, date] | None:
        """The days that do not count, first and last: only from the day it was told in writing (45)."""
        if self.served_on is None or self.served_on > self.until_on:
            return None
        return max(self.from_on, self.served_on), self.until_on


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check of the facts on the spot."""

    id: int
    staff: tuple[int, ...]
    number: str
    fits: bool


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision; its paper has the same key."""

    id: int
    outcome: str
    number: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class LicenceView:
    """A licence as it stands."""

    id: int
    permit: int
    number: str
    title: str
    content: str
    issued_on: date
    from_on: date
    to_on: date | None
    state: str
    renewed: str

    @property
    def validity(self) -> str:
        return f"{long_date(self.from_on)}至{long_date(self.to_on)}" if self.to_on else "长期有效"

    @property
    def state_zh(self) -> str:
        return STATES[self.state]

    def in_force(self, on: date) -> bool:
        """Say whether what it allows may be done on a day."""
        return self.state == "valid" and self.from_on <= on and (self.to_on is None or on <= self.to_on)


@dataclass(frozen=True, slots=True)
class BarView:
    """A time in which nobody of this name applies again; `code` is that of the party it was imposed on."""

    ground: str
    code: str
    until: date


@dataclass(frozen=True)
class Standing:
    """What was done in a permit so far: who was told, what was said, checked and heard, what stood still.

    `hearing_asked` is the opinion (or the call by the office) that a hearing has to answer, None where there
    is none; `hearing_open` says that it is still to be held or reported on, `hearing_held` is the act that
    recorded one that took place; `hearing_on` is the day of an appointed one.
    `renewal_open` says that a renewal was asked for and is not decided.
    """

    told: tuple[ConcernedView, ...] = ()
    said: tuple[OpinionView, ...] = ()
    specials: tuple[SpecialView, ...] = ()
    checks: tuple[CheckView, ...] = ()
    hearing_asked: int | None = None
    hearing_open: bool = False
    hearing_held: int | None = None
    hearing_words: str = ""
    hearing_on: date | None = None
    extension_served: bool = False
    renewal_open: bool = False

    @property
    def hearing_asked_on(self) -> date | None:
        """The day on which the hearing was asked for; its twenty days run from there (许可法 47)."""
        return next((o.made_on for o in self.said if o.id == self.hearing_asked), None)

    @property
    def interested(self) -> tuple[ConcernedView, ...]:
        return tuple(c for c in self.told if c.whom == "interested")

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The stretches of days that do not count, and why."""
        return pauses_of(self.specials)


def pauses_of(specials: Iterable[SpecialView]) -> tuple[Pause, ...]:
    """Return the days that special procedures take out of a term, and why (许可法 45)."""
    found = ((s, s.excluded) for s in specials)
    return tuple(Pause(*days, SPECIALS[s.kind], (cite("行政许可法 45"),)) for s, days in found if days)


def asked_for(said: tuple[OpinionView, ...]) -> int | None:
    """Return the last request for a hearing that its own author did not take back."""
    open_requests: dict[int | None, int] = {}
    for one in said:
        if one.hearing_requested:
            open_requests[one.concerned] = one.id
        elif one.taken_back:
            open_requests.pop(one.concerned, None)
    return max(open_requests.values(), default=None)
