"""What can be challenged in an enforcement: the decision to enforce, a clearance at once (行政强制法 8)."""

from collections.abc import Iterator

from mingfa.bureau.enforcement import reads
from mingfa.bureau.enforcement.models import Enforcement
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.remedies.subjects import challenged_in
from mingfa.bureau.remedies.views import Subject
from mingfa.bureau.service import reads as service

# The papers by which something is decided here, with the provisions they stand on.
DECIDING = {
    "enforcement_order": ("行政强制法 37",),
    "substitute_order": ("行政强制法 50", "行政强制法 51"),
    "clearance_order": ("行政强制法 52",),
}


@challenged_in(Enforcement)
def the_orders(pk: int) -> Iterator[Subject]:
    """Return every decision to enforce; each paper has the key of the act that made it."""
    file = reads.enforcement(pk)
    rows = Paper.objects.filter(matter=pk, kind__in=DECIDING).order_by("pk").values_list("pk", flat=True)
    for paper in [one for key in rows if (one := service.paper(int(key))) is not None]:
        served = service.served(paper.id)
        yield Subject(
            decision=paper.id,
            title=paper.title,
            number=paper.number,
            decided_on=paper.made_on,
            served_on=served.served_on if served else None,
            party=file.party_name if file else "",
            basis=DECIDING[paper.kind],
        )
