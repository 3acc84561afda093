"""What is typed into objects, plans, draws and inspections."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from mingfa.bureau.catalogue.inputs import Cited
from mingfa.bureau.doorway.inputs import Address, File, Inputs, Label, Line, Moment, Name, Words
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.inspections.values import HELPERS, HOW, PLAN_KINDS, SOURCES
from mingfa.bureau.records.filming.values import Span, span_of
from mingfa.bureau.records.inputs import SIGNED, OnCamera

Note = Annotated[str, StringConstraints(max_length=1000)]
Share = Annotated[int, Field(ge=1, le=100)]
Items = Annotated[list[int], Field(min_length=1, max_length=20)]
ITEMS = {"choices": "inspection_items"}
OFFICERS = {"choices": "officers"}


class NewObject(Inputs):
    """An enterprise or shop for the register; its code is what visits are counted by."""

    party: Party = Field(title="检查对象")
    trade: Name = Field(title="行业", description="例如：餐饮服务。按行业编制计划、随机抽取。")

    @model_validator(mode="after")
    def _an_enterprise_with_its_code(self) -> Self:
        if self.party.kind == "person":
            raise ValueError("检查对象名录登记企业和个体工商户，不登记自然人。")
        if not self.party.code:
            raise ValueError("填写统一社会信用代码：全局按代码统计年度检查频次。")
        return self


class ObjectToStrike(Inputs):
    """The object that is no longer one, and why."""

    inspected: int = Field(title="检查对象", json_schema_extra={"choices": "inspection_objects"})
    reason: Line = Field(title="移出原因")


class NewPlan(Inputs):
    """A plan of inspections."""

    kind: Literal["annual", "special"] = Field(title="种类", json_schema_extra={"labels": {**PLAN_KINDS}})
    title: Label = Field(title="名称")
    items: Items = Field(title="检查事项", json_schema_extra={**ITEMS})
    trade: Name = Field(title="检查对象所属行业", json_schema_extra={"choices": "trades"})
    share: Share = Field(title="抽查比例（%）", description="随机抽取的户数占名录中该行业户数的比例。")
    from_on: date = Field(title="开始日期")
    until_on: date = Field(title="结束日期")
    reason: Words = Field(title="编制依据和检查重点")


class PlanToApprove(Inputs):
    """The plan, and the head's word."""

    plan: int = Field(title="检查计划", json_schema_extra={"choices": "plan_drafts"})
    opinion: Words = Field(title="审批意见")


class ListToFreeze(Inputs):
    """For which plan, and which public number will decide."""

    plan: int = Field(title="检查计划", json_schema_extra={"choices": "plans"})
    beacon: Line = Field(
        title="约定的公共数字",
        description="本机关不能左右、任何人可查的数字，例如：上证综合指数当日收盘点位（两位小数）。",
    )
    beacon_on: date = Field(title="公共数字公布日期", description="今后的日期。")


class NumberDrawn(Inputs):
    """The public number, as it was published."""

    draw: int = Field(title="随机抽取", json_schema_extra={"choices": "frozen_draws"})
    number: Line = Field(title="公共数字的值", description="按公布的原样填写。")


class Helper(Inputs):
    """Somebody who assists and does not inspect."""

    name: Name = Field(title="姓名")
    kind: Literal["expert", "laboratory", "auxiliary", "witness"] = Field(
        title="身份", json_schema_extra={"labels": {**HELPERS}}
    )
    does: Label = Field(title="协助内容")


class Application(Inputs):
    """What is put to the head before anybody is inspected (行政检查审批表)."""

    inspected: int = Field(title="检查对象", json_schema_extra={"choices": "inspection_objects"})
    items: Items = Field(
        title="检查事项", json_schema_extra={**ITEMS}, description="同一对象的多个事项合并，综合查一次。"
    )
    source: Literal["plan", "random", "complaint", "special", "transfer"] = Field(
        title="任务来源", json_schema_extra={"labels": {**SOURCES}}
    )
    plan: int | None = Field(
        title="检查计划",
        default=None,
        json_schema_extra={"choices": "plans"},
        description="按计划、专项检查的选择。",
    )
    draw: int | None = Field(
        title="随机抽取",
        default=None,
        json_schema_extra={"choices": "draws"},
        description="双随机抽查的选择。",
    )
    clue: Note = Field(title="线索来源和内容", default="", description="投诉举报、转办交办移送的必须填写。")
    how: Literal["on_site", "off_site"] = Field(title="检查方式", json_schema_extra={"labels": {**HOW}})
    from_on: date = Field(title="检查开始日期")
    until_on: date = Field(title="检查结束日期")
    officers: list[int] = Field(title="检查人员", min_length=2, max_length=6, json_schema_extra={**OFFICERS})
    recusal_declared: bool = Field(title="检查人员均已声明与检查对象无利害关系", default=False)
    helpers: list[Helper] = Field(title="协助人员", default_factory=list, max_length=10)
    opinion: Words = Field(title="申请理由")


class InspectionApproval(Inputs):
    """The head's word on an inspection."""

    approved: bool = Field(title="是否批准")
    opinion: Words = Field(title="审批意见")


class NoticeOfInspection(Inputs):
    """What the enterprise is told to prepare."""

    prepare: Note = Field(title="请检查对象准备的材料、提供的配合", default="")
    contact: Name = Field(title="联系人")


class Cancelling(Inputs):
    """Why an inspection is not carried out."""

    reason: Words = Field(title="不实施的原因")


class OnSite(OnCamera):
    """What stands at the door: who came when, what was shown and told, whether the code was checked."""

    entered_at: Moment = Field(title="进入时间")
    place: Address = Field(title="检查地点")
    officers: list[int] = Field(title="到场检查人员", min_length=1, json_schema_extra={**OFFICERS})
    helpers: list[Name] = Field(
        title="到场协助人员",
        default_factory=list,
        max_length=10,
        description="每行一人，以审批的人员为限。",
    )
    kit_checked: bool = Field(title="着装规范、佩戴统一标识，执法记录仪已开启", default=False)
    certificate_shown: bool = Field(title="已主动出示行政执法证件", default=False)
    rights_told: bool = Field(title="已告知并说明检查事由、依据、权利义务和申请回避的权利", default=False)
    scanned: bool = Field(title="企业已扫通知书二维码核验检查人员和事项（扫码入企）", default=False)
    received_by: Line = Field(title="现场负责人（接受检查人）")

    @property
    def span(self) -> Span | None:
        return span_of(self.recordings, self.entered_at)


class Entering(OnSite):
    """Entering for the inspection."""

    notice_handed_over: bool = Field(title="已当场交付行政检查通知书（或者此前已经送达）", default=False)
    media: list[File] = Field(title="照片、音像记录", default_factory=list, max_length=40)


class Examining(Inputs):
    """An inspection without a visit: what was looked at, and what it showed."""

    started_at: Moment = Field(title="开始时间")
    ended_at: Moment = Field(title="结束时间")
    officers: list[int] = Field(title="检查人员", min_length=1, json_schema_extra={**OFFICERS})
    means: Line = Field(title="检查方法", description="例如：书面核查、信息共享、视频监控。")
    material: Words = Field(title="核查的材料、数据和来源")
    findings: Words = Field(title="核查情况")


class Order(Inputs):
    """What is to be corrected, and until when (empty: at once)."""

    facts: Words = Field(title="发现的问题")
    violated: Cited = Field(title="违反的条款", description="例如：市容条例 14。")
    what: Annotated[str, StringConstraints(min_length=1, max_length=500)] = Field(title="改正要求")
    due_on: date | None = Field(title="改正期限", default=None, description="责令立即改正的，不填。")


class Result(Inputs):
    """The result of an inspection, as the enterprise is told."""

    result: Literal["clean", "to_correct", "violation"] = Field(
        title="检查结果",
        json_schema_extra={
            "labels": {
                "clean": "未发现违法行为",
                "to_correct": "责令改正，期满复查",
                "violation": "涉嫌违法，移交立案",
            }
        },
    )
    findings: Words = Field(title="检查情况和结论")
    advice: Note = Field(title="指导建议", default="")
    signed: Literal["signed", "refused", "absent"] = Field(
        title="检查对象签收", json_schema_extra={"labels": {**SIGNED, "signed": "已当场签收"}}
    )
    refusal: Note = Field(title="拒收或者不在场的说明", default="")


class Recheck(OnSite):
    """The second visit: whether what was ordered was done."""

    corrected: bool = Field(title="已经改正", default=False)
    findings: Words = Field(title="复查情况")
    signed: Literal["signed", "refused", "absent"] = Field(
        title="当事人签名", json_schema_extra={"labels": {**SIGNED}}
    )
    refusal: Note = Field(title="拒签或者不在场的说明", default="")
    media: list[File] = Field(title="照片、音像记录", default_factory=list, max_length=40)
