"""Numerals, dates and year brackets as Chinese official documents write them (GB/T 9704, GB/T 15835)."""

import datetime

DIGITS = "零一二三四五六七八九"
UNITS = ("", "十", "百", "千")
LARGEST = 9999

_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_WEIGHTS = {"十": 10, "百": 100, "千": 1000}


def numeral(number: int) -> str:
    """Write 58 as 五十八 and 1242 as 一千二百四十二; for 0 to 9999, the range of article numbers."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"只能书写0至{LARGEST}之间的整数：{number}")
    if number == 0:
        return DIGITS[0]
    written = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += DIGITS[digit] + UNITS[place]
        elif written and not written.endswith(DIGITS[0]):
            written += DIGITS[0]
    written = written.rstrip(DIGITS[0])
    return written.removeprefix("一") if written.startswith("一十") else written


def parse_numeral(written: str) -> int:
    """Read 五十八 as 58; the inverse of `numeral`, and it also reads 〇 and 一十二."""
    total, digit = 0, 0
    for mark in written:
        if mark in _VALUES:
            digit = _VALUES[mark]
        elif mark in _WEIGHTS:
            total += (digit or 1) * _WEIGHTS[mark]
            digit = 0
        else:
            raise ValueError(f"不是汉字数字：{written}")
    if not written:
        raise ValueError("汉字数字不能为空")
    return total + digit


def long_date(day: datetime.date) -> str:
    """Write 2026年3月12日, without padding zeros, as GB/T 9704 asks."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day: datetime.date) -> str:
    return "周" + "一二三四五六日"[day.weekday()]
