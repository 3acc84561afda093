"""What is said to be kept of the plan is kept by an object that is there, and shown by what users touch.

That each test falls when its object is taken away is the bite run: `mingfa clauses --bite`, heavy here.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.guards.sources import ROOT, Source, made_up
from tests.plan import town
from tests.plan.biting import Bitten, all_demands, function_of, resolve, taken_away

from mingfa.bureau.law import tables
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.law.kept import not_kept
from mingfa.bureau.law.plan import promises as promising
from mingfa.bureau.law.plan.promises import Demand, promises
from mingfa.bureau.lib import money
from mingfa.bureau.lib.money import yuan
from mingfa.commands import main

PLAN = ROOT / "tests" / "plan"
# What a test of the plan may import: the one module that asks the sites, pytest, and plain reading.
ALLOWED = {"pytest", "tests.plan.town", "re", "json", "csv", "io", "zipfile"}


def plan_tests() -> dict[str, Source]:
    return {
        str(path.relative_to(ROOT)): Source(path, path.read_text("utf-8")) for path in PLAN.glob("test_*.py")
    }


def names_in(source: Source) -> set[str]:
    return {node.name for node in source.tree.body if isinstance(node, ast.FunctionDef)}


def missing(demands: tuple[Demand, ...]) -> Iterator[str]:
    """Yield what a demand names and is not there."""
    known = {f"{name}::{test}" for name, source in plan_tests().items() for test in names_in(source)}
    for one in demands:
        if one.is_kept:
            try:
                found = function_of(resolve(one.kept))
            except LookupError as lost:
                yield f"{one.clause} {one.ask}: {lost}"
            else:
                if not found.__module__.startswith("mingfa.") or ".tests." in found.__module__:
                    yield f"{one.clause} {one.ask}: {found.__module__} is no part of the product"
            if one.shown not in known:
                yield f"{one.clause} {one.ask}: no test {one.shown}"


def inside_knowledge(source: Source) -> Iterator[str]:
    """Yield what a test of the plan touches besides what a user can touch."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            hidden = {alias.name for alias in node.names} - set(town.__all__)
            if node.module == "tests.plan.town" and hidden:
                yield f"{source.name}:{node.lineno} takes {sorted(hidden)} from the stage"
        elif isinstance(node, ast.Attribute) and (node.attr.startswith("_") or node.attr == "objects"):
            yield f"{source.name}:{node.lineno} reaches for .{node.attr}"
            continue
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
            "__import__",
            "exec",
            "eval",
            "getattr",
        ):
            yield f"{source.name}:{node.lineno} reaches for more than it imports"
            continue
        else:
            continue
        yield from (f"{source.name}:{node.lineno} imports {name}" for name in names if name not in ALLOWED)


def test_every_clause_is_split_into_its_demands() -> None:
    assert len(promises()) == 38 and all(promises().values())
    assert len(all_demands()) > 90


def test_what_keeps_and_what_shows_a_demand_is_there() -> None:
    assert list(missing(all_demands())) == []


def test_no_demand_is_kept_by_a_rule_that_is_not() -> None:
    assert [one for one in all_demands() if one.is_kept and set(one.rules) & set(not_kept())] == []


def test_every_test_of_the_plan_shows_a_demand() -> None:
    shown = {one.shown for one in all_demands()}
    found = {f"{n}::{t}" for n, s in plan_tests().items() for t in names_in(s) if t.startswith("test_")}
    assert sorted(found - shown) == []


def test_the_tests_of_the_plan_touch_what_a_user_can_touch() -> None:
    assert [fault for source in plan_tests().values() for fault in inside_knowledge(source)] == []


def test_the_guards_bite() -> None:
    kept = Demand(
        "1.1.a", "某", "mingfa.bureau.lib.money.yuan", "tests/plan/test_review.py::test_none", "", ()
    )
    assert [fault.partition(": ")[2] for fault in missing((kept,))] == [
        "no test tests/plan/test_review.py::test_none"
    ]
    for nothing in (
        "mingfa.bureau.lib.money.none",
        "mingfa.none.none",
        "json.loads",
        "tests.plan.biting.resolve",
    ):
        assert any(
            nothing in f or "no part" in f for f in missing((Demand("1.1.a", "某", nothing, "x", "", ()),))
        )
    for text in (
        "from mingfa.bureau.cases import reads\n",
        "from tests.plan.town import Case\n",
        "def test_x(town):\n    town.stage.objects\n",
        "def test_x(town):\n    town._played\n",
        "def test_x(town):\n    __import__('mingfa')\n",
    ):
        assert list(inside_knowledge(made_up(text))) != [], text
    assert list(inside_knowledge(made_up("import pytest\nfrom tests.plan.town import Town\n"))) == []


ROW = {"ask": "某", "kept": "a.b", "shown": "c"}


@pytest.mark.parametrize(
    "row",
    [
        {**ROW, "shown": ""},
        {**ROW, "why": "某"},
        {"ask": "某"},
        {"ask": "", "why": "某"},
        {**ROW, "rules": ["ARCH-01"]},
        {**ROW, "rules": ["NO-01"]},
        {**ROW, "no": "某"},
    ],
)
def test_a_demand_is_kept_and_shown_or_says_why_not(
    row: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {clause: [row if clause == "1.1.a" else {"ask": "某", "why": "某"}] for clause in promises()}
    (tmp_path / "promises.yaml").write_text(json.dumps(table), encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises((LookupError, ValueError)):
        promising.promises.__wrapped__()


def test_what_is_taken_away_is_gone_for_whoever_imported_it() -> None:
    with taken_away("mingfa.bureau.lib.money.yuan") as used:
        for call in (yuan, money.yuan):
            with pytest.raises(Bitten):
                call(100)
        assert used == ["mingfa.bureau.lib.money.yuan"] * 2
    assert yuan(100) == "1.00"


def test_a_gate_that_is_taken_away_lets_everybody_pass() -> None:
    dotted = "mingfa.bureau.decisions.rules.legal_review_has_passed"
    gate = resolve(dotted)
    assert isinstance(gate, Gate)
    with taken_away(dotted) as used:
        assert gate(None) is None
        assert used == [dotted]


def test_the_command_counts_demands_and_not_mentions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clauses"]) == 0
    told = capsys.readouterr().out
    kept = sum(one.is_kept for one in all_demands())
    assert f"{len(all_demands())} 项要求，已落实 {kept} 项" in told
    assert main(["clauses", "2.3.b", "--json"]) == 0
    archive = json.loads(capsys.readouterr().out)
    assert archive["id"] == "2.3.b" and "self-verifying" in archive["demand"]
    assert [set(one) for one in archive["demands"]] == [{"ask", "kept", "shown", "why", "rules"}] * 5
    assert not any(one["kept"] for one in archive["demands"]) and all(
        one["why"] for one in archive["demands"]
    )


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "CHANGELOG.md", "docs/plan/README.md"])
def test_what_the_pages_claim_is_what_is_kept(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for number in (len(all_demands()), sum(one.is_kept for one in all_demands())):
        assert str(number) in text


@pytest.mark.heavy
def test_every_test_falls_when_its_object_is_taken_away() -> None:
    argv = [sys.executable, "-m", "pytest", "-q", "--bite", "-p", "no:randomly", "tests/plan"]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
