"""Publications as gates and pages see them: plain values, and the words of their states."""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.party import Party

STATES = {
    "collected": "已采集，待移交",
    "handed_over": "已移交，待审核",
    "reviewed": "审核通过，待发布",
    "published": "已公示",
    "revised": "已公示，更正待审核",
    "withdrawn": "已撤下",
    "exempt": "依法不予公开",
}
LIVE = frozenset({"published", "revised"})
"""What the public can read now."""

EXEMPTIONS = {
    "state_secret": "涉及国家秘密",
    "trade_secret": "涉及商业秘密，公开会对第三方合法权益造成损害",
    "privacy": "涉及个人隐私，公开会对第三方合法权益造成损害",
    "minor": "当事人是未成年人或者案件涉及未成年人",
    "security": "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
    "forbidden": "法律、行政法规禁止公开",
}


@dataclass(frozen=True, slots=True)
class Fall:
    """That a decision fell: its effect (a code of WITHDRAWAL_REASONS), the ground in words, the day."""

    effect: str
    ground: str
    on: date


@dataclass(frozen=True, slots=True)
class Disclosable:
    """A decision or result of any class that the public may read; `id` is the act that made it and its paper.

    `rule` is that of its term (PUB-02: seven working days, PUB-03: twenty). What is not `for_the_public` by
    its nature is never shown. `age` is the party's on the day of the act; `tells_of_illness` and `has_impact`
    are recorded facts that close a decision to the public, or open it. What was handed over on the spot needs
    no service of its own; `has_secrets` says that the applicant declared trade secrets.
    """

    kind: str
    id: int
    matter: int
    title: str
    number: str
    unit: int
    unit_name: str
    decided_on: date
    rule: str
    category: str
    cause: str
    party: Party | None
    item: ItemView | None
    for_the_public: bool = True
    fall: Fall | None = None
    age: int | None = None
    tells_of_illness: bool = False
    has_impact: bool = False
    handed_over_on: date | None = None
    has_secrets: bool = False


@dataclass(frozen=True, slots=True)
class PublicationView:
    """A publication. `draft` is the act that made the content under way, `shown` the one that is public now.

    `index` is the place of its newest publish or replace entry in the disclosure log.
    """

    id: int
    ref: str
    kind: str
    decision: int | None
    item: int | None
    unit: int
    state: str
    title: str
    number: str
    draft: int | None
    shown: int | None
    full_text: bool
    due_on: date | None
    until: date | None
    author: int
    handed_by: int | None
    reviewer: int | None
    published_on: date | None
    workday_no: int | None
    index: int | None
    served_digest: str
    withdrawn_on: date | None
    reason: str

    @property
    def state_zh(self) -> str:
        """The state in words."""
        return STATES[self.state]

    @property
    def is_live(self) -> bool:
        """Whether the public can read it now."""
        return self.state in LIVE

    @property
    def is_open(self) -> bool:
        """Whether it is still on its way to the public."""
        return self.state in ("collected", "handed_over", "reviewed")


@dataclass(frozen=True, slots=True)
class Brief:
    """A decision for the public in a few words; `rule` names the term in which it is published."""

    kind: str
    id: int
    matter: int
    title: str
    number: str
    unit: int
    unit_name: str
    decided_on: date
    rule: str


@dataclass(frozen=True, slots=True)
class Due:
    """A decision that is to be published: until when, and where it stands (None: nobody began).

    `alerts` are the marks of the term that were reached: the fourth and the sixth working day.
    """

    kind: str
    decision: int
    matter: int
    number: str
    title: str
    unit: int
    unit_name: str
    decided_on: date
    due_on: date
    days_left: int
    alerts: tuple[int, ...]
    publication: PublicationView | None

    @property
    def is_overdue(self) -> bool:
        """Whether the term has run out."""
        return self.days_left < 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Completeness and timeliness of one kind, since the beginning (plan 1.1.c)."""

    decided: int
    published: int
    withdrawn: int
    exempt: int
    in_time: int
    late: int
    waiting: int
    overdue: int
