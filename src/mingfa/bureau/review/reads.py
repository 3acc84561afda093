"""Questions about legal review; every row is checked against the ledger first."""

from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.lib.reading import once
from mingfa.bureau.review.models import Review, ReviewRequest
from mingfa.bureau.review.values import RequestView, ReviewView


@once
def requests(matter: int) -> list[RequestView]:
    """Return the submissions of a matter, in order."""
    rows = list(ReviewRequest.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return [RequestView(int(r.pk), int(r.version), r.round, r.requested_at) for r in rows]


@once
def reviews(matter: int) -> list[ReviewView]:
    """Return the opinions of a matter, in order."""
    rows = list(Review.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return [
        ReviewView(
            id=int(r.pk),
            version=int(r.version),
            passed=r.passed,
            reviewer=int(r.reviewer),
            number=r.number,
            opined_at=r.opined_at,
            withdrawn=r.withdrawn,
        )
        for r in rows
    ]


@once
def standing_review(matter: int, version: int) -> ReviewView | None:
    """Return the latest passed review of this version of the proposal that was not withdrawn."""
    found = [r for r in reviews(matter) if r.stands and r.version == version]
    return found[-1] if found else None
