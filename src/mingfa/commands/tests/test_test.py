"""`mingfa test` itself: its own data folder, its exit codes, what it runs twice."""

import os
from pathlib import Path

import pytest

from mingfa.commands import test as command


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


def test_the_second_run_takes_what_touches_storage_and_nothing_else(tmp_path: Path) -> None:
    bureau = tmp_path / "src" / "mingfa" / "bureau"
    for name in ("cases/models.py", "cases/tests/test_file.py", "law/rules.py", "law/tests/test_rules.py",
                 "people/models.py", "vault/tests/test_keep.py"):  # fmt: skip
        (bureau / name).parent.mkdir(parents=True, exist_ok=True)
        (bureau / name).touch()
    assert command.stored_rooms(tmp_path) == ["src/mingfa/bureau/cases", "src/mingfa/bureau/vault"]
