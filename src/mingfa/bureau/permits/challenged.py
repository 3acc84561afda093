"""What can be challenged in a permit: that it was not taken up, decided, or ended (行政许可法 7)."""

from collections.abc import Iterator

from mingfa.bureau.papers.models import Paper
from mingfa.bureau.permits import reads
from mingfa.bureau.permits.models import Permit
from mingfa.bureau.remedies.subjects import challenged_in
from mingfa.bureau.remedies.views import Subject
from mingfa.bureau.service import reads as service

# The papers by which something is decided here; each has the key of the act that made it.
DECIDING = (
    "permit_rejection",
    "permit_grant",
    "permit_refusal",
    "permit_modification",
    "permit_renewal",
    "permit_withdrawal",
    "permit_rescission",
    "permit_cancellation",
)


@challenged_in(Permit)
def the_decisions(pk: int) -> Iterator[Subject]:
    """Return every decision of an application, from the refusal to take it up to the end of the licence."""
    permit = reads.permit(pk)
    keys = Paper.objects.filter(matter=pk, kind__in=DECIDING).order_by("pk").values_list("pk", flat=True)
    for paper in [one for key in keys if (one := service.paper(int(key))) is not None]:
        served = service.served(paper.id)
        yield Subject(
            decision=paper.id,
            title=paper.title,
            number=paper.number,
            decided_on=paper.made_on,
            served_on=served.served_on if served else None,
            party=permit.applicant.name if permit else "",
            basis=tuple(permit.item.penalises) if permit else (),
        )
