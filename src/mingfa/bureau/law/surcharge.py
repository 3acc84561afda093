"""The additional fine for late payment (加处罚款): 3% of the fine a day, never more than the fine.

Stands on 处罚法 72(1) and 强制法 45; it does not run during reconsideration and suit (处罚法 73 para 3). At
3% a day the ceiling is reached on day 34.
"""

import datetime
from collections.abc import Iterable

PERCENT_PER_DAY = 3

Span = tuple[datetime.date, datetime.date]


def overdue_days(due: datetime.date, paid: datetime.date, paused: Iterable[Span] = ()) -> int:
    """Count the days after `due` up to and with `paid`, less those in a pause (both its ends included)."""
    spans = tuple(paused)
    late = (due + datetime.timedelta(days=n) for n in range(1, (paid - due).days + 1))
    return sum(not any(first <= day <= last for first, last in spans) for day in late)


def surcharge(fine_fen: int, due: datetime.date, paid: datetime.date, paused: Iterable[Span] = ()) -> int:
    """Compute it in 分, a fraction of a 分 dropped; `due` is the last day on which to pay."""
    if fine_fen < 0:
        raise ValueError("罚款数额不能为负")
    return min(fine_fen, fine_fen * PERCENT_PER_DAY * overdue_days(due, paid, paused) // 100)
