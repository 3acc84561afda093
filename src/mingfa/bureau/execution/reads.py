"""Questions about execution; every row is checked against the ledger first."""

from collections.abc import Iterable
from datetime import date

from mingfa.bureau.decisions.views import DecisionView
from mingfa.bureau.execution.models import Payment, Performance
from mingfa.bureau.execution.owing import owing
from mingfa.bureau.execution.views import Owed, PaymentView, PerformanceView, Span
from mingfa.bureau.law.terms import term_or_provisional
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.people.reads import calendar
from mingfa.bureau.service import reads as service


def payments(decision: int) -> list[PaymentView]:
    """Return the payments on a decision, in order of entry."""
    rows = list(Payment.objects.filter(decision=decision).order_by("pk"))
    check_rows(rows)
    return [_payment(row) for row in rows]


def checks(case: int) -> list[PerformanceView]:
    """Return the checks of the correction in a case, in order."""
    rows = list(Performance.objects.filter(case=case).order_by("pk"))
    check_rows(rows)
    return [PerformanceView(int(r.pk), int(r.case_id), r.corrected, r.checked_on) for r in rows]


def served_on(decision: DecisionView) -> date | None:
    """Return the day from which a decision counts as served; of a public notice it may lie ahead."""
    found = service.served(decision.paper)
    return found.served_on if found else None


def owed(decision: DecisionView, on: date, paused: Iterable[Span] = ()) -> Owed:
    """Return what is owed on a day, in 分; `paused` are remedies not yet recorded with a payment."""
    fine = decision.amount if "fine" in decision.kinds else 0
    made = payments(decision.id)
    extra = [PaymentView(0, decision.id, 0, 0, "", "", on, tuple(paused))] if paused else []
    served = served_on(decision)
    if served is None:
        return owing(fine, None, [*made, *extra], on)
    due = term_or_provisional("EXEC-01", served, calendar())
    return owing(fine, due.end, [*made, *extra], on, provisional=due.provisional)


def receipt_is_used(bank: str, receipt_no: str) -> bool:
    """Say whether a bank's receipt was entered already."""
    return Payment.objects.filter(bank=bank, receipt_no=receipt_no).exists()


def _payment(row: Payment) -> PaymentView:
    return PaymentView(
        id=int(row.pk),
        decision=int(row.decision_id),
        amount=int(row.amount),
        surcharge=int(row.surcharge),
        receipt_no=row.receipt_no,
        bank=row.bank,
        paid_on=row.paid_on,
        paused=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in row.paused),
    )
