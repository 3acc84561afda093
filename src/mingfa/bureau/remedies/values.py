"""Remedies as gates, pages and other rooms see them: plain values, and the words of their choices."""

from dataclasses import dataclass
from datetime import date

KINDS = {"reconsideration": "行政复议", "litigation": "行政诉讼"}
OUTCOMES = {
    "upheld": "维持原决定，或者驳回复议、诉讼请求",
    "dismissed": "驳回申请，或者驳回起诉",
    "withdrawn": "撤回申请，或者撤诉",
    "settled": "调解结案",
    "changed": "变更",
    "partly": "部分撤销",
    "revoked": "撤销",
    "redo": "撤销，并责令重新作出",
    "unlawful": "确认违法",
    "void": "确认无效",
}
# What a ruling that ends the decision does to it, in the words of `decisions` (EFFECTS).
ENDING = {"revoked": "revoked", "redo": "redo", "unlawful": "unlawful", "void": "void"}
# What a ruling leaves standing, but not as it was.
CHANGING = frozenset({"changed", "partly"})
LOST = CHANGING | frozenset(ENDING)
# Why decisions are lost (行诉法 70, 74, 75; 复议法 63-67): the taxonomy of the case-file review.
GROUNDS = {
    "evidence": "主要事实不清，主要证据不足",
    "law": "适用法律、法规错误，适用的依据不合法",
    "procedure": "违反法定程序",
    "powers": "超越职权",
    "abuse": "滥用职权",
    "improper": "明显不当（内容不适当）",
    "slight_flaw": "程序轻微违法，对权利不产生实际影响",
    "great_harm": "依法应当撤销，但是撤销会造成重大损害",
    "nothing_to_revoke": "违法，但是不具有可撤销内容",
    "changed_since": "原行为已经改变，仍要求确认违法",
    "grave": "重大且明显违法（没有主体资格、没有依据）",
}
STAYS = {
    "self": "本机关认为需要停止执行",
    "body": "复议机关决定、人民法院裁定停止执行",
    "law": "法律、法规、规章规定停止执行",
}


@dataclass(frozen=True, slots=True)
class Challengeable:
    """An act that can be challenged: `decision` is the act of the ledger that made it.

    `on_the_spot` marks a penalty made on the spot (复议法 23: reconsideration first; 32: may be handed in at
    the bureau), `monitored` one that stands on records of monitoring equipment (32). `basis` are the
    provisions it cites, `fine` what it asks to be paid, in 分.
    """

    decision: int
    title: str
    number: str
    decided_on: date
    served_on: date | None
    party: str
    basis: tuple[str, ...] = ()
    on_the_spot: bool = False
    monitored: bool = False
    fine: int = 0


@dataclass(frozen=True, slots=True)
class StayView:
    """Enforcement stopped; `until` is None while it is."""

    id: int
    ground: str
    since: date
    until: date | None
    document: str


@dataclass(frozen=True, slots=True)
class RemedyView:
    """A reconsideration or a suit; `outcome` is empty while it runs, `ended_on` its effective end.

    `fine` is what a ruling that changed the decision left to be paid, in 分; None where it says nothing.
    """

    id: int
    matter: int
    decision: int
    kind: str
    simplified: bool
    body: str
    document: str
    applied_on: date
    received_on: date
    listed: int | None
    answered: int | None
    outcome: str
    ruling: str
    ended_on: date | None
    grounds: tuple[str, ...]
    stays: tuple[StayView, ...] = ()
    fine: int | None = None

    @property
    def is_open(self) -> bool:
        return not self.outcome

    @property
    def kind_zh(self) -> str:
        return KINDS[self.kind]

    @property
    def outcome_zh(self) -> str:
        return OUTCOMES[self.outcome] if self.outcome else "正在进行"

    @property
    def stay(self) -> StayView | None:
        """The stay in force; none outlives the remedy."""
        return next((s for s in self.stays if s.until is None), None) if self.is_open else None


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """An application handed in at the bureau; `forwarded` is the act that handed it on."""

    id: int
    decision: int
    received_on: date
    forwarded: int | None
    number: str


@dataclass(frozen=True, slots=True)
class OpinionView:
    """An opinion of the reconsideration body; `reported` is the act that answered it."""

    id: int
    decision: int
    document: str
    received_on: date
    reported: int | None
    number: str


@dataclass(frozen=True, slots=True)
class SupplementView:
    """Evidence added with leave."""

    id: int
    remedy: int
    name: str
    sha256: str
    consent: str
