"""The table of fines stands beside the text of the law: every place exists, every quote is its words."""

import re

import pytest

from mingfa.bureau.law.penalty.fines import Measured, all_fines, fines_under
from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.law.texts.statutes import article, cite
from mingfa.bureau.lib.chinese import numeral

ROWS = read_yaml("fines.yaml")
UNITS = {"万": 10_000, "千": 1_000, "百": 100}


def written(amount: int) -> list[str]:
    """Return how a text may write an amount of yuan: 20000元, 2万元, 二万元, 二十万元, 五千元."""
    found = [f"{amount}元"]
    for sign, size in UNITS.items():
        if amount % size == 0 and amount // size < 1_000:
            number = amount // size
            found += [f"{number}{sign}元", f"{numeral(number)}{sign}元"]
    return found


@pytest.mark.rule("DEC-14")
def test_every_fine_quotes_the_article_it_names():
    wrong = []
    for row in ROWS:
        place = cite(row["cite"])
        words = article(place.short, place.article).text
        if row["quote"] not in re.sub(r"\s", "", words) and row["quote"] not in words:
            wrong.append(row["cite"])
    assert wrong == []
    assert len(ROWS) == len(all_fines()) == 126


@pytest.mark.rule("DEC-14")
def test_every_amount_stands_in_its_article():
    wrong = []
    for row in ROWS:
        place = cite(row["cite"])
        words = re.sub(r"[\s,，]", "", article(place.short, place.article).text)
        pairs = [row[whom] for whom in ("any", "person", "unit", "responsible") if whom in row]
        pairs += [row["second"]["any"]] if "any" in row.get("second", {}) else []
        for amount in (one for pair in pairs for one in pair if one):
            if not any(form in words or form.removesuffix("元") in words for form in written(amount)):
                wrong.append((row["cite"], amount))
    assert wrong == []


def test_no_range_is_upside_down():
    by = [Measured(party, 1_000_000, 1, second) for party in ("person", "unit") for second in (False, True)]
    ranges = [fine.range(one) for fine in all_fines().values() for one in by]
    assert all(found.low is None or found.low <= found.high for found in ranges if found is not None)


def test_a_place_is_found_by_its_parts_and_by_what_is_around():
    assert [one.cite for one in fines_under("道路条例 42(1)")] == ["道路条例 42(1)"]
    assert {one.cite for one in fines_under("生态环境法典 1128.1")} >= {"生态环境法典 1128.1(1)"}
    assert [one.cite for one in fines_under("生态环境法典 1129.1")] == ["生态环境法典 1129"]
    assert fines_under("行政处罚法 9") == ()
