"""What can be challenged in an enforcement: the decision to enforce, a clearance at once (行政强制法 8).

What an enforcement put an end to, so that its case can be finished (行政强制法 39, 40, 50, 57)."""

from collections.abc import Iterator

from mingfa.bureau.enforcement import reads
from mingfa.bureau.enforcement.models import Enforcement
from mingfa.bureau.enforcement.values import ENDINGS, WAYS
from mingfa.bureau.execution.hooks import Ended, ends_of_duties
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.remedies.hooks import challenged_in
from mingfa.bureau.remedies.values import Challengeable
from mingfa.bureau.service import reads as service

# The papers by which something is decided here, with the provisions they stand on.
DECIDING = {
    "enforcement_order": ("行政强制法 37",),
    "substitute_order": ("行政强制法 50", "行政强制法 51"),
    "clearance_order": ("行政强制法 52",),
}


@challenged_in(Enforcement)
def the_orders(pk: int) -> Iterator[Challengeable]:
    """Return every decision to enforce; each paper has the key of the act that made it."""
    file = reads.enforcement(pk)
    rows = Paper.objects.filter(matter=pk, kind__in=DECIDING).order_by("pk").values_list("pk", flat=True)
    for paper in [one for key in rows if (one := service.paper(int(key))) is not None]:
        served = service.served(paper.id)
        yield Challengeable(
            decision=paper.id,
            title=paper.title,
            number=paper.number,
            decided_on=paper.made_on,
            served_on=served.served_on if served else None,
            party=file.party_name if file else "",
            basis=DECIDING[paper.kind],
        )


WORDS = {**WAYS, **ENDINGS, "court": "人民法院强制执行", "performed": "当事人已经履行"}


@ends_of_duties
def ended_by_enforcement(case: int) -> Iterator[Ended]:
    """Return the duties that ended by force, by a third party, by the court, or that are enforced no more."""
    for one in reads.of_case(case):
        if one.state not in ("done", "terminated") or one.ended == "clear":
            continue
        money = one.source_kind == "penalty" and (
            one.state == "terminated" or any(s.what == "fine_done" for s in reads.court(one.id))
        )
        yield Ended(fine=money, correction=one.source_kind == "order", words=WORDS[one.ended])
