"""What is typed of confiscated things and of penalties that were carried out (处罚法 9, 74)."""

from datetime import date
from typing import Literal

from pydantic import Field

from mingfa.bureau.cases.penalties.inputs import TO_CARRY_OUT, Carried
from mingfa.bureau.doorway.inputs import Fen, Inputs, Line

WAYS = {
    "auctioned": "公开拍卖",
    "destroyed": "依法销毁",
    "public": "移交有关单位用于公益",
    "handed_over": "移交主管部门",
}


class Received(Inputs):
    """A confiscated thing: received against a receipt, and disposed of in the presence of two."""

    name: Line = Field(title="名称", description="与决定书清单一致。")
    mark: str = Field(title="规格、特征", default="", max_length=200)
    quantity: Line = Field(title="数量及单位", description="与决定书清单一致。")
    receipt: Line = Field(title="没收财物凭证号")
    received_on: date = Field(title="收缴日期")
    how: Literal["auctioned", "destroyed", "public", "handed_over"] = Field(
        title="处置方式", json_schema_extra={"labels": {**WAYS}}
    )
    disposed_on: date = Field(title="处置日期")
    document: Line = Field(title="拍卖成交确认书、销毁记录、移交清单等凭证")
    proceeds: Fen = Field(title="拍卖款", default=0, json_schema_extra={"widget": "yuan"})
    treasury: str = Field(title="拍卖款上缴国库凭证号", default="", max_length=200)
    hands: list[int] = Field(
        title="经办人、监督人", min_length=1, max_length=6, json_schema_extra={"choices": "officers"}
    )


class CarriedOut(Inputs):
    """How a penalty on licence, business or work was carried out."""

    kind: Carried = Field(title="处罚种类", json_schema_extra={"labels": {**TO_CARRY_OUT}})
    on: date = Field(title="执行日期")
    words: Line = Field(title="执行情况")
    told_by: str = Field(title="告知发证机关的文书", default="", max_length=200)
