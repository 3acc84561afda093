"""What the party was told and said, as gates and pages see it: plain values (行政处罚法 44, 45, 62-64)."""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.law.terms import Term

RIGHTS = {"statement": "陈述、申辩", "hearing": "要求听证"}
FORMS = {"written": "书面", "oral": "口头", "electronic": "电子邮件等电子方式"}


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
class Standing:
    """Where telling and hearing stand on a day (`on`).

    `notice_is_due` is false where no penalty is proposed (处罚法 44 asks it for penalties). `served_on` may
    lie ahead while a public notice runs; terms start there. `hearing_requested`: asked for, not taken back.
    `first_kinds`, `first_amount` (分) are what the first notice told (45.2: nothing heavier for speaking).
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
    hearing_requested: bool
    spoken: tuple[PointView, ...]
    first_kinds: tuple[str, ...]
    first_amount: int

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
    def heard(self) -> bool:
        """Whether this proposal was told, the party had its time, was answered, and no hearing is open."""
        told = self.told and self.covers_current_proposal
        return told and self.had_its_time and not self.unanswered and not self.hearing_requested


def _is_over(term: Term | None, on: date) -> bool:
    return term is not None and not term.provisional and on > term.end
