"""Resident ID numbers never leave the bureau (处罚法 50; 个人信息保护法 28; plan 1.1.d).

The public types have no field for one; this module also keeps one from hiding inside a sentence.
"""

import re
import unicodedata

# 6 digits of region, a birth date of the 19th to 21st century, 3 of order, 1 check character (GB 11643).
_GAP = r"[ \-]?"
_ID = re.compile(
    r"(?<!\d)[1-9](?:"
    + _GAP
    + r"\d){5}"
    + _GAP
    + r"(?:1[89]|20)\d\d"
    + _GAP
    + r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:"
    + _GAP
    + r"\d){3}"
    + _GAP
    + r"[\dXx](?!\d)"
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}\Z")
_USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class LeaksPersonalData(Exception):
    """A public text holds what only the file may hold; nothing may be published until it is taken out."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"公示内容“{where}”含有{what}，依法不得公开；请删去后重新提交审核。")
        self.where = where


def looks_like_id_number(text: str) -> bool:
    """Return True when a resident ID number stands somewhere in the text, also full-width or spaced."""
    return _ID.search(unicodedata.normalize("NFKC", text)) is not None


def may_stand_as_uscc(code: str) -> bool:
    """Return True for the 18 signs of a unified social credit code (GB 32100), unless they are a resident's.

    Old codes are all digits and may look like a resident's number: the check character tells them apart.
    """
    if not _USCC.match(code):
        return False
    return not looks_like_id_number(code) or (_uscc_checks(code) and not _id_checks(code))


def _id_checks(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17]


def _uscc_checks(code: str) -> bool:
    total = sum(_USCC_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return _USCC_SIGNS[(31 - total % 31) % 31] == code[17]
