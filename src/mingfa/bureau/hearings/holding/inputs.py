"""What is typed to appoint a hearing, to record how it was held, and to report on it (行政处罚法 63-65)."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import File, Inputs, Line, Moment, Name, Words
from mingfa.bureau.hearings.values import ATTENDANCE, CLOSED, OPINIONS, RECUSAL, SIGNATURES, STOPPED
from mingfa.bureau.records.inputs import OnCamera

Note = Annotated[str, StringConstraints(max_length=1000)]
Said = Annotated[str, StringConstraints(max_length=5000)]


class Appointment(Inputs):
    """When, where and before whom a hearing is held."""

    starts_at: Moment = Field(title="听证时间", description="与通知书送达之日之间应当留足七个工作日。")
    venue: Line = Field(title="听证地点")
    chair: int = Field(
        title="听证主持人",
        description="由非本案调查人员主持。",
        json_schema_extra={"choices": "hearing_chairs"},
    )
    hearers: list[int] = Field(
        title="听证员",
        default_factory=list,
        max_length=4,
        json_schema_extra={"choices": "hearing_people"},
    )
    recorder: int = Field(title="记录员", json_schema_extra={"choices": "hearing_people"})
    closed_because: Literal["state_secret", "trade_secret", "privacy"] | None = Field(
        title="不公开举行的原因",
        default=None,
        description="不选的，公开举行。",
        json_schema_extra={"labels": {**CLOSED}},
    )
    closed_note: Note = Field(title="不公开举行的理由", default="")


class Postponement(Appointment):
    """Another time, or other people, with the reason."""

    reason: Words = Field(title="延期（变更）理由")


class Agent(Inputs):
    """Somebody who speaks for the party."""

    name: Name = Field(title="代理人姓名")
    relation: Line = Field(title="身份（律师、近亲属等）")
    authorised: bool = Field(title="已提交授权委托书")


class Examined(Inputs):
    """What the party says to a piece of evidence."""

    evidence: int = Field(title="证据", json_schema_extra={"choices": "evidence"})
    opinion: Line = Field(title="质证意见")


class Proceedings(OnCamera):
    """How the hearing went. Where the party stayed away, the record says so and ends there."""

    started_at: Moment = Field(title="听证开始时间")
    ended_at: Moment = Field(title="听证结束时间")
    attendance: Literal["present", "absent", "left"] = Field(
        title="当事人到场情况", json_schema_extra={"labels": {**ATTENDANCE}}
    )
    attendee: Note = Field(title="当事人一方出席人员", default="", description="姓名、与当事人的关系。")
    agents: list[Agent] = Field(title="委托代理人", default_factory=list, max_length=10)
    absence_note: Note = Field(
        title="缺席或者退出的情况",
        default="",
        description="写明通知经过和无正当理由的情况；有正当理由的，办理延期。",
    )
    investigators: list[int] = Field(
        title="出席的调查（审查）人员",
        default_factory=list,
        max_length=6,
        json_schema_extra={"choices": "officers"},
    )
    others: Note = Field(title="其他参加人（证人、鉴定人等）", default="")
    rights_told: bool = Field(
        title="已核对身份、宣布案由和纪律，告知权利义务并询问是否申请回避", default=False
    )
    recusal: Literal["none", "rejected"] = Field(
        title="当事人对主持人、听证员、记录员的回避意见",
        default="none",
        description="应当回避的，更换人员并办理延期。",
        json_schema_extra={"labels": {**RECUSAL}},
    )
    recusal_note: Note = Field(title="驳回回避申请的决定人和理由", default="")
    case_presented: Said = Field(title="调查（审查）人员提出的事实、证据和建议", default="")
    defence: Said = Field(title="当事人的申辩", default="")
    examined: list[Examined] = Field(title="质证", default_factory=list, max_length=60)
    new_evidence: Note = Field(title="当事人提出的证据", default="")
    last_words: Note = Field(title="最后陈述", default="")
    signed: Literal["signed", "refused"] | None = Field(
        title="当事人或者代理人核对笔录", default=None, json_schema_extra={"labels": {**SIGNATURES}}
    )
    refusal: Note = Field(title="拒绝签名的情况（由主持人注明）", default="")
    media: list[File] = Field(title="照片和其他音像文件", default_factory=list, max_length=20)


class Report(Inputs):
    """What the chair finds and proposes."""

    summary: Words = Field(title="听证的基本情况和查明的事实")
    opinion: Literal["uphold", "change", "drop", "investigate"] = Field(
        title="处理意见", json_schema_extra={"labels": {**OPINIONS}}
    )
    words: Words = Field(title="意见的理由", description="当事人的主要理由是否成立，逐项说明。")


class Announcement(Inputs):
    """A hearing made known to the public; what is heard, when and where stands on record already."""

    how_to_come: Words = Field(
        title="参加、旁听的办法", default="公民可以持身份证件报名旁听，座位有限，按报名先后安排。"
    )


class Suspension(Inputs):
    """Why a hearing stops for a time."""

    reason: Words = Field(title="中止听证的理由")


class Ending(Inputs):
    """Why a hearing is not held any more."""

    ground: Literal["withdrawn", "party_gone", "needless"] = Field(
        title="终止情形", json_schema_extra={"labels": {**STOPPED}}
    )
    reason: Words = Field(title="情况说明")
    document: Note = Field(title="证明材料", default="", description="撤回听证申请的不填。")
