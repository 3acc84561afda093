"""Steps that several procedures take alike stand once; a table says only what is its own."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mingfa.bureau.law.procedures.procedure import Procedure, procedure
from mingfa.bureau.law.procedures.steps import written_out
from mingfa.bureau.law.tables import DATA, read_yaml

TABLES = sorted((DATA / "procedures").glob("*.yaml"))
SHARED = sorted((DATA / "procedures" / "shared").glob("*.yaml"))


def rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_yaml(path.relative_to(DATA).as_posix())["steps"]
    return found


def written_twice(tables: list[list[dict[str, Any]]]) -> list[str]:
    """Return the acts that are written out in more than one table."""
    acts = Counter(row["act"] for table in tables for row in table if "act" in row)
    return sorted(act for act, times in acts.items() if times > 1)


def test_no_act_is_written_in_two_tables() -> None:
    tables = [rows(path) for path in (*TABLES, *SHARED)]
    assert written_twice(tables) == []
    assert written_twice([*tables, tables[0][:1]]) == [tables[0][0]["act"]]


def test_what_is_shared_is_taken_by_more_than_one_table() -> None:
    taken = Counter(row["include"] for path in TABLES for row in rows(path) if "include" in row)
    assert set(taken) == {path.stem for path in SHARED}
    assert [name for name, times in taken.items() if times < 2] == []


def included(**row: Any) -> list[dict[str, Any]]:
    return list(written_out([{"include": "service", "stage": "notice", "from": ["notified"], **row}]))


def test_a_table_says_stage_and_states_once_and_what_differs_by_act() -> None:
    plain = {row["act"]: row for row in included()}
    assert set(plain) == {row["act"] for row in rows(DATA / "procedures" / "shared" / "service.yaml")}
    assert {(row["stage"], *row["from"]) for row in plain.values()} == {("notice", "notified")}
    found = included(
        only=["service.serve", "service.announce"],
        but={"service.serve": {"from": ["ended"]}, "service.announce": {"note": None}},
    )
    assert [row["act"] for row in found] == ["service.serve", "service.announce"]
    assert found[0] == plain["service.serve"] | {"from": ["ended"]}
    assert "note" in plain["service.announce"] and "note" not in found[1]


@pytest.mark.parametrize("row", [{"but": {"service.serv": {}}}, {"only": ["service.serve", "record.keep"]}])
def test_a_table_that_names_an_act_which_is_not_shared_does_not_load(row: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="共用步骤“service”中没有"):
        included(**row)


def test_a_shared_step_is_checked_like_one_of_the_table() -> None:
    table = read_yaml("procedures/inspection.yaml")
    next(row for row in table["steps"] if row.get("include") == "service")["from"] = ["nowhere"]
    with pytest.raises(ValueError, match="service|serve"):
        Procedure(table)
    assert procedure("inspection").step("service.serve").from_states


@pytest.mark.parametrize(("field", "value"), [("noun", None), ("in_order", "行政许可法 999")])
def test_a_table_names_its_matter_and_the_article_of_its_order(field: str, value: str | None) -> None:
    table = read_yaml("procedures/permit.yaml")
    table[field] = value
    if value is None:
        del table[field]
    with pytest.raises(LookupError):
        Procedure(table)
