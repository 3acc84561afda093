"""Closing a case.

AV-01  start, evidence, review, decision, service and execution each have their record (处罚法 47)


No case ends over what is kept of others: every act that ends one asks these.

EVID-04  what becomes of preserved evidence is decided first
COMP-11  what was sealed up or seized was released, given back or lawfully disposed of
COMP-12  with a case that goes to the police everything seized goes along
AV-02    each sealing or seizure has the record of its scene
"""

from collections.abc import Sequence
from typing import Any, Protocol

from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.hooks import Keeping
from mingfa.bureau.law.gates import Gate, Reason, gate, no

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


# These end a case by one answer only: its field, and the answer.
BY_ANSWER = {
    "case.file": ("approved", False),
    "case.refuse_filing": ("agreed", True),
    "case.close": ("approved", True),
}


class Ending(Keeping, Protocol):
    """Facts of an act that may end a case."""

    @property
    def look(self) -> Any: ...


def _left(f: Ending, how: str) -> str:
    """Name what is kept in this way, if the act ends the case."""
    if f.look.act in BY_ANSWER:
        field, answer = BY_ANSWER[f.look.act]
        if f.look.inputs is None or getattr(f.look.given, field) is not answer:
            return ""
    return "；".join(one.words for one in f.kept if one.how == how)


@gate("EVID-04", cites="行政处罚法 56")
def nothing_is_left_preserved(f: Ending) -> Reason | None:
    """What becomes of preserved evidence is decided before the case is."""
    left = _left(f, "preserved")
    if not left:
        return None
    return no(
        f"先行登记保存的证据尚未作出处理决定：{left}。",
        "由负责人办理“处理先行登记保存的证据”后，再办理本事项。",
    )


@gate("COMP-11", cites="行政强制法 27、行政强制法 28.1")
def nothing_is_still_held(f: Ending) -> Reason | None:
    """What is no longer needed is released; nothing is held in a case that is over."""
    left = _left(f, "held")
    if not left:
        return None
    return no(
        f"财物尚未解除或者依法处理：{left}。",
        "由负责人办理“解除查封、扣押”；依法没收、销毁的，办理“处理查封、扣押的财物”。",
    )


@gate("COMP-11", cites="行政强制法 28.2")
def everything_released_is_back(f: Ending) -> Reason | None:
    """What was released is given back at once, against a signature."""
    left = _left(f, "released")
    if not left:
        return None
    return no(f"财物已经解除，尚未退还：{left}。", "由承办人办理“退还财物”，请领取人核对清单并签名。")


@gate("AV-02", cites="国办发〔2018〕118号 (8)、行政强制法 18(7)")
def every_scene_is_on_record(f: Ending) -> Reason | None:
    """Each sealing or seizure has its record of the scene, with its recordings."""
    left = _left(f, "unrecorded")
    if not left:
        return None
    return no(f"没有现场笔录和全程音像记录：{left}。", "由承办人办理“制作现场笔录”，补齐音像记录。")


@gate("COMP-12", cites="行政强制法 21")
def everything_held_goes_along(f: Ending) -> Reason | None:
    """Seized things go to the police with the case, and the party is told in writing."""
    left = _left(f, "held")
    if not left:
        return None
    return no(
        f"查封、扣押的财物没有一并移送：{left}。",
        "由负责人办理“处理查封、扣押的财物”，处理方式选“随案移送司法机关”，并书面告知当事人。",
    )


ENDING: tuple[Gate[Ending], ...] = (
    nothing_is_left_preserved,
    nothing_is_still_held,
    everything_released_is_back,
    every_scene_is_on_record,
)
