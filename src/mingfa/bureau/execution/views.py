"""Execution as gates and pages see it: plain values, amounts in 分, and the words of its choices."""

from dataclasses import dataclass
from datetime import date

Span = tuple[date, date]

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


@dataclass(frozen=True, slots=True)
class PerformanceView:
    """A check on the spot whether the violation was corrected."""

    id: int
    case: int
    corrected: bool
    checked_on: date


@dataclass(frozen=True, slots=True)
class Owed:
    """What a decision asks to be paid as of a day, in 分.

    `due_on` is None until the decision was served; `provisional` when it was counted through a year whose
    holidays are not yet known.
    """

    fine: int
    surcharge: int
    paid_fine: int
    paid_surcharge: int
    due_on: date | None
    provisional: bool = False

    @property
    def fine_left(self) -> int:
        """What is left of the fine itself."""
        return max(0, self.fine - self.paid_fine)

    @property
    def surcharge_left(self) -> int:
        """What is left of the additional fine."""
        return max(0, self.surcharge - self.paid_surcharge)

    @property
    def paid(self) -> int:
        """Everything that was paid."""
        return self.paid_fine + self.paid_surcharge

    @property
    def left(self) -> int:
        """Everything that is left."""
        return self.fine_left + self.surcharge_left
