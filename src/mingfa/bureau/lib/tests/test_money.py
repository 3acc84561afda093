"""Amounts on paper: printed, in capitals, and as users type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.lib.money import LARGEST_FEN, capital, parse_yuan, yuan, yuan_grouped

# The first six amounts are the examples of 《正确填写票据和结算凭证的基本规定》.
CAPITALS = [
    (1640902, "壹万陆仟肆佰零玖元零贰分"),
    (32504, "叁佰贰拾伍元零肆分"),
    (10700053, "壹拾万零柒仟元伍角叁分"),
    (168032, "壹仟陆佰捌拾元叁角贰分"),
    (600714, "陆仟零柒元壹角肆分"),
    (140950, "壹仟肆佰零玖元伍角"),
    (30000, "叁佰元整"),
    (1000, "壹拾元整"),
    (0, "零元整"),
    (5, "伍分"),
    (50, "伍角"),
    (100050000, "壹佰万零伍佰元整"),
    (100010001, "壹佰万零壹佰元零壹分"),
    (10000000100, "壹亿零壹元整"),
    (LARGEST_FEN, "壹佰亿元整"),
]

TYPED = [
    ("300", 30000),
    ("1,234.5", 123450),
    ("￥300元", 30000),
    ("¥ 300.00", 30000),
    ("1.5万元", 1500000),
    ("３００", 30000),
    ("0.01", 1),
    ("1.500", 150),
    ("叁佰", None),
    ("", None),
    ("-3", None),
    ("1,23", None),
    ("1.005", None),
    ("3e5", None),
    ("20000000000", None),
]


@pytest.mark.parametrize(("fen", "written"), CAPITALS)
def test_capitals_follow_the_official_rule(fen, written):
    assert capital(fen) == written


@pytest.mark.parametrize("fen", [-1, LARGEST_FEN + 1])
def test_no_capitals_beyond_the_range(fen):
    with pytest.raises(ValueError, match="金额应在零至"):
        capital(fen)


@pytest.mark.parametrize(("typed", "fen"), TYPED)
def test_what_a_user_types(typed, fen):
    if fen is None:
        with pytest.raises(ValueError, match="金额"):
            parse_yuan(typed)
    else:
        assert parse_yuan(typed) == fen


def test_printed():
    assert [yuan(n) for n in (0, 5, 12345, -12345)] == ["0.00", "0.05", "123.45", "-123.45"]
    assert yuan_grouped(123456700) == "1,234,567.00"


@given(st.integers(0, LARGEST_FEN))
def test_what_is_printed_can_be_read_back(fen):
    assert parse_yuan(yuan(fen)) == fen
    assert parse_yuan(yuan_grouped(fen)) == fen


@given(st.integers(0, LARGEST_FEN), st.integers(0, LARGEST_FEN))
def test_two_amounts_never_share_their_capitals(one, other):
    assert (capital(one) == capital(other)) == (one == other)
