"""Killed anywhere, an act is there whole or not at all; asked twice at once, it happens once."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def run(folder: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module of ours on a data folder of its own."""
    env = {k: v for k, v in os.environ.items() if k not in ("MINGFA_DATABASE", "MINGFA_VAULT")}
    env |= {"MINGFA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "mingfa.bureau.settings"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def alone(folder: Path, what: str) -> Any:
    """Run the script beside this file; return what it says."""
    done = run(folder, "mingfa.bureau.doorway.tests.alone", what)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def rebuilt(folder: Path) -> list[str]:
    """Rebuild the bureau from its ledger, compare, and return the places that differ."""
    done = run(folder, "mingfa.commands", "--data", str(folder), "rebuild", "--check", "--json")
    found = json.loads(done.stdout)
    assert found["entries"] > 100 and done.returncode == bool(found["differences"]), done.stderr
    return [d["where"] for d in found["differences"]]


@pytest.mark.clause("2.4.c")
def test_a_process_killed_anywhere_leaves_an_act_whole_or_not_at_all(tmp_path):
    told = alone(tmp_path, "dying")
    kill = signal.SIGKILL
    for before, now in zip(told, told[1:], strict=False):
        grown = now["leaves"] - before["leaves"]
        assert now["faults"] == [], now["at"]
        assert (now["records"], now["papers"]) == (before["records"] + grown, before["papers"] + grown)
        assert now["numbers"] == list(range(1, now["papers"] + 1))
        if now["at"].startswith(("before", "after")):
            assert grown == (now["killed"] == 0), "killed before the commit: nothing stays"
        elif now["at"] == "commit":
            assert (now["killed"], grown) == (kill, 1), "killed after the commit: all of it stays"
        else:
            assert now["killed"] == kill and grown >= 0
    assert sum(t["killed"] == kill for t in told) > 12
    assert told[-1]["leaves"] > told[0]["leaves"]


def test_the_same_act_at_once_happens_once(tmp_path):
    told = alone(tmp_path, "racing")
    assert told["same_act"] == ["done case.verify", "the_step_is_open"]
    assert len(set(told["same_request"])) == 1 and told["cases_of_one_request"] == 1
    indices = sorted(int(answer.removeprefix("done ")) for answer in told["many"])
    assert indices == list(range(indices[0], indices[0] + 12))
    assert (told["processes"], told["verified_two"]) == ([0, 0, 0], 1)
    assert told["refused"] == 1 + 2
    assert told["faults"] == []


@pytest.mark.clause("2.4.c")
@pytest.mark.rule("TIME-06")
def test_a_rebuild_judges_each_entry_by_the_holidays_known_on_its_day(tmp_path):
    """Nothing was charged while the last day was open; now that it is known, something would have been."""
    told = alone(tmp_path, "winter")
    assert told["owed"][0] == 0 < told["owed"][1]
    assert told["faults"] == [] and rebuilt(tmp_path) == []


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
