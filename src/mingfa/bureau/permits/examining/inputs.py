"""What is typed while an application is examined and decided (行政许可法 34-48)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import AddressIfKnown, File, Inputs, Line, Moment, PartyNameIfKnown, Words
from mingfa.bureau.permits.values import GROUNDS, OUTCOMES, SPECIALS, WHOM
from mingfa.bureau.records.filming.values import Span
from mingfa.bureau.records.inputs import OnCamera

Note = Annotated[str, StringConstraints(max_length=2000)]
Short = Annotated[str, StringConstraints(max_length=200)]
People = Annotated[list[int], Field(min_length=1, max_length=6)]
SIGNED = {"signed": "已签名确认", "refused": "拒绝签名", "absent": "申请人不在场"}


class Assignment(Inputs):
    """Who examines."""

    staff: People = Field(title="审查人员", json_schema_extra={"choices": "officers"})


class SiteCheck(OnCamera):
    """What two staff found on the spot."""

    staff: People = Field(title="核查人员", json_schema_extra={"choices": "officers"})
    started_at: Moment = Field(title="开始时间")
    ended_at: Moment = Field(title="结束时间")
    place: Line = Field(title="核查地点")
    findings: Words = Field(title="核查情况")
    fits: bool = Field(title="与申请材料一致")
    signed: Literal["signed", "refused", "absent"] = Field(
        title="申请人签名", json_schema_extra={"labels": dict(SIGNED)}
    )
    refusal: Note = Field(title="拒签或者不在场的说明", default="")
    media: list[File] = Field(title="照片、音像记录", default_factory=list, max_length=40)

    @property
    def span(self) -> Span | None:
        return self.started_at, self.ended_at


class Telling(Inputs):
    """Whom the permit touches, and what they may do."""

    whom: Literal["applicant", "interested"] = Field(
        title="告知对象", json_schema_extra={"labels": dict(WHOM)}
    )
    name: PartyNameIfKnown = Field(title="利害关系人", default="", description="告知申请人的不填。")
    address: AddressIfKnown = Field(title="利害关系人地址", default="")
    interest: Note = Field(title="直接关系其重大利益的情形", default="")
    hearing: bool = Field(
        title="告知听证权利",
        default=False,
        description="直接涉及申请人与他人之间重大利益关系的，应当告知双方听证权利。",
    )


class Said(Inputs):
    """What somebody concerned says."""

    concerned: int | None = Field(
        title="提出人",
        default=None,
        description="不选的，为申请人。",
        json_schema_extra={"choices": "concerned"},
    )
    made_on: date = Field(title="提出日期")
    words: Words = Field(title="意见")
    hearing_requested: bool = Field(title="申请听证", default=False)
    taken_back: bool = Field(title="明确放弃或者撤回听证申请（签名）", default=False)
    file: File | None = Field(title="书面意见或者笔录", default=None)


class Inviting(Inputs):
    """Which third party is told of the hearing."""

    concerned: int = Field(title="利害关系人", json_schema_extra={"choices": "concerned"})


class HearingCall(Inputs):
    """Why the office holds a hearing of its own accord."""

    reason: Words = Field(title="听证事由", description="法律、法规、规章的规定，或者涉及的重大公共利益。")
    opinion: Words = Field(title="审批意见")


class SpecialTime(Inputs):
    """A special procedure and the days it takes."""

    kind: Literal[
        "hearing", "bidding", "auction", "inspection", "testing", "quarantine", "appraisal", "expert_review"
    ] = Field(title="特别程序", json_schema_extra={"labels": dict(SPECIALS)})
    what: Line = Field(title="内容")
    by: Line = Field(title="承担机构")
    from_on: date = Field(title="开始日期", description="告知书送达后的日数方可扣除。")
    until_on: date = Field(title="结束日期")


class Extension(Inputs):
    """Why more time is needed; how much the law says: ten working days, jointly handled fifteen."""

    reason: Words = Field(title="延长的理由")
    approval: Short = Field(
        title="本级人民政府负责人批准文件", default="", description="联合办理的必须填写。"
    )


class Proposing(Inputs):
    """What the examination found and proposes."""

    facts: Words = Field(title="审查情况", description="逐项说明是否符合法定条件、标准。")
    outcome: Literal["grant", "refuse"] = Field(
        title="审查意见", json_schema_extra={"labels": dict(OUTCOMES)}
    )
    why: Note = Field(title="不予许可的理由", default="")
    weighed: Note = Field(title="听取申请人、利害关系人意见和采纳情况", default="")
    content: Note = Field(title="许可内容", default="")
    from_on: date | None = Field(title="有效期自", default=None)
    to_on: date | None = Field(title="有效期至", default=None)
    false_statements: bool = Field(title="申请人隐瞒有关情况或者提供虚假材料", default=False)
    grounds: list[Literal["public_interest", "social_risk", "complex", "several_relations"]] = Field(
        title="应当法制审核的情形",
        default_factory=list,
        description="经过听证的，自动送审。",
        json_schema_extra={"labels": dict(GROUNDS)},
    )


class ProposingAfterHearing(Proposing):
    """The same, on the record of a hearing."""

    by_record: Note = Field(title="听证笔录的采纳情况", default="")


class Deciding(Inputs):
    """The head's word on the proposal."""

    agreed: bool = Field(title="同意审查意见", default=False)
    opinion: Words = Field(title="审批意见")


class Issuing(Inputs):
    """Who makes the licence out."""

    remark: Note = Field(title="备注", default="")
