"""The guide of a permit: what 行政许可法 30 has the office make public of an item, as plain values.

It is drafted by `item.draft_permit`, kept in the item and read by whoever accepts, decides or shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mingfa.bureau.catalogue.values import ItemView

# 行政许可法 12 (1)-(6), in the words of the credit table (XK_XKLB).
KINDS = {
    "ordinary": "普通",
    "franchise": "特许",
    "recognition": "认可",
    "approval": "核准",
    "registration": "登记",
    "other": "其他",
}


@dataclass(frozen=True, slots=True)
class Material:
    """One material of the full list: its name, its form (original, copies), and the sample that shows it."""

    name: str
    form: str
    sample: str
    required: bool


@dataclass(frozen=True, slots=True)
class Guide:
    """What the guide of a permit says. `days` are the working days in which it is decided.

    `joint` marks joint handling (26.2), `on_site` a check of the facts on the spot (34.3), `heard` a hearing
    that a law or rule asks for (46), `safety` a matter of safety, health or life (78, 79), `limited` a number
    of permits; `valid_days` is 0 where the permit does not expire.
    """

    kind: str
    conditions: str
    quantity: str
    limited: bool
    procedure: str
    days: int
    joint: bool
    materials: tuple[Material, ...]
    sample_form: str
    fee: str
    fee_basis: tuple[str, ...]
    licence: str
    valid_days: int
    on_site: bool
    heard: bool
    safety: bool

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the materials nobody may leave out."""
        return tuple(m.name for m in self.materials if m.required)

    @property
    def kind_zh(self) -> str:
        return KINDS[self.kind]

    @property
    def validity_zh(self) -> str:
        return f"{self.valid_days}日" if self.valid_days else "长期有效"


def guide_of(item: ItemView) -> Guide:
    """Return the guide of a permit item."""
    assert item.category == "permit", "only permits have this guide"
    values: Mapping[str, Any] = item.guide
    return Guide(
        conditions=item.conditions,
        materials=tuple(Material(**m) for m in values["materials"]),
        fee_basis=tuple(values["fee_basis"]),
        **{name: values[name] for name in _PLAIN},
    )


_PLAIN = (
    *("kind", "quantity", "limited", "procedure", "days", "joint", "sample_form", "fee"),
    *("licence", "valid_days", "on_site", "heard", "safety"),
)
