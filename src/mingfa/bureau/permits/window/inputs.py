"""What is typed at the window: an application, what is missing, how it is answered (行政许可法 29-32)."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import File, Inputs, Line, Words
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.permits.values import KINDS, REJECTIONS

Note = Annotated[str, StringConstraints(max_length=1000)]
Numbers = list[Annotated[int, Field(ge=1, le=40)]]


class Application(Inputs):
    """An application as it comes in; what is typed here stands in every later paper."""

    item: int = Field(title="许可事项", json_schema_extra={"choices": "permit_items"})
    kind: Literal["new", "modify", "renew"] = Field(
        title="申请类型", json_schema_extra={"labels": dict(KINDS)}
    )
    licence: int | None = Field(
        title="原许可证件",
        default=None,
        description="变更、延续的必须选择。",
        json_schema_extra={"choices": "licences"},
    )
    applicant: Party = Field(title="申请人")
    agent: Annotated[str, StringConstraints(max_length=60)] = Field(title="代理人", default="")
    request: Words = Field(title="申请内容", description="申请从事的活动、地点、时间和数量。")
    materials: Numbers = Field(
        title="已提交材料", default_factory=list, json_schema_extra={"choices": "guide_materials"}
    )
    secrets: bool = Field(
        title="申请人声明材料含商业秘密、未披露信息或者保密商务信息",
        default=False,
        description="公开前应当征得申请人同意，或者给予合理的异议期限。",
    )
    files: list[File] = Field(title="申请书和材料扫描件", default_factory=list, max_length=40)


class Correction(Inputs):
    """An error corrected on the spot."""

    words: Words = Field(title="更正的内容")
    confirmed: bool = Field(title="申请人已当场更正并签名确认", default=False)


class SupplementNotice(Inputs):
    """Everything that is missing, at once."""

    missing: Numbers = Field(
        title="缺少的材料", default_factory=list, json_schema_extra={"choices": "guide_materials"}
    )
    defects: list[Line] = Field(
        title="不符合法定形式、需要更正的内容", default_factory=list, max_length=30, description="每行一项。"
    )


class HandingIn(Inputs):
    """What the applicant hands in after the notice."""

    materials: Numbers = Field(
        title="补交的材料", json_schema_extra={"choices": "guide_materials"}, min_length=1
    )
    words: Note = Field(title="更正情况", default="")
    files: list[File] = Field(title="扫描件", default_factory=list, max_length=40)


class Acceptance(Inputs):
    """Nothing is typed again: the receipt says it all."""

    remark: Note = Field(title="备注", default="")


class Rejection(Inputs):
    """Why an application is not accepted."""

    ground: Literal["not_required", "not_competent", "incomplete", "false"] = Field(
        title="不予受理的情形", json_schema_extra={"labels": dict(REJECTIONS)}
    )
    why: Words = Field(title="理由")
    refer_to: Annotated[str, StringConstraints(max_length=100)] = Field(
        title="有权办理的行政机关", default="", description="不属于本机关职权的必须填写。"
    )
    unfit: Note = Field(title="仍不符合法定形式的内容", default="")


class Silence(Inputs):
    """What the law makes of silence needs no words."""
