"""Checks of numbers that identify a person or a unit: each returns None, or what looks wrong.

A warning, never a wall: old and mistaken numbers exist on real cards, so an officer may go on with a recorded
reason. No number is looked up anywhere.
"""

import datetime
import re

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_MARKS = "10X98765432"
_EARLIEST_BIRTH = datetime.date(1890, 1, 1)
_REGIONS = frozenset(
    {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43}
    | {44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83}
)
_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}")
_LANDLINE = re.compile(r"(?:0\d{2,3})?[2-9]\d{6,7}|400\d{7}|800\d{7}|1\d{4}")


def resident_id_fault(number: str, today: datetime.date) -> str | None:
    """Check a resident ID number (GB 11643): length, region, date of birth, check digit MOD 11-2."""
    text = number.strip().upper()
    if len(text) == 15 and text.isdecimal():
        return "这是15位的旧号码，请核对证件，填写18位公民身份号码"
    if not re.fullmatch(r"\d{17}[\dX]", text, re.ASCII):
        return "公民身份号码应为18位：前17位为数字，末位为数字或者X"
    if int(text[:2]) not in _REGIONS:
        return "公民身份号码的前两位不是有效的省级地区代码，请核对"
    if (fault := _birth_fault(text[6:14], today)) is not None:
        return fault
    if resident_id_mark(text[:17]) != text[17]:
        return "公民身份号码的校验位不对，可能有一位录错，请核对证件"
    return None


def resident_id_mark(body: str) -> str:
    """Return the check digit that belongs to the first 17 digits of a resident ID number."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _ID_WEIGHTS, strict=True))
    return _ID_MARKS[total % 11]


def _birth_fault(digits: str, today: datetime.date) -> str | None:
    try:
        born = datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return "公民身份号码中的出生日期不存在，请核对"
    if not _EARLIEST_BIRTH <= born <= today:
        return "公民身份号码中的出生日期不合常理，请核对"
    return None


def unified_code_fault(code: str) -> str | None:
    """Check a unified social credit code (GB 32100): 18 marks without I O S V Z, check mark MOD 31."""
    text = code.strip().upper()
    if len(text) != 18:
        return "统一社会信用代码应为18位"
    if any(mark not in _CODE_ALPHABET for mark in text):
        return "统一社会信用代码只能由数字和大写字母组成，不含I、O、S、V、Z"
    if unified_code_mark(text[:17]) != text[17]:
        return "统一社会信用代码的校验位不对，可能有一位录错，请核对营业执照"
    return None


def unified_code_mark(body: str) -> str:
    """Return the check mark that belongs to the first 17 marks of a unified social credit code."""
    values = [_CODE_ALPHABET.index(mark) for mark in body]
    total = sum(value * pow(3, place, 31) for place, value in enumerate(values))
    return _CODE_ALPHABET[-total % 31]


def phone_fault(number: str) -> str | None:
    """Check a telephone number: mobile, fixed line (area code optional), 400/800, or five-digit service."""
    text = re.sub(r"[\s()（）-]", "", number)
    if _MOBILE.fullmatch(text) or _LANDLINE.fullmatch(text):
        return None
    return "电话号码写法不对：手机号码应为11位，固定电话请加区号，例如：区号-号码"
