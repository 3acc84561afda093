"""What is said to open recordings, and to let somebody open them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Inputs, Label

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Digests = Annotated[list[Digest], Field(min_length=1, max_length=200)]
WAYS = {
    "handling": "承办本事项",
    "leading": "审批本事项",
    "review": "法制审核",
    "supervision": "执法监督",
    "archiving": "归档管理",
    "approved": "经批准",
    "providing": "向复议机关、人民法院提供",
}
KINDS = {"view": "观看", "copy": "复制、提供"}


Ground = Annotated[str, StringConstraints(max_length=500)]
Way = Literal["handling", "leading", "review", "supervision", "archiving", "approved", "providing"]


class RetrievalRequest(Inputs):
    """Which recordings of a matter are opened, in what way, upon what ground."""

    matter: int = Field(title="所属事项")
    items: Digests = Field(title="音像记录")
    way: Way = Field(title="调阅途径", json_schema_extra={"labels": dict(WAYS)})
    ground: Ground = Field(title="调阅事由", description="承办、审批、法制审核本事项的可以不填。", default="")
    kind: Literal["view", "copy"] = Field(
        title="调阅方式", default="view", json_schema_extra={"labels": dict(KINDS)}
    )


class Permission(Inputs):
    """Who may open which recordings of a matter, what for, and until when."""

    matter: int = Field(title="所属事项")
    person: int = Field(title="调阅人", json_schema_extra={"choices": "people"})
    items: Digests = Field(title="音像记录")
    kind: Literal["view", "copy"] = Field(
        title="调阅方式", default="view", json_schema_extra={"labels": dict(KINDS)}
    )
    until: date = Field(title="准许调阅至")
    ground: Annotated[Ground, StringConstraints(min_length=1)] = Field(title="调阅事由")
    request: Label = Field(title="申请文书或者来函", description="写明文号；口头申请的写明“口头申请”。")
