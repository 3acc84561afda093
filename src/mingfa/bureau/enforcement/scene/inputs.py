"""What is typed on the spot (行政强制法 43, 44, 50-52): announcing, carrying out, clearing, the costs."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Fen, File, Inputs, Line, Moment, Words
from mingfa.bureau.enforcement.inputs import Means
from mingfa.bureau.enforcement.values import MEANS, PLACES
from mingfa.bureau.measures.inputs import Signed, Thing
from mingfa.bureau.measures.values import CAUSES
from mingfa.bureau.records.inputs import SIGNED, OnCamera

Short = Annotated[str, StringConstraints(max_length=120)]
Note = Annotated[str, StringConstraints(max_length=1000)]


class Notice(Inputs):
    """A public notice to demolish within a time (强制法 44)."""

    place: Line = Field(title="张贴地点", description="拆除对象所在地的醒目位置。")
    posted_on: date = Field(title="公告日期")
    until: date = Field(title="自行拆除的期限")
    target: Words = Field(title="拆除对象", description="位置、结构、面积。")
    media: list[File] = Field(title="张贴公告的照片", default_factory=list, max_length=20)


class OnSite(OnCamera):
    """What is recorded of every enforcement on the spot."""

    officers: list[int] = Field(title="执法人员", min_length=1, json_schema_extra={"choices": "officers"})
    place: Line = Field(title="地点")
    started_at: Moment = Field(title="到场（开始）时间")
    ended_at: Moment = Field(title="结束时间")
    emergency: Note = Field(
        title="夜间、法定节假日实施的紧急情况", default="", json_schema_extra={"rare": True}
    )
    party_present: bool = Field(title="当事人到场", default=False)
    witness: Short = Field(title="见证人（当事人不到场的）", default="")
    signed: Signed = Field(title="当事人签名", json_schema_extra={"labels": {**SIGNED}})
    refusal: Note = Field(
        title="拒签或者不到场的说明",
        default="",
        json_schema_extra={"follows": "signed", "when": ["refused", "absent"]},
    )
    witness_signed: bool = Field(title="见证人已签名", default=False)
    things: list[Thing] = Field(title="物品清单", default_factory=list, max_length=200)


class Enforced(OnSite):
    """What was done by force: by which means, and how it went."""

    means: list[Means] = Field(title="采取的措施", min_length=1, json_schema_extra={"labels": {**MEANS}})
    home: bool = Field(title="涉及居民生活", default=False)
    course: Words = Field(title="执行经过和结果")


class Substituted(OnSite):
    """What a third party did in the party's stead, under the bureau's eyes (强制法 51)."""

    performer: Line = Field(title="代履行人")
    performer_signed: bool = Field(title="代履行人已签名或者盖章", default=False)
    peaceful: bool = Field(title="没有采用暴力、胁迫以及其他非法方式", default=False)
    course: Words = Field(title="代履行经过和结果")


class Which(Inputs):
    """The case in which something is cleared at once."""

    case: int = Field(title="所属案件", json_schema_extra={"choices": "clearable_cases"})


class Clearance(OnSite, Which):
    """What had to be cleared at once (强制法 52)."""

    where: Literal["road", "river", "public", "other"] = Field(
        title="场所", json_schema_extra={"labels": {**PLACES}}
    )
    what: Words = Field(title="遗洒物、障碍物或者污染物", description="名称、数量、范围和危害。")
    unable: bool = Field(title="当事人不能清除", default=False)
    why_unable: Note = Field(title="当事人不能清除的情况", default="")
    performer: Line = Field(title="代履行人")
    course: Words = Field(title="清除经过和结果")
    cost: Fen = Field(title="费用", default=0, json_schema_extra={"widget": "yuan"})


class Excuse(Inputs):
    """Why the recording is not whole, and the head's word."""

    cause: Literal["fault", "battery", "storage", "weather", "lost"] = Field(
        title="原因", json_schema_extra={"labels": {**CAUSES}}
    )
    words: Words = Field(title="中断的起止时间和具体情况")
    opinion: Words = Field(title="审批意见")


class Cost(Inputs):
    """A line of the costs."""

    what: Line = Field(title="项目")
    amount: Fen = Field(title="金额", json_schema_extra={"widget": "yuan"})


class Costs(Inputs):
    """The costs of a substitute performance: what it really took (强制法 51 para 2)."""

    costs: list[Cost] = Field(title="费用明细", min_length=1, max_length=40)
    until: date = Field(title="缴纳期限")
    borne_by: Short = Field(
        title="法律规定不由当事人承担的条文", default="", description="由当事人承担的不填。"
    )
