"""The glossary speaks of what is there: every code word stands in the product, and no term stands twice."""

import re
from functools import cache

from tests.guards.sources import PACKAGE, ROOT

PAGE = ROOT / "docs" / "glossary.md"
ROW = re.compile(r"^\| (\S[^|]*) \| ([^|]+) \| `([\w.]+)` \|$", re.MULTILINE)


@cache
def product() -> str:
    """Return the product's own words: sources, tables, and the names of files."""
    paths = [p for p in PACKAGE.rglob("*") if not {"tests", "migrations"} & set(p.parts)]
    texts = [p.read_text(encoding="utf-8") for p in paths if p.suffix in (".py", ".yaml")]
    return "\n".join([*texts, *(p.stem for p in paths)])


def absent(words: list[str]) -> list[str]:
    """Return the words that are no whole word of the product."""
    return [w for w in words if not re.search(rf"(?<![A-Za-z_]){re.escape(w)}(?![A-Za-z_])", product())]


def test_every_code_word_is_there() -> None:
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert len(rows) > 80
    assert absent([word for _, _, word in rows]) == []
    terms = [term for term, _, _ in rows]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []


def test_the_guard_bites() -> None:
    assert absent(["case.file", "no_such_word", "cas"]) == ["no_such_word", "cas"]
