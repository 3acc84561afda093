"""From the ledger alone the whole bureau is built again, and what was altered behind the doorway is found."""

import json
import sqlite3
from pathlib import Path

import pytest

from mingfa.bureau.doorway.tests.test_alone import alone, run

pytestmark = pytest.mark.long


def rebuilt(folder: Path) -> list[str]:
    """Rebuild the bureau from its ledger, compare, and return the places that differ."""
    done = run(folder, "mingfa.commands", "--data", str(folder), "rebuild", "--check", "--json")
    found = json.loads(done.stdout)
    assert found["entries"] > 100 and done.returncode == bool(found["differences"]), done.stderr
    return [d["where"] for d in found["differences"]]


@pytest.mark.clause("2.4.c")
def test_the_ledger_alone_gives_the_bureau_again(tmp_path):
    told = alone(tmp_path, "story")
    assert told["faults"] == []
    assert rebuilt(tmp_path) == []
    with sqlite3.connect(tmp_path / "db.sqlite3") as database:
        database.execute("UPDATE review_review SET reviewer = reviewer + 1")
        database.execute("DELETE FROM cases_correctionorder")
    found = rebuilt(tmp_path)
    assert [where.split("/")[0] for where in found] == ["cases.correctionorder", "review.review"]


@pytest.mark.clause("2.4.c")
@pytest.mark.rule("TIME-06")
def test_a_rebuild_judges_each_entry_by_the_holidays_known_on_its_day(tmp_path):
    """Nothing was charged while the last day was open; now that it is known, something would have been."""
    told = alone(tmp_path, "winter")
    assert told["owed"][0] == 0 < told["owed"][1]
    assert told["faults"] == [] and rebuilt(tmp_path) == []
