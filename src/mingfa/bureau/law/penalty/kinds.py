"""The kinds of penalty (行政处罚法 9), and what follows from each: the hearing (63), its end."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

KINDS = {
    "warning": "警告",
    "criticism": "通报批评",
    "fine": "罚款",
    "confiscate_gains": "没收违法所得",
    "confiscate_property": "没收非法财物",
    "suspend_permit": "暂扣许可证件",
    "downgrade": "降低资质等级",
    "revoke_permit": "吊销许可证件",
    "restrict_business": "限制开展生产经营活动",
    "stop_business": "责令停产停业",
    "close_down": "责令关闭",
    "restrict_work": "限制从业",
}
# 处罚法 63.1 (3), (4) name these. (2) the value of goods is not a recorded fact, so their confiscation always
# counts as large. (5) other heavier penalties: a suspended permit and restricted business are not named in
# (3) and (4); whether they are "heavier" is a lawyer's doubt, and an offered hearing harms no party.
ALWAYS_HEARD = frozenset(
    {
        "confiscate_property",
        "suspend_permit",
        "downgrade",
        "revoke_permit",
        "restrict_business",
        "stop_business",
        "close_down",
        "restrict_work",
    }
)
# Penalties on a licence: the body that issued it is told.
LICENSED = frozenset({"suspend_permit", "downgrade", "revoke_permit"})
# Penalties that are carried out after the decision, otherwise than by paying.
CARRIED_OUT = (
    "suspend_permit",
    "downgrade",
    "revoke_permit",
    "restrict_business",
    "stop_business",
    "close_down",
    "restrict_work",
)
# These run for a time: without its end the party does not know what it has to bear.
FOR_A_TIME = frozenset({"suspend_permit", "restrict_business", "restrict_work"})
# These end by their day: until then they are being carried out.
ENDS_BY_ITS_DAY = frozenset({"suspend_permit", "restrict_business"})


def _not_the_police(kind: object) -> object:
    """Refuse the one penalty of 处罚法 9 that is not ours."""
    if kind in ("detention", "行政拘留"):
        raise ValueError(
            "行政拘留只能由公安机关和法律规定的其他机关决定（行政处罚法第十八条第三款）；"
            "需要给予行政拘留的，移送公安机关处理。"
        )
    return kind


PenaltyKind = Annotated[
    Literal[
        "warning",
        "criticism",
        "fine",
        "confiscate_gains",
        "confiscate_property",
        "suspend_permit",
        "downgrade",
        "revoke_permit",
        "restrict_business",
        "stop_business",
        "close_down",
        "restrict_work",
    ],
    BeforeValidator(_not_the_police),
]
