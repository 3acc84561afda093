"""One spelling for what is typed: names, codes, telephone numbers, numbers of papers, addresses.

Each kind has its own rule and every rule is stable: what is folded once stays as it is. The signs themselves
stand in `feed.signs`, so that the public search folds alike.
"""

import re
import unicodedata

from mingfa.bureau.lib.identity import phone_fault
from mingfa.feed.signs import CLOSING, DASHES, DOTS, OPENING, clean

_WIDE = str.maketrans(dict.fromkeys(OPENING, "（") | dict.fromkeys(CLOSING, "）"))
_NARROW = str.maketrans(dict.fromkeys(OPENING, "(") | dict.fromkeys(CLOSING, ")"))
_DOT = str.maketrans(dict.fromkeys(DOTS, "·"))
_DASH = str.maketrans(dict.fromkeys(DASHES, "-"))
_CROSS = str.maketrans(dict.fromkeys("×✕╳ХΧ", "X"))  # what stands in for the X of an ID number
_POINT = re.compile(r"(?<=[^\W\d_a-zA-Z])\s*\.\s*(?=[^\W\d_a-zA-Z])")
_BLANKS = re.compile(r"\s+")
_CLOSE_UP = re.compile(r"(?<=[⺀-鿿𠀀-𳎯（）·])\s|\s(?=[⺀-鿿𠀀-𳎯（）·])")
_YEAR = re.compile(r"（\s*(\d{4})\s*）")
_AFTER_YEAR = re.compile(r"(?<=〕)\s*(?=\d)")
_YEAR_BEGUN, _YEAR_ENDED = re.compile(r"（(?=\d{1,4}$)"), re.compile(r"^(\d{1,4})）")


def _plain(text: str) -> str:
    """Return the text in ordinary signs of ordinary width, blanks as one."""
    # The dots come before NFKC: it makes a full stop of the wide one.
    plain = unicodedata.normalize("NFKC", clean(text).translate(_DOT))
    return _BLANKS.sub(" ", clean(plain)).strip()


def name(text: str) -> str:
    """Return a name as papers print it: brackets wide, dots of one kind, no blanks beside Chinese signs."""
    return _CLOSE_UP.sub("", _POINT.sub("·", _plain(text).translate(_WIDE).translate(_DOT)))


def address(text: str) -> str:
    """Return an address: a name with dashes of one kind."""
    return name(text).translate(_DASH)


def same_name(text: str) -> str:
    """Return what two spellings of one name have in common: also without case and without blanks."""
    return unicodedata.normalize("NFKC", address(text).casefold()).replace(" ", "")


def code(text: str) -> str:
    """Return a number of a card or a credit code: half width, upper case, without blanks.

    The dashes that only group an ID number or a credit code go; those of other numbers belong to them.
    """
    whole = _plain(text).translate(_DASH).translate(_NARROW).replace(" ", "").upper()
    solid = whole.replace("-", "")
    if re.fullmatch(r"[0-9]{17}[×✕╳ХΧ]", solid):
        return solid.translate(_CROSS)
    return solid if re.fullmatch(r"[0-9A-Z]{15}|[0-9A-Z]{18}", solid) else whole


def phone(text: str) -> str:
    """Return a telephone number; blanks inside one number go, those between two stay."""
    plain = _plain(text).translate(_DASH).translate(_NARROW)
    solid = plain.replace(" ", "")
    return solid if phone_fault(solid) is None else plain


def number(text: str) -> str:
    """Return the number of a paper or a receipt: the year in 〔〕, other brackets wide, without blanks."""
    plain = _plain(text).translate(_WIDE).translate(_DASH).replace(" ", "")
    return _YEAR.sub(r"〔\1〕", plain)


def asked(words: str) -> list[str]:
    """Return the words of a search as names and numbers are stored; the 第 of a number may be left out."""
    return [_asked(word) for word in clean(words).split() if _plain(word)]


def _asked(word: str) -> str:
    plain = _AFTER_YEAR.sub("第", number(name(word)))
    return _YEAR_ENDED.sub(r"\1〕", _YEAR_BEGUN.sub("〔", plain))
