"""Closing a case.

AV-01  start, evidence, review, decision, service and execution each have their record (处罚法 47)
"""

from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.law.gates import Reason, gate, no

# The paper that shows each stage of the whole process: stage in Chinese -> kinds, any of which will do.
STAGES: dict[str, tuple[str, ...]] = {
    "启动（立案审批表）": ("filing_approval",),
    "调查取证（笔录）": ("inspection_record", "questioning_record"),
    "调查终结（调查终结报告）": ("investigation_report",),
    "告知（行政处罚告知书）": ("penalty_notice",),
    "审核（法制审核意见书）": ("review_opinion",),
    "决定（决定书）": ("penalty_decision", "no_penalty_decision"),
    "送达（送达回证）": ("service_receipt",),
}


def stages_without(kinds: set[str], *, penalty: bool) -> tuple[str, ...]:
    """Name the stages that no paper of these kinds shows; without a penalty there is no notice to show."""
    wanted = {zh: any_of for zh, any_of in STAGES.items() if penalty or "penalty_notice" not in any_of}
    return tuple(zh for zh, any_of in wanted.items() if not kinds & set(any_of))


@gate("AV-01", cites="行政处罚法 47")
def every_stage_has_its_record(f: CaseFacts) -> Reason | None:
    """Start, evidence, review, decision, service and execution are each on record before a case is closed."""
    if not f.stages_without_record:
        return None
    return no(f"下列环节没有记录：{'、'.join(f.stages_without_record)}。", "补齐相应环节的文书后再提请结案。")
