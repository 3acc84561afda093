"""What is typed about permits: everything their guide must say (plan 1.2.c; 行政许可法 30)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.catalogue.inputs import Cited
from mingfa.bureau.catalogue.permit_items.values import KINDS
from mingfa.bureau.doorway.inputs import Inputs, Label, Name

Text = Annotated[str, StringConstraints(max_length=5000)]


Short = Annotated[str, StringConstraints(max_length=200)]


class MaterialLine(Inputs):
    """One material of the full list."""

    name: Label = Field(title="材料名称")
    form: Short = Field(title="形式和份数", default="", description="例如：原件1份；复印件1份，核对原件。")
    sample: Text = Field(title="示范文本", default="")
    required: bool = Field(title="必须提交", default=True)


class NewPermitItem(Inputs):
    """A permit with everything its guide must say; blanks are refused together, with the list of them."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=40)] = Field(title="事项编码")
    name: Label = Field(title="许可事项名称")
    field: Name = Field(title="领域")
    office: int = Field(title="受理（承办）机构", json_schema_extra={"choices": "units"})
    kind: Literal["ordinary", "franchise", "recognition", "approval", "registration", "other"] = Field(
        title="许可类别", default="ordinary", json_schema_extra={"labels": dict(KINDS)}
    )
    basis: list[Cited] = Field(
        title="设定和实施依据", default_factory=list, description="每行一条，例如：市容条例 14。"
    )
    conditions: Text = Field(title="许可条件", default="")
    quantity: Short = Field(title="数量", default="", description="没有数量限制的，写明“无数量限制”。")
    limited: bool = Field(title="有数量限制", default=False)
    procedure: Text = Field(title="办理程序", default="")
    days: Annotated[int, Field(ge=1, le=60)] = Field(
        title="承诺办结时限（工作日）", default=20, json_schema_extra={"widget": "count"}
    )
    joint: bool = Field(title="统一、联合或者集中办理", default=False)
    materials: list[MaterialLine] = Field(title="申请材料目录", default_factory=list, max_length=40)
    sample_form: Text = Field(title="申请书示范文本", default="")
    fee: Short = Field(title="收费项目和标准", default="", description="不收费的留空。")
    fee_basis: list[Cited] = Field(title="收费依据", default_factory=list)
    licence: Short = Field(title="许可证件名称", default="")
    valid_days: Annotated[int, Field(ge=0, le=36500)] = Field(
        title="许可证件有效期（日）",
        default=0,
        description="长期有效的填0。",
        json_schema_extra={"widget": "count"},
    )
    on_site: bool = Field(title="需要实地核查", default=False)
    heard: bool = Field(title="法律、法规、规章规定应当听证", default=False)
    safety: bool = Field(title="直接关系公共安全、人身健康、生命财产安全", default=False)
    valid_from: date = Field(title="生效日期")
