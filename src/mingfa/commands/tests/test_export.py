"""`mingfa export`: a register holds what one person may see; logs are checked as a stranger would."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from mingfa.bureau.cases.models import Case
from mingfa.bureau.ledger import heads
from mingfa.commands import main
from mingfa.commands.export import HEAD, words
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def out(settings: Any, tmp_path: Path) -> Path:
    settings.LOGS, settings.KEYS = tmp_path / "logs", tmp_path / "keys"
    return tmp_path / "out"


def register_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.clause("2.3.a")
def test_the_register_names_every_case_with_its_number(
    cast: Cast, stage: Stage, out: Path, capsys: Capture
) -> None:
    play = Play(stage, cast).to_filed()
    assert main(["export", "ledger", str(out), "--by", str(cast.head), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["cases"] == 1
    (line,) = register_of(out)
    assert tuple(line) == HEAD
    assert (line["账本序号"], line["环节"]) == (str(play.case), "调查取证")
    assert "立案字〔2026〕第1号" in line["立案文号"]


@pytest.mark.clause("2.3.c")
def test_it_holds_what_that_person_may_see(cast: Cast, stage: Stage, out: Path) -> None:
    Play(stage, cast).register(restricted=True)
    Play(stage, cast, squad=1).register()
    for person, seen in ((cast.head, 2), (cast.publicity, 1), (cast.officers[0][0], 1), (cast.appointer, 0)):
        file = out.with_name(f"{person}.csv")
        assert main(["export", "ledger", str(file), "--by", str(person)]) == 0
        assert len(register_of(file)) == seen


def test_a_changed_row_is_not_exported(cast: Cast, stage: Stage, out: Path, capsys: Capture) -> None:
    Play(stage, cast).register()
    Case.objects.update(place="别处")
    assert main(["export", "ledger", str(out), "--by", str(cast.head)]) == 1
    assert "停止显示" in capsys.readouterr().err
    assert not list(out.parent.glob("*out*"))


@pytest.mark.parametrize(
    ("typed", "shown"), [("=1+1", "'=1+1"), ("@a", "'@a"), ("高新区", "高新区"), (None, ""), (17, "17")]
)
def test_no_cell_is_a_formula(typed: object, shown: str) -> None:
    assert words(typed) == shown


@pytest.mark.parametrize("argv", [["ledger"], ["ledger", "--by", "999999"], ["everything"]])
def test_wrong_usage(argv: list[str], cast: Cast, out: Path, capsys: Capture) -> None:
    assert main(["export", argv[0], str(out), *argv[1:]]) == 2
    assert capsys.readouterr().err


def test_nothing_is_overwritten(cast: Cast, out: Path, capsys: Capture) -> None:
    out.write_text("示例")
    assert main(["export", "ledger", str(out), "--by", str(cast.head)]) == 2
    assert out.read_text() == "示例"


@pytest.mark.clause("2.4.c")
def test_the_signed_logs_are_copied_and_checked(cast: Cast, out: Path, capsys: Capture) -> None:
    assert main(["export", "log", str(out)]) == 1
    heads.sign()
    assert main(["export", "log", str(out)]) == 0
    assert main(["verify", str(out / "record")]) == 0
    next((heads.folder("record") / "tile/0").rglob("*.p/*")).write_bytes(b"x" * 32)
    capsys.readouterr()
    assert main(["export", "log", str(out.with_name("again")), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"]
