"""A data folder named by mistake is refused, with what to do, and nothing is made in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def mingfa(*argv: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MINGFA_", "DJANGO_"))}
    command = [sys.executable, "-m", "mingfa.commands", *argv]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("command", ["serve", "check", "verify", "rebuild"])
def test_a_folder_that_is_not_there_stays_so(command: str, tmp_path: Path) -> None:
    wrong = tmp_path / "typed-wrong"
    ended = mingfa("--data", str(wrong), command)
    assert ended.returncode == 2, ended.stderr
    assert "--data" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not wrong.exists()


@pytest.mark.parametrize("command", ["serve", "check"])
def test_a_folder_with_other_things_stays_as_it_is(command: str, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    ended = mingfa("--data", str(tmp_path), command)
    assert (ended.returncode, "--data" in ended.stderr) == (2, True)
    assert [entry.name for entry in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_log_is_checked_without_a_bureau(tmp_path: Path) -> None:
    """A bad checkpoint or a size that is no number is a finding or wrong usage, never a traceback."""
    log = tmp_path / "log"
    log.mkdir()
    vkey = "log.example.cn/record+00000000+AAAA"
    (log / "checkpoint").write_text("log.example.cn/record\n²\nAAAA\n\n— log.example.cn/record AAAA\n")
    for old in (tmp_path / "nothing", log / "checkpoint"):
        ended = mingfa("--data", str(tmp_path / "none"), "verify", str(log), "--log", vkey, "--old", str(old))
        assert ended.returncode in (1, 2)
        assert "Traceback" not in ended.stderr
