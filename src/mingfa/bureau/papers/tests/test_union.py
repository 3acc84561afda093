"""The union list of forms: each is made by a kind of paper of the house, or says why there is none."""

from pathlib import Path

import pytest

from mingfa.bureau import papers
from mingfa.bureau.lib.yamls import parse_yaml

ROWS = parse_yaml((Path(papers.__file__).parent / "union.yaml").read_text(encoding="utf-8"))
SERIES = {"C": 8, "E": 16, "M": 8, "R": 5, "N": 5, "H": 6, "D": 4, "S": 2, "X": 10, "Z": 5, "I": 7, "G": 2}


@pytest.mark.clause("2.1.a")
def test_every_form_of_the_union_list_is_there_once():
    codes = [row["code"] for row in ROWS]
    wanted = [f"{letter}{n:02d}" for letter, count in SERIES.items() for n in range(1, count + 1)]
    assert sorted(codes) == sorted([*wanted, "P01-P24"])


@pytest.mark.clause("2.1.a")
@pytest.mark.parametrize("row", ROWS, ids=[row["code"] for row in ROWS])
def test_a_form_is_made_or_says_why_not(row):
    made, reason = row.get("papers", []), row.get("reason", "").strip()
    assert bool(made) != bool(reason)
    assert set(made) <= set(papers.forms())


@pytest.mark.clause("2.1.a")
def test_most_of_the_list_is_made():
    own = {form.code for form in papers.forms().values()}
    made = [row["code"] for row in ROWS if row.get("papers") or row["code"] in own]
    assert len(made) >= 35
