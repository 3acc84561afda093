"""What is typed into a service (民事诉讼法 87-95, 行政处罚法 61); the day of effect is computed."""

from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import File, Inputs, Line, Moment
from mingfa.bureau.service.values import METHODS, RELATIONS

Method = Literal["personal", "leave", "mail", "electronic", "forwarded", "public_notice"]
Relation = Literal[
    "self", "family", "representative", "mail_officer", "agent", "designated", "army", "prison", "correction"
]
# What is handed over where it is made is served by the act that makes it (`handing_over`).
LABELS = {method: METHODS[method] for method in get_args(Method)}
Short = Annotated[str, StringConstraints(max_length=120)]
Note = Annotated[str, StringConstraints(max_length=1000)]


def _of(*ways: Method, **more: Any) -> dict[str, Any]:
    """Say that a question belongs to these ways of service alone."""
    return {"follows": "method", "when": [*ways], **more}


class Attempt(Inputs):
    """An earlier attempt that failed."""

    on: date = Field(title="日期")
    method: Method = Field(title="方式", json_schema_extra={"labels": {**LABELS}})
    result: Line = Field(title="结果")


class Delivery(Inputs):
    """How a paper reached the party, or how the law says it did."""

    paper: int = Field(title="送达文书", json_schema_extra={"choices": "outward_papers"})
    method: Method = Field(title="送达方式", json_schema_extra={"labels": {**LABELS}})
    place: Line = Field(
        title="送达地点", description="电子送达的，填受送达人确认的特定系统；公告送达的，填公告场所。"
    )
    servers: list[int] = Field(
        title="送达人", min_length=1, max_length=6, json_schema_extra={"choices": "officers"}
    )
    received_by: Short = Field(
        title="收件人",
        default="",
        description="留置送达的，填拒收人。",
        json_schema_extra=_of("personal", "leave", "mail", "forwarded"),
    )
    relation: Relation | None = Field(
        title="收件人与受送达人的关系",
        default=None,
        json_schema_extra=_of("personal", "leave", "mail", "forwarded", labels={**RELATIONS}),
    )
    signed: bool = Field(
        title="收件人已在送达回证上签名或者盖章",
        default=False,
        json_schema_extra=_of("personal", "mail", "forwarded"),
    )
    refusal: Note = Field(title="拒收事由", default="", json_schema_extra=_of("leave"))
    witness: Short = Field(
        title="见证人",
        default="",
        description="有关基层组织或者所在单位的代表：姓名、单位、职务。",
        json_schema_extra=_of("leave"),
    )
    media: list[File] = Field(title="送达过程的照片、音像记录", default_factory=list, max_length=40)
    mail_no: Short = Field(title="邮寄单号", default="", json_schema_extra=_of("mail"))
    received_on: date | None = Field(
        title="收件日期",
        default=None,
        description="邮寄的，填回执上注明的日期；转交的，填受送达人签收日期。",
        json_schema_extra=_of("mail", "forwarded"),
    )
    confirmation: File | None = Field(
        title="电子送达确认书",
        default=None,
        description="已有送达地址确认书的，不必再传。",
        json_schema_extra=_of("electronic"),
    )
    arrived_at: Moment | None = Field(
        title="到达特定系统的时间", default=None, json_schema_extra=_of("electronic")
    )
    published_on: date | None = Field(
        title="发出公告日期", default=None, json_schema_extra=_of("public_notice")
    )
    reason: Note = Field(
        title="公告送达的原因",
        default="",
        description="已发出送达公告的，不必再填。",
        json_schema_extra=_of("public_notice"),
    )
    attempts: list[Attempt] = Field(
        title="此前的送达经过",
        default_factory=list,
        max_length=20,
        json_schema_extra=_of("leave", "mail", "public_notice"),
    )
