"""What is typed into the acts of a case."""

from typing import Literal

from pydantic import Field

from mingfa.bureau.cases.filing.inputs import Note
from mingfa.bureau.catalogue.inputs import Cited
from mingfa.bureau.doorway.inputs import Inputs, Line, Words

COMPARED = {
    "old_lighter": "旧规定处罚较轻，适用旧规定",
    "same": "新旧规定处罚相同，适用旧规定",
    "new_lighter": "新规定处罚较轻，适用新规定",
    "not_unlawful": "新规定不认为是违法，不予处罚",
}


class LawComparison(Inputs):
    """Old and new law side by side; the old text is typed with its source, as it is kept no more."""

    old_text: Words = Field(title="旧规定的条款和内容", description="违法行为发生时有效的规定，照录原文。")
    old_source: Line = Field(title="旧规定的出处", description="例如：公布该规定的公报、国家法律法规数据库。")
    new: list[Cited] = Field(
        title="新规定的条款", default_factory=list, max_length=10, description="例如：生态环境法典 1107。"
    )
    new_text: Note = Field(title="新规定的内容", default="", description="系统收录了条文的，不填。")
    result: Literal["old_lighter", "same", "new_lighter", "not_unlawful"] = Field(
        title="比较结论", json_schema_extra={"labels": {**COMPARED}}
    )
    item: int | None = Field(title="适用新规定的事项", default=None, json_schema_extra={"choices": "items"})
    why: Words = Field(title="理由", description="从处罚种类、幅度和构成要件说明哪一个处罚较轻。")
