"""What is next after a decision, of many cases at once (处罚法 28, 61, 66, 67)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mingfa.bureau.cases.models import CorrectionOrder
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.execution.models import Deferred, Payment, Performance
from mingfa.bureau.execution.reads import deferral, unpaid, unserved
from mingfa.bureau.ledger.reader import check_rows


@dataclass(frozen=True, slots=True)
class NextPart:
    """The next part of a fine that is paid later: its last day, when and by which paper it was granted."""

    on: date
    granted_on: date
    number: str
    kind_zh: str


AFTER = ("decision_unserved", "unpaid", "uncorrected", "not_penalised")


def after_decision(cases: Collection[int]) -> Mapping[str, Iterable[int]]:
    """Return the facts of these cases after their decision."""
    ordered = set(CorrectionOrder.objects.filter(case__in=cases).values_list("case", flat=True))
    latest = Performance.objects.filter(case__in=ordered).order_by("pk") if ordered else ()
    corrected = {row.case_id: row.corrected for row in latest}
    standing = decisions.standing(cases)
    return {
        "decision_unserved": unserved(standing),
        "unpaid": unpaid(standing),
        "uncorrected": {case for case in ordered if not corrected.get(case, False)},
        "not_penalised": decisions.not_penalised(cases),
    }


def deferrals_asked() -> list[int]:
    """Return the cases in which the head has not spoken on an application to pay later."""
    asked = Deferred.objects.filter(word="asked").values_list("decision", flat=True)
    return decisions.cases_of(asked)


def next_parts(cases: Collection[int]) -> dict[int, NextPart]:
    """Return, where a deferral was granted in these cases, the first part that is not paid in full."""
    decided = {decision: case for case, (decision, _) in decisions.standing(cases).items()}
    granted = list(Deferred.objects.filter(decision__in=list(decided), word="granted").order_by("pk"))
    latest, paid = {int(row.decision): row for row in granted}, dict[int, int]()
    for decision, amount in Payment.objects.filter(decision__in=list(latest)).values_list(
        "decision", "amount"
    ):
        paid[decision] = paid.get(decision, 0) + amount
    check_rows(latest.values())
    found = {}
    for decision, row in latest.items():
        one, left = deferral(row), paid.get(decision, 0)
        for part in one.plan:
            left -= part.amount
            if left < 0 and one.granted_on is not None:
                found[decided[decision]] = NextPart(part.on, one.granted_on, one.number, one.kind_zh)
                break
    return found
