"""Numerals, dates and document numbers as official papers write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.lib.chinese import (
    long_date,
    numeral,
    parse_numeral,
    weekday,
)

NUMERALS = [
    (0, "零"),
    (8, "八"),
    (10, "十"),
    (15, "十五"),
    (20, "二十"),
    (58, "五十八"),
    (100, "一百"),
    (101, "一百零一"),
    (110, "一百一十"),
    (306, "三百零六"),
    (1002, "一千零二"),
    (1242, "一千二百四十二"),
]


@pytest.mark.parametrize(("number", "written"), NUMERALS)
def test_numerals(number, written):
    assert numeral(number) == written


@given(st.integers(0, 9999))
def test_numerals_read_back(number):
    assert parse_numeral(numeral(number)) == number


@pytest.mark.parametrize("written", ["", "58", "五十八条"])
def test_what_is_no_numeral(written):
    with pytest.raises(ValueError, match="汉字数字"):
        parse_numeral(written)


@pytest.mark.parametrize("number", [-1, 10_000])
def test_numerals_beyond_articles(number):
    with pytest.raises(ValueError, match="0至9999"):
        numeral(number)


def test_dates():
    day = datetime.date(2026, 3, 2)
    assert long_date(day) == "2026年3月2日"
    assert weekday(day) == "周一"
