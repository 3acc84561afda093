"""What an enforcement put an end to, so that its case can be finished (行政强制法 39, 40, 50, 57)."""

from collections.abc import Iterator

from mingfa.bureau.enforcement import reads
from mingfa.bureau.enforcement.views import ENDINGS, WAYS
from mingfa.bureau.execution.ends import Ended, ends_of_duties

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
