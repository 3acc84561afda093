"""What the public may not read, and how it is taken out: the same everywhere, never painted over. Pure.

Stands on plan 1.1.d; 处罚法 50, 个人信息保护法 28, 政府信息公开条例 15 and 37. Names of natural
persons keep their surname (minority and foreign names their first character) and get 某; what identifies or
locates a person is absent and leaves its label. `leaks` then reads the result as a stranger would, blanks and
full-width digits undone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingfa.feed.notice import Masked

# What this module keeps by its make, beside the gates: what is taken out, and how names are masked.
KEEPS = ("RED-02", "RED-03")

_TWO_SIGNS = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良"
    "漆雕乐正宰父谷梁拓跋夹谷轩辕令狐段干百里呼延东郭南门羊舌微生梁丘左丘东门西门南荣第五纳兰完颜"
)
COMPOUND_SURNAMES = frozenset(a + b for a, b in zip(_TWO_SIGNS[::2], _TWO_SIGNS[1::2], strict=True))
DOTS = "·•・‧∙⋅"
_COUNTING = "甲乙丙丁戊己庚辛壬癸"
_GAP = r"[\s\-]?"
_PLATE_PLACES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
# What identifies or locates a person wherever it stands, whoever it belongs to. Longer numbers first.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("公民身份号码", rf"(?<![0-9A-Za-z])(?:\d{_GAP}){{17}}[\dXx](?![0-9A-Za-z])"),
    ("银行账号", rf"(?<![0-9A-Za-z])(?:\d{_GAP}){{15,18}}\d(?![0-9A-Za-z])"),
    ("公民身份号码", rf"(?<![0-9A-Za-z])(?:\d{_GAP}){{14}}\d(?![0-9A-Za-z])"),
    ("电话号码", rf"(?<!\d)1{_GAP}[3-9](?:{_GAP}\d){{9}}(?!\d)"),
    ("电话号码", r"(?<!\d)0\d{2,3}[\s\-]?[2-9]\d{6,7}(?!\d)"),
    ("护照号码", r"(?<![0-9A-Za-z])[A-Z]\d{8}(?!\d)"),
    ("车牌号码", rf"[{_PLATE_PLACES}][A-HJ-NP-Z]\s?[·•]?\s?[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警港澳]"),
)


@dataclass(frozen=True, slots=True)
class Secret:
    """Words the public may not read; `shown` stands in their place, or, if empty, only the label."""

    words: str
    label: str
    shown: str = ""
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something protected that can still be read: what, and where. It never repeats the words themselves.

    An `unsure` one may be an ordinary word: part of a name that is also a street, a season, a virtue.
    """

    what: str
    where: str
    unsure: bool = False

    def __str__(self) -> str:
        return f"{self.where}中{'可能' if self.unsure else ''}含有{self.what}"


def masked_name(name: str) -> str:
    """Return 王某 for 王小明, 欧阳某 for 欧阳示例, 买某 for 买买提·示例, J某 for John."""
    name = name.strip()
    if len(name) > 2 and name[:2] in COMPOUND_SURNAMES and not any(dot in name for dot in DOTS):
        return f"{name[:2]}某"
    return f"{name[:1]}某"


def masked_names(names: Iterable[str]) -> dict[str, str]:
    """Mask several names of one matter; those that would look alike get 甲, 乙, 丙 in the order given."""
    masks = {name: masked_name(name) for name in dict.fromkeys(n.strip() for n in names) if name}
    for mask in set(masks.values()):
        alike = [name for name, its in masks.items() if its == mask]
        if len(alike) > 1:
            masks |= {name: f"{mask}{_ordinal(n)}" for n, name in enumerate(alike)}
    return masks


def _ordinal(n: int) -> str:
    return _COUNTING[n] if n < len(_COUNTING) else str(n + 1)


class Masking:
    """Takes secrets out of texts. `kept` may be read although it looks like one: a unit's name, its code."""

    def __init__(self, secrets: Iterable[Secret], kept: Iterable[str] = ()) -> None:
        self.secrets = tuple(s for s in dict.fromkeys(secrets) if s.words.strip())
        self.kept = tuple(k for k in dict.fromkeys(kept) if k.strip())
        self._of = {_plain(s.words): s for s in reversed(self.secrets)}
        exact = sorted({*self.kept, *(s.words for s in self.secrets)}, key=len, reverse=True)
        parts = [f"(?P<exact>{'|'.join(map(_loose, exact))})"] if exact else []
        parts += [f"(?P<p{n}>{pattern})" for n, (_, pattern) in enumerate(PATTERNS)]
        self._find = re.compile("|".join(parts))

    def runs(self, text: str) -> tuple[str | Masked, ...]:
        """Return a text as runs of words and of places where something was taken out."""
        made: list[str | Masked] = []
        for part in self._parts(text):
            if isinstance(part, str) and made and isinstance(made[-1], str):
                made[-1] += part
            elif part != "":
                made.append(part)
        return tuple(made)

    def words(self, text: str) -> str:
        """Return a text as one passage; what was taken out leaves its label in brackets."""
        return "".join(p if isinstance(p, str) else f"（{p.masked}略）" for p in self._parts(text))

    def _parts(self, text: str) -> Iterator[str | Masked]:
        place = 0
        for match in self._find.finditer(text):
            yield text[place : match.start()]
            place = match.end()
            yield self._instead(match)
        yield text[place:]

    def _instead(self, match: "re.Match[str]") -> str | Masked:
        if match.lastgroup != "exact":
            return Masked(PATTERNS[int((match.lastgroup or "p0")[1:])][0])
        if match[0] in self.kept:
            return match[0]
        secret = self._of.get(_plain(match[0]))
        if secret is None:
            return match[0]
        return secret.shown or Masked(secret.label)


def leaks(texts: Iterable[tuple[str, str]], masking: Masking) -> tuple[Finding, ...]:
    """Read what is to be published, given as (where, text), and find what may not be read (law.md RED-06)."""
    found: dict[Finding, None] = {}
    for where, text in texts:
        seen = _plain(_without(text, masking.kept))
        for label, pattern in PATTERNS:
            if re.search(pattern, seen):
                found[Finding(label, where)] = None
        for secret in masking.secrets:
            words = _plain(secret.words)
            if words in _plain(secret.shown):
                continue  # a name of one sign is all that its mask shows
            if words in seen:
                found[Finding(secret.label, where)] = None
            elif secret.is_name and (given := _given_name(secret.words)) and given in seen:
                found[Finding(f"{secret.label}的一部分", where, unsure=True)] = None
    return tuple(found)


def _given_name(name: str) -> str:
    """Return a given name of two signs or more; of a name with a dot, what stands before the dot."""
    first = re.split(f"[{DOTS}]", name)[0]
    given = first if first != name else name[len(masked_name(name)) - 1 :]
    return _plain(given) if len(given) > 1 else ""


def _without(text: str, kept: Iterable[str]) -> str:
    for words in sorted(kept, key=len, reverse=True):
        text = text.replace(words, "\n")
    return text


def _plain(text: str) -> str:
    """Undo what hides a word from a search: full-width signs, blanks, hyphens, middle dots, case."""
    lines = (unicodedata.normalize("NFKC", line) for line in text.split("\n"))
    return "\n".join(re.sub(rf"[\s\-{DOTS}]", "", line).upper() for line in lines)


def _loose(words: str) -> str:
    """Return a pattern that also finds the words with blanks, hyphens or another middle dot in them."""
    signs = re.sub(r"[\s\-]", "", words)
    between = r"[\s\-]{0,2}" if re.search(r"\d", words) else r"\s?"
    return between.join(f"[{DOTS}]" if sign in DOTS else re.escape(sign) for sign in signs)
