"""The entries of the disclosure log: publish, replace, withdraw, anchor, restore (plan 1.4.d, 1.4.e; 处罚法
48).

An entry's bytes are the record: they are made once, stored, and parsed, never made again to compare.
No entry holds content: only a random reference, a coarse kind, dates and salted commitments.
"""

import json
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, model_validator
from pydantic.dataclasses import dataclass

from mingfa.feed.value import KINDS

STRICT = ConfigDict(extra="forbid", strict=True)
Hex = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Commitment = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Count = Annotated[int, Field(ge=0)]
Kind = Literal["penalty", "permit", "coercion", "inspection", "levy", "item", "agency"]
WITHDRAWAL_REASONS = {
    "revoked": "决定被依法撤销",
    "changed": "决定被依法变更",
    "unlawful": "决定被确认违法",
    "void": "决定被确认无效",
    "redo": "被要求重新作出",
    "expired": "公示期限届满",
    "error": "公示信息有误",
}


@dataclass(frozen=True, config=STRICT)
class Reason:
    code: Annotated[str, Field(min_length=1, max_length=40)]
    text: Annotated[str, Field(min_length=1, max_length=500)]


@dataclass(frozen=True, config=STRICT)
class Stays:
    """What remains public of a withdrawn notice: its number, its dates, its category."""

    number: str
    decided_on: Day
    published_on: Day
    category: str


@dataclass(frozen=True, config=STRICT)
class Publish:
    """A content goes public, or takes the place of the one before it under the same reference."""

    op: Literal["publish", "replace"]
    ref: Hex
    kind: Kind
    items: dict[str, Commitment]
    """Name of the item ("notice", "text") to its commitment in hex."""
    record: Count
    """Index of the act in the private record log."""
    due: Day | None
    at: Moment
    reason: Reason | None = None
    v: Literal[1] = 1

    @model_validator(mode="after")
    def _a_replacement_gives_its_reason(self) -> "Publish":
        if (self.op == "replace") != (self.reason is not None):
            raise ValueError("更正（replace）应当写明理由，首次公示（publish）没有理由")
        if "notice" not in self.items or not set(self.items) <= {"notice", "text"}:
            raise ValueError("公示内容只能是 notice 和 text，且必须有 notice")
        return self


@dataclass(frozen=True, config=STRICT)
class Withdraw:
    """A content is taken down; its reference, number, dates and the reason stay."""

    ref: Hex
    reason: Reason
    stays: Stays
    at: Moment
    op: Literal["withdraw"] = "withdraw"
    v: Literal[1] = 1

    @model_validator(mode="after")
    def _the_reason_is_one_of_the_law(self) -> "Withdraw":
        if self.reason.code not in WITHDRAWAL_REASONS:
            raise ValueError(f"撤下理由代码应为 {'、'.join(WITHDRAWAL_REASONS)} 之一")
        return self


@dataclass(frozen=True, config=STRICT)
class Counts:
    """Of one kind, since the beginning: decided, published, withdrawn, lawfully not published."""

    decided: Count
    published: Count
    withdrawn: Count
    exempt: Count


@dataclass(frozen=True, config=STRICT)
class Anchor:
    """The private record's signed head and its counts: who guards the public log guards the record too."""

    head: str
    counts: dict[str, Counts]
    at: Moment
    op: Literal["anchor"] = "anchor"
    v: Literal[1] = 1

    @model_validator(mode="after")
    def _kinds_are_known(self) -> "Anchor":
        if not set(self.counts) <= set(KINDS):
            raise ValueError("计数的类别未知")
        return self


Log = Literal["record", "disclosure"]


@dataclass(frozen=True, config=STRICT)
class Renamed:
    """A log goes on as `now`: `was` is its key before, `known` the largest head under that."""

    was: str
    known: Count
    now: Annotated[str, Field(min_length=1, max_length=300)]


@dataclass(frozen=True, config=STRICT)
class Restore:
    """The bureau came out of a backup: entries from..to of a log stand here without their contents."""

    lost: dict[Log, Annotated[list[Count], Field(min_length=2, max_length=2)]]
    renamed: dict[Log, Renamed]
    text: Annotated[str, Field(min_length=1, max_length=500)]
    at: Moment
    op: Literal["restore"] = "restore"
    v: Literal[1] = 1


Operation = Publish | Withdraw | Anchor | Restore
_ADAPTERS: dict[str, TypeAdapter[Operation]] = {
    "publish": TypeAdapter(Publish),
    "replace": TypeAdapter(Publish),
    "withdraw": TypeAdapter(Withdraw),
    "anchor": TypeAdapter(Anchor),
    "restore": TypeAdapter(Restore),
}


class UnknownOperation(ValueError):
    """An entry that this version cannot read; nothing after it may be shown as if it were not there."""


def from_entry(entry: bytes) -> Operation:
    """Raises UnknownOperation for any entry that is not exactly one of the five operations."""
    try:
        adapter = _ADAPTERS[json.loads(entry)["op"]]
        return adapter.validate_json(entry, strict=True)
    except (ValueError, KeyError, TypeError) as error:
        raise UnknownOperation(f"公开日志中有无法识别的条目：{error}") from error
