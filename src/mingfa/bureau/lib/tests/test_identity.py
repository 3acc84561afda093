"""Numbers of persons and units. All numbers here are the specimens of the standards, or made up."""

import datetime

import pytest

from mingfa.bureau.lib.identity import phone_fault, resident_id_fault, unified_code_fault

TODAY = datetime.date(2026, 3, 12)

RESIDENT_IDS = [
    ("11010519491231002X", None),
    ("11010519491231002x", None),
    ("440524188001010014", "出生日期不合常理"),
    ("110105194912310021", "校验位不对"),
    ("11010519491331002X", "出生日期不存在"),
    ("110105203012310020", "出生日期不合常理"),
    ("99010519491231002X", "地区代码"),
    ("110105491231002", "15位"),
    ("1101051949123100", "应为18位"),
    ("１１010519491231002X", "应为18位"),
    ("", "应为18位"),
]
CODES = [
    ("91350100M000100Y43", None),
    ("91350100m000100y43", None),
    ("91350100M000100Y44", "校验位不对"),
    ("91350100M000100I43", "不含I"),
    ("91350100M000100Y4", "应为18位"),
]
PHONES = [
    ("13800000000", None),
    ("+86 138-0000-0000", None),
    ("0000-2000000", None),
    ("12345", None),
    ("4000000000", None),
    ("12000000000", "写法不对"),
    ("1380000000", "写法不对"),
    ("电话", "写法不对"),
]


def agrees(fault, expected):
    return fault is None if expected is None else expected in (fault or "")


@pytest.mark.parametrize(("number", "expected"), RESIDENT_IDS)
def test_resident_id(number, expected):
    assert agrees(resident_id_fault(number, TODAY), expected)


@pytest.mark.parametrize("place", range(17))
def test_one_wrong_digit_is_always_noticed(place):
    right = "11010519491231002X"
    wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
    assert resident_id_fault(wrong, TODAY) is not None


@pytest.mark.parametrize(("code", "expected"), CODES)
def test_unified_social_credit_code(code, expected):
    assert agrees(unified_code_fault(code), expected)


@pytest.mark.parametrize(("number", "expected"), PHONES)
def test_phone(number, expected):
    assert agrees(phone_fault(number), expected)
