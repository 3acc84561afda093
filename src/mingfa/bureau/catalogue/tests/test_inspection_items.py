"""Inspection items: each with basis, objects, way, contents and yearly cap; listed by somebody else."""

from datetime import date

import pytest

from mingfa.bureau.catalogue import reads
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.example.asking import misread
from mingfa.example.inspections import RESTAURANT_ITEM


@pytest.fixture
def draft(stage, cast):
    def act(**over):
        item = RESTAURANT_ITEM | {"office": cast.units["市容中队"]} | over
        return stage.act("item.draft_inspection", cast.reviewers[1], **item)

    return act


@pytest.mark.clause("1.2.b")
@pytest.mark.rule("INSP-01", "INSP-03")
def test_the_guide_of_an_inspection_item_says_whom_how_what_and_how_often(draft):
    item = reads.item(draft().index)
    assert (item.category, item.category_zh, item.listed) == ("inspection", "行政检查", None)
    assert item.guide == {
        "subjects": RESTAURANT_ITEM["subjects"],
        "how": "either",
        "contents": RESTAURANT_ITEM["contents"],
        "yearly_cap": 2,
    }
    assert item.penalises == tuple(RESTAURANT_ITEM["basis"])


@pytest.mark.rule("INSP-01")
def test_once_listed_it_can_be_used(stage, cast, draft):
    item = draft().index
    assert reads.items(date(2026, 9, 7), "inspection") == []
    stage.act("item.list", cast.review_head, item=item)
    assert [i.id for i in reads.items(date(2026, 9, 7), "inspection")] == [item]


@pytest.mark.clause("1.2.b")
@pytest.mark.rule("INSP-01")
@branching(
    ("field", "value"),
    [
        ("basis", []),
        ("basis", ["某法 1"]),
        ("subjects", ""),
        ("how", "by_drone"),
        ("contents", []),
        ("conditions", ""),
        ("time_limit", ""),
        ("yearly_cap", 0),
        ("office", 999_999),
    ],
)
def test_a_guide_that_lacks_a_content_is_refused(draft, field, value):
    assert field in "".join(misread(lambda: draft(**{field: value})))


@pytest.mark.rule("INSP-03")
def test_an_item_without_a_yearly_cap_is_refused(stage, cast):
    item = {k: v for k, v in RESTAURANT_ITEM.items() if k != "yearly_cap"}
    item["office"] = cast.units["市容中队"]
    assert misread(lambda: stage.act("item.draft_inspection", cast.reviewers[1], **item)) == {
        "yearly_cap": "必须填写。"
    }
