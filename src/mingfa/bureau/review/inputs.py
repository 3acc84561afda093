"""What is typed into a submission for review and into an opinion."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Inputs, Line, Words
from mingfa.bureau.review.values import POINTS

Note = Annotated[str, StringConstraints(max_length=2000)]
Point = Literal["subject", "procedure", "facts", "law", "discretion", "powers", "papers", "crime"]


class Submission(Inputs):
    """What the handler hands in with the case; the file itself goes along."""

    explanation: Words = Field(
        title="送审说明", description="事实、证据、法律适用、裁量和执法人员资格的说明。"
    )
    reply: Note = Field(
        title="对上次审核意见的答复", default="", description="上次审核存在问题的，必须逐项答复。"
    )


class PointAnswer(Inputs):
    """A point of the review with its answer."""

    point: Point = Field(title="审核内容", json_schema_extra={"labels": {**POINTS}})
    ok: bool = Field(title="符合")
    note: Note = Field(title="说明", default="")


class Opinion(Inputs):
    """The written opinion."""

    points: list[PointAnswer] = Field(
        title="审核内容", min_length=1, json_schema_extra={"rows": list(POINTS)}
    )
    opinion: Literal["pass", "problems"] = Field(
        title="审核意见", json_schema_extra={"labels": {"pass": "同意", "problems": "存在问题"}}
    )
    words: Note = Field(title="具体意见", default="", description="存在问题的，写明问题和修改建议。")


class Withdrawal(Inputs):
    """Why a passed review is taken back."""

    reason: Line = Field(title="撤回理由")
