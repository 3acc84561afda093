"""Questions about execution; every row is checked against the ledger first."""

from collections.abc import Iterable, Mapping
from datetime import date

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.decisions.values import DecisionView
from mingfa.bureau.execution.facts import Fine, owing
from mingfa.bureau.execution.models import Deferred, Payment, Performance, Reduced
from mingfa.bureau.execution.values import Deferral, Due, Owed, PaymentView, PerformanceView, Span
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.lib.reading import once
from mingfa.bureau.people.reads import calendar
from mingfa.bureau.remedies import reads as remedies
from mingfa.bureau.service import reads as service
from mingfa.bureau.summary import reads as summary
from mingfa.bureau.summary.values import CollectionView


@once
def payments(decision: int) -> list[PaymentView]:
    """Return the payments on a decision, in order of entry; what officers collected on the spot is paid."""
    rows = list(Payment.objects.filter(decision=decision).order_by("pk"))
    check_rows(rows)
    on_the_spot = summary.decision(decision)
    collected = [_collected(on_the_spot.collection)] if on_the_spot and on_the_spot.collection else []
    return collected + [_payment(row) for row in rows]


@once
def checks(case: int) -> list[PerformanceView]:
    """Return the checks of the correction in a case, in order."""
    rows = list(Performance.objects.filter(case=case).order_by("pk"))
    check_rows(rows)
    return [PerformanceView(int(r.pk), int(r.case_id), r.corrected, r.checked_on) for r in rows]


@once
def served_on(decision: DecisionView) -> date | None:
    """Return the day from which a decision counts as served; of a public notice it may lie ahead."""
    found = service.served(decision.paper)
    return found.served_on if found else None


@once
def deferrals(decision: int) -> list[Deferral]:
    """Return the applications to pay later or in parts, in order."""
    rows = list(Deferred.objects.filter(decision=decision).order_by("pk"))
    check_rows(rows)
    return [deferral(row) for row in rows]


@once
def reduced(decision: int) -> int:
    """Return what execution agreements that stand take off the additional fine, in 分."""
    rows = list(Reduced.objects.filter(decision=decision, ended__isnull=True))
    check_rows(rows)
    return sum(int(row.amount) for row in rows)


def owed(decision: DecisionView, on: date, paused: Iterable[Span] = ()) -> Owed:
    """Return what is owed on a day, in 分, with the additional fine; after a ruling, of what it left.

    None runs during the remedies on record (处罚法 73.3); `paused` are remedies only typed so far.
    """
    amount = remedies.fine_left(decision.id, decision.amount) if "fine" in decision.kinds else 0
    served, due_on, provisional = served_on(decision), None, False
    if served is not None:
        due = term("EXEC-01", served, calendar())
        due_on, provisional = due.end, due.provisional
    recorded = [(since, until or on) for since, until in remedies.pauses(decision.id)]
    spans = (*recorded, *paused)
    fine = Fine(amount, due_on, payments(decision.id), deferrals(decision.id), spans, decision.gains)
    return owing(fine, on, reduced=reduced(decision.id), provisional=provisional)


@once
def owed_on(decision: int, on: date) -> Owed | None:
    """Return what is owed on a decision, by its key; None where there is none."""
    found = decisions.decision(decision)
    return owed(found, on) if found is not None else None


def unserved(found: Mapping[int, tuple[int, int]]) -> list[int]:
    """Return those of these cases (case -> decision, fine) whose decision was not served yet."""
    served = service.served_papers(decision for decision, _ in found.values())
    return [case for case, (decision, _) in found.items() if decision not in served]


def unpaid(found: Mapping[int, tuple[int, int]]) -> list[int]:
    """Return those of these cases (case -> decision, fine) whose money was not paid in full yet."""
    return sorted({*_unpaid_fines(found), *_uncollected(found)})


def _uncollected(found: Mapping[int, tuple[int, int]]) -> list[int]:
    """Return the cases whose confiscated gains were not collected in full yet."""
    gains = decisions.gains_of(decision for decision, _ in found.values())
    got: dict[int, int] = {}
    for decision, amount in Payment.objects.filter(decision__in=list(gains)).values_list("decision", "gains"):
        got[decision] = got.get(decision, 0) + amount
    return [case for case, (one, _) in found.items() if got.get(one, 0) < gains.get(one, 0)]


def _unpaid_fines(found: Mapping[int, tuple[int, int]]) -> list[int]:
    fined = {case: one for case, one in found.items() if one[1]}
    paid: dict[int, int] = {}
    rows = Payment.objects.filter(decision__in=[decision for decision, _ in fined.values()])
    for decision, amount in rows.values_list("decision", "amount"):
        paid[decision] = paid.get(decision, 0) + amount
    owing = {case: one for case, one in fined.items() if paid.get(one[0], 0) < one[1]}
    ruled = remedies.fines_ruled(decision for decision, _ in owing.values())
    return [
        case
        for case, (decision, amount) in owing.items()
        if paid.get(decision, 0) < ruled.get(decision, amount)
    ]


@once
def receipt_is_used(bank: str, receipt_no: str) -> bool:
    """Say whether a bank's receipt was entered already."""
    return Payment.objects.filter(bank=bank, receipt_no=receipt_no).exists()


def _payment(row: Payment) -> PaymentView:
    return PaymentView(
        id=int(row.pk),
        decision=int(row.decision),
        amount=int(row.amount),
        surcharge=int(row.surcharge),
        receipt_no=row.receipt_no,
        bank=row.bank,
        paid_on=row.paid_on,
        gains=int(row.gains),
        paused=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in row.paused),
    )


def _collected(one: CollectionView) -> PaymentView:
    return PaymentView(one.id, one.decision, one.amount, 0, one.receipt_no, "", one.collected_on, ())


def deferral(row: Deferred) -> Deferral:
    """Return the view of a row."""
    return Deferral(
        id=int(row.pk),
        decision=int(row.decision),
        kind=row.kind,
        asked_on=row.asked_on,
        word=row.word,
        plan=tuple(Due(date.fromisoformat(part["on"]), int(part["amount"])) for part in row.plan),
        granted_on=row.decided_on if row.word == "granted" else None,
        number=row.number,
    )
