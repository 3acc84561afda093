"""No case ends over what is kept of others: every act that ends one asks these.

EVID-04  what becomes of preserved evidence is decided first
COMP-11  what was sealed up or seized was released, given back or lawfully disposed of
COMP-12  with a case that goes to the police everything seized goes along
AV-02    each sealing or seizure has the record of its scene
"""

from typing import Any, Protocol

from mingfa.bureau.cases.keeping import Keeping
from mingfa.bureau.law.gates import Gate, Reason, gate, no

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
