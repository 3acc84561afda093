"""What the party was told and said, as gates and pages see it: plain values (行政处罚法 44, 45, 62-64)."""

from dataclasses import dataclass
from datetime import date, datetime

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.lib.chinese import long_date

RIGHTS = {"statement": "陈述、申辩", "hearing": "要求听证"}
FORMS = {"written": "书面", "oral": "口头", "electronic": "电子邮件等电子方式"}

STOPPED = {
    "withdrawn": "要求听证的人撤回听证申请",
    "party_gone": "要求听证的公民死亡，或者法人、其他组织终止，没有承受其权利的人",
    "needless": "拟作出的决定已经撤回或者变更，不再需要听证",
}
# 处罚法 64 (3): a hearing is public unless one of these is touched.
CLOSED = {"state_secret": "涉及国家秘密", "trade_secret": "涉及商业秘密", "privacy": "涉及个人隐私"}
ATTENDANCE = {"present": "到场参加", "absent": "无正当理由拒不出席", "left": "未经许可中途退出"}
RECUSAL = {"none": "不申请回避", "rejected": "申请回避，已经驳回"}
SIGNATURES = {"signed": "核对无误，已签名或者盖章", "refused": "拒绝签名或者盖章"}
OPINIONS = {
    "uphold": "建议维持拟作出的处罚",
    "change": "建议变更拟作出的处罚",
    "drop": "建议不予处罚",
    "investigate": "建议补充调查",
}


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice; its paper has the same key. `version` is the proposal it told, `told` its digest."""

    id: int
    case: int
    number: str
    version: int
    kinds: tuple[str, ...]
    amount: int
    told: str
    hearing_offered: bool
    issued_on: date
    gains: int = 0


@dataclass(frozen=True, slots=True)
class PointView:
    """Point `n` (from 1) of a statement, and whether it was adopted; None while it is open."""

    statement: int
    n: int
    words: str
    adopted: bool | None
    reason: str

    @property
    def answer(self) -> str:
        """The answer in words, as decisions print it."""
        return "" if self.adopted is None else f"{'采纳' if self.adopted else '不予采纳'}，{self.reason}"


@dataclass(frozen=True, slots=True)
class HearingView:
    """A hearing as appointed and held; `id` is the act that first appointed it.

    `notice` is the paper that tells its present time. `held` and `reported` are the acts of its record and
    its report; `attendance` one of ATTENDANCE and `opinion` one of OPINIONS once they are there.
    """

    id: int
    matter: int
    starts_at: datetime
    venue: str
    closed_because: str
    chair: int
    hearers: tuple[int, ...]
    recorder: int
    notice: int
    held: int | None
    attendance: str
    record_number: str
    reported: int | None
    opinion: str
    report_number: str
    announced: int | None = None
    suspended: int | None = None
    ended: int | None = None

    @property
    def on(self) -> date:
        """The day of the hearing, in Chinese time."""
        return self.starts_at.astimezone(CHINA).date()

    @property
    def took_place(self) -> bool:
        """Whether the party was heard; staying or going away is a waiver and ends the hearing (64 (6))."""
        return self.held is not None and self.attendance == "present"

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do: it ended early, by absence or otherwise, or its report is there."""
        held = self.held is not None and (not self.took_place or self.reported is not None)
        return held or self.ended is not None

    @property
    def is_appointed(self) -> bool:
        """Whether it was appointed and is still to be held."""
        return self.held is None and self.ended is None

    @property
    def in_words(self) -> str:
        """What a decision says of this hearing."""
        if self.held is None:
            return ""
        if not self.took_place:
            how = ATTENDANCE[self.attendance]
            words = f"当事人要求听证，经依法通知，{how}，视为放弃听证权利，本机关终止听证"
            return f"{words}（{self.record_number}）。"
        manner = f"因{CLOSED[self.closed_because]}不公开" if self.closed_because else "公开"
        report = f"听证报告{OPINIONS[self.opinion]}。" if self.opinion else ""
        return (
            f"应当事人要求，本机关于{long_date(self.on)}{manner}举行听证，听取了当事人的申辩和质证，"
            f"制作了听证笔录（{self.record_number}）。{report}本决定根据听证笔录作出。"
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where telling and hearing stand on a day (`on`).

    `notice_is_due` is false where no penalty is proposed (处罚法 44 asks it for penalties). `served_on` may
    lie ahead while a public notice runs; terms start there. `hearing_asked` is the statement that asked for a
    hearing and was not taken back (None: there is none); a new notice does not do away with it.
    `first_kinds`, `first_amount`, `first_gains` (分) are what the first notice told (45.2).
    """

    on: date
    notice_is_due: bool
    notice: NoticeView | None
    served_on: date | None
    covers_current_proposal: bool
    statement_term: Term | None
    statement_days_left: int | None
    hearing_window: Term | None
    waived: bool
    hearing_waived: bool
    hearing_asked: int | None
    hearings: tuple[HearingView, ...]
    spoken: tuple[PointView, ...]
    first_kinds: tuple[str, ...]
    first_amount: int
    first_gains: int = 0

    @property
    def told(self) -> bool:
        """Whether a notice has reached the party by this day."""
        return self.served_on is not None and self.served_on <= self.on

    @property
    def points(self) -> int:
        """How many points the party has made."""
        return len(self.spoken)

    @property
    def unanswered(self) -> tuple[PointView, ...]:
        """The points without a recorded answer."""
        return tuple(p for p in self.spoken if p.adopted is None)

    @property
    def answers_in_words(self) -> str:
        """What became of each point, in one passage."""
        said = (
            f"（{n}）{p.words.rstrip('。')}：{p.answer.rstrip('。')}" for n, p in enumerate(self.spoken, 1)
        )
        return "；".join(said) + "。" if self.spoken else ""

    @property
    def hearing_offered(self) -> bool:
        """Whether the notice told of the right to a hearing."""
        return self.notice is not None and self.notice.hearing_offered

    @property
    def statement_term_end(self) -> date | None:
        """The last day on which the party may speak."""
        return self.statement_term.end if self.statement_term else None

    @property
    def hearing_window_end(self) -> date | None:
        """The last day on which the party may ask for a hearing."""
        return self.hearing_window.end if self.hearing_window else None

    @property
    def had_its_time(self) -> bool:
        """Whether each right was waived or its term has run; through an unknown year no term runs out."""
        spoke = self.waived or _is_over(self.statement_term, self.on)
        asked = not self.hearing_offered or self.hearing_waived or _is_over(self.hearing_window, self.on)
        return spoke and asked

    @property
    def hearing(self) -> HearingView | None:
        """The hearing that answers the request: one not held yet, or held after it was asked for."""
        return answering(self.hearings, self.hearing_asked)

    @property
    def hearing_is_due(self) -> bool:
        """Whether a hearing that was asked for is still to be held."""
        return self.hearing_asked is not None and (self.hearing is None or self.hearing.is_appointed)

    @property
    def hearing_is_open(self) -> bool:
        """Whether a hearing that was asked for is still to be held or to be reported on."""
        return self.hearing_asked is not None and (self.hearing is None or not self.hearing.is_over)

    @property
    def hearing_took_place(self) -> bool:
        """Whether a hearing took place in this case (处罚法 58.1 (2): 经过听证程序)."""
        return any(h.took_place for h in self.hearings)

    @property
    def heard(self) -> bool:
        """Whether this proposal was told, the party had its time, was answered, and no hearing is open."""
        told = self.told and self.covers_current_proposal
        return told and self.had_its_time and not self.unanswered and not self.hearing_is_open


def _is_over(term: Term | None, on: date) -> bool:
    return term is not None and on > term.latest


def answering(hearings: tuple[HearingView, ...], asked: int | None) -> HearingView | None:
    """Return the hearing that answers a request: the last one, unless it was over before it was asked for."""
    found = hearings[-1] if hearings else None
    over = (found.held if found.held is not None else found.ended) if found else None
    return None if over is not None and over < (asked or 0) else found


@dataclass(frozen=True)
class Heard:
    """What is heard, whatever kind of matter it is.

    `cause` and `party` stand in the papers, `told_number` is the notice of the right to a hearing, `proposed`
    what may be decided. `due` says that a hearing is to be held, `settled` that it is about what was told.
    `told_on` is the day on which everybody who must be told knew its present time. `must_announce` says that
    the law has it announced.
    `basis` is what the notice stands on, `opening` its first words.
    """

    id: int
    title: str
    cause: str
    party: Party | None
    told_number: str
    proposed: str
    due: bool
    settled: bool
    asked: bool
    hearing: HearingView | None
    told_on: date | None
    investigators: frozenset[int]
    must_announce: bool = False
    basis: str = ""
    opening: str = ""
