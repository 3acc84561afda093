"""What is typed into the acts of a case."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Address, Inputs, Moment, PartyNameIfKnown, Words
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.penalty.kinds import PenaltyKind

SOURCES = {
    "patrol": "巡查发现",
    "complaint": "投诉举报",
    "assigned": "上级交办",
    "transferred": "其他机关移送",
    "media": "媒体曝光",
    "inspection": "行政检查",
}
LIMITATIONS = {
    "ordinary": "二年",
    "grave": "五年：涉及公民生命健康安全、金融安全且有危害后果",
    "environment": "五年：造成环境污染、生态破坏等危害后果",
}
Source = Literal["patrol", "complaint", "assigned", "transferred", "media", "inspection"]
Outcome = Literal["penalty", "no_penalty_minor", "no_penalty_unproven", "transfer"]
Kind = PenaltyKind
Mitigation = Literal["removed_harm", "coerced", "confessed", "helped", "under_18", "first_minor"]
Note = Annotated[str, StringConstraints(max_length=1000)]


class Clue(Inputs):
    """A clue: where, when and what was found."""

    item: int = Field(title="涉嫌违法行为", json_schema_extra={"choices": "items"})
    source: Source = Field(title="案件来源", json_schema_extra={"labels": {**SOURCES}})
    inspection: int | None = Field(
        title="移交立案的检查",
        default=None,
        json_schema_extra={"choices": "handed_over_inspections"},
        description="来源为行政检查的选择；检查的笔录和证据归入本案。",
    )
    found_at: Moment = Field(title="发现时间")
    act_on: date = Field(title="违法行为发生日期", description="持续的，填终了之日；仍在持续的，填发现当日。")
    street: Annotated[str, StringConstraints(pattern=r"^\d{9}$")] = Field(
        title="所在街道", json_schema_extra={"choices": "streets"}
    )
    place: Address = Field(title="具体地点")
    party_name: PartyNameIfKnown = Field(title="当事人（已知时填写）", default="")
    summary: Words = Field(title="情况摘要")
    restricted: bool = Field(
        title="限制查阅",
        default=False,
        description="涉及国家秘密、商业秘密、未成年人或者个人隐私的，请勾选。",
    )


class Verified(Inputs):
    """What the verification of a clue found."""

    result: Literal["worth_filing", "not_worth_filing"] = Field(
        title="核查结论",
        json_schema_extra={"labels": {"worth_filing": "建议立案", "not_worth_filing": "不予立案"}},
    )
    words: Words = Field(title="核查情况")


class FilingProposal(Inputs):
    """What is put to the head for filing."""

    party: Party = Field(title="当事人")
    handlers: list[int] = Field(
        title="承办人", min_length=2, max_length=6, json_schema_extra={"choices": "officers"}
    )
    recusal_declared: bool = Field(title="承办人均已声明与本案无利害关系", default=False)
    facts: Words = Field(title="案情摘要")
    limitation: Literal["ordinary", "grave", "environment"] = Field(
        title="追责时效",
        default="ordinary",
        json_schema_extra={"labels": {**LIMITATIONS}, "rare": True},
        description="一般为二年；有法定的危害后果的为五年，须写明事实。",
    )
    harm: Note = Field(
        title="危害后果的事实",
        default="",
        json_schema_extra={"rare": True},
        description="追责时效为五年的，写明造成何种危害后果、有何证据。",
    )
    opinion: Words = Field(title="承办人意见")


class Approval(Inputs):
    """The head's word on a filing."""

    approved: bool = Field(title="是否批准")
    opinion: Words = Field(title="审批意见")
