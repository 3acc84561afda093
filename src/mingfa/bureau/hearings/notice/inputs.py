"""What is typed into a notice and into what the party says to it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import File, Inputs, Line, Words
from mingfa.bureau.hearings.values import FORMS, RIGHTS

Note = Annotated[str, StringConstraints(max_length=1000)]


class Telling(Inputs):
    """A notice says what was proposed: nothing of it is typed again; the hearing right is computed."""

    opinion: Note = Field(title="审批意见", default="同意告知。")


class Spoken(Inputs):
    """What the party said."""

    made_on: date = Field(title="提出日期")
    by: Line = Field(title="提出人（与当事人的关系）")
    form: Literal["written", "oral", "electronic"] = Field(
        title="提出方式", json_schema_extra={"labels": {**FORMS}}
    )
    points: list[Words] = Field(
        title="陈述、申辩意见",
        default_factory=list,
        max_length=30,
        description="一条意见一行，逐条复核答复。",
    )
    hearing_requested: bool = Field(title="要求听证", default=False)
    officers: list[int] = Field(
        title="听取人员",
        default_factory=list,
        max_length=6,
        description="口头提出的，填写听取并记录的两名以上执法人员。",
        json_schema_extra={"choices": "officers"},
    )
    file: File | None = Field(title="书面材料或者笔录", default=None)


class Waiver(Inputs):
    """Rights given up, explicitly."""

    made_on: date = Field(title="声明日期")
    by: Line = Field(title="声明人（与当事人的关系）")
    rights: list[Literal["statement", "hearing"]] = Field(
        title="放弃的权利", min_length=1, max_length=2, json_schema_extra={"labels": {**RIGHTS}}
    )
    signed: bool = Field(title="当事人已在声明上签名或者盖章", default=False)
    document: Note = Field(
        title="声明书名称", default="", description="没有上传文件的，写明存卷的纸质声明书。"
    )
    file: File | None = Field(title="放弃权利声明书", default=None)


class Answer(Inputs):
    """The answer to one point."""

    statement: int = Field(title="陈述申辩")
    point: int = Field(title="第几条", ge=1)
    adopted: bool = Field(title="是否采纳")
    reason: Words = Field(title="复核情况和理由")


class Answers(Inputs):
    """The answers to all open points."""

    answers: list[Answer] = Field(
        title="复核意见", min_length=1, max_length=60, json_schema_extra={"choices": "open_points"}
    )
