"""What the heads have to discuss before they decide, of many cases at once (处罚法 57.2)."""

from collections.abc import Collection
from datetime import date

from mingfa.bureau.cases.conclusion.inputs import Conclusion
from mingfa.bureau.cases.models import Case
from mingfa.bureau.decisions.models import Discussion
from mingfa.bureau.decisions.rules import grounds_to_discuss
from mingfa.bureau.doorway.inputs import with_defaults
from mingfa.bureau.hearings.models import Hearing
from mingfa.bureau.law.config import Config, LocalValueMissing
from mingfa.bureau.review.models import Review


def undiscussed(cases: Collection[int], on: date, config: Config) -> list[int]:
    """Return those of these cases whose proposal the heads have still to discuss (处罚法 57.2)."""
    rows = list(Case.objects.filter(pk__in=cases, proposal__isnull=False))
    heard = Hearing.objects.filter(matter__in=cases, held__isnull=False, attendance="present")
    problems = Review.objects.filter(matter__in=cases, passed=False)
    was_heard, was_returned = (set(r.values_list("matter", flat=True)) for r in (heard, problems))
    done = set(Discussion.objects.filter(case__in=cases, approved=True).values_list("case", "version"))
    limits = {kind: _limit(kind, on, config) for kind in ("unit", "person")}
    found = []
    for row in rows:
        told = with_defaults(Conclusion, row.proposal or {})
        limit = limits["unit" if row.party_kind == "unit" else "person"]
        over = limit is not None and told["amount"] >= limit
        before = (row.pk in was_heard, row.pk in was_returned)
        why = grounds_to_discuss(
            told["amount"] if over else 0, 0, bool(told["deviation"]), told["grounds"], *before
        )
        if why and (row.pk, row.concluded) not in done:
            found.append(int(row.pk))
    return found


def _limit(kind: str, on: date, config: Config) -> int | None:
    """Return the fine from which the heads discuss, in 分; None where it is not set yet."""
    try:
        return int(config.value(f"discussion_{kind}_fen", on))
    except LocalValueMissing:
        return None
