"""One process at a task; a clock that stood wrong and a process that ended block nobody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mingfa.bureau.work import leases
from mingfa.bureau.work.models import Lease

pytestmark = pytest.mark.django_db


def test_one_at_a_task_and_each_task_by_itself() -> None:
    assert leases.take("sign", "a") and leases.take("sign", "a")
    assert not leases.take("sign", "b")
    assert leases.take("draw", "b")


def test_it_is_given_back_after_the_task_and_at_the_end() -> None:
    with leases.held("sign", "a") as ours:
        assert ours and not leases.take("sign", "b")
    assert leases.take("sign", "b")
    leases.give_all_back("a")
    assert not leases.take("sign", "c"), "another's stays"
    leases.give_all_back("b")
    assert leases.take("sign", "c")


def test_it_is_given_back_when_the_task_breaks_off() -> None:
    with pytest.raises(KeyboardInterrupt), leases.held("sign", "a"):
        raise KeyboardInterrupt
    assert leases.take("sign", "b")


def test_whoever_does_not_hold_it_does_nothing() -> None:
    assert leases.take("sign", "a")
    with leases.held("sign", "b") as ours:
        assert not ours
    assert not leases.take("sign", "b"), "not given back by who never held it"


@pytest.mark.parametrize(("off", "free"), [(-1, True), (30, False), (90, True), (86_400, True)])
def test_a_lease_that_no_right_clock_gave_is_anybodys(off: int, free: bool) -> None:
    assert leases.take("sign", "a")
    Lease.objects.update(until=timezone.now() + timedelta(seconds=off))
    assert leases.take("sign", "b") is free
