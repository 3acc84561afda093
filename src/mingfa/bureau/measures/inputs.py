"""What is typed into preservation and into compulsory measures (处罚法 56, 强制法 18-28)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints

from mingfa.bureau.doorway.inputs import Fen, File, Inputs, Line, Moment, Words
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.measures.values import CAUSES, CUSTODY, DISPOSALS, ENDS, GROUNDS, KINDS
from mingfa.bureau.records.inputs import SIGNED, OnCamera

Short = Annotated[str, StringConstraints(max_length=120)]
Note = Annotated[str, StringConstraints(max_length=1000)]
Quantity = Annotated[int, Field(ge=1, le=1_000_000)]
Days = Annotated[int, Field(ge=1, le=30)]
Numbers = list[Annotated[int, Field(ge=1, le=500)]]
Signed = Literal["signed", "refused", "absent"]
# Blank where the party is not there, and asked for by law all the same (强制法 18).
DUE: dict[str, JsonValue] = {"due": True}
ONCE: dict[str, JsonValue] = {"once": True}
RARE: dict[str, JsonValue] = {"rare": True}
# Rows of the list of the measure that was chosen, still held.
THINGS: dict[str, JsonValue] = {"choices": "held_things", "follows": "measure"}


class Thing(Inputs):
    """One row of a list."""

    name: Line = Field(title="名称")
    spec: Short = Field(title="规格、型号", default="")
    quantity: Quantity = Field(title="数量", json_schema_extra={"widget": "count"})
    per: Annotated[str, StringConstraints(min_length=1, max_length=10)] = Field(
        title="单位", default="件", json_schema_extra=DUE
    )
    condition: Short = Field(title="特征、新旧程度", default="")


class SeizedThing(Thing):
    """One row of the list of what is sealed up or seized, with what 强制法 23 asks of it."""

    relation: Short = Field(title="与本案的关系", default="", json_schema_extra=DUE)
    necessity: bool = Field(title="属于公民个人及其所扶养家属的生活必需品", default=False)
    sealed_already: bool = Field(title="已被其他国家机关依法查封", default=False)


class PreservationRequest(Inputs):
    """Why evidence must be registered and preserved."""

    things: Line = Field(title="拟先行登记保存的证据")
    reason: Words = Field(title="证据可能灭失或者以后难以取得的情形")


class PreservationWord(Inputs):
    """The head's word on what is to be preserved."""

    approval: int = Field(title="报请事项", json_schema_extra={"choices": "preservation_requests"})
    approved: bool = Field(title="是否批准")
    opinion: Words = Field(title="审批意见")


class Preserving(Inputs):
    """What was registered and preserved on the spot."""

    approval: int = Field(title="负责人批准", json_schema_extra={"choices": "preservation_approvals"})
    place: Line = Field(title="登记保存地点")
    officers: list[int] = Field(title="执法人员", min_length=1, json_schema_extra={"choices": "officers"})
    certificate_shown: bool = Field(title="已主动出示执法证件", default=False)
    things: list[Thing] = Field(title="清单", min_length=1, max_length=200)
    keeping: Literal["here", "away"] = Field(
        title="保存方式", json_schema_extra={"labels": {"here": "就地保存", "away": "异地保存"}}
    )
    kept_at: Short = Field(title="存放地点（异地保存的填写）", default="")
    keeper: Line = Field(title="保管人")
    handed_over: bool = Field(title="通知书和清单已当场交付当事人", default=False)
    witness: Short = Field(title="见证人（当事人不在场的）", default="")
    signed: Signed = Field(title="当事人签名", json_schema_extra={"labels": {**SIGNED}})
    refusal: Note = Field(title="拒签或者不在场的说明", default="")
    media: list[File] = Field(title="照片、音像记录", default_factory=list, max_length=40)
    party: Party | None = Field(title="当事人（立案前实施的填写）", default=None, json_schema_extra=ONCE)


class PreservationEnd(Inputs):
    """What becomes of the preserved evidence."""

    preservation: int = Field(title="先行登记保存", json_schema_extra={"choices": "preservations"})
    how: Literal["copied", "appraised", "measured", "transferred", "lifted"] = Field(
        title="处理决定", json_schema_extra={"labels": {**ENDS}}
    )
    reason: Words = Field(title="理由和依据")


class Why(Inputs):
    """Which measure, why, and on which law."""

    kind: Literal["seal", "seize"] = Field(title="措施", json_schema_extra={"labels": {**KINDS}})
    reason: Words = Field(title="理由")
    basis: list[Line] = Field(
        title="依据",
        min_length=1,
        max_length=6,
        description="规定可以采取该措施的法律、法规条文，例如（噪声设备）：生态环境法典 562。",
    )


class MeasureRequest(Why):
    """Why a compulsory measure is needed, on which law, against what."""

    things: Line = Field(title="拟查封、扣押的场所、设施或者财物")


class MeasureWord(PreservationWord):
    """The head's word on a measure."""

    approval: int = Field(title="报请事项", json_schema_extra={"choices": "measure_requests"})


class OnTheSpot(Inputs):
    """What was done on the spot, point by point with its time (强制法 18), and the list (强制法 24)."""

    place: Line = Field(title="实施地点")
    officers: list[int] = Field(title="执法人员", min_length=1, json_schema_extra={"choices": "officers"})
    started_at: Moment = Field(title="到场（开始）时间")
    shown_at: Moment | None = Field(title="出示执法身份证件的时间", default=None, json_schema_extra=DUE)
    notified_at: Moment | None = Field(title="通知当事人到场的时间", default=None, json_schema_extra=DUE)
    party_present: bool = Field(title="当事人到场", default=False)
    witness: Short = Field(title="见证人（当事人不到场的）", default="")
    told_at: Moment | None = Field(
        title="告知理由、依据、权利和救济途径的时间", default=None, json_schema_extra=DUE
    )
    heard_at: Moment | None = Field(title="听取陈述、申辩的时间", default=None, json_schema_extra=DUE)
    statement: Note = Field(title="当事人的陈述、申辩", default="")
    things: list[SeizedThing] = Field(title="查封（扣押）清单", min_length=1, max_length=200)
    days: Days = Field(title="期限（日）", default=30, json_schema_extra=DUE)
    kept_at: Line = Field(title="存放地点")
    keeper: Line = Field(title="保管人")
    handed_over_at: Moment | None = Field(
        title="当场交付决定书和清单的时间", default=None, json_schema_extra=DUE
    )
    party: Party | None = Field(title="当事人（立案前实施的填写）", default=None, json_schema_extra=ONCE)


class OnApproval(Inputs):
    """The approval on which a measure is taken (强制法 18 (1))."""

    approval: int = Field(title="负责人批准", json_schema_extra={"choices": "measure_approvals"})


class InEmergency(Inputs):
    """Why there was no time for an approval (强制法 19)."""

    emergency: Words = Field(
        title="情况紧急、来不及事先报批的情形", description="二十四小时内向负责人报告并补办批准。"
    )


class Seizing(OnTheSpot, OnApproval):
    """A measure on the head's approval, which says what, why and on which law."""


class SeizingAtOnce(OnTheSpot, Why, InEmergency):
    """A measure in an emergency."""


class Seized(OnTheSpot):
    """What was typed when a measure was taken, either way."""

    approval: int | None = None
    emergency: str = ""
    kind: str = ""
    reason: str = ""
    basis: tuple[str, ...] = ()


class Scene(Inputs):
    """What is written down on the spot."""

    measure: int = Field(title="查封（扣押）", json_schema_extra={"choices": "measures"})
    ended_at: Moment = Field(title="现场结束时间")
    findings: Words = Field(title="现场情况和措施实施经过")
    signed: Signed = Field(title="当事人签名", json_schema_extra={"labels": {**SIGNED}})
    refusal: Note = Field(title="拒签或者不在场的说明", default="")
    witness_signed: bool = Field(title="见证人已签名", default=False)


class SceneRecord(OnCamera, Scene):
    """The record made on the spot, and then the recordings that cover it."""


class Excuse(Inputs):
    """Why the recording is not whole, and the head's word."""

    measure: int = Field(title="查封（扣押）", json_schema_extra={"choices": "measures"})
    cause: Literal["fault", "battery", "storage", "weather", "lost"] = Field(
        title="原因", json_schema_extra={"labels": {**CAUSES}}
    )
    from_at: Moment = Field(title="没有记录的时段：开始")
    to_at: Moment = Field(title="没有记录的时段：结束")
    words: Words = Field(title="具体情况")
    opinion: Words = Field(title="审批意见")


class MakeUp(Inputs):
    """The head's word on a measure taken in an emergency."""

    measure: int = Field(title="查封（扣押）", json_schema_extra={"choices": "measures"})
    approved: bool = Field(title="是否批准", description="不批准的，应当立即解除。")
    opinion: Words = Field(title="审批意见")


class Testing(Inputs):
    """A test of what was seized: what, by whom, from when to when."""

    measure: int = Field(title="查封（扣押）", json_schema_extra={"choices": "measures"})
    what: Line = Field(title="检测、检验、检疫或者技术鉴定的物品和项目")
    by: Line = Field(title="承担机构")
    from_on: date = Field(title="开始日期")
    until_on: date = Field(title="结束日期")


class Extension(Inputs):
    """Why more time is needed."""

    measure: int = Field(title="查封（扣押）", json_schema_extra={"choices": "measures"})
    days: Days = Field(title="延长（日）", default=30)
    reason: Words = Field(title="延长的理由", description="写明案件情况复杂的具体情形。")


class CustodyEntry(Inputs):
    """What happened to the things while they are kept."""

    measure: int = Field(title="查封（扣押）", json_schema_extra={"choices": "measures"})
    kind: Literal["stored", "checked", "moved", "entrusted", "unsealed", "sold"] = Field(
        title="事项", description="查封的才可以委托第三人保管。", json_schema_extra={"labels": {**CUSTODY}}
    )
    words: Words = Field(title="情况")
    media: list[File] = Field(title="照片", default_factory=list, max_length=40)
    keeper: Short = Field(title="移库、委托保管：新的保管人", default="", json_schema_extra=RARE)
    kept_at: Short = Field(title="移库、委托保管：新的存放地点", default="", json_schema_extra=RARE)
    warned: bool = Field(
        title="委托保管：已书面告知受托人不得损毁或者擅自转移、处置", default=False, json_schema_extra=RARE
    )
    things: Numbers = Field(
        title="变卖：变卖的物品", default_factory=list, json_schema_extra={**THINGS, **RARE}
    )
    proceeds: Fen = Field(title="变卖：所得", default=0, json_schema_extra={"widget": "yuan", **RARE})
    worth: Fen = Field(title="变卖：当时的市场价格", default=0, json_schema_extra={"widget": "yuan", **RARE})


class ReleaseWord(Inputs):
    """What is released and why (强制法 28)."""

    measure: int = Field(title="查封（扣押）", json_schema_extra={"choices": "measures"})
    things: Numbers = Field(
        title="解除的财物", default_factory=list, description="不选的，全部解除。", json_schema_extra=THINGS
    )
    ground: Literal["no_violation", "unrelated", "decided", "expired", "other"] = Field(
        title="解除情形", json_schema_extra={"labels": {**GROUNDS}}
    )
    reason: Words = Field(title="理由")


class HandingBack(Inputs):
    """How what was released came back to the party."""

    release: int = Field(title="解除决定", json_schema_extra={"choices": "releases"})
    returned_at: Moment = Field(title="退还时间")
    where: Line = Field(title="退还地点")
    officers: list[int] = Field(title="执法人员", min_length=1, json_schema_extra={"choices": "officers"})
    receiver: Line = Field(title="领取人")
    signed: bool = Field(title="领取人已核对清单并签名", default=False)
    media: list[File] = Field(title="退还过程的照片、音像记录", default_factory=list, max_length=40)
    proceeds: Fen = Field(
        title="已经变卖的：退还变卖所得", default=0, json_schema_extra={"widget": "yuan", **RARE}
    )
    made_good: Fen = Field(
        title="变卖价格明显偏低的：补偿", default=0, json_schema_extra={"widget": "yuan", **RARE}
    )
    remark: Note = Field(title="备注", default="", json_schema_extra=RARE)


class Disposal(Inputs):
    """What becomes of seized things that do not go back."""

    measure: int = Field(title="查封（扣押）", json_schema_extra={"choices": "measures"})
    things: Numbers = Field(
        title="处理的财物", default_factory=list, description="不选的，全部处理。", json_schema_extra=THINGS
    )
    how: Literal["confiscated", "destroyed", "transferred"] = Field(
        title="处理方式", json_schema_extra={"labels": {**DISPOSALS}}
    )
    basis: Line = Field(title="依据")
    document: Line = Field(title="凭据", description="没收物品收据、销毁记录或者移送清单的编号。")
    words: Words = Field(title="处理情况")
    officers: list[int] = Field(
        title="监督销毁的执法人员（销毁的填写）",
        default_factory=list,
        json_schema_extra={"choices": "officers"},
    )
    media: list[File] = Field(title="销毁过程的照片、音像记录", default_factory=list, max_length=40)
