"""What is typed about inspection items (plan 1.2.b; 国办发〔2024〕54号)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.catalogue.inputs import Cited
from mingfa.bureau.doorway.inputs import Inputs, Label, Line, Name, Words

HOW = {"on_site": "现场检查", "off_site": "非现场检查", "either": "现场检查或者非现场检查"}


class NewInspectionItem(Inputs):
    """An inspection item with everything its guide must say."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=40)] = Field(title="事项编码")
    name: Label = Field(title="事项名称")
    field: Name = Field(title="领域")
    office: int = Field(title="实施机构", json_schema_extra={"choices": "units"})
    basis: list[Cited] = Field(
        title="检查依据",
        min_length=1,
        max_length=20,
        description="每行一条法律、法规、规章，例如：市容条例 5。",
    )
    subjects: Line = Field(title="检查对象")
    how: Literal["on_site", "off_site", "either"] = Field(
        title="检查方式", json_schema_extra={"labels": {**HOW}}
    )
    contents: list[Line] = Field(title="检查内容", min_length=1, max_length=40, description="每行一项。")
    yearly_cap: Annotated[int, Field(ge=1, le=366)] = Field(
        title="同一企业年度检查频次上限（次）",
        description="投诉举报、转办交办和专项检查除外。",
        json_schema_extra={"widget": "count"},
    )
    conditions: Words = Field(title="实施条件")
    time_limit: Label = Field(title="办理时限")
    valid_from: date = Field(title="生效日期")
