"""What is typed into remedies: what was received from whom and when, and what came of it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic.config import JsonDict

from mingfa.bureau.doorway.inputs import Fen, File, Inputs, Line, Words
from mingfa.bureau.remedies.values import CHANGING, GROUNDS, KINDS, OUTCOMES, STAYS

Short = Annotated[str, StringConstraints(max_length=200)]
Body = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Ground = Literal[
    "evidence",
    "law",
    "procedure",
    "powers",
    "abuse",
    "improper",
    "slight_flaw",
    "great_harm",
    "nothing_to_revoke",
    "changed_since",
    "grave",
]
CHALLENGED: JsonDict = {"choices": "challenged"}
OPEN: JsonDict = {"choices": "open_remedies"}


class HandIn(Inputs):
    """An application for reconsideration that was handed in at the bureau (复议法 32)."""

    decision: int = Field(title="对哪一行为不服", json_schema_extra=CHALLENGED)
    applicant: Line = Field(title="申请人")
    received_on: date = Field(title="收到申请日期")
    request: Words = Field(title="复议请求和主要理由")
    application: File | None = Field(title="复议申请书", default=None)


class Forwarding(Inputs):
    """That the application is handed on, because the decision is to be upheld."""

    application: int = Field(title="复议申请", json_schema_extra={"choices": "handed_in"})
    body: Body = Field(title="复议机关")
    opinion: Words = Field(title="维持原决定的意见")


class Acceptance(Inputs):
    """The notice that a reconsideration or a suit was taken up, with the copy of the application."""

    kind: Literal["reconsideration", "litigation"] = Field(
        title="种类", json_schema_extra={"labels": {**KINDS}}
    )
    decision: int = Field(title="被申请、被诉的行为", json_schema_extra=CHALLENGED)
    body: Body = Field(title="复议机关、人民法院")
    document: Line = Field(
        title="通知书文号", description="行政复议答复通知书、行政诉讼应诉通知书的文号、案号。"
    )
    applicant: Line = Field(title="申请人、原告")
    applied_on: date = Field(
        title="申请、起诉日期", description="加处罚款自此日起不予计算；见申请书、起诉状。"
    )
    received_on: date = Field(
        title="收到副本日期", description="收到申请书、起诉状副本之日，答复、答辩期限自次日起算。"
    )
    simplified: bool = Field(title="复议适用简易程序（五个工作日内答复）", default=False)
    request: Words = Field(title="请求和主要理由")
    file: File | None = Field(title="通知书和副本", default=None)


class Listed(Inputs):
    """One piece of evidence, and what it proves."""

    evidence: int = Field(title="证据", json_schema_extra={"choices": "evidence"})
    proves: Line = Field(title="证明内容")


class ListedPaper(Inputs):
    """One paper of the matter, and what it proves."""

    paper: int = Field(title="文书", json_schema_extra={"choices": "papers_before"})
    proves: Line = Field(title="证明内容")


class EvidenceList(Inputs):
    """What is handed to the reconsideration body or the court, and what is answered."""

    remedy: int = Field(title="复议、诉讼", json_schema_extra=OPEN)
    evidence: list[Listed] = Field(title="证据", default=[], max_length=200)
    papers: list[ListedPaper] = Field(
        title="作为证据的文书",
        default=[],
        max_length=200,
        description="当场处罚、许可、强制执行没有逐件登记证据的，列出作出决定以前制作的文书。",
    )
    reply: Words = Field(
        title="答复（答辩）意见", description="逐条回应申请人的请求和理由：事实、依据、程序、裁量。"
    )


class Answer(Inputs):
    """The head's word on the answer that was drafted with the list of evidence."""

    remedy: int = Field(title="复议、诉讼", json_schema_extra=OPEN)
    agents: Short = Field(title="委托代理人", default="")
    opinion: Words = Field(title="审批意见")


class Addition(Inputs):
    """Evidence added with leave, because the applicant brought what was not brought before."""

    remedy: int = Field(title="复议、诉讼", json_schema_extra=OPEN)
    name: Line = Field(title="证据名称")
    proves: Line = Field(title="证明内容")
    consent: Short = Field(title="准许补充的文书", default="", description="复议机构、人民法院的文号。")
    file: File = Field(title="证据文件")


class Stopping(Inputs):
    """That enforcement is stopped, and who says so."""

    remedy: int = Field(title="复议、诉讼", json_schema_extra=OPEN)
    ground: Literal["self", "body", "law"] = Field(title="情形", json_schema_extra={"labels": {**STAYS}})
    document: Short = Field(title="停止执行的文书", default="", description="停止执行通知书、裁定书的文号。")
    since: date = Field(title="停止执行日期")
    reason: Words = Field(title="理由")


class Resumption(Inputs):
    """That enforcement goes on although the remedy is still open."""

    remedy: int = Field(title="复议、诉讼", json_schema_extra=OPEN)
    document: Short = Field(title="恢复执行的文书", default="")
    until: date = Field(title="恢复执行日期")
    reason: Words = Field(title="理由")


IF_CHANGED: JsonDict = {"widget": "yuan", "follows": "outcome", "when": [*sorted(CHANGING)]}


class Result(Inputs):
    """How a reconsideration or a suit ended, once that has effect."""

    remedy: int = Field(title="复议、诉讼", json_schema_extra=OPEN)
    outcome: Literal[
        "upheld",
        "dismissed",
        "withdrawn",
        "settled",
        "changed",
        "partly",
        "revoked",
        "redo",
        "unlawful",
        "void",
    ] = Field(title="结果", json_schema_extra={"labels": {**OUTCOMES}})
    ruling: Short = Field(title="决定书、裁判文书、调解书文号", default="")
    ended_on: date = Field(
        title="生效（终结）日期",
        description="复议决定送达之日；一审裁判上诉的，待二审裁判生效后登记。此日以前不计加处罚款。",
    )
    grounds: list[Ground] = Field(
        title="被变更、撤销、确认违法或者无效的事由",
        default_factory=list,
        json_schema_extra={"labels": {**GROUNDS}},
    )
    fine: Fen | None = Field(
        title="变更后应当缴纳的罚款",
        default=None,
        description="原决定罚款的，按复议决定、裁判填写；不再罚款的填0。此后按此数额收缴、加处罚款和执行。",
        json_schema_extra=IF_CHANGED,
    )
    words: Words = Field(title="决定、裁判的主要内容")
    file: File | None = Field(title="决定书、裁判文书", default=None)


class OpinionReceived(Inputs):
    """A written opinion of the reconsideration body (复议法 76)."""

    decision: int = Field(title="所涉行为", json_schema_extra=CHALLENGED)
    document: Line = Field(title="行政复议意见书文号")
    body: Body = Field(title="复议机关")
    received_on: date = Field(title="收到日期")
    words: Words = Field(title="意见书的主要内容")
    file: File | None = Field(title="意见书", default=None)


class Report(Inputs):
    """What was corrected because of the opinion."""

    received: int = Field(title="行政复议意见书", json_schema_extra={"choices": "open_opinions"})
    done: Words = Field(title="纠正违法或者不当行为的情况")
