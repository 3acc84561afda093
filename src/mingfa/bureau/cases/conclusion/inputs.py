"""What is typed into the acts of a case."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints
from pydantic.config import JsonDict

from mingfa.bureau.cases.filing.inputs import Kind, Mitigation, Note, Outcome
from mingfa.bureau.cases.penalties.inputs import Measure, Thing
from mingfa.bureau.doorway.inputs import Fen, Inputs, Line, Words
from mingfa.bureau.law.penalty.kinds import KINDS

OUTCOMES = {
    "penalty": "给予行政处罚",
    "no_penalty_minor": "违法行为轻微，不予处罚",
    "no_penalty_unproven": "违法事实不能成立，不予处罚",
    "transfer": "涉嫌犯罪，移送司法机关",
}
MITIGATION = {
    "removed_harm": "主动消除或者减轻违法行为危害后果",
    "coerced": "受他人胁迫或者诱骗实施违法行为",
    "confessed": "主动供述行政机关尚未掌握的违法行为",
    "helped": "配合行政机关查处违法行为有立功表现",
    "under_18": "已满十四周岁不满十八周岁",
    "first_minor": "初次违法且危害后果轻微并及时改正",
}


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
    base: Fen = Field(
        title="计罚基数",
        default=0,
        description="罚款按工程造价、合同价款等的比例或者倍数计算的，填写基数及其依据。",
        json_schema_extra=_if("penalty", widget="yuan", rare=True),
    )
    base_words: Note = Field(title="计罚基数的依据", default="", json_schema_extra=_if("penalty", rare=True))
    days: Annotated[int, Field(ge=0, le=3650)] = Field(
        title="按日连续处罚的天数", default=0, json_schema_extra=_if("penalty", rare=True)
    )
    second: bool = Field(
        title="适用条文的第二档幅度（拒不改正、造成严重后果等）",
        default=False,
        json_schema_extra=_if("penalty", rare=True),
    )
    gains: Fen = Field(title="违法所得", default=0, json_schema_extra=_if("penalty", widget="yuan"))
    gains_words: Note = Field(
        title="违法所得的计算",
        default="",
        description="没收违法所得的必须填写：收入、期间、依据和计算过程。",
        json_schema_extra=_if("penalty", rare=True),
    )
    returned: Fen = Field(
        title="依法退赔", default=0, json_schema_extra=_if("penalty", widget="yuan", rare=True)
    )
    returned_words: Note = Field(
        title="退赔的对象和依据", default="", json_schema_extra=_if("penalty", rare=True)
    )
    things: list[Thing] = Field(
        title="没收的财物清单",
        default_factory=list,
        max_length=200,
        json_schema_extra=_if("penalty", rare=True),
    )
    measures: list[Measure] = Field(
        title="许可证件、资质、经营、从业处罚的内容",
        default_factory=list,
        max_length=7,
        json_schema_extra=_if("penalty", rare=True),
    )
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
