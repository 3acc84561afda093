"""The ledger of every tagged version opens in this program: verified, replayed, and a matter carried on.

Where this falls, an upgrade would: docs/how-to/change-what-is-on-record.md says how a row, an act or a gate
is changed. Before the tag, and only then, the ledger is made again: `python -m tests.ledgers.make <version>`.
"""

import json
from pathlib import Path

import pytest
from tests.ledgers.contract import broken, contract
from tests.ledgers.opened import HERE, VERSIONS, opened

pytestmark = pytest.mark.long


def test_there_is_a_ledger_of_the_first_version_with_an_upgrade_path() -> None:
    assert "v0.2.0" in VERSIONS


@pytest.mark.clause("2.4.c")
@pytest.mark.parametrize("version", VERSIONS)
def test_a_ledger_of_each_version_is_upgraded_and_carried_on(version: str, tmp_path: Path) -> None:
    ledger = opened(version, tmp_path / "data")
    upgraded = ledger.mingfa("upgrade")
    assert upgraded.returncode == 0, upgraded.stderr
    carried = ledger.run("tests.ledgers.carry_on", str(HERE / version / "about.json"))
    assert carried.returncode == 0, carried.stderr
    entries, failed = map(int, carried.stdout.split())
    assert (entries, failed) == (6, 0)
    assert ledger.faults() == []
    assert ledger.differences() == []


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_version_promised_is_kept(version: str) -> None:
    """Also what the small ledger does not play: every column, input, gate and table."""
    kept = json.loads((HERE / version / "contract.json").read_text(encoding="utf-8"))
    assert list(broken(kept)) == []


def test_a_promise_that_is_broken_is_said() -> None:
    def changed(**over: object) -> list[str]:
        kept = json.loads(json.dumps(contract()))
        for path, value in over.items():
            *place, last = path.split("__")
            spot = kept
            for name in place:
                spot = spot[name.replace("_DOT_", ".").replace("_V", " ")]
            spot[last] = value
        return [one.partition(":")[0] for one in broken(kept)]

    assert changed() == []
    assert changed(rows__people_DOT_unit__floor="") == ["people.unit.floor"]
    assert changed(rows__people_DOT_person__certificate="none") == ["people.person.certificate"]
    assert changed(acts__gone={"inputs": {}, "gates": [], "who": []}) == ["gone"]
    assert changed(acts__unit_DOT_set_up_V1__gates=["a_gate"]) == ["unit.set_up 1", "unit.set_up 1"]
    assert changed(acts__unit_DOT_set_up_V1__who=["head"]) == ["unit.set_up 1"]
    assert changed(acts__unit_DOT_set_up_V1__inputs={"colour": ""}) == [
        "unit.set_up 1.colour",
        "unit.set_up 1.name",
        "unit.set_up 1.kind",
    ]
    assert changed(procedures__ordinary="0") == ["ordinary"]
