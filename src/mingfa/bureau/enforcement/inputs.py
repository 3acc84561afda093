"""What is typed into enforcement up to the decision, and into the court's way (行政强制法 35-37, 53-60)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints
from pydantic.config import JsonDict

from mingfa.bureau.doorway.inputs import Fen, File, Inputs, Line, Moment, Words
from mingfa.bureau.enforcement.deciding.values import POWERS
from mingfa.bureau.enforcement.values import COURT, ENDINGS, HARMS, MEANS, SUSPENSIONS, WAYS

Short = Annotated[str, StringConstraints(max_length=200)]
Note = Annotated[str, StringConstraints(max_length=2000)]
Means = Literal["dismantle", "clear", "seal_site", "auction", "cut_utilities", "other"]


def _by(question: str, *answers: str, **more: JsonValue) -> JsonDict:
    """Say that something is asked upon these answers to an earlier question alone."""
    return {"follows": question, "when": [*answers], **more}


class Beginning(Inputs):
    """Which decision or order is enforced."""

    source: int = Field(
        title="据以执行的决定",
        json_schema_extra={"choices": "enforceable"},
        description="已经送达、期限届满仍未履行的处罚决定或者责令改正通知。",
    )
    situation: Words = Field(title="当事人未履行的情况")


class DemandWords(Inputs):
    """A demand: until when, how, and how much (强制法 35)."""

    until: date = Field(title="履行期限", description="申请法院强制执行的，还须等待送达后满十个工作日。")
    duty: Words = Field(title="应当履行的义务", description="涉及金钱给付的，金额由系统计算后印在催告书上。")
    manner: Words = Field(title="履行方式", description="缴款银行或者改正、拆除、清理的具体方式。")


class UrgeWords(Inputs):
    """The last demand, three working days before a substitute performance (强制法 51 (2))."""

    until: date = Field(title="自行履行的期限")
    duty: Words = Field(title="应当履行的义务")


class Plea(Inputs):
    """What the party said to the demand (强制法 36)."""

    made_on: date = Field(title="陈述、申辩日期")
    by: Line = Field(title="陈述、申辩人")
    words: Words = Field(title="事实、理由和证据")
    media: list[File] = Field(title="书面意见、笔录、音像记录", default_factory=list, max_length=20)


class Reply(Inputs):
    """The answer to it."""

    adopted: bool = Field(
        title="理由是否成立", description="成立的，应当采纳；履行确有困难的，可以中止执行。"
    )
    words: Words = Field(title="复核情况和理由")


class Check(Inputs):
    """What was found when two officers looked whether an order was performed meanwhile."""

    officers: list[int] = Field(
        title="复查人员", min_length=1, max_length=6, json_schema_extra={"choices": "officers"}
    )
    checked_at: Moment = Field(title="复查时间")
    performed: bool = Field(title="已经履行")
    findings: Words = Field(title="复查情况")
    media: list[File] = Field(title="照片、音像记录", default_factory=list, max_length=40)


class Plan(Inputs):
    """What the bureau shall do with its own hand, on which law (强制法 13, 34, 37, 50)."""

    way: Literal["demolish", "force", "substitute", "auction"] = Field(
        title="执行方式", json_schema_extra={"labels": {**WAYS}}
    )
    power: Literal["mandate", "substitute", "auction", "law"] = Field(
        title="本机关强制执行权的来源", json_schema_extra={"labels": {k: p.zh for k, p in POWERS.items()}}
    )
    law: Short = Field(
        title="授权的法律条文",
        default="",
        description="必须是法律；法规、规章不得授权。",
        json_schema_extra=_by("power", "law"),
    )
    mandate: Short = Field(
        title="人民政府责成文件的文号", default="", json_schema_extra=_by("power", "mandate")
    )
    reason: Words = Field(title="强制执行的理由")
    means: list[Means] = Field(title="具体措施", min_length=1, json_schema_extra={"labels": {**MEANS}})
    home: bool = Field(title="涉及居民生活", default=False)
    at: Moment = Field(title="拟实施时间", description="不得安排在夜间、法定节假日。")
    emergency: Note = Field(
        title="必须在夜间、法定节假日实施的紧急情况", default="", json_schema_extra={"rare": True}
    )
    hiding: Note = Field(
        title="转移、隐匿财物的迹象和证据",
        default="",
        description="催告期间立即强制执行的必须填写。",
        json_schema_extra={"rare": True},
    )
    harm: Literal["traffic", "pollution", "nature"] | None = Field(
        title="已经或者将造成的后果",
        default=None,
        json_schema_extra=_by("way", "substitute", labels={**HARMS}),
    )
    performer: Short = Field(title="代履行人", default="", json_schema_extra=_by("way", "substitute"))
    independent: bool = Field(
        title="代履行人与本案没有利害关系", default=False, json_schema_extra=_by("way", "substitute")
    )
    target: Short = Field(title="代履行的标的", default="", json_schema_extra=_by("way", "substitute"))
    cost: Fen = Field(title="费用预算", default=0, json_schema_extra=_by("way", "substitute", widget="yuan"))


class Word(Inputs):
    """The head's word on the plan."""

    agreed: bool = Field(title="同意执行方案")
    opinion: Words = Field(title="决定意见")


class CourtPlea(Inputs):
    """An application to the court, signed by the head (强制法 54, 55)."""

    court: Line = Field(title="管辖法院", description="执行对象是不动产的，为不动产所在地的法院。")
    real_estate: bool = Field(title="执行对象是不动产", default=False)
    request: Words = Field(title="申请事项")
    opinion: Words = Field(title="当事人的意见", description="没有提出意见的，写明“未提出”。")
    target: Words = Field(title="申请强制执行标的情况", description="财产、场所、账户等已知情况。")
    signed: bool = Field(title="申请书由本机关负责人签名并加盖印章")


class CourtWords(Inputs):
    """What the court did, by its document."""

    what: Literal["accepted", "not_accepted", "granted", "refused", "appealed"] = Field(
        title="事项", json_schema_extra={"labels": {**COURT}}
    )
    on: date = Field(title="收到（提交）日期")
    document: Line = Field(title="文书名称和文号")
    files: list[File] = Field(title="文书扫描件", default_factory=list, max_length=10)


class CourtEnd(Inputs):
    """How the court carried it out."""

    on: date = Field(title="执行完毕日期")
    document: Line = Field(title="法院的结案通知或者执行凭证")
    fine: bool = Field(title="罚款和加处罚款已经执行到位", default=False)
    words: Words = Field(title="执行情况")


class Stage(Inputs):
    """A stage of an agreement."""

    day: date = Field(title="期限")
    what: Line = Field(title="履行内容")
    amount: Fen = Field(title="金额", default=0, json_schema_extra={"widget": "yuan"})


class AgreementWords(Inputs):
    """An execution agreement (强制法 42)."""

    stages: list[Stage] = Field(title="分阶段履行", min_length=1, max_length=24)
    reduction: Fen = Field(
        title="减免加处罚款",
        default=0,
        json_schema_extra={"widget": "yuan"},
        description="罚款本身不得减免。",
    )
    remedied: Note = Field(title="当事人采取的补救措施", default="", description="减免加处罚款的必须填写。")
    harmless: bool = Field(title="不损害公共利益和他人合法权益")
    signed: bool = Field(title="双方已经签名、盖章")


class Suspension(Inputs):
    """Why enforcement is suspended (强制法 39)."""

    ground: Literal["hardship", "third_party", "irreparable", "other"] = Field(
        title="中止情形", json_schema_extra={"labels": {**SUSPENSIONS}}
    )
    reason: Words = Field(title="事实和理由")


class Resumption(Inputs):
    """Why enforcement goes on (强制法 39 para 2, 42 para 2)."""

    reason: Words = Field(title="恢复执行的理由")


class Termination(Inputs):
    """Why enforcement ends (强制法 39 para 2, 40)."""

    ground: Literal["died", "dissolved", "object_gone", "revoked", "other", "three_years"] = Field(
        title="终结情形", json_schema_extra={"labels": {**ENDINGS}}
    )
    reason: Words = Field(title="事实和理由")
    evidence: list[File] = Field(title="证明材料", default_factory=list, max_length=20)


class Finish(Inputs):
    """That the duty is performed, by whomever."""

    performance: Words = Field(title="履行（执行）情况")
