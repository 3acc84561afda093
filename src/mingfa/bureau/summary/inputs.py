"""Inputs of the on-the-spot procedure, in the order of the steps; rare fields last."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints

from mingfa.bureau.cases.conclusion.inputs import MITIGATION
from mingfa.bureau.cases.filing.inputs import Mitigation
from mingfa.bureau.doorway.inputs import Address, Fen, File, Inputs, Line, Number, Words
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.summary.values import PAYMENTS, RECEIPTS

Note = Annotated[str, StringConstraints(max_length=300)]
Short = Annotated[str, StringConstraints(max_length=60)]
CORRECTIONS = {"done": "已经当场改正", "now": "责令立即改正", "by_date": "责令限期改正"}
EXEMPTIONS = {
    "minor": "违法行为轻微并及时改正，没有造成危害后果",
    "no_fault": "当事人有证据足以证明没有主观过错",
    "incapable": "精神病人、智力残疾人，行为时不能辨认或者不能控制自己行为",
}
RARE: dict[str, JsonValue] = {"rare": True}


class Point(Inputs):
    """One point of what the party said, and what became of it."""

    said: Line = Field(title="当事人的意见")
    adopted: bool = Field(title="采纳", default=False)
    answer: Note = Field(title="复核意见", default="", description="是否成立及理由。")


class SpotPenalty(Inputs):
    """A penalty on the spot, as it happens."""

    item: int = Field(title="违法行为", json_schema_extra={"choices": "items"})
    step: Short = Field(title="裁量档次", json_schema_extra={"choices": "spot_steps", "follows": "item"})
    kinds: list[Literal["warning", "fine"]] = Field(
        title="处罚种类",
        min_length=1,
        json_schema_extra={"labels": {"warning": "警告", "fine": "罚款"}},
    )
    amount: Fen = Field(title="罚款金额", default_factory=int, json_schema_extra={"widget": "yuan"})
    street: Annotated[str, StringConstraints(pattern=r"^\d{9}$")] = Field(
        title="所在街道", json_schema_extra={"choices": "streets"}
    )
    place: Address = Field(title="具体地点")
    findings: Annotated[str, StringConstraints(min_length=1, max_length=500)] = Field(
        title="违法事实", json_schema_extra={"follows": "item"}
    )
    media: list[File] = Field(title="现场照片、音像记录", default_factory=list, max_length=20)
    party: Party = Field(title="当事人")
    officers: list[int] = Field(
        title="执法人员", min_length=1, max_length=6, json_schema_extra={"choices": "officers"}
    )
    certificate_shown: bool = Field(title="已向当事人出示执法证件", default=False)
    rights_told: bool = Field(
        title="已告知拟处罚的内容、事实、理由、依据，以及陈述、申辩的权利", default=False
    )
    heard: bool = Field(title="已听取陈述、申辩（没有意见的，也已问明）", default=False)
    correction: Literal["done", "now", "by_date"] = Field(
        title="责令改正",
        description="限期改正的，期限在“其他情形”中填写。",
        json_schema_extra={"labels": {**CORRECTIONS}},
    )
    payment: Literal["bank", "small", "hard", "remote"] | None = Field(
        title="缴款方式",
        default=None,
        description="只给予警告的，不选。",
        json_schema_extra={"labels": {**PAYMENTS}},
    )
    signed: Literal["signed", "refused"] = Field(
        title="当事人签收",
        description="拒绝签收的，情况在“其他情形”中注明。",
        json_schema_extra={"labels": {"signed": "已签名，决定书当场交付", "refused": "拒绝签收"}},
    )
    points: list[Point] = Field(
        title="陈述、申辩意见",
        default_factory=list,
        max_length=10,
        description="没有意见的，不填。",
        json_schema_extra=RARE,
    )
    refusal: Note = Field(
        title="拒绝签收的情况", default="", description="注明于决定书。", json_schema_extra=RARE
    )
    due_on: date | None = Field(title="改正期限（限期改正的填写）", default=None, json_schema_extra=RARE)
    payment_reason: Note = Field(
        title="当场收缴的理由",
        default="",
        description="事后难以执行的具体情况，或者当事人提出的困难。",
        json_schema_extra=RARE,
    )
    adult: bool = Field(
        title="没有登记身份证号，已核实当事人年满十八周岁", default=False, json_schema_extra=RARE
    )
    mitigation: list[Mitigation] = Field(
        title="从轻、减轻情节",
        default_factory=list,
        json_schema_extra={"labels": {**MITIGATION}, "rare": True},
    )
    told_amount: Fen | None = Field(
        title="告知时拟罚款金额（与决定一致的不填）",
        default=None,
        json_schema_extra={"widget": "yuan", "rare": True},
    )
    act_on: date | None = Field(
        title="违法行为发生日期（当日发现的不填）", default=None, json_schema_extra=RARE
    )
    account: Note = Field(
        title="其他证据",
        default="",
        description="没有照片、音像记录的，写明证明违法事实的证据。",
        json_schema_extra=RARE,
    )
    told_of_recording: bool = Field(
        title="录音录像的，开始时已告知当事人正在记录", default=False, json_schema_extra=RARE
    )
    exemptions: list[Literal["minor", "no_fault", "incapable"]] = Field(
        title="不予处罚的情形",
        default_factory=list,
        description="有其中之一的，勾选；依法不得处罚。",
        json_schema_extra={"labels": {**EXEMPTIONS}, "rare": True},
    )


class Receipt(Inputs):
    """The receipt of the finance department that the party got for the fine (处罚法 70)."""

    receipt_by: Literal["central", "provincial"] = Field(
        title="专用票据的制发机关", json_schema_extra={"labels": {**RECEIPTS}}
    )
    receipt_no: Number = Field(title="专用票据号", default="")


class HandIn(Inputs):
    """To whom of the bureau the officers handed what they collected."""

    received_by: int = Field(title="收款人", json_schema_extra={"choices": "receivers"})
    ashore_on: date | None = Field(title="抵岸日期（在水上收缴的填写）", default=None, json_schema_extra=RARE)


class BankIn(Inputs):
    """The bank's receipt for what the bureau paid in."""

    bank: Annotated[str, StringConstraints(max_length=100)] = Field(title="收款银行", default="")
    receipt_no: Number = Field(title="银行缴款凭证号", default="")
    paid_on: date = Field(title="缴款日期")


class Report(Inputs):
    """What the officers report besides the facts on record."""

    remark: Note = Field(title="需要说明的情况", default="")


class Filing(Inputs):
    """The word of whoever looks at a reported decision and files it away."""

    opinion: Words = Field(title="备案审查意见", default="已审查，同意归档。")
