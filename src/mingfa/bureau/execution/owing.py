"""What is owed on a day: the fine, the additional fine on what is left of it, and what was paid. Pure.

Stands on 处罚法 67 (fifteen days), 72(1) (3% a day, at most the fine) and 73 para 3 (not during remedies).
Of a fine paid in parts, the additional fine runs on the part that is still unpaid.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from mingfa.bureau.execution.views import Owed, PaymentView, Span
from mingfa.bureau.law.surcharge import PERCENT_PER_DAY, overdue_days


def owing(
    fine: int, due_on: date | None, payments: Sequence[PaymentView], on: date, *, provisional: bool = False
) -> Owed:
    """Return what is owed at the end of a day; `due_on` is the last day on which to pay, None before service.

    Every payment counts as paid, also one entered with a later day, so that none is taken twice.
    """
    made = sorted(payments, key=lambda p: (p.paid_on, p.id))
    paused = [span for p in payments for span in p.paused]
    return Owed(
        fine=fine,
        surcharge=0 if due_on is None else accrued(fine, due_on, made, on, paused),
        paid_fine=sum(p.amount for p in made),
        paid_surcharge=sum(p.surcharge for p in made),
        due_on=due_on,
        provisional=provisional,
    )


def accrued(fine: int, due_on: date, made: Sequence[PaymentView], on: date, paused: Iterable[Span]) -> int:
    """Return the additional fine in 分, a fraction dropped; a part counts until the day it is paid."""
    spans, percents, left, since = list(paused), 0, fine, due_on
    for payment in made:
        if payment.paid_on > on:
            break
        if payment.paid_on > since:
            percents += left * overdue_days(since, payment.paid_on, spans)
            since = payment.paid_on
        left = max(0, left - payment.amount)
    percents += left * overdue_days(since, on, spans)
    return min(fine, percents * PERCENT_PER_DAY // 100)
