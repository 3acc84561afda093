"""What is owed on a day: the table of the additional fine (行政处罚法 67, 72, 73)."""

from datetime import date, timedelta

import pytest

from mingfa.bureau.execution.facts import Fine, owing
from mingfa.bureau.execution.values import PaymentView, Span

DUE = date(2026, 9, 30)
FINE = 100_000


def paid(days_after_due: int, amount: int, surcharge: int = 0, *paused: Span) -> PaymentView:
    on = DUE + timedelta(days=days_after_due)
    return PaymentView(days_after_due + 100, 1, amount, surcharge, "示1", "示例银行", on, paused)


@pytest.mark.rule("EXEC-01", "EXEC-06")
@pytest.mark.parametrize(
    ("day", "surcharge"),
    [
        pytest.param(-3, 0, id="within the fifteen days"),
        pytest.param(0, 0, id="on the last day"),
        pytest.param(1, 3_000, id="the first day late: 3%"),
        pytest.param(10, 30_000, id="ten days late: 30%"),
        pytest.param(33, 99_000, id="thirty-three days late: 99%"),
        pytest.param(34, 100_000, id="never more than the fine"),
        pytest.param(400, 100_000, id="a year later still the fine"),
    ],
)
def test_nothing_was_paid(day: int, surcharge: int) -> None:
    found = owing(Fine(FINE, DUE), DUE + timedelta(days=day))
    assert (found.surcharge, found.fine_left, found.left) == (surcharge, FINE, FINE + surcharge)


@pytest.mark.rule("EXEC-06")
@pytest.mark.parametrize(
    ("payments", "day", "surcharge", "left"),
    [
        pytest.param([paid(-2, FINE)], 30, 0, 0, id="all in time"),
        pytest.param([paid(10, FINE)], 30, 30_000, 30_000, id="the fine ten days late, nothing runs on"),
        pytest.param([paid(10, FINE, 30_000)], 30, 30_000, 0, id="with its additional fine"),
        pytest.param([paid(-1, 60_000)], 10, 12_000, 52_000, id="a part in time: 3% of the rest"),
        pytest.param(
            [paid(10, 50_000), paid(20, 50_000)],
            30,
            45_000,
            45_000,
            id="two parts: 10 days all, 10 days half",
        ),
        pytest.param([paid(20, 50_000), paid(10, 50_000)], 30, 45_000, 45_000, id="entered in another order"),
    ],
)
def test_it_runs_on_what_is_unpaid(payments: list[PaymentView], day: int, surcharge: int, left: int) -> None:
    found = owing(Fine(FINE, DUE, payments), DUE + timedelta(days=day))
    assert (found.surcharge, found.left) == (surcharge, left)


@pytest.mark.rule("EXEC-07")
def test_it_does_not_run_during_a_remedy() -> None:
    suit = (DUE + timedelta(days=3), DUE + timedelta(days=12))
    found = owing(Fine(FINE, DUE, [paid(20, FINE, 30_000, suit)]), DUE + timedelta(days=20))
    assert (found.surcharge, found.left) == (30_000, 0)


@pytest.mark.rule("EXEC-01")
def test_before_service_nothing_runs() -> None:
    found = owing(Fine(FINE, None), date(2030, 1, 1))
    assert (found.due_on, found.surcharge, found.left) == (None, 0, FINE)
