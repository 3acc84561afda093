"""What is typed about technical monitoring equipment (行政处罚法 41)."""

from datetime import date

from pydantic import Field

from mingfa.bureau.doorway.inputs import Inputs, Line, Words


class NewDevice(Inputs):
    """A device, with all that must be done before it is used."""

    name: Line = Field(title="设备名称和编号")
    place: Line = Field(title="设置地点")
    why_there: Line = Field(title="设置理由", description="设置应当合理。")
    standard: Line = Field(title="符合的标准和检定证书")
    legal_review: Line = Field(title="法制审核文书")
    legal_review_on: date = Field(title="法制审核日期")
    technical_review: Line = Field(title="技术审核文书")
    technical_review_on: date = Field(title="技术审核日期")
    sign: bool = Field(title="标志明显", default=False)
    published_in: Line = Field(title="设置地点公布于")
    published_on: date = Field(title="公布日期")
    used_from: date = Field(title="启用日期")
    public_place: bool = Field(title="设置在公共场所", default=False)
    public_safety: bool = Field(title="为维护公共安全所必需，图像只用于该目的", default=False)


class EndOfDevice(Inputs):
    """From when a device is no longer used."""

    device: int = Field(title="设备", json_schema_extra={"choices": "devices_in_use"})
    until: date = Field(title="停用日期")
    reason: Line = Field(title="停用原因")


class DeviceReview(Inputs):
    """Whether what a device recorded is true, clear, complete and accurate."""

    evidence: int = Field(title="监控记录", json_schema_extra={"choices": "device_records"})
    true: bool = Field(title="真实", default=False)
    clear: bool = Field(title="清晰", default=False)
    complete: bool = Field(title="完整", default=False)
    accurate: bool = Field(title="准确", default=False)
    words: Words = Field(title="审核情况")


class Telling(Inputs):
    """What the party is told of a record: the facts, where to look it up, how to answer."""

    person: Line = Field(title="当事人")
    facts: Words = Field(title="违法事实")
    lookup: Line = Field(title="查询方式")
    answer: Line = Field(title="陈述、申辩方式")
