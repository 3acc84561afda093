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


STORED_PROJECT = {
    "test_asks.py": "def test_it(db):\n    assert True\n",
    "test_asks_further.py": "def test_far(further):\n    assert True\n",
    "test_bucket.py": "def test_it(s3_url):\n    assert True\n",
    "test_mixed.py": "def test_plain():\n    assert True\ndef test_it(transactional_db):\n    assert True\n",
    "test_plain.py": "def test_it():\n    assert True\n",
}
NAMES = ("db", "transactional_db", "s3_url")
FIXTURES = "".join(f"@pytest.fixture\ndef {name}(): ...\n" for name in NAMES)


def test_the_second_run_gets_the_files_that_hold_tests_of_storage_and_no_others(tmp_path: Path) -> None:
    """Also where a test asks for a database only through another fixture."""
    own = (ROOT / "conftest.py").read_text(encoding="utf-8").replace("pytest_plugins", "unused")
    further = "@pytest.fixture\ndef further(db): ...\n"
    (tmp_path / "conftest.py").write_text(own + FIXTURES + further)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  long: long\n")
    for name, text in STORED_PROJECT.items():
        (tmp_path / name).write_text(text)
    note, environment = tmp_path / "note", {**os.environ, "PYTHONPATH": str(ROOT)}
    alone = ["-p", "no:django"]
    done = command.pytest(tmp_path, "示例", [*alone, f"--note-stored={note}"], environment, quiet=True)
    assert done.closing.startswith("6 passed")
    stored = command.noted(note)[-4:]
    assert command.noted(note)[:-4] == [*command.spread(), "--stored"]
    assert stored == ["test_asks.py", "test_asks_further.py", "test_bucket.py", "test_mixed.py"]
    again = command.pytest(tmp_path, "示例", [*alone, "--stored", *stored], environment, quiet=True)
    assert again.closing.startswith("4 passed, 1 deselected")


def test_without_a_note_the_second_run_looks_everywhere(tmp_path: Path) -> None:
    assert command.noted(tmp_path / "none") == [*command.spread(), "--stored"]


@pytest.mark.heavy
def test_the_noted_files_hold_every_test_that_a_whole_collection_finds(tmp_path: Path) -> None:
    note, own = tmp_path / "note", dict(os.environ)
    collect = ["--collect-only", "-p", "no:xdist"]

    def collected(*arguments: str) -> set[str]:
        said = command.pytest(ROOT, "", [*collect, *arguments], own, quiet=True).output
        return {line for line in said.splitlines() if "::" in line}

    collected(f"--note-stored={note}")
    whole = collected("--stored")
    assert len(whole) > 1000
    assert collected("--stored", *command.noted(note)[len(command.spread()) + 1 :]) == whole
