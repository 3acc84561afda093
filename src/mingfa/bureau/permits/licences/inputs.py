"""What is typed about a licence: supervision, and its ends (行政许可法 8, 61, 69, 70)."""

from typing import Literal

from pydantic import Field

from mingfa.bureau.doorway.inputs import File, Inputs, Line, Moment, Words
from mingfa.bureau.permits.examining.inputs import Note, People, Short
from mingfa.bureau.permits.values import CANCELLATIONS, RESCISSIONS, WITHDRAWALS
from mingfa.bureau.records.filming.values import Span, span_of
from mingfa.bureau.records.inputs import OnCamera


class SupervisoryInspection(OnCamera):
    """What two staff found at the holder's."""

    staff: People = Field(title="监督检查人员", json_schema_extra={"choices": "officers"})
    inspected_at: Moment = Field(title="检查时间")
    place: Line = Field(title="检查地点")
    findings: Words = Field(title="监督检查情况")
    lawful: bool = Field(title="依法从事许可活动")
    handling: Note = Field(title="处理结果", default="")
    signed: bool = Field(title="监督检查人员已签字", default=False)
    media: list[File] = Field(title="照片、音像记录", default_factory=list, max_length=40)

    @property
    def span(self) -> Span | None:
        return span_of(self.recordings, self.inspected_at)


class Withdrawal(Inputs):
    """Why a lawful licence is withdrawn."""

    ground: Literal["law_changed", "facts_changed"] = Field(
        title="撤回情形", json_schema_extra={"labels": dict(WITHDRAWALS)}
    )
    reason: Words = Field(title="事实和理由")
    public_interest: Note = Field(title="公共利益的需要", default="")
    compensation: Note = Field(title="财产损失的补偿", default="")
    heard: Note = Field(title="听取被许可人意见的情况", default="")


class Rescission(Inputs):
    """Why a licence is rescinded."""

    ground: Literal["abuse", "beyond_powers", "procedure", "unqualified", "other", "fraud"] = Field(
        title="撤销情形", json_schema_extra={"labels": dict(RESCISSIONS)}
    )
    reason: Words = Field(title="事实和理由")
    public_harm: bool = Field(title="撤销可能对公共利益造成重大损害", default=False)
    compensation: Note = Field(title="合法权益受损的赔偿", default="", description="以欺骗、贿赂取得的不填。")
    heard: Note = Field(title="听取被许可人意见的情况", default="")


class Cancellation(Inputs):
    """Why a licence is struck off."""

    ground: Literal["expired", "incapable", "dissolved", "ended", "force_majeure", "other"] = Field(
        title="注销情形", json_schema_extra={"labels": dict(CANCELLATIONS)}
    )
    reason: Words = Field(title="情况说明")
    document: Short = Field(title="证明材料", default="", description="死亡证明、注销登记、吊销决定等。")
