"""A decision that rests on what a technical monitoring device recorded (处罚法 41).

EVID-06  it was reviewed
EVID-07  the party was told of it, and how to look it up and to answer
"""

from mingfa.bureau.decisions.rules import Deciding
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.records.devices.rules import not_reviewed
from mingfa.bureau.records.values import EvidenceView


def _used(f: Deciding) -> tuple[EvidenceView, ...]:
    named = {e["evidence"] for e in f.case.proposal.evidence} if f.case.proposal else set()
    return tuple(e for e in f.recorded.evidence if e.id in named)


@gate("EVID-06", cites="行政处罚法 41.2")
def the_records_it_rests_on_were_reviewed(f: Deciding) -> Reason | None:
    """Nothing a device recorded is used before its content was reviewed."""
    return not_reviewed(_used(f))


@gate("EVID-07", cites="行政处罚法 41.3")
def the_party_was_told_of_the_records(f: Deciding) -> Reason | None:
    """The notice of what a device recorded has reached the party."""
    if f.informed or not any(e.device is not None for e in _used(f)):
        return None
    return no(
        "没有告知当事人电子技术监控记录的违法事实和查询、陈述、申辩方式，或者告知书尚未送达。",
        "制作并送达监控记录告知书，听取陈述、申辩。",
    )
