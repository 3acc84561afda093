"""Drafting a permit with everything its guide must say (plan 1.2.c; 行政许可法 30); `item.list` lists it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.catalogue.gather import the_listing
from mingfa.bureau.catalogue.inputs import Cited
from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.catalogue.permit_items import rules
from mingfa.bureau.catalogue.permit_items.values import KINDS
from mingfa.bureau.catalogue.rules import Listing
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import Inputs, Label, Name
from mingfa.bureau.people.models import Role

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


@act(
    "item.draft_permit",
    "编制行政许可事项",
    who=[Role.UNIT_LEADER, Role.REVIEWER, Role.PUBLICITY],
    inputs=NewPermitItem,
    see=the_listing,
    gates=[
        rules.the_guide_says_everything,
        rules.a_law_or_regulation_set_the_permit_up,
        rules.the_basis_of_the_permit_is_in_force,
        rules.it_is_decided_within_twenty_days,
        rules.a_joint_permit_is_decided_within_forty_five_days,
        rules.it_costs_nothing_unless_the_law_says_so,
    ],
)
def draft_permit(door: Door, facts: Listing, given: NewPermitItem) -> None:
    """Draft a permit with its basis and its guide."""
    own = {"code", "name", "field", "office", "basis", "conditions", "valid_from"}
    door.add(
        Item(
            category="permit",
            matter_code="",
            office_id=given.office,
            penalises=list(given.basis),
            breaks=[],
            kinds=[],
            steps=[],
            time_limit=f"自受理之日起{given.days}个工作日",
            guide=given.model_dump(mode="json", exclude=own),
            drafted_by=door.look.by.id,
            **given.model_dump(include={"code", "name", "field", "conditions", "valid_from"}),
        )
    )
