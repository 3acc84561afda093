"""Execution as gates and pages see it: plain values, amounts in 分, and the words of its choices."""

from dataclasses import dataclass
from datetime import date

Span = tuple[date, date]

DEFERRALS = {"defer": "延期缴纳", "instalments": "分期缴纳"}
CHANNELS = {"bank": "指定银行缴纳", "electronic": "电子支付系统缴纳", "officer": "执法人员收取"}


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A payment: `amount` on the fine, `surcharge` on the additional fine; `paused` the remedies it names."""

    id: int
    decision: int
    amount: int
    surcharge: int
    receipt_no: str
    bank: str
    paid_on: date
    paused: tuple[Span, ...]
    gains: int = 0


@dataclass(frozen=True, slots=True)
class PerformanceView:
    """A check on the spot whether the violation was corrected."""

    id: int
    case: int
    corrected: bool
    checked_on: date


@dataclass(frozen=True, slots=True)
class Due:
    """A part of the fine and the last day on which to pay it."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class Deferral:
    """An application to pay later or in parts (处罚法 66); `plan` is empty until it is granted.

    `plan` covers what was left of the fine when it was granted; it is in force from `granted_on`.
    """

    id: int
    decision: int
    kind: str
    asked_on: date
    word: str
    plan: tuple[Due, ...] = ()
    granted_on: date | None = None
    number: str = ""

    @property
    def kind_zh(self) -> str:
        return DEFERRALS[self.kind]


@dataclass(frozen=True, slots=True)
class Owed:
    """What a decision asks to be paid as of a day, in 分.

    `due_on` is None until the decision was served, else the last day of the first part that is unpaid, and
    `ends_on` the last day of all; `provisional` when counted through a year whose holidays are not yet known.
    `reduced` is what an execution agreement took off the additional fine; `days` how many days one ran.
    """

    fine: int
    surcharge: int
    paid_fine: int
    paid_surcharge: int
    due_on: date | None
    provisional: bool = False
    reduced: int = 0
    ends_on: date | None = None
    days: int = 0
    gains: int = 0
    paid_gains: int = 0

    @property
    def fine_left(self) -> int:
        """What is left of the fine itself."""
        return max(0, self.fine - self.paid_fine)

    @property
    def to_refund(self) -> int:
        """What was paid beyond the fine: a ruling made it smaller after it was paid."""
        return max(0, self.paid_fine - self.fine)

    @property
    def what(self) -> str:
        """What is to be paid, in words."""
        gains = ("没收的违法所得",) if self.gains else ()
        return "和".join(("罚款", *gains) if self.fine or not gains else gains)

    @property
    def gains_left(self) -> int:
        """What is left to collect of the confiscated gains; on them no additional fine runs (处罚法 72.1)."""
        return max(0, self.gains - self.paid_gains)

    @property
    def surcharge_left(self) -> int:
        """What is left of the additional fine."""
        return max(0, self.surcharge - self.reduced - self.paid_surcharge)

    @property
    def paid(self) -> int:
        """Everything that was paid."""
        return self.paid_fine + self.paid_surcharge + self.paid_gains

    @property
    def left(self) -> int:
        """Everything that is left."""
        return self.fine_left + self.surcharge_left + self.gains_left
