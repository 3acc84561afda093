"""What was found of a recording, as entries carry it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Milliseconds = Annotated[int, Field(ge=0, le=1_000_000_000)]
Words = Annotated[str, StringConstraints(max_length=120)]


class Break(BaseModel):
    """A stretch of a recording without pictures, in milliseconds from its begin."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: Milliseconds = Field(title="中断开始（毫秒）")
    end: Milliseconds = Field(title="中断结束（毫秒）")


class Found(BaseModel):
    """What a tool found of a recording; `trouble` is what is wrong with it, for a person."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    milliseconds: Milliseconds | None = Field(title="实测时长（毫秒）", default=None)
    picture: Words = Field(title="画面编码", default="")
    sound: Words = Field(title="声音编码", default="")
    breaks: list[Break] = Field(title="画面中断", default_factory=list, max_length=1000)
    trouble: Words = Field(title="存在的问题", default="")

    @property
    def plays(self) -> bool:
        """Whether there is anything to see or to hear, of a length that is known."""
        return bool(self.picture or self.sound) and bool(self.milliseconds)


class Measured(Found):
    """What stands on record of a recording, in which entry: written in by the desk, whatever was sent."""

    entry: int = Field(title="检验记录")
