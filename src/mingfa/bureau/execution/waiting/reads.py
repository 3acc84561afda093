"""What is next after a decision, of many cases at once (处罚法 28, 61, 66, 67)."""

from collections.abc import Collection, Iterable, Mapping

from mingfa.bureau.cases.models import CorrectionOrder
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.execution.models import Deferred, Performance
from mingfa.bureau.execution.reads import unpaid, unserved

AFTER = ("decision_unserved", "unpaid", "uncorrected", "deferral_asked", "not_penalised")


def after_decision(cases: Collection[int]) -> Mapping[str, Iterable[int]]:
    """Return the facts of these cases after their decision."""
    decided = {decision: case for case, (decision, _) in decisions.standing(cases).items()}
    ordered = CorrectionOrder.objects.filter(case__in=cases).values_list("case", flat=True)
    latest = Performance.objects.filter(case__in=cases).order_by("pk").values_list("case", "corrected")
    corrected = {case for case, done in dict(latest).items() if done}
    asked = Deferred.objects.filter(decision__in=list(decided), word="asked")
    return {
        "decision_unserved": unserved(cases),
        "unpaid": unpaid(cases),
        "uncorrected": set(ordered) - corrected,
        "deferral_asked": [decided[d] for d in asked.values_list("decision", flat=True)],
        "not_penalised": decisions.not_penalised(cases),
    }
