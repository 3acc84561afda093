"""`mingfa bench`: every benchmark can be run, and runs at its smallest size."""

import importlib
import inspect
import json
import sys

import pytest

from mingfa.commands import main
from mingfa.commands.checkout import ROOT

NAMES = sorted(path.stem for path in (ROOT / "bench").glob("*.py") if not path.stem.startswith("_"))


def test_every_bench_can_be_run_at_its_smallest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    assert len(NAMES) > 6
    for name in NAMES:
        module = importlib.import_module(f"bench.{name}")
        assert inspect.signature(module.run).bind(**module.SMALLEST).arguments, name


def test_papers_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "papers", "--quick", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["results"]["papers"]
    assert found["rounds"] == 2 and found["decision_ms"] > 0 and found["ratio"] > 0


@pytest.mark.heavy
@pytest.mark.parametrize("name", NAMES)
def test_a_bench_runs(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", name, "--quick", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["results"][name]) > 1
