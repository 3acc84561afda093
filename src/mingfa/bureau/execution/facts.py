"""What is owed on a day: the fine, the additional fine on what is left of it, and what was paid. Pure.

Stands on 处罚法 66 (later or in parts), 67 (fifteen days), 72(1) (3% a day, at most the fine) and 73 para 3
(not during remedies). The additional fine runs on the part that is due and unpaid; a deferral does not undo
what ran before it was granted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from mingfa.bureau.execution.values import Deferral, Due, Owed, PaymentView, Span
from mingfa.bureau.law.penalty.surcharge import surcharge

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Fine:
    """A fine with everything that decides what is owed on it; `due_on` None before service."""

    amount: int
    due_on: date | None
    payments: Sequence[PaymentView] = ()
    deferrals: Sequence[Deferral] = ()
    paused: Sequence[Span] = field(default=())
    gains: int = 0

    def plan(self, day: date) -> tuple[Due, ...]:
        """Return the parts to be paid as they stood on a day: of the latest deferral granted by then."""
        assert self.due_on is not None, "before service nothing is due"
        granted = [d for d in self.deferrals if d.granted_on is not None and d.granted_on <= day]
        return granted[-1].plan if granted else (Due(self.due_on, self.amount),)

    def overdue(self, day: date) -> int:
        """Return the part of the fine that should have been paid before a day and was not."""
        plan = self.plan(day)
        settled = self.amount - sum(part.amount for part in plan)
        due = settled + sum(part.amount for part in plan if part.on < day)
        return max(0, due - sum(p.amount for p in self.payments if p.paid_on < day))

    def accrued(self, on: date) -> tuple[int, int]:
        """Return (the additional fine in 分, a fraction dropped; the days on which it ran)."""
        spans = [*self.paused, *(span for p in self.payments for span in p.paused)]
        due = self.due_on or on
        late = (due + n * _DAY for n in range(1, (on - due).days + 1))
        counted = [day for day in late if not any(first <= day <= last for first, last in spans)]
        unpaid = [self.overdue(day) for day in counted]
        return surcharge(self.amount, unpaid), sum(map(bool, unpaid))


def owing(fine: Fine, on: date, *, reduced: int = 0, provisional: bool = False) -> Owed:
    """Return what is owed at the end of a day.

    Every payment counts as paid, also one entered with a later day, so that none is taken twice.
    """
    accrued, days = fine.accrued(on) if fine.due_on else (0, 0)
    paid = sum(p.amount for p in fine.payments)
    return Owed(
        fine=fine.amount,
        surcharge=accrued,
        paid_fine=paid,
        paid_surcharge=sum(p.surcharge for p in fine.payments),
        due_on=_next_due(fine, on, paid),
        provisional=provisional,
        reduced=min(reduced, accrued),
        ends_on=fine.plan(on)[-1].on if fine.due_on else None,
        days=days,
        gains=fine.gains,
        paid_gains=sum(p.gains for p in fine.payments),
    )


def _next_due(fine: Fine, on: date, paid: int) -> date | None:
    """Return the last day of the first part that is not paid; of a fine all paid, of the last part."""
    if fine.due_on is None:
        return None
    plan = fine.plan(on)
    covered = paid - (fine.amount - sum(part.amount for part in plan))
    for part in plan:
        covered -= part.amount
        if covered < 0:
            return part.on
    return plan[-1].on
