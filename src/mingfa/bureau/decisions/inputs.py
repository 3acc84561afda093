"""What is typed into a discussion, a decision and a revocation. What was proposed is never typed again."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.decisions.values import EFFECTS, GROUNDS
from mingfa.bureau.doorway.inputs import Inputs, Line, Moment, Words

Note = Annotated[str, StringConstraints(max_length=2000)]


class Speech(Inputs):
    """What one member said."""

    person: int = Field(title="发言人", json_schema_extra={"choices": "heads"})
    text: Words = Field(title="发言内容")


class Meeting(Inputs):
    """A collective discussion."""

    started_at: Moment = Field(title="讨论开始时间")
    ended_at: Moment = Field(title="讨论结束时间")
    place: Line = Field(title="讨论地点")
    chair: int = Field(title="主持人", json_schema_extra={"choices": "heads"})
    members: list[int] = Field(title="参加人员", min_length=2, json_schema_extra={"choices": "heads"})
    speeches: list[Speech] = Field(title="讨论发言", min_length=2)
    dissent: Note = Field(title="不同意见", default="")
    agreeing: Annotated[int, Field(ge=0)] = Field(title="同意人数")
    opposing: Annotated[int, Field(ge=0)] = Field(title="反对人数", default=0)
    approved: bool = Field(title="同意处理建议")
    conclusion: Words = Field(title="讨论结论")


class DecisionWord(Inputs):
    """The head's word. What is decided is the reviewed proposal, nothing else."""

    opinion: Words = Field(title="决定意见")
    agreed: bool = Field(title="同意按照已经告知、已经审核的处理建议作出决定", default=False)


class Extension(Inputs):
    """Why a case needs longer; the days and their basis are the local values on record."""

    reason: Words = Field(title="延长理由")


class ExtensionMeeting(Meeting):
    """A collective discussion of a second extension."""

    reason: Words = Field(title="再次延长理由")


class Excluded(Inputs):
    """Days of a hearing, a test or a public notice that do not count, with the paper that told of them."""

    paper: int = Field(title="告知期间的文书", json_schema_extra={"choices": "outward_papers"})
    first: date = Field(title="起始日期")
    last: date = Field(title="终止日期")
    basis: Line = Field(title="依据", description="规定不计入办案期限的法律、法规、规章的名称和条款。")
    reason: Words = Field(title="情况说明")


class RevocationWord(Inputs):
    """Why a decision is taken back, and with what effect."""

    ground: Literal["self", "superior", "reconsideration", "court"] = Field(
        title="原因", json_schema_extra={"labels": {**GROUNDS}}
    )
    effect: Literal["revoked", "unlawful", "void", "redo"] = Field(
        title="处理结果", json_schema_extra={"labels": {**EFFECTS}}
    )
    ruling: int | None = Field(
        title="复议决定、裁判",
        default=None,
        description="复议、诉讼结果登记后可选；文号随登记。",
        json_schema_extra={"choices": "rulings"},
    )
    document: Annotated[str, StringConstraints(max_length=200)] = Field(
        title="上级机关文书", default="", description="上级机关责令纠正的文号。"
    )
    reason: Words = Field(title="理由")
