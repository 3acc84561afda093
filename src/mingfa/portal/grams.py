"""Exact substring search in Chinese with FTS5: every pair of neighbouring characters is a word of the index.

A text's terms are found from one character upward, punctuation, digits and plates included; no dictionary
that could lose a hit. The same spelling is used by the static site's search (static/find.js).
"""

import re
import unicodedata

from mingfa.feed.signs import CLOSING, DASHES, DOTS, OPENING, clean

END = "\ue000"
"""Stands between two runs so that no phrase reaches across; private use, so no text can hold it."""
_MARK = "\ue001"
ALIKE = (
    dict.fromkeys(OPENING, "(")
    | dict.fromkeys(CLOSING, ")")
    | dict.fromkeys(DOTS, "·")
    | dict.fromkeys(DASHES, "-")
)
"""Signs of one meaning, and the one they are compared as."""
_ALIKE = str.maketrans(ALIKE)
_ORDINAL = re.compile("第(?=[0-9])|(?<=\\))第$", re.MULTILINE)


def normal(text: str) -> str:
    """Return the text as it is compared: NFKC, lower case, runs of blanks as one, our marks taken out.

    Brackets, dots and dashes of every kind are alike, what is not seen is not there, and the 第 before a
    number may be left out.
    """
    folded = clean(unicodedata.normalize("NFKC", clean(text).translate(_ALIKE))).lower()
    plain = _ORDINAL.sub("", folded.translate(_ALIKE))
    return " ".join(plain.replace(END, " ").replace(_MARK, " ").split())


def body_of(fields: list[str]) -> str:
    """Join what is searched of one record; a line break stands where no term may reach across."""
    return "\n".join(normal(field) for field in fields if field.strip())


def terms_of(query: str) -> list[str]:
    """Split a query into the terms that must all occur."""
    return list(dict.fromkeys(normal(query).split()))


def index_words(body: str) -> str:
    """Return the words to index for a body: per run its pairs, its last character, and the end mark."""
    words: list[str] = []
    for run in body.split():
        signs = [_sign(character) for character in run]
        words.extend(first + second for first, second in zip(signs, signs[1:], strict=False))
        words.append(signs[-1])
        words.append(END)
    return " ".join(words)


def match_of(terms: list[str]) -> str:
    """Return the FTS5 expression for all terms; a single character is the beginning of a pair."""
    return " AND ".join(_phrase([_sign(character) for character in term]) for term in terms)


def _phrase(signs: list[str]) -> str:
    if len(signs) == 1:
        return f'"{signs[0]}" *'
    pairs = " ".join(first + second for first, second in zip(signs, signs[1:], strict=False))
    return f'"{pairs}"'


def _sign(character: str) -> str:
    # SQLite's tokenizer knows the letters of an old Unicode; whatever it might cut at is written as
    # its number. Six digits always, so that no sign is the beginning of another one.
    plain = "\u4e00" <= character <= "\u9fa5" or (character.isascii() and character.isalnum())
    return character if plain else f"{_MARK}{ord(character):06x}"
