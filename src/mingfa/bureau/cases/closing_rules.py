"""Closing a case.

AV-01  start, evidence, review, decision, service and execution each have their record (处罚法 47)
"""

from collections.abc import Sequence

from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.law.gates import Reason, gate, no

DECISIONS = ("penalty_decision", "no_penalty_decision")
# The paper that shows each stage of the whole process: stage in Chinese -> kinds, any of which will do.
STAGES: dict[str, tuple[str, ...]] = {
    "启动（立案审批表）": ("filing_approval",),
    "调查取证（笔录）": ("inspection_record", "questioning_record"),
    "调查终结（调查终结报告）": ("investigation_report",),
    "告知（行政处罚告知书）": ("penalty_notice",),
    "审核（法制审核意见书）": ("review_opinion",),
    "决定（决定书）": DECISIONS,
    "送达（决定书的送达回证）": ("service_receipt",),
}


def stages_without(kinds: Sequence[str]) -> tuple[str, ...]:
    """Name the stages that none of these papers shows, given in the order in which they were made.

    A decision not to penalise had no notice before it; only a receipt made after the decision shows its
    service.
    """
    decided = max((n for n, kind in enumerate(kinds) if kind in DECISIONS), default=len(kinds))
    shown = {kind for n, kind in enumerate(kinds) if kind != "service_receipt" or n > decided}
    if "no_penalty_decision" in shown:
        shown.add("penalty_notice")
    return tuple(zh for zh, any_of in STAGES.items() if not shown & set(any_of))


@gate("AV-01", cites="行政处罚法 47")
def every_stage_has_its_record(f: CaseFacts) -> Reason | None:
    """Start, evidence, review, decision, service and execution are each on record before a case is closed."""
    if not f.stages_without_record:
        return None
    return no(f"下列环节没有记录：{'、'.join(f.stages_without_record)}。", "补齐相应环节的文书后再提请结案。")


@gate("AV-01", cites="行政处罚法 47")
def a_penalty_is_performed_first(f: CaseFacts) -> Reason | None:
    """A penalty that was decided is performed, and that is on record, before its case is closed."""
    proposal = f.file.proposal
    if f.file.state != "decided" or proposal is None or proposal.outcome != "penalty":
        return None
    return no("处罚决定尚未确认履行完毕，没有执行记录。", "先确认履行完毕；不能履行的，依法申请强制执行。")
