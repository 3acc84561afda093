"""`mingfa test` itself: its own data folder, its exit codes, what it runs twice."""

import os
from pathlib import Path

import pytest

from mingfa.commands import test as command
from mingfa.commands.checkout import ROOT


@pytest.mark.parametrize(
    ("code", "expected", "closing"),
    [
        ("assert True", 0, "1 passed"),
        ("assert False", 1, "1 failed"),
        ("import nothing_at_all", 1, "1 failed"),
    ],
)
def test_the_exit_code_and_the_closing_line(tmp_path: Path, code: str, expected: int, closing: str) -> None:
    (tmp_path / "test_it.py").write_text(f"def test_it():\n    {code}\n")
    done = command.pytest(tmp_path, "示例", ["-p", "no:django", "test_it.py"], dict(os.environ))
    assert done.code == expected
    assert done.closing.startswith(closing)


def test_wrong_arguments_are_wrong_usage(tmp_path: Path) -> None:
    assert command.pytest(tmp_path, "示例", ["-p", "no:django", "nowhere.py"], dict(os.environ)).code == 2


def test_tests_never_see_the_real_storage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGFA_DATABASE", "postgres://real/real")
    monkeypatch.setenv("MINGFA_DATA", "real")
    with command.own_data_folder() as own:
        assert "MINGFA_DATABASE" not in own
        assert Path(own["MINGFA_DATA"]).is_dir()
        assert own["MINGFA_DATA"] != "real"


def test_the_second_run_takes_what_touches_storage_and_nothing_else() -> None:
    rooms = command.stored_rooms(ROOT)
    assert "src/mingfa/bureau/ledger" in rooms
    assert "src/mingfa/bureau/law" not in rooms
    assert all(any((ROOT / room).rglob("test_*.py")) for room in rooms)
