"""`mingfa upgrade`: on a copy, alone, or not at all; on SQLite and on PostgreSQL."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests.ledgers.later import copied, edited, later
from tests.ledgers.opened import VERSIONS, Opened, opened
from tests.servers import postgres

pytestmark = pytest.mark.long


@pytest.fixture
def ledger(tmp_path: Path) -> Opened:
    return opened(VERSIONS[-1], tmp_path / "data")


def test_an_altered_row_stops_an_upgrade_and_is_named(ledger: Opened) -> None:
    place = ledger.folder / "db.sqlite3"
    with sqlite3.connect(place) as one:
        one.execute("UPDATE people_unit SET name = '他处' WHERE name = '市容中队'")
        one.execute("DROP TRIGGER leaf_never_goes")
        before = list(one.iterdump())
    refused = ledger.mingfa("upgrade")
    assert (refused.returncode, "数据一切如旧" in refused.stderr, "内设机构" in refused.stderr) == (
        1,
        True,
        True,
    )
    with sqlite3.connect(place) as one:
        assert list(one.iterdump()) == before
    assert not (ledger.folder / "backups").exists()


def test_nobody_upgrades_while_the_bureau_works(ledger: Opened) -> None:
    with sqlite3.connect(ledger.folder / "db.sqlite3") as working:
        working.execute("PRAGMA journal_mode=WAL")
        working.execute("DROP TRIGGER leaf_never_goes")
        working.commit()
        working.execute("SELECT count(*) FROM ledger_leaf").fetchone()
        refused = ledger.mingfa("upgrade")
    assert (refused.returncode, "请先停止网站" in refused.stderr) == (1, True)


def test_a_guard_is_set_again_and_said(ledger: Opened) -> None:
    with sqlite3.connect(ledger.folder / "db.sqlite3") as one:
        one.execute("DROP TRIGGER leaf_never_goes")
        one.execute("CREATE TRIGGER quiet AFTER INSERT ON people_unit BEGIN SELECT 1; END")
    assert [fault.partition("：")[0] for fault in ledger.faults() if "保护规则" in fault] == [
        "数据库保护规则（leaf_never_goes）",
        "数据库保护规则（quiet）",
    ]
    done = ledger.mingfa("upgrade")
    assert (done.returncode, "leaf_never_goes" in done.stderr) == (0, True), done.stderr
    assert ledger.faults() == []
    again = ledger.mingfa("--json", "upgrade")
    assert json.loads(again.stdout) == {"upgraded": False}


def test_another_program_is_named_until_it_is_on_record(ledger: Opened, tmp_path: Path) -> None:
    """The digest of the code that judges stands in the log; a program with gates switched off is another."""
    assert ledger.mingfa("upgrade").returncode == 0
    package, ledger.program = copied(tmp_path / "other"), tmp_path / "other"
    edited(package / "bureau/appointments/rules.py", "LEADING or given.document", "LEADING or True")
    (package / "bureau/law/data/config.yaml").open("a").write("# 改动\n")
    named = [fault for fault in ledger.faults() if "登记的摘要不同" in fault]
    assert [fault.partition("：")[0] for fault in named] == ["程序、法律数据"]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    if reason := postgres.available():
        pytest.skip(reason)
    with postgres.running() as url:
        yield url


@pytest.mark.postgres
def test_on_postgresql_the_copy_takes_the_place_or_goes(server: str, tmp_path: Path) -> None:
    ledger = Opened(tmp_path / "data", more={"MINGFA_DATABASE": server})
    ledger.folder.mkdir()
    played = ledger.run("tests.ledgers.make", "--into", str(ledger.folder))
    assert played.returncode == 0, played.stderr
    ledger.program = later(tmp_path / "later") if (tmp_path / "later").mkdir() is None else None
    with psycopg.connect(server) as working:
        working.execute("SELECT 1")
        used = ledger.mingfa("upgrade")
        assert (used.returncode, "请先停止网站" in used.stderr) == (1, True), used.stderr
    with psycopg.connect(server) as one:
        one.execute("UPDATE people_unit SET name = '他处' WHERE name = '市容中队'")
    refused = ledger.mingfa("upgrade")
    assert (refused.returncode, "内设机构" in refused.stderr) == (1, True), refused.stderr
    with psycopg.connect(server) as one:
        assert "kind" in _columns(one)
        assert len(_databases(one)) == 1
        one.execute("UPDATE people_unit SET name = '市容中队' WHERE name = '他处'")
    done = ledger.mingfa("upgrade")
    assert done.returncode == 0, done.stderr
    with psycopg.connect(server) as one:
        assert "kind" not in _columns(one)
        assert len(_databases(one)) == 2
    assert [fault for fault in ledger.faults() if "保护规则" in fault or "改动" in fault] == []


def _columns(one: psycopg.Connection[tuple[object, ...]]) -> set[object]:
    asked = "SELECT column_name FROM information_schema.columns WHERE table_name = 'people_unit'"
    return {row[0] for row in one.execute(asked)}


def _databases(one: psycopg.Connection[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return one.execute("SELECT datname FROM pg_database WHERE datname LIKE 'mingfa%'").fetchall()
