"""mypy (strict) and ruff, as tests: what CI asks is what everybody runs."""

import subprocess
import sys

import pytest
from tests.guards.sources import ROOT

pytestmark = pytest.mark.long


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", [("check",), ("format", "--check")], ids=" ".join)
def test_ruff_is_content(command: tuple[str, ...]) -> None:
    done = run("ruff", *command, "--output-format=concise", "src", "tests", "bench", "conftest.py")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_are_strict() -> None:
    done = run("mypy", "--no-error-summary")
    assert done.returncode == 0, done.stdout + done.stderr
