"""What is typed into records and evidence."""

from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints

from mingfa.bureau.doorway.inputs import File, Inputs, Line, Moment, Words
from mingfa.bureau.records.filming.values import Span, shown, span_of
from mingfa.bureau.records.values import CONTENT

# The eight kinds of 处罚法 46.
EVIDENCE_KINDS = {
    "documentary": "书证",
    "physical": "物证",
    "av": "视听资料",
    "electronic": "电子数据",
    "witness": "证人证言",
    "statement": "当事人的陈述",
    "appraisal": "鉴定意见",
    "scene": "勘验笔录、现场笔录",
}
SIGNED = {"signed": "已签名确认", "refused": "拒绝签名", "absent": "当事人不在场"}
# Recordings are handed in last, after the words.
LAST: dict[str, JsonValue] = {"last": True}
Short = Annotated[str, StringConstraints(max_length=120)]
Note = Annotated[str, StringConstraints(max_length=500)]


class AvRecording(Inputs):
    """One recording: its bytes, from when to when it runs, where and on what; whoever is seen was told."""

    file: File = Field(title="音像文件")
    started_at: Moment = Field(title="开始时间")
    ended_at: Moment = Field(title="结束时间")
    place: Short = Field(title="拍摄地点", default="")
    device: Short = Field(title="记录设备编号", default="")
    told: bool = Field(title="开始时已告知在场人员正在记录，并口述时间、地点和执法人员", default=False)
    resumed: Short = Field(
        title="中断后恢复的，中断原因", description="设备故障、天气、电量、存储、转换地点等。", default=""
    )

    @property
    def covers(self) -> tuple[Span, ...]:
        """What it really shows: as long as it was measured to run, without its breaks."""
        return shown(self.started_at, self.ended_at, self.file.measured)


class OnCamera(Inputs):
    """The recordings of a scene and what they show (law.md AV-06)."""

    recordings: list[AvRecording] = Field(
        title="音像记录（起止时间）", default_factory=list, max_length=40, json_schema_extra=LAST
    )
    content: list[Literal["scene", "people", "rights", "goods", "measures", "delivery"]] = Field(
        title="重点摄录内容", default_factory=list, json_schema_extra={"labels": {**CONTENT}, **LAST}
    )
    incident: bool = Field(
        title="现场发生阻碍执法、突发事件或者群体性事件", default=False, json_schema_extra=LAST
    )

    @property
    def span(self) -> Span | None:
        """From when to when the scene went on: where no hours are typed, as far as it was recorded."""
        return span_of(self.recordings)


class Filming(OnCamera):
    """What a body camera recorded, handed in after the scene."""

    recordings: list[AvRecording] = Field(title="音像记录（起止时间）", min_length=1, max_length=40)


class Inspection(OnCamera):
    """A record of an inspection on the spot."""

    started_at: Moment = Field(title="检查开始时间")
    ended_at: Moment = Field(title="检查结束时间")
    place: Line = Field(title="检查地点")
    officers: list[int] = Field(title="检查人员", min_length=1, json_schema_extra={"choices": "officers"})
    certificate_shown: bool = Field(title="已主动出示执法证件", default=False)
    rights_told: bool = Field(title="已告知检查事由、依据和权利义务", default=False)
    kit_checked: bool = Field(title="着装、佩戴统一标识，执法记录仪已开启", default=False)
    present: Note = Field(title="在场人（见证人）", default="")
    findings: Words = Field(title="现场情况")
    handling: Note = Field(title="证据提取和处理", default="")
    signed: Literal["signed", "refused", "absent"] = Field(
        title="当事人签名", json_schema_extra={"labels": {**SIGNED}}
    )
    refusal: Note = Field(title="拒签或者不在场的说明", default="")
    media: list[File] = Field(title="照片和其他音像文件", default_factory=list, max_length=40)

    @property
    def span(self) -> Span | None:
        return self.started_at, self.ended_at


class QuestionAnswer(Inputs):
    """One question and its answer."""

    q: Words = Field(title="问")
    a: Words = Field(title="答")


class Questioning(OnCamera):
    """A record of a questioning."""

    started_at: Moment = Field(title="询问开始时间")
    ended_at: Moment = Field(title="询问结束时间")
    place: Line = Field(title="询问地点")
    officers: list[int] = Field(title="询问人", min_length=1, json_schema_extra={"choices": "officers"})
    person: Line = Field(title="被询问人")
    relation: Line = Field(title="与本案关系")
    certificate_shown: bool = Field(title="已主动出示执法证件", default=False)
    rights_told: bool = Field(title="已告知权利义务并询问是否申请回避", default=False)
    identity_answer: Line = Field(title="对出示执法证件的回答", description="按被询问人的原话填写。")
    rights_answer: Line = Field(title="对权利义务和是否申请回避的回答", description="按被询问人的原话填写。")
    questions: list[QuestionAnswer] = Field(title="问答", min_length=1, max_length=80)
    signed: Literal["signed", "refused", "absent"] = Field(
        title="被询问人签名", json_schema_extra={"labels": {**SIGNED}}
    )
    refusal: Note = Field(title="拒签的说明", default="")
    media: list[File] = Field(title="音像记录", default_factory=list, max_length=40)

    @property
    def span(self) -> Span | None:
        return self.started_at, self.ended_at


class SampleTaken(Inputs):
    """One row of the list of samples."""

    name: Line = Field(title="名称")
    spec: Annotated[str, StringConstraints(max_length=120)] = Field(title="规格、批号", default="")
    quantity: Annotated[int, Field(ge=1, le=1_000_000)] = Field(title="数量")
    per: Annotated[str, StringConstraints(min_length=1, max_length=10)] = Field(title="单位", default="件")
    condition: Annotated[str, StringConstraints(max_length=120)] = Field(title="状态", default="")


class Sampling(OnCamera):
    """What was sampled, where, from whom, for which test."""

    sampled_at: Moment = Field(title="抽样时间")
    place: Line = Field(title="抽样地点")
    officers: list[int] = Field(title="抽样人员", min_length=1, json_schema_extra={"choices": "officers"})
    certificate_shown: bool = Field(title="已主动出示执法证件", default=False)
    rights_told: bool = Field(title="已告知抽样事由、依据和权利义务", default=False)
    holder: Line = Field(title="被抽样人")
    samples: list[SampleTaken] = Field(title="样品清单", min_length=1, max_length=50)
    purpose: Line = Field(title="检测项目和证明对象")
    sealing: Line = Field(title="封样和备份样品情况")
    sealed: bool = Field(title="已当场封样，当事人（见证人）在封签上签名", default=False)
    signed: Literal["signed", "refused", "absent"] = Field(
        title="被抽样人签名", json_schema_extra={"labels": {**SIGNED}}
    )
    refusal: Note = Field(title="拒签或者不在场的说明", default="")
    media: list[File] = Field(title="照片、音像记录", default_factory=list, max_length=40)

    @property
    def span(self) -> Span | None:
        return span_of(self.recordings, self.sampled_at)


class NewEvidence(Inputs):
    """A piece of evidence: of which kind, from when, and what it proves."""

    kind: Literal[
        "documentary", "physical", "av", "electronic", "witness", "statement", "appraisal", "scene"
    ] = Field(title="证据种类", json_schema_extra={"labels": {**EVIDENCE_KINDS}})
    name: Line = Field(title="证据名称")
    proves: Line = Field(title="证明对象")
    obtained_at: Moment = Field(title="取得时间")
    origin: Line = Field(title="来源（提供人、取得地点）")
    device: int | None = Field(
        title="电子技术监控设备",
        default=None,
        description="非现场执法的监控记录填写。",
        json_schema_extra={"choices": "devices"},
    )
    file: File | None = Field(title="文件", default=None)


class Exclusion(Inputs):
    """Why a piece of evidence cannot be used."""

    evidence: int = Field(title="证据", json_schema_extra={"choices": "evidence"})
    reason: Words = Field(title="排除理由")


class Loss(Inputs):
    """Which recording was damaged or lost, and how."""

    scene: int = Field(title="现场音像记录", json_schema_extra={"choices": "scenes"})
    number: Annotated[int, Field(ge=1, le=40)] = Field(title="第几段", default=1)
    words: Words = Field(title="损毁、丢失的经过和补救情况")
