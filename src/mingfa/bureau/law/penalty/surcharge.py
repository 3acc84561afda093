"""The additional fine for late payment (加处罚款): 3% of what is unpaid a day, never more than the fine.

Stands on 处罚法 72(1) and 强制法 45. On which days it runs, and on how much, is for `execution/facts.py`: not
during reconsideration and suit (处罚法 73 para 3). At 3% a day the ceiling is reached on day 34.
"""

from collections.abc import Iterable

PERCENT_PER_DAY = 3


def surcharge(fine_fen: int, unpaid: Iterable[int]) -> int:
    """Compute it in 分 from what was due and unpaid on each day; a fraction of a 分 is dropped."""
    return min(fine_fen, sum(unpaid) * PERCENT_PER_DAY // 100)
