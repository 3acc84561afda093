"""The statutes, dated, and the citation: `cite("行政处罚法 57.2")` prints 《…行政处罚法》第五十七条第二款.

Stands on 处罚法 37 (an act is judged by the law of its day) and on plan 1.2.b (a stale citation is refused).
Where the text of a statute is at hand, a citation of a place that it does not have is an error at once.
"""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from mingfa.bureau.law.plan.clauses import clause
from mingfa.bureau.law.tables import read_text, read_yaml
from mingfa.bureau.law.texts.articles import Article, parse_articles
from mingfa.bureau.lib.chinese import numeral

_PLACE = re.compile(
    r"(?:(?P<article>[1-9]\d*)(?:\.(?P<paragraph>[1-9]\d*))?)?(?:[(（](?P<item>[1-9]\d*)[)）])?"
)
# Kept by the table itself: each edition has its days, and the code of 2026 ends the ten laws it replaces.
KEEPS = ("TIME-08",)
_PLAN_FORM = re.compile(r"方案\s+(?P<clause>\d\.\d\.[a-z])")


class UnknownStatute(LookupError):
    """The short name is not in `data/statutes.yaml`."""


class UnknownArticle(LookupError):
    """The statute is at hand, and it has no such article, paragraph or item."""


@dataclass(frozen=True)
class Statute:
    """One edition of a source of law; `in_force_to` is the last day on which it applied.

    `files` is empty where only name and dates are kept; `partial` is the number of the last article
    where not all articles are at hand.
    """

    short: str
    title: str
    level: str
    number: str | None
    in_force_from: datetime.date | None
    in_force_to: datetime.date | None
    replaced_by: str | None
    replaces: tuple[str, ...]
    files: tuple[str, ...]
    partial: int | None = None

    def lacks(self, number: int) -> bool:
        """Say that an article number is known not to be at hand, and that this is not the number's fault."""
        return not self.files or (self.partial is not None and 0 < number <= self.partial)

    def in_force(self, on: datetime.date) -> bool:
        """Say whether this edition applied on that day; without a recorded first day it did."""
        started = self.in_force_from is None or self.in_force_from <= on
        return started and (self.in_force_to is None or on <= self.in_force_to)

    def __str__(self) -> str:
        number = f"（{self.number}）" if self.level == "规范性文件" and self.number else ""
        return f"《{self.title}》{number}"


@dataclass(frozen=True)
class Citation:
    """A place in a source of law. Printed in full; `short_form` is what `cite` reads."""

    short: str
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    clause: str | None = None

    @property
    def statute(self) -> Statute:
        return statute(self.short)

    @property
    def short_form(self) -> str:
        place = self.clause or ""
        if self.article:
            place = f"{self.article}" + (f".{self.paragraph}" if self.paragraph else "")
        item = f"({self.item})" if self.item else ""
        return f"{self.short} {place}{item}".strip()

    @property
    def text(self) -> str | None:
        """The words cited, or None where the text is not at hand."""
        if self.clause:
            return clause(self.clause).sentence
        return _words(self) if self.article else None

    def in_force(self, on: datetime.date) -> bool:
        return self.statute.in_force(on)

    def __str__(self) -> str:
        place = clause(self.clause).place if self.clause else ""
        if self.article:
            place = f"第{numeral(self.article)}条"
        if self.paragraph:
            place += f"第{numeral(self.paragraph)}款"
        if self.item:
            place += f"第{numeral(self.item)}项" if self.article else f"第（{numeral(self.item)}）项"
        return f"{self.statute}{place}"


@cache
def all_statutes() -> tuple[Statute, ...]:
    return tuple(
        Statute(
            short=row["short"],
            title=row["title"],
            level=row["level"],
            number=row.get("number"),
            in_force_from=row.get("from"),
            in_force_to=row.get("to"),
            replaced_by=row.get("replaced_by"),
            replaces=tuple(row.get("replaces", ())),
            files=tuple(row.get("text", ())),
            partial=row.get("partial"),
        )
        for row in read_yaml("statutes.yaml")
    )


@cache
def _by_short() -> dict[str, Statute]:
    return {one.short: one for one in all_statutes()}


def statute(short: str) -> Statute:
    try:
        return _by_short()[short]
    except KeyError:
        raise UnknownStatute(f"法律法规登记表中没有“{short}”，请先在 statutes.yaml 中登记") from None


@cache
def articles(short: str) -> dict[int, Article]:
    """Read all articles of a statute at hand, by number; empty where only its name and dates are kept."""
    found: dict[int, Article] = {}
    for name in statute(short).files:
        found |= parse_articles(read_text(f"statutes/{name}"))
    return found


def article(short: str, number: int) -> Article:
    try:
        return articles(short)[number]
    except KeyError:
        raise UnknownArticle(f"{statute(short)}没有第{numeral(number)}条（或者没有收录其文本）") from None


@cache
def cite(text: str) -> Citation:
    """Read the short form of a citation and check that the place exists.

    Forms: `行政处罚法 58` article · `行政处罚法 57.2` paragraph · `行政处罚法 64(1)` item ·
    `行政处罚法 57.1(4)` item of a paragraph · `国办发〔2018〕118号 (8)` numbered part ·
    `方案 3.4.b` clause of the plan.
    """
    found = _read(text.strip())
    statute(found.short)
    if found.clause:
        clause(found.clause)
    elif found.article:
        _words(found)
    return found


def _read(text: str) -> Citation:
    if plan := _PLAN_FORM.fullmatch(text):
        return Citation("方案", clause=plan["clause"])
    if text in _by_short():
        return Citation(text)
    short, _, place = text.rpartition(" ")
    match = _PLACE.fullmatch(place)
    if not (short and match):
        raise ValueError(f"引用“{text}”写法不对：应为“行政处罚法 58”或者“行政处罚法 57.2”的样式")
    article_no, paragraph, item = (int(match[name] or 0) or None for name in ("article", "paragraph", "item"))
    return Citation(short, article_no, paragraph, item)


def _words(place: Citation) -> str | None:
    """Return the words cited; None where the text is not at hand, UnknownArticle if it lacks the place."""
    source, number = place.statute, place.article or 0
    if number not in articles(place.short) and source.lacks(number):
        return None
    found = article(place.short, number)
    if place.paragraph and place.paragraph > len(found.paragraphs):
        raise UnknownArticle(f"{source}{found.zh_number}没有第{numeral(place.paragraph)}款")
    chosen = found.paragraphs[place.paragraph - 1 : place.paragraph] if place.paragraph else found.paragraphs
    if not place.item:
        return "\n".join(one.text for one in chosen)
    items = [item for one in chosen for item in one.items]
    if place.item > len(items):
        raise UnknownArticle(f"{source}{found.zh_number}没有第{numeral(place.item)}项")
    return items[place.item - 1]
