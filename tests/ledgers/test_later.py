"""A later program opens the golden ledger; where its authors forgot a line, everything is as it was."""

import json
import sqlite3
from pathlib import Path

import pytest
from tests.ledgers.later import FORGOTTEN, Forgotten, edited, later
from tests.ledgers.opened import HERE, VERSIONS, Opened, opened

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return later(tmp_path_factory.mktemp("later"))


def dump(ledger: Opened) -> list[str]:
    """Return everything that the database holds, structure and rows."""
    one = sqlite3.connect(ledger.folder / "db.sqlite3")
    try:
        return list(one.iterdump())
    finally:
        one.close()


def test_a_later_program_takes_the_ledger_over(program: Path, tmp_path: Path) -> None:
    ledger = opened(VERSIONS[-1], tmp_path / "data", program)
    stays_shut = ledger.run("mingfa.commands.opening")
    assert (stays_shut.returncode, "mingfa upgrade" in stays_shut.stderr) == (1, True)
    before = dump(ledger)
    done = ledger.mingfa("--json", "upgrade")
    assert done.returncode == 0, done.stderr
    kept = Path(json.loads(done.stdout)["kept"])
    one = sqlite3.connect(kept)
    assert list(one.iterdump()) == before
    one.close()
    about = HERE / VERSIONS[-1] / "about.json"
    carried = ledger.run("tests.ledgers.carry_on", str(about))
    assert carried.returncode == 0, carried.stderr
    assert ledger.faults() == []
    assert ledger.differences() == []
    one = sqlite3.connect(ledger.folder / "db.sqlite3")
    columns = [row[1] for row in one.execute("PRAGMA table_info(people_unit)")]
    assert ("kind" in columns, "floor" in columns, "former" in columns) == (False, True, True)
    with pytest.raises(sqlite3.DatabaseError, match="never changed"):
        one.execute("UPDATE decisions_decision SET amount = 1")
    one.close()
    # And the program of before does not touch what it does not know.
    ours = Opened(ledger.folder)
    for command in (("verify",), ("rebuild",), ("check",), ("upgrade",)):
        refused = ours.mingfa(*command)
        assert (refused.returncode, "较新版本的程序" in refused.stderr) == (1, True), command
    served = ours.run("mingfa.commands.opening")
    assert (served.returncode, "较新版本的程序" in served.stderr) == (1, True)


@pytest.mark.parametrize("forgotten", FORGOTTEN, ids=lambda one: one.what)
def test_where_a_line_is_forgotten_nothing_is_upgraded(
    forgotten: Forgotten, program: Path, tmp_path: Path
) -> None:
    file = program / "mingfa" / forgotten.file
    whole = file.read_bytes()
    edited(file, forgotten.before, forgotten.after)
    try:
        ledger = opened(VERSIONS[-1], tmp_path / "data", program)
        before = dump(ledger)
        refused = ledger.mingfa("upgrade")
        assert refused.returncode == 1, refused.stdout
        assert "没有升级，数据一切如旧" in refused.stderr
        assert forgotten.said in refused.stderr
        assert dump(ledger) == before
        assert sorted(one.name for one in ledger.folder.iterdir() if "upgrading" in one.name) == []
    finally:
        file.write_bytes(whole)
