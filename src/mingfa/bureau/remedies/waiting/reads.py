"""What the bureau owes in reconsiderations and suits, in all its matters at once (复议法 32, 48, 76)."""

from collections.abc import Iterable, Mapping

from django.db.models import Value

from mingfa.bureau.remedies.models import Application, Opinion, Remedy

OWED = ("application_to_forward", "evidence_to_list", "answer_due", "opinion_to_report")


def owed() -> Mapping[str, Iterable[int]]:
    """Return the matters in which an application is to be passed on, an answer or a report to be given."""
    waits = Remedy.objects.filter(answered__isnull=True, ended_on__isnull=True)
    rows = (
        Application.objects.filter(forwarded__isnull=True),
        waits.filter(listed__isnull=True),
        waits.filter(listed__isnull=False),
        Opinion.objects.filter(reported__isnull=True),
    )
    first, *others = (
        some.annotate(what=Value(name)).order_by().values_list("what", "matter")
        for name, some in zip(OWED, rows, strict=True)
    )
    found: dict[str, list[int]] = {name: [] for name in OWED}
    for name, matter in first.union(*others, all=True):
        found[name].append(matter)
    return found
