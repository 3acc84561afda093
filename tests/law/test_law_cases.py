"""Law cases: tables that a lawyer reads and edits, in `tests/law/` of each room; here they are run.

A file names what is asked and lists cases: given facts, expected answer, each with the rule and its citation.

    act: summary.decide                     # all gates of this act are asked …
    facts: mingfa.bureau.summary.tests.facts:deciding  # … of facts that are lawful but for what is given
    cases:
      - {name: 对公民罚款二百元, given: {amount: 20000}, passes: true}
      - {name: 对公民罚款二百元零一分, given: {amount: 20001}, refused: {SUMM-01: 行政处罚法 51}}
      - {name: 没有音像记录，写明理由, given: {media: []}, warned: {AV-03: 方案 2.2.b}}

A gate that several procedures ask cites the article of each; `procedure: permit` says in which it is asked.

Or the file computes a value:

    computes: mingfa.bureau.law.penalty.surcharge:surcharge
    rule: EXEC-06
    cases:
      - {name: 逾期一日, given: {fine: 100000, days: 1}, gives: 3000}

`refused` and `warned` are the whole answer: every rule that refuses, with its article, and no other.
"""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.guards.sources import BUREAU, ROOT

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.gates import ask
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.yamls import parse_yaml_documents


@dataclass(frozen=True)
class LawCase:
    """One line of a table, with what its file says of all its lines."""

    file: str
    table: dict[str, Any]
    line: dict[str, Any]

    @property
    def given(self) -> dict[str, Any]:
        return dict(self.line.get("given", {}))


def tables() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every table of law cases; a file may hold several, as YAML documents."""
    for path in sorted(BUREAU.glob("*/tests/law/*.yaml")):
        for table in parse_yaml_documents(path.read_text(encoding="utf-8")):
            yield path, table


def law_cases() -> Iterator[Any]:
    for path, table in tables():
        room = path.relative_to(BUREAU).parts[0]
        for line in table["cases"]:
            case = LawCase(str(path.relative_to(ROOT)), table, line)
            yield pytest.param(case, id=f"{room}-{path.stem}-{line['name']}")


def named(where: str) -> Callable[..., Any]:
    """Return the function written `module:name`."""
    module, _, name = where.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


@pytest.mark.parametrize("case", law_cases())
def test_the_law_answers_as_the_table_says(case: LawCase) -> None:
    if "computes" in case.table:
        assert named(case.table["computes"])(**case.given) == case.line["gives"]
        return
    facts = named(case.table["facts"])(**case.given)
    found = ask(REGISTER[case.table["act"]].gates, facts, procedure=case.table.get("procedure", ""))
    refused = {r.rule: r.citation for r in found if not r.warns}
    warned = {r.rule: r.citation for r in found if r.warns}
    assert refused == case.line.get("refused", {})
    assert warned == case.line.get("warned", {})
    if case.line.get("passes"):
        assert not refused and not warned


def faults(table: dict[str, Any]) -> list[str]:
    """Say what a table lacks to be read by a lawyer and to be able to fail."""
    found = (
        [] if ("computes" in table) != ("act" in table and "facts" in table) else ["neither act nor value"]
    )
    if where := table.get("procedure"):
        found += [] if procedure(where).knows(table["act"]) else [f"{where} has no step {table['act']}"]
    names = [line.get("name", "") for line in table["cases"]]
    found += [
        f"named twice or not at all: {name!r}" for name in set(names) if names.count(name) > 1 or not name
    ]
    for line in table["cases"]:
        if not {"passes", "refused", "warned", "gives"} & line.keys():
            found.append(f"{line.get('name')}: expects nothing")
        for rule_id, cites in {**line.get("refused", {}), **line.get("warned", {})}.items():
            rule(rule_id)
            for one in cites.split("、"):
                cite(one)
    return found


@pytest.mark.parametrize(("path", "table"), [pytest.param(p, t, id=p.stem) for p, t in tables()])
def test_a_table_of_law_cases_can_be_read_and_can_fail(path: Path, table: dict[str, Any]) -> None:
    assert faults(table) == []


@pytest.mark.parametrize(
    "table",
    [
        {"cases": [{"name": "某", "passes": True}]},
        {"act": "a.b", "facts": "c:d", "cases": [{"name": "某"}]},
        {"computes": "a:b", "cases": [{"name": "某", "gives": 1}, {"name": "某", "gives": 2}]},
        {
            "act": "case.file",
            "facts": "c:d",
            "procedure": "permit",
            "cases": [{"name": "某", "passes": True}],
        },
    ],
)
def test_the_guard_on_tables_bites(table: dict[str, Any]) -> None:
    assert faults(table) != []
