"""What the bureau owes in reconsiderations and suits, in all its matters at once (复议法 32, 48, 76)."""

from collections.abc import Iterable, Mapping

from mingfa.bureau.remedies.models import Application, Opinion, Remedy

OWED = ("application_to_forward", "evidence_to_list", "answer_due", "opinion_to_report")


def owed() -> Mapping[str, Iterable[int]]:
    """Return the matters in which an application is to be passed on, an answer or a report to be given."""
    open_ones = list(
        Remedy.objects.filter(answered__isnull=True, ended_on__isnull=True).values_list("matter", "listed")
    )
    forward = Application.objects.filter(forwarded__isnull=True)
    report = Opinion.objects.filter(reported__isnull=True)
    return {
        "application_to_forward": forward.values_list("matter", flat=True),
        "evidence_to_list": [matter for matter, listed in open_ones if listed is None],
        "answer_due": [matter for matter, listed in open_ones if listed is not None],
        "opinion_to_report": report.values_list("matter", flat=True),
    }
