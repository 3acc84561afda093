"""One thing typed in many ways is one thing; each rule leaves alone what it has folded."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.lib import folding

NAME, ADDRESS, CODE, PHONE, NUMBER = (
    folding.name,
    folding.address,
    folding.code,
    folding.phone,
    folding.number,
)
SHOP = "示例（新疆）餐饮有限公司"
ID, USCC = "11010120130101001X", "91650104MA00000000"
RULES = [NAME, ADDRESS, CODE, PHONE, NUMBER, folding.same_name]

CASES: list[tuple[Callable[[str], str], str, str]] = [
    # brackets
    (NAME, "示例(新疆)餐饮有限公司", SHOP),
    (NAME, "示例〔新疆〕餐饮有限公司", SHOP),
    (NAME, "示例［新疆］餐饮有限公司", SHOP),
    (NAME, "示例【新疆】餐饮有限公司", SHOP),
    (NAME, "示例﹙新疆﹚餐饮有限公司", SHOP),
    (NAME, "示例 ( 新疆 ) 餐饮有限公司", SHOP),
    # width and blanks
    (NAME, "ＫＦＣ示例店", "KFC示例店"),
    (NAME, "示例\u3000餐饮 有限公司", "示例餐饮有限公司"),
    (NAME, "  示例店\t", "示例店"),
    (NAME, "Example  Food\u00a0Ltd", "Example Food Ltd"),
    (NAME, "第５分店", "第5分店"),
    (NAME, "ｶﾌｪ示例", "カフェ示例"),
    # dots in names
    (NAME, "阿示例•热合曼", "阿示例·热合曼"),
    (NAME, "阿示例・热合曼", "阿示例·热合曼"),
    (NAME, "阿示例．热合曼", "阿示例·热合曼"),
    (NAME, "阿示例.热合曼", "阿示例·热合曼"),
    (NAME, "阿示例 · 热合曼", "阿示例·热合曼"),
    (NAME, "阿示例‧热合曼", "阿示例·热合曼"),
    (NAME, "J.Example", "J.Example"),
    (NAME, "A·J·示例", "A·J·示例"),
    # what nobody sees
    (NAME, "示\u200b例\ufeff店", "示例店"),
    (NAME, "示\u00ad例店", "示例店"),
    (NAME, "\u202d示例店\u202c", "示例店"),
    (NAME, "示例\u2066店\u2069", "示例店"),
    (NAME, "示例\ufe0f店\U000e0100", "示例店"),
    (NAME, "示例\u3164店", "示例店"),
    # radicals and compatibility ideographs
    (NAME, "\u2f3e示例", "户示例"),
    (NAME, "\u2f9c示例\u2f6f", "足示例石"),
    (NAME, "\u2ea0示例", "民示例"),
    (NAME, "\u2ecb示例\u2ed4", "车示例门"),
    (NAME, "\u2ed3示例\u2ee2", "长示例马"),
    (NAME, "\uf9d1示例", "六示例"),
    (NAME, "示例\ufa0e", "示例\ufa0e"),
    # codes
    (CODE, "１１０１０１２０１３０１０１００１Ｘ", ID),
    (CODE, "11010120130101001x", ID),
    (CODE, "110101 20130101 001X", ID),
    (CODE, "110101-20130101-001X", ID),
    (CODE, "11010120130101001×", ID),
    (CODE, "11010120130101001Х", ID),
    (CODE, "\u202d11010120130101001X\u202c", ID),
    (CODE, "91650104ma00000000", USCC),
    (CODE, "９１６５０１０４ＭＡ００００００００", USCC),
    (CODE, "h１２３４５６（７）", "H123456(7)"),
    (CODE, "军字第1234567号", "军字第1234567号"),
    # telephone numbers
    (PHONE, "\u202d13800000000\u202c", "13800000000"),
    (PHONE, "138 0000 0000", "13800000000"),
    (PHONE, "０９９１－３８０００００", "0991-3800000"),
    (PHONE, "（0991）3800000", "(0991)3800000"),
    (PHONE, "13800000000 13900000000", "13800000000 13900000000"),
    # addresses
    (ADDRESS, "示例路１２号３－２０１", "示例路12号3-201"),
    (ADDRESS, "示例路12号 3—201（临街）", "示例路12号3-201（临街）"),
    (ADDRESS, "示例路12号3\u2011201(临街)", "示例路12号3-201（临街）"),
    # numbers
    (NUMBER, "城管罚决字[2026]第37号", "城管罚决字〔2026〕第37号"),
    (NUMBER, "城管罚决字（２０２６）第 37 号", "城管罚决字〔2026〕第37号"),
    (NUMBER, "No：０００１２", "No:00012"),
]


@pytest.mark.parametrize(("rule", "typed", "folded"), CASES)
def test_spellings(rule: Callable[[str], str], typed: str, folded: str) -> None:
    assert rule(typed) == folded


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("罚决字[2026]第37号", ["罚决字〔2026〕第37号"]),
        ("罚决字(2026)第37号", ["罚决字〔2026〕第37号"]),
        ("罚决字（2026）37号", ["罚决字〔2026〕第37号"]),
        ("罚决字【２０２６】第３７号", ["罚决字〔2026〕第37号"]),
        ("高新(新)城管", ["高新（新）城管"]),
        ("2026]第37", ["2026〕第37"]),
        ("决字(2026", ["决字〔2026"]),
        ("示例(新疆)\u3000示例路", ["示例（新疆）", "示例路"]),
        ("\u200b", []),
    ],
)
def test_words_of_a_search_are_written_as_numbers_are(typed: str, stored: list[str]) -> None:
    assert folding.asked(typed) == stored


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KFC 示例(新疆)店", "ｋｆｃ示例〔新疆〕店", True),
        ("Example Food", "EXAMPLEFOOD", True),
        ("张示例", "张示列", False),
        ("示例一店", "示例二店", False),
    ],
)
def test_names_are_compared_without_case_and_blanks(one: str, other: str, same: bool) -> None:
    assert (folding.same_name(one) == folding.same_name(other)) is same


SIGNS = "示例·．・•.() （）〔〕[2026]第37-—－Ａx×Х１\u200b\u202d\ufeff\u00ad\u2f3e\u2ea0ﬁ⑴㈠ｶﾞşİئ"


@pytest.mark.parametrize("rule", RULES)
@given(st.text(SIGNS, max_size=14))
def test_what_is_folded_stays(rule: Callable[[str], str], text: str) -> None:
    assert rule(rule(text)) == rule(text)
