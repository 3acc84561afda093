"""Splits rows into those that match the ledger and those that were tampered with (plan 2.4.c).

One altered row must not hide everybody's list; nor may anything of it be shown, or be left out in silence.
"""

from collections.abc import Iterable
from typing import Any

from mingfa.bureau.ledger.reader import Altered, check_rows

WORDS = "数据无法核验，已停止显示"
TODO = "与执法记录账本不一致，请立即报告执法监督机构"
TAG = "无法核验"


def apart(rows: Iterable[Any]) -> tuple[list[Any], list[int]]:
    """Return the rows that match the ledger, and the numbers of those that do not."""
    found = list(rows)
    try:
        check_rows(found)
    except Altered:
        checked = [(row, is_sound(row)) for row in found]
        return [row for row, sound in checked if sound], [int(row.pk) for row, sound in checked if not sound]
    return found, []


def is_sound(row: Any) -> bool:
    """Say whether a row is what its act wrote."""
    try:
        check_rows([row])
    except Altered:
        return False
    return True
