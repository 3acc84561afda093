"""Decisions as gates, pages and followers see them: plain values."""

from dataclasses import dataclass
from datetime import date

GROUNDS = {
    "self": "本机关自行纠正",
    "superior": "上级机关责令纠正",
    "reconsideration": "行政复议决定",
    "court": "人民法院裁判",
}
# Whoever obeys a ruling does not decide: against it there is no remedy of its own.
RULED = frozenset({"reconsideration", "court"})
EFFECTS = {
    "revoked": "撤销",
    "unlawful": "确认违法",
    "void": "确认无效",
    "redo": "责令重新作出",
}


@dataclass(frozen=True, slots=True)
class DiscussionView:
    """A collective discussion."""

    id: int
    version: int
    approved: bool
    number: str


TERM_CHANGES = {
    "extend": "经负责人批准延长",
    "extend_again": "经集体讨论再次延长",
    "exclude": "不计入办案期限",
}


@dataclass(frozen=True, slots=True)
class TermChangeView:
    """The ninety days made longer, or days (`first` to `last`) taken out of them."""

    id: int
    kind: str
    basis: str
    granted_on: date
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class CaseTime:
    """Until when a case is to be decided, and what changed that; `end` None while it is not filed."""

    end: date | None
    changes: tuple[TermChangeView, ...] = ()

    def has(self, kind: str) -> bool:
        return any(one.kind == kind for one in self.changes)


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision; amounts in 分; `revoked` is the act that revoked it.

    One made on the spot has no `review`: the law asks none (处罚法 51, 58).
    """

    id: int
    case: int
    outcome: str
    kinds: tuple[str, ...]
    amount: int
    number: str
    decided_on: date
    decided_by: int
    head: int
    review: int | None
    version: int
    revoked: int | None
    gains: int = 0

    @property
    def paper(self) -> int:
        """The decision and its paper are made by one act and share its key."""
        return self.id

    @property
    def on_the_spot(self) -> bool:
        """Whether it was made in the summary procedure."""
        return self.review is None


@dataclass(frozen=True, slots=True)
class RevocationView:
    """A revocation: `ground` of GROUNDS, `effect` of EFFECTS."""

    id: int
    decision: int
    ground: str
    effect: str
    revoked_on: date
    document: str
    reason: str
