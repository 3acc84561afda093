"""What is typed into the acts of a case."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints
from pydantic.config import JsonDict

from mingfa.bureau.catalogue.forms import Cited
from mingfa.bureau.doorway.inputs import Fen, Inputs, Line, Moment, Words
from mingfa.bureau.doorway.party import Party

SOURCES = {
    "patrol": "巡查发现",
    "complaint": "投诉举报",
    "assigned": "上级交办",
    "transferred": "其他机关移送",
    "media": "媒体曝光",
    "inspection": "行政检查",
}
OUTCOMES = {
    "penalty": "给予行政处罚",
    "no_penalty_minor": "违法行为轻微，不予处罚",
    "no_penalty_unproven": "违法事实不能成立，不予处罚",
    "transfer": "涉嫌犯罪，移送司法机关",
}
KINDS = {
    "warning": "警告",
    "criticism": "通报批评",
    "fine": "罚款",
    "confiscate_gains": "没收违法所得",
    "confiscate_property": "没收非法财物",
}
MITIGATION = {
    "removed_harm": "主动消除或者减轻违法行为危害后果",
    "coerced": "受他人胁迫或者诱骗实施违法行为",
    "confessed": "主动供述行政机关尚未掌握的违法行为",
    "helped": "配合行政机关查处违法行为有立功表现",
    "under_18": "已满十四周岁不满十八周岁",
    "first_minor": "初次违法且危害后果轻微并及时改正",
}
LIMITATIONS = {
    "ordinary": "二年",
    "grave": "五年：涉及公民生命健康安全、金融安全且有危害后果",
    "environment": "五年：造成环境污染、生态破坏等危害后果",
}
Source = Literal["patrol", "complaint", "assigned", "transferred", "media", "inspection"]
Outcome = Literal["penalty", "no_penalty_minor", "no_penalty_unproven", "transfer"]
Kind = Literal["warning", "criticism", "fine", "confiscate_gains", "confiscate_property"]
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
    place: Line = Field(title="具体地点")
    party_name: Annotated[str, StringConstraints(max_length=200)] = Field(
        title="当事人（已知时填写）", default=""
    )
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


class CorrectionDemand(Inputs):
    """What is to be corrected, and until when (empty: at once)."""

    facts: Words = Field(title="违法事实")
    what: Annotated[str, StringConstraints(min_length=1, max_length=500)] = Field(title="改正要求")
    due_on: date | None = Field(title="改正期限", default=None, description="责令立即改正的，不填。")


class Proving(Inputs):
    """A piece of evidence and what it proves."""

    evidence: int = Field(title="证据", json_schema_extra={"choices": "proofs"})
    proves: Line = Field(title="证明对象")


# What is asked of a conclusion only after it is known what is proposed.
SPARED = ("no_penalty_minor", "no_penalty_unproven")
STEPPED = ("penalty", "no_penalty_minor")


def _if(*outcomes: str, **more: JsonValue) -> JsonDict:
    return {"follows": "outcome", "when": [*outcomes], **more}


class Conclusion(Inputs):
    """The investigation's result and what is proposed; amounts in 分."""

    facts: Words = Field(title="查明的事实")
    evidence: list[Proving] = Field(title="证据", min_length=1)
    outcome: Outcome = Field(title="处理建议", json_schema_extra={"labels": {**OUTCOMES}})
    step: Annotated[str, StringConstraints(max_length=60)] = Field(
        title="裁量档次", default="", json_schema_extra=_if(*STEPPED, choices="steps")
    )
    factors: Note = Field(title="裁量情节及事实", default="")
    mitigation: list[Mitigation] = Field(
        title="从轻、减轻情节", default_factory=list, json_schema_extra={"labels": {**MITIGATION}}
    )
    incapable: bool = Field(
        title="当事人系精神病人、智力残疾人，且行为时不能辨认或者不能控制自己行为", default=False
    )
    kinds: list[Kind] = Field(
        title="处罚种类", default_factory=list, json_schema_extra=_if("penalty", labels={**KINDS})
    )
    amount: Fen = Field(title="罚款金额", default=0, json_schema_extra=_if("penalty", widget="yuan"))
    gains: Fen = Field(title="违法所得", default=0, json_schema_extra=_if("penalty", widget="yuan"))
    deviation: Note = Field(title="突破裁量基准的理由", default="", json_schema_extra=_if("penalty"))
    education: Note = Field(
        title="教育情况",
        default="",
        description="违法轻微不予处罚的必须填写。",
        json_schema_extra=_if(*SPARED),
    )
    crime: Note = Field(
        title="涉嫌犯罪情况",
        default="",
        description="移送司法机关的必须填写。",
        json_schema_extra=_if("transfer"),
    )
    grounds: list[Literal["public_interest", "social_risk", "complex", "several_relations"]] = Field(
        title="重大、复杂情形",
        default_factory=list,
        json_schema_extra={
            "labels": {
                "public_interest": "涉及重大公共利益",
                "social_risk": "可能造成重大社会影响或者引发社会风险",
                "complex": "案件情况疑难复杂",
                "several_relations": "涉及多个法律关系",
            }
        },
    )


COMPARED = {
    "old_lighter": "旧规定处罚较轻，适用旧规定",
    "same": "新旧规定处罚相同，适用旧规定",
    "new_lighter": "新规定处罚较轻，适用新规定",
    "not_unlawful": "新规定不认为是违法，不予处罚",
}


class LawComparison(Inputs):
    """Old and new law side by side; the old text is typed with its source, as it is kept no more."""

    old_text: Words = Field(title="旧规定的条款和内容", description="违法行为发生时有效的规定，照录原文。")
    old_source: Line = Field(title="旧规定的出处", description="例如：公布该规定的公报、国家法律法规数据库。")
    new: list[Cited] = Field(
        title="新规定的条款", default_factory=list, max_length=10, description="例如：生态环境法典 1107。"
    )
    new_text: Note = Field(title="新规定的内容", default="", description="系统收录了条文的，不填。")
    result: Literal["old_lighter", "same", "new_lighter", "not_unlawful"] = Field(
        title="比较结论", json_schema_extra={"labels": {**COMPARED}}
    )
    item: int | None = Field(title="适用新规定的事项", default=None, json_schema_extra={"choices": "items"})
    why: Words = Field(title="理由", description="从处罚种类、幅度和构成要件说明哪一个处罚较轻。")


class ClosingProposal(Inputs):
    """What is put to the head for closing."""

    performance: Words = Field(title="执行情况")
    remedies: Words = Field(title="复议、诉讼情况")
    opinion: Words = Field(title="承办人意见")
