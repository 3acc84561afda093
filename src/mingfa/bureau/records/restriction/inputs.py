"""What is typed to restrict who may see a matter, or to lift that."""

from typing import Literal

from pydantic import Field

from mingfa.bureau.doorway.inputs import Inputs, Words

GROUNDS = {
    "state_secret": "国家秘密",
    "trade_secret": "商业秘密",
    "privacy": "个人隐私",
    "minor": "涉及未成年人",
    "lifted": "原因已经消除，解除限制",
}


class Restriction(Inputs):
    """Why a matter is for few eyes only, or no longer."""

    ground: Literal["state_secret", "trade_secret", "privacy", "minor", "lifted"] = Field(
        title="事由", json_schema_extra={"labels": dict(GROUNDS)}
    )
    words: Words = Field(title="说明", description="涉及的材料、范围；解除限制的，写明原因如何消除。")
