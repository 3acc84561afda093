"""What is typed where a case leaves the straight way: longer terms, other agencies, the police."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Inputs, Line, Moment, Words

Note = Annotated[str, StringConstraints(max_length=1000)]
WHY_REFERRED = {
    "place": "违法行为发生地不在本机关管辖区域",
    "level": "不属于本级行政机关管辖",
    "power": "违法事项不属于本机关职权",
    "earlier": "其他机关已经先行立案",
    "designated": "上级机关指定其他机关管辖",
}
WHY_SUSPENDED = {
    "other_case": "须以另案的审理结果或者其他机关的决定为依据",
    "law_question": "法律适用问题须送请有权机关作出解释或者确认",
    "force_majeure": "因不可抗力致使案件暂时无法调查",
    "party_missing": "当事人下落不明",
}


class MoreTime(Inputs):
    """Why a clue needs longer."""

    reason: Words = Field(title="延长理由")


class NotFiling(Inputs):
    """The head's word on a clue that was found not worth filing."""

    agreed: bool = Field(title="同意不予立案", default=False)
    opinion: Words = Field(title="审批意见", description="不同意的，写明需要补充核查的内容。")


class Told(Inputs):
    """How whoever complained was told that no case is filed."""

    told_on: date = Field(title="告知日期")
    how: Literal["phone", "letter", "message", "personal"] = Field(
        title="告知方式",
        json_schema_extra={
            "labels": {"phone": "电话", "letter": "书面", "message": "短信、平台回复", "personal": "当面"}
        },
    )
    words: Words = Field(title="告知内容")


class Merging(Inputs):
    """Into which case a clue of the same act goes."""

    into: int = Field(title="并入的案件", json_schema_extra={"choices": "cases_to_join"})
    reason: Line = Field(title="并入理由")


class Suspension(Inputs):
    """Why nothing can be done in a case for now."""

    ground: Literal["other_case", "law_question", "force_majeure", "party_missing"] = Field(
        title="中止原因", json_schema_extra={"labels": {**WHY_SUSPENDED}}
    )
    basis: Line = Field(title="依据", description="规定可以中止的法律、法规、规章的名称和条款。")
    reason: Words = Field(title="情况说明")


class Resumption(Inputs):
    """Why a case goes on."""

    reason: Words = Field(title="恢复调查的情况")


class Referral(Inputs):
    """To which agency a case goes, and why it is not ours."""

    to: Line = Field(title="受移送机关")
    ground: Literal["place", "level", "power", "earlier", "designated"] = Field(
        title="移送原因", json_schema_extra={"labels": {**WHY_REFERRED}}
    )
    facts: Words = Field(title="案件情况")
    materials: list[Line] = Field(title="移送材料", min_length=1, max_length=30)


class ReferralReply(Inputs):
    """What the other agency answered."""

    accepted: bool = Field(title="受移送机关已经接收", default=False)
    received_on: date = Field(title="回执日期")
    signed_by: Line = Field(title="接收人（答复人）")
    words: Note = Field(title="答复内容", default="", description="不接收的，写明其理由。")


class Negotiation(Inputs):
    """A dispute over jurisdiction, talked over with the other agency."""

    other: Line = Field(title="对方机关")
    arose_on: date = Field(title="发生争议日期")
    talked_on: date = Field(title="协商日期")
    record: Words = Field(title="协商记录")
    result: Literal["ours", "theirs", "unsettled"] = Field(
        title="协商结果",
        json_schema_extra={
            "labels": {
                "ours": "由本机关管辖",
                "theirs": "由对方机关管辖",
                "unsettled": "协商不成，报请共同的上一级行政机关指定管辖",
            }
        },
    )


class Designation(Inputs):
    """Which agency the common superior designated."""

    superior: Line = Field(title="指定机关", description="共同的上一级行政机关。")
    document: Line = Field(title="指定管辖通知书文号")
    designated_on: date = Field(title="指定日期")
    result: Literal["ours", "theirs"] = Field(
        title="指定结果", json_schema_extra={"labels": {"ours": "由本机关管辖", "theirs": "由其他机关管辖"}}
    )
    agency: Annotated[str, StringConstraints(max_length=200)] = Field(
        title="被指定的其他机关", default="", description="指定其他机关管辖的填写。"
    )


class CrimeReport(Inputs):
    """The special team's report that a crime is suspected (移送规定 5)."""

    team: list[int] = Field(
        title="专案组成员", min_length=1, max_length=6, json_schema_extra={"choices": "officers"}
    )
    crime: Line = Field(title="涉嫌的犯罪")
    facts: Words = Field(title="核实的情况")
    goods: Note = Field(title="涉案物品", default="", description="没有的，填“无”。")


class CrimeWord(Inputs):
    """The head's word on handing a case to the police, within three days."""

    approved: bool = Field(title="批准移送", default=False)
    opinion: Words = Field(title="审批意见", description="不批准的，写明理由。")


class HandingOver(Inputs):
    """What went to the police, and who signed for it (移送规定 6, 7)."""

    police: Line = Field(title="受移送公安机关", description="同级公安机关。")
    handed_at: Moment = Field(title="移送时间")
    facts: Words = Field(title="案件情况调查报告摘要")
    goods: list[Line] = Field(title="涉案物品清单", default_factory=list, max_length=50)
    appraisals: list[Line] = Field(title="检验报告、鉴定结论", default_factory=list, max_length=20)
    materials: list[Line] = Field(title="其他材料", default_factory=list, max_length=50)
    copied: bool = Field(title="已经抄送人民检察院", default=False)


class PoliceReply(Inputs):
    """What the police answered."""

    filed: bool = Field(title="公安机关决定立案", default=False)
    document: Line = Field(title="通知书文号")
    received_on: date = Field(title="收到通知日期")
    words: Note = Field(title="不予立案的理由和后续处理", default="")
