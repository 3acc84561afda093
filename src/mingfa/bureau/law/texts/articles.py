"""Splits the text of a statute into articles, paragraphs (款) and items (项)."""

import re
from dataclasses import dataclass

from mingfa.bureau.lib.chinese import numeral, parse_numeral

_HEAD = re.compile(r"^\**第([零〇一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?\**\s+(.*)$")
_ITEM = re.compile(r"^[（(]([一二三四五六七八九十]+)[)）]")
_NOISE = re.compile("[\u200b\ufeff\u00a0]")


@dataclass(frozen=True)
class Paragraph:
    """One 款: its own words, and the items that hang on it."""

    words: str
    items: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join((self.words, *self.items))


@dataclass(frozen=True)
class Article:
    number: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def zh_number(self) -> str:
        return f"第{numeral(self.number)}条"

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def parse_articles(text: str) -> dict[int, Article]:
    """Read the articles of one file by number; headings, contents and front matter are passed over."""
    lines: dict[int, list[str]] = {}
    current: list[str] | None = None
    for raw in text.splitlines():
        line = _NOISE.sub("", raw).strip(" \u3000")
        head = _HEAD.match(line)
        if head and not head[2]:
            current = lines.setdefault(parse_numeral(head[1]), [])
            current.append(head[3])
        elif line.startswith(("#", "<!--")):
            current = None
        elif line and current is not None:
            current.append(line)
    return {number: Article(number, _paragraphs(body)) for number, body in lines.items()}


def _paragraphs(lines: list[str]) -> tuple[Paragraph, ...]:
    grouped: list[list[str]] = []
    for line in lines:
        if _ITEM.match(line) and grouped:
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return tuple(Paragraph(words, tuple(items)) for words, *items in grouped)
