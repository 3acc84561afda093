"""A small drawing board for charts: texts, boxes and a page, as SVG.

It styles itself by attributes alone, so that a chart may stand inside a page under a strict content policy.
"""

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

WIDTH = 720
_FONT = "PingFang SC,Microsoft YaHei UI,Microsoft YaHei,Source Han Sans SC,Noto Sans CJK SC,sans-serif"

_TEXTS = {
    "title": 'font-size="20" font-weight="600" text-anchor="middle" fill="#1c2127"',
    "subtitle": 'font-size="12" text-anchor="middle" fill="#4a535e"',
    "stage": 'font-size="14" font-weight="600" text-anchor="middle" fill="#1d4e89"',
    "act": 'font-size="14" font-weight="600" text-anchor="middle" fill="#1c2127"',
    "act-review": 'font-size="14" font-weight="600" text-anchor="middle" fill="#fff"',
    "role": 'font-size="12" text-anchor="middle" fill="#4a535e"',
    "role-review": 'font-size="12" text-anchor="middle" fill="#fff"',
    "also": 'font-size="12.5" fill="#1c2127"',
    "also-role": 'font-size="11.5" text-anchor="end" fill="#6a737d"',
    "note": 'font-size="11.5" fill="#4a535e"',
    "turn": 'font-size="11.5" fill="#7d5200"',
    "arrow": 'font-size="11.5" fill="#1d4e89"',
}
_BOXES = {
    "act": 'rx="6" fill="#fff" stroke="#1d4e89" stroke-width="1.4"',
    "act-review": 'rx="6" fill="#1d4e89"',
    "also": 'rx="4" fill="#fff" stroke="#9aa3ad" stroke-dasharray="4 3"',
    "end": 'rx="15" fill="#f0eee8" stroke="#6a737d"',
    "stage": 'rx="4" fill="#eaf1f9"',
}


@dataclass
class Canvas:
    """The drawing so far and the height it has reached."""

    parts: list[str] = field(default_factory=list)
    y: float = 0

    def add(self, part: str) -> None:
        self.parts.append(part)

    def text(self, x: float, y: float, look: str, words: str) -> None:
        self.add(f'<text x="{x:g}" y="{y:g}" {_TEXTS[look]}>{escape(words)}</text>')

    def box(self, y: float, height: float, look: str, x: float, width: float) -> None:
        self.add(f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" {_BOXES[look]}/>')


def wrap(words: str, size: float = 11.5, width: float = 320) -> list[str]:
    """Break a line to a width in px; Chinese marks are one em wide, others taken as 0.56 em."""
    lines, line, used = [], "", 0.0
    for mark in words:
        step = size if ord(mark) > 0x2000 else size * 0.56
        if used + step > width and mark not in "、，；：）》":
            lines.append(line)
            line, used = "", 0.0
        line, used = line + mark, used + step
    return [*lines, line]


def page(canvas: Canvas, name: str, title: str, subtitle: str, description: str) -> str:
    """Return the drawing as a standalone SVG with title and description for those who cannot see it."""
    height = canvas.y + 8
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}"'
            f' height="{height:g}" role="img" aria-labelledby="{name}-t {name}-d" lang="zh-CN"'
            f' font-family="{_FONT}">',
            f'<title id="{name}-t">{escape(title)}</title>',
            f'<desc id="{name}-d">{escape(description)}</desc>',
            f'<rect width="{WIDTH}" height="{height:g}" fill="#fff"/>',
            f'<text x="{WIDTH / 2:g}" y="34" {_TEXTS["title"]}>{escape(title)}</text>',
            f'<text x="{WIDTH / 2:g}" y="56" {_TEXTS["subtitle"]}>{escape(subtitle)}</text>',
            *canvas.parts,
            "</svg>\n",
        )
    )
