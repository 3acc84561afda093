"""The list of powers and duties: drafted, listed, ended (plan 1.2.a, 1.2.b, 1.2.d)."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from mingfa.bureau.catalogue import reads, rules
from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import Fen, Inputs, InvalidInputs, Label, Line, Name, Words
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.statutes import cite
from mingfa.bureau.people.models import Role, Unit


def _read(citation: str) -> str:
    """Refuse what is no place in the law that we keep."""
    try:
        cite(citation)
    except LookupError as unknown:
        raise ValueError(f"{unknown}。") from None
    return citation


Cited = Annotated[Line, AfterValidator(_read)]
PenaltyKind = Literal["warning", "criticism", "fine", "confiscate_gains", "confiscate_property"]


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


def _listing(look: Look[Any]) -> rules.Listing:
    """Gather what the gates of the list may see; what names nothing on record is an error of input."""
    office, pk = getattr(look.inputs, "office", None), getattr(look.inputs, "item", None)
    if office is not None and not Unit.objects.filter(pk=office).exists():
        raise InvalidInputs({"office": "没有这个机构，请从机构名单中选择。"})
    if pk is None:
        return rules.Listing(look, None, None, ())
    if (item := reads.item(pk)) is None:
        raise InvalidInputs({"item": "没有这个事项，请从事项清单中选择。"})
    others = tuple(v for v in reads.versions(item.code) if v.id != pk and v.listed is not None)
    return rules.Listing(look, item, reads.drafted_by(pk), others)


@act(
    "item.draft",
    "编制执法事项",
    who=[Role.UNIT_LEADER, Role.REVIEWER, Role.PUBLICITY],
    inputs=NewItem,
    see=_listing,
    gates=[rules.what_the_item_cites_is_in_force, rules.a_fine_has_discretion_steps],
)
def draft(door: Door, facts: rules.Listing, given: NewItem) -> None:
    """Draft an item with its basis, guide and discretion steps."""
    values = given.model_dump(mode="json", exclude={"office", "valid_from"})
    door.add(Item(**values, office_id=given.office, valid_from=given.valid_from, drafted_by=door.look.by.id))


@act(
    "item.list",
    "审定并列入权责清单",
    who=[Role.REVIEW_HEAD, Role.HEAD],
    inputs=ItemToList,
    see=_listing,
    gates=[
        rules.the_item_is_not_listed_by_its_drafter,
        rules.the_item_is_still_a_draft,
        rules.one_version_is_in_force_at_a_time,
    ],
)
def list_item(door: Door, facts: rules.Listing, given: ItemToList) -> None:
    """List a drafted item: from now on cases may use it and the public sees it."""
    row = Item.objects.get(pk=given.item)
    row.listed = door.index
    door.save(row)


@act(
    "item.end",
    "调整执法事项",
    who=[Role.REVIEW_HEAD, Role.HEAD],
    inputs=ItemToEnd,
    see=_listing,
    gates=[rules.the_item_is_listed_and_runs, rules.the_item_ends_after_it_begins],
)
def end(door: Door, facts: rules.Listing, given: ItemToEnd) -> None:
    """End an item on a day, because a law or a duty changed."""
    row = Item.objects.get(pk=given.item)
    row.valid_to = given.valid_to
    door.save(row)
