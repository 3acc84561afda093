"""The typefaces papers are set in: where their fonts (字库) are found and which characters they can show.

GB/T 9704 asks for 仿宋, 黑体, 楷体 and 小标宋. A bureau that holds licences puts its fonts in the folder
MINGFA_FONTS; without it Fandol is used (`python -m mingfa.bureau.papers.fonts` fetches it), and Noto where
Fandol has no glyph. No font is shipped with the code.
"""

import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FETCHED = Path(sys.prefix) / "share" / "mingfa-fonts"
SYSTEM = (
    Path("/usr/share/fonts/opentype/noto"),
    Path("/usr/share/fonts/google-noto-serif-cjk-vf-fonts"),
    Path("/usr/share/fonts/truetype/lxgw-wenkai"),
    Path("/usr/local/share/fonts"),
)

# First come the fonts a bureau may own, then the free ones; the tail shows what the others cannot.
_TAIL = ("Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai")
_ROLES: Mapping[str, tuple[str, ...]] = {
    "fang": ("FangSong_GB2312", "仿宋_GB2312", "FZFangSong-Z02S", "FangSong", "FandolFang R"),
    "kai": ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "FandolKai", "LXGW WenKai"),
    "hei": ("SimHei", "FZHei-B01S", "FandolHei", "Noto Sans CJK SC"),
    "song": ("SimSun", "FandolSong"),
    "head": ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "STZhongsong"),
}
# Set Latin letters and figures in a text face: the Latin of FandolFang is a sans.
_LATIN = {"hei": "Noto Sans CJK SC"}


def folders() -> tuple[Path, ...]:
    """Return the folders that hold fonts, the bureau's own first."""
    own = os.environ.get("MINGFA_FONTS")
    candidates = ((Path(own),) if own else ()) + (FETCHED, *SYSTEM)
    return tuple(path for path in candidates if path.is_dir())


@cache
def library() -> typst.Fonts:
    """Return the fonts of these folders; no other has a say, so that the same folders make the same paper."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(path) for path in folders()]
    )


@cache
def stacks() -> dict[str, list[object]]:
    """Return for each role the families Typst shall try, in order; only families that are there."""
    there = set(library().families())
    extra = _own_families() - {family for role in _ROLES.values() for family in role}
    found: dict[str, list[object]] = {}
    for role, families in _ROLES.items():
        chosen = [f for f in (*families, *_TAIL, *sorted(extra)) if f in there]
        latin = _LATIN.get(role, "Libertinus Serif")
        cover = [{"name": latin, "covers": "latin-in-cjk"}] if latin in there else []
        found[role] = [*cover, *dict.fromkeys(chosen)]
    return found


@cache
def coverage() -> frozenset[str]:
    """Return the characters every role can show.

    Left out are private-use characters (PDF/A refuses them) and invisible ones that could make a paper read
    differently from what was recorded (bidirectional controls, zero-width marks).
    """
    shown = [
        frozenset[int]().union(*(_glyphs(f) for f in stack if isinstance(f, str)))
        for stack in stacks().values()
    ]
    common = frozenset.intersection(*shown)
    return frozenset(c for c in map(chr, common) if c.isprintable() or c == "\u3000" or c == "\u00a0") | set(
        "\n\r\t "
    )


def undrawable(text: str) -> tuple[str, ...]:
    """Return the characters of this text that no font at hand can show, each once, in order of appearance."""
    if coverage().issuperset(text):
        return ()
    return tuple(sorted(set(text) - coverage(), key=text.index))


def check() -> tuple[str, ...]:
    """Return what is wanting in the fonts, one Chinese sentence each, for the go-live check."""
    there = set(library().families())
    wanting = []
    if not there.intersection(_ROLES["fang"]):
        wanting.append(
            "未找到仿宋字体，文书正文暂以宋体代替。请将已获授权的仿宋字体放入 MINGFA_FONTS 所指目录，"
            "或者运行 python -m mingfa.bureau.papers.fonts 取得 Fandol 字体。"
        )
    if "Noto Serif CJK SC" not in there:
        wanting.append("未找到 Noto Serif CJK SC 字体，生僻字可能无法显示。请安装系统软件包 fonts-noto-cjk。")
    return tuple(wanting)


def _own_families() -> set[str]:
    own = os.environ.get("MINGFA_FONTS")
    return {f.family for f in library().fonts() if own and f.path and Path(f.path).is_relative_to(own)}


@cache
def _faces() -> dict[str, tuple[str, int]]:
    """Return for each family the file and the index of its plainest face."""
    plainest = sorted(
        library().fonts(), key=lambda f: (f.style != "normal", abs(f.weight - 400)), reverse=True
    )
    return {f.family: (f.path, f.index) for f in plainest if f.path}


@cache
def _glyphs(family: str) -> frozenset[int]:
    if family not in _faces():
        return frozenset()
    path, index = _faces()[family]
    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())
