"""The yearly cap of what is inspected, also where something else than an inspection item was named."""

from datetime import date

import pytest

from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.inspections.values import cap_of


def item(**guide: int) -> ItemView:
    texts = ("示0001", "10101", "示例事项", "市容")
    since = date(2026, 1, 1)
    return ItemView(5, *texts, 1, "市容中队", (), (), (), (), "", "", "", since, None, 6, guide=guide)


@pytest.mark.rule("INSP-03")
def test_the_smallest_cap_counts() -> None:
    assert cap_of((item(yearly_cap=3), item(yearly_cap=2))) == 2


@pytest.mark.rule("INSP-03")
def test_a_penalty_item_named_by_mistake_has_no_cap() -> None:
    """The gate on items refuses it; found by a random act, which broke the counting of the cap."""
    assert cap_of((item(), item(yearly_cap=2))) == 2
    assert cap_of((item(),)) == 0
