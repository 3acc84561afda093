"""The database's own guard: no decision to enforce without a passed review; none is changed or deleted."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from mingfa.bureau.enforcement.models import EnforcementOrder
from mingfa.bureau.review.models import Review


def slipped_in(play: Any, review: int, version: int) -> EnforcementOrder:
    """Return a decision to enforce that no act made."""
    return EnforcementOrder(
        leaf=9_999_999,
        sealed=9_999_999,
        matter_id=play.matter,
        review_id=review,
        version=version,
        way="substitute",
        number="示例代履决字〔2026〕第999号",
        decided_on=date(2026, 10, 12),
        decided_by=1,
    )


@pytest.mark.rule("LR-01")
@pytest.mark.clause("3.2.a")
def test_the_database_refuses_an_order_to_enforce_without_a_review(bound: Any) -> None:
    bound.to_demanded()
    version = bound.plan().index
    other = Review.objects.order_by("pk").first()
    for review in (0, int(other.pk) if other else 1):
        with pytest.raises(DatabaseError), transaction.atomic():
            slipped_in(bound, review, version).save(force_insert=True)


@pytest.mark.rule("LR-01")
def test_a_review_that_was_taken_back_carries_no_order(bound: Any) -> None:
    bound.to_demanded()
    version = bound.plan().index
    bound.submit_plan()
    bound.later(hours=2)
    review = bound.opine().index
    bound.do("review.withdraw", reason="方案需要调整。")
    with pytest.raises(DatabaseError), transaction.atomic():
        slipped_in(bound, review, version).save(force_insert=True)


@pytest.mark.rule("LR-01")
def test_an_order_to_enforce_is_neither_changed_nor_deleted(bound: Any) -> None:
    bound.to_demanded()
    order = EnforcementOrder.objects.filter(pk=bound.to_commanded().index)
    assert order.exists()
    for act in (lambda: order.update(way="demolish"), order.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert order.exists()
