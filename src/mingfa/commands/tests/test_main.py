"""The command line as people meet it: found by name, quick, and honest in its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mingfa import commands
from mingfa.commands import COMMANDS, main

pytestmark = pytest.mark.long


def test_the_overview_names_every_command_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    for name in ("test", "term", "rules", "clauses", "serve", "bench"):
        assert f"  {name} " in shown
        assert COMMANDS[name].help in shown


def test_an_unknown_command_is_wrong_usage_and_hints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clause"]) == 2
    assert "是否想用 clauses" in capsys.readouterr().err


@pytest.mark.parametrize(
    "argv", [["term", "--unknown"], ["serve", "nowhere"], ["bench", "nothing"], ["--data"]]
)
def test_wrong_usage_exits_with_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(argv)
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    assert code == 2
    assert capsys.readouterr().err.strip()


def test_help_of_a_command_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("用法：mingfa serve")
    assert "公示门户端口" in shown


def test_shared_options_may_stand_before_or_after_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "rules", "LR-01"]) == 0
    before = json.loads(capsys.readouterr().out)
    assert main(["rules", "LR-01", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == before
    assert before["citation"] == "行政处罚法 58"


def test_only_the_asked_command_is_loaded() -> None:
    """`--help` must be quick, and a command that is broken must not break the others."""
    code = (
        "import sys; from mingfa.commands import main; main(['--help']);"
        "print([m for m in sys.modules if m.startswith(('django', 'mingfa.commands.', 'mingfa.bureau'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_who_leaves_is_no_error() -> None:
    """`mingfa rules | head -1` ends quietly."""
    pipe = f"{sys.executable} -m mingfa.commands rules | head -1"
    done = subprocess.run(["sh", "-c", pipe], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def test_every_module_of_a_command_is_in_the_table() -> None:
    helpers = {"__init__", "__main__", "checkout", "coverage", "passphrases", "progress", "readiness"}
    there = {path.stem for path in Path(commands.__file__).parent.glob("*.py")} - helpers
    assert there <= set(COMMANDS)
