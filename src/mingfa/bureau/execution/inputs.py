"""What is typed into execution: a payment, a deferral, a check of the correction, the end."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Fen, File, Inputs, Line, Moment, Number, Words
from mingfa.bureau.execution.confiscation.inputs import CarriedOut, Received
from mingfa.bureau.execution.values import CHANNELS, DEFERRALS

Note = Annotated[str, StringConstraints(max_length=1000)]


class Pause(Inputs):
    """A reconsideration or a suit, during which no additional fine runs (处罚法 73 para 3)."""

    since: date = Field(title="起始日期")
    until: date = Field(title="终止日期")
    document: Line = Field(title="受理通知、决定或者裁判文书")


class Receipt(Inputs):
    """A payment as the bank's receipt shows it; amounts in 分."""

    amount: Fen = Field(title="缴纳罚款", json_schema_extra={"widget": "yuan"})
    surcharge: Fen = Field(title="缴纳加处罚款", default=0, json_schema_extra={"widget": "yuan"})
    gains: Fen = Field(
        title="缴纳没收的违法所得", default=0, json_schema_extra={"widget": "yuan", "rare": True}
    )
    channel: Literal["bank", "electronic", "officer"] = Field(
        title="缴纳方式", json_schema_extra={"labels": {**CHANNELS}}
    )
    receipt_no: Number = Field(title="银行缴款凭证号", default="")
    bank: Annotated[str, StringConstraints(max_length=100)] = Field(title="收款银行", default="")
    paid_on: date = Field(title="缴款日期")
    paused: list[Pause] = Field(
        title="复议、诉讼期间",
        default_factory=list,
        max_length=6,
        description="当事人申请行政复议或者提起行政诉讼的，加处罚款在此期间不予计算。",
    )


class Part(Inputs):
    """A part of the fine and the last day on which to pay it."""

    on: date = Field(title="缴纳期限")
    amount: Fen = Field(title="应缴罚款", json_schema_extra={"widget": "yuan"})


class DeferralWish(Inputs):
    """The party's application to pay later or in parts (处罚法 66 para 2)."""

    kind: Literal["defer", "instalments"] = Field(
        title="申请方式", json_schema_extra={"labels": {**DEFERRALS}}
    )
    applied_on: date = Field(title="申请日期")
    hardship: Words = Field(title="经济困难的情况", description="按申请书和证明材料填写。")
    wish: Words = Field(title="申请的期限或者分期安排")
    proof: list[File] = Field(title="申请书和证明材料", default_factory=list, max_length=20)


class DeferralGrant(Inputs):
    """The plan by which the party pays; its parts are all that is left of the fine."""

    plan: list[Part] = Field(
        title="缴款计划",
        min_length=1,
        max_length=36,
        description="延期缴纳的只填一行；分期缴纳的每期一行。各期合计应当等于尚未缴纳的罚款。",
    )
    opinion: Words = Field(title="审批意见")


class DeferralRefusal(Inputs):
    """Why the fine is to be paid in its time."""

    opinion: Words = Field(title="不予批准的理由")


class CorrectionCheck(Inputs):
    """What was found when the correction was checked on the spot."""

    officers: list[int] = Field(
        title="复查人员", min_length=1, max_length=6, json_schema_extra={"choices": "officers"}
    )
    checked_at: Moment = Field(title="复查时间")
    corrected: bool = Field(title="已经改正")
    findings: Words = Field(title="复查情况")
    media: list[File] = Field(title="照片、音像记录", default_factory=list, max_length=40)


class Finish(Inputs):
    """That the decision is performed."""

    performance: Words = Field(title="履行情况")
    received: list[Received] = Field(
        title="没收财物的收缴和处置",
        default_factory=list,
        max_length=200,
        description="按决定书的清单逐项填写。",
        json_schema_extra={"rare": True},
    )
    carried: list[CarriedOut] = Field(
        title="许可证件、资质、经营、从业处罚的执行",
        default_factory=list,
        max_length=7,
        json_schema_extra={"rare": True},
    )
