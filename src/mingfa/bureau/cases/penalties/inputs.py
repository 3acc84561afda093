"""What is typed of penalties other than a fine (行政处罚法 9, 28.2)."""

from datetime import date
from typing import Literal

from pydantic import Field

from mingfa.bureau.doorway.inputs import Inputs, Line

TO_CARRY_OUT = {
    "suspend_permit": "暂扣许可证件",
    "downgrade": "降低资质等级",
    "revoke_permit": "吊销许可证件",
    "restrict_business": "限制开展生产经营活动",
    "stop_business": "责令停产停业",
    "close_down": "责令关闭",
    "restrict_work": "限制从业",
}
Carried = Literal[
    "suspend_permit",
    "downgrade",
    "revoke_permit",
    "restrict_business",
    "stop_business",
    "close_down",
    "restrict_work",
]


class Thing(Inputs):
    """A thing to be confiscated."""

    name: Line = Field(title="名称")
    quantity: Line = Field(title="数量及单位")
    mark: str = Field(title="规格、特征", default="", max_length=200)


class Measure(Inputs):
    """What one penalty consists of: on what, of whose issuing, until when."""

    kind: Carried = Field(title="处罚种类", json_schema_extra={"labels": {**TO_CARRY_OUT}})
    what: Line = Field(
        title="内容",
        description="许可证件名称及编号、原资质等级和降为何级、限制或者停止的范围、限制从业的人员和行业。",
    )
    issuer: str = Field(title="发证机关", default="", max_length=200)
    until: date | None = Field(title="截止日期", default=None)
