"""What is typed into the list of powers and duties."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from mingfa.bureau.doorway.inputs import Fen, Inputs, Label, Line, Name, Words
from mingfa.bureau.law.penalty.kinds import PenaltyKind
from mingfa.bureau.law.texts.statutes import cite


def _read(citation: str) -> str:
    """Refuse what is no place in the law that we keep."""
    try:
        cite(citation)
    except LookupError as unknown:
        raise ValueError(f"{unknown}。") from None
    return citation


Cited = Annotated[Line, AfterValidator(_read)]


class DiscretionStep(Inputs):
    """One step of the discretion benchmark; amounts in 分."""

    name: Line = Field(title="档次")
    when: Words = Field(title="适用情形")
    kind: Literal["none", "warning", "fine"] = Field(title="处理")
    low: Fen = Field(title="下限", default=0)
    high: Fen = Field(title="上限", default=0)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            raise ValueError("下限不得高于上限。")
        return self


class LocalFine(Inputs):
    """The fine that local law sets where the law itself names no amount; amounts in 分."""

    article: Cited = Field(title="处罚依据")
    set_by: Line = Field(title="确定幅度的规定", description="地方性法规、规章的名称和条款。")
    low: Fen = Field(title="下限", default=0)
    high: Fen = Field(title="上限")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high or not self.high:
            raise ValueError("上限应当大于零，下限不得高于上限。")
        return self


class NewItem(Inputs):
    """An item with everything its guide must say."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=40)] = Field(title="事项编码")
    matter_code: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] = Field(title="事件代码")
    name: Label = Field(title="事项名称")
    field: Name = Field(title="领域")
    office: int = Field(title="受理（承办）机构")
    breaks: list[Cited] = Field(title="违反条款", min_length=1)
    penalises: list[Cited] = Field(title="处罚依据", min_length=1)
    kinds: list[PenaltyKind] = Field(title="处罚种类", min_length=1)
    steps: list[DiscretionStep] = Field(title="裁量基准", min_length=1)
    bounds: list[LocalFine] = Field(
        title="地方规定的罚款幅度",
        default_factory=list,
        description="法律、行政法规只写“罚款”而没有金额的，填写地方规定确定的幅度；系统没有收录其金额的，填写条文的幅度。",
        max_length=20,
    )
    conditions: Words = Field(title="受理条件")
    time_limit: Label = Field(title="办理时限")
    correction: Line = Field(title="责令改正要求")
    valid_from: date = Field(title="生效日期")


class ItemToList(Inputs):
    """The draft to be listed."""

    item: int = Field(title="事项")


class ItemToEnd(Inputs):
    """The item to be ended, and why."""

    item: int = Field(title="事项")
    valid_to: date = Field(title="失效日期")
    reason: Line = Field(title="调整原因")
