"""What is typed into the acts of disclosure. The content itself comes from the record and is never typed."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.disclosure.values import EXEMPTIONS
from mingfa.bureau.doorway.inputs import Inputs, Words
from mingfa.feed.operations import WITHDRAWAL_REASONS

Note = Annotated[str, StringConstraints(max_length=500)]
Why = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Exemption = Literal["state_secret", "trade_secret", "privacy", "minor", "security", "forbidden"]
Ground = Literal["revoked", "changed", "unlawful", "void", "redo", "expired", "error"]


class Removal(Inputs):
    """Words to be taken out beyond what the system knows: a trade secret, somebody not on file."""

    words: Annotated[str, StringConstraints(min_length=2, max_length=200)] = Field(
        title="隐去的文字", description="按决定书原文填写。"
    )
    label: Annotated[str, StringConstraints(min_length=2, max_length=30)] = Field(
        title="隐去内容的名称", description="公示时代替原文，例如“商业秘密”“证人姓名”。"
    )


class Content(Inputs):
    """What one may choose about a content: the full text or the summary, and what else is taken out."""

    full_text: bool = Field(title="公示决定书全文", default=False)
    removals: list[Removal] = Field(title="另需隐去的内容", default_factory=list, max_length=60)


class Subject(Inputs):
    """The decision to be published, and why a person's may be."""

    decision: int = Field(title="行政执法决定", json_schema_extra={"choices": "decisions_to_publish"})
    public_interest: Note = Field(
        title="公开自然人执法信息的理由",
        default="",
        description="当事人是自然人、个体工商户的必须填写：具有何种社会影响、涉及何种公共利益。",
    )
    consent: Note = Field(
        title="申请人同意公开或者异议期已满的情况",
        default="",
        description="许可申请人声明含有商业秘密的必须填写：何时征求意见、申请人是否同意、异议如何处理。",
    )


class Collection(Content, Subject):
    """What is collected; a form asks for the decision first, for `Subject` is the further base."""


class HandOver(Inputs):
    """The unit's word that the collected content is true and complete."""

    publication: int = Field(title="公示", json_schema_extra={"choices": "publications"})
    opinion: Why = Field(title="承办机构意见")


class Examination(Inputs):
    """The internal review before publication (政府信息公开条例 17)."""

    publication: int = Field(title="公示", json_schema_extra={"choices": "publications"})
    passed: bool = Field(title="同意公示")
    opinion: Why = Field(title="审核意见")


class Release(Inputs):
    """A reviewed content goes public."""

    publication: int = Field(title="公示", json_schema_extra={"choices": "publications"})


class Revision(Content):
    """A correction of what is public, made again from the record."""

    publication: int = Field(title="公示", json_schema_extra={"choices": "publications"})
    reason: Why = Field(title="更正理由", description="向社会公开。")


class Withdrawal(Inputs):
    """Why a content is taken down; the words are public."""

    publication: int = Field(title="公示", json_schema_extra={"choices": "publications"})
    code: Ground = Field(title="撤下理由", json_schema_extra={"labels": {**WITHDRAWAL_REASONS}})
    words: Why = Field(title="理由说明", description="向社会公开。")


class Exempting(Inputs):
    """Why a decision is lawfully not published."""

    decision: int = Field(title="行政执法决定", json_schema_extra={"choices": "decisions_to_publish"})
    reason: Exemption = Field(title="不予公开的情形", json_schema_extra={"labels": {**EXEMPTIONS}})
    words: Words = Field(title="审查意见")


class ItemToShow(Inputs):
    """The item of the list to be shown; `reason` where it takes the place of an earlier page."""

    item: int = Field(title="执法事项", json_schema_extra={"choices": "items"})
    reason: Note = Field(title="更新理由", default="")


class AgencyToShow(Inputs):
    """The agency's page; `reason` where it takes the place of an earlier one."""

    reason: Note = Field(title="更新理由", default="")


class RecordHead(Inputs):
    """The newest signed head of the record log: a signed note of C2SP."""

    head: Annotated[str, StringConstraints(pattern=r"^\S+\n\d+\n\S+\n\n— ", strip_whitespace=False)] = Field(
        title="执法记录签名检查点", max_length=4000
    )
