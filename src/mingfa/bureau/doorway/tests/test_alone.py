"""Killed anywhere, an act is there whole or not at all; asked twice at once, it happens once."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.long


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
