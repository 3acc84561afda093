"""Where a rule lives: found in the sources themselves, so that no list of it can go stale.

A rule is kept where code uses its id (a gate, a refusal, a period) or a table gives its number (terms, local
values). It is shown by tests marked with the id and by tables of law cases: each line is one, and so is
each line of `law/tests/terms.yaml`. A rule that only docstrings or a procedure table mention is not kept:
nothing refuses there.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from mingfa.bureau.lib.yamls import parse_yaml, parse_yaml_documents
from mingfa.commands.checkout import ROOT

PACKAGE = ROOT / "src" / "mingfa"
RULE = re.compile(r"\b[A-Z]{2,6}-\d{2}[a-z]?\b")
WHOLE_RULE = re.compile(rf"({RULE.pattern})(\.[a-z_]+)?")
TABLES = {".yaml", ".yml", ".csv", ".json"}
WHOLE_LISTS = {"rules.json", "promises.yaml", "not_kept.yaml"}
"""The lists of all rules and of the plan's demands name rules and keep none; nor does that of what is not."""
KEPT, UNTESTED, UNKEPT, PLANNED = "已落实", "已落实，缺测试", "未实现", "按计划不落实"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in the checkout: file, line, and what stands there."""

    path: str
    line: int
    name: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.name}".rstrip()


@dataclass(slots=True)
class Found:
    """Where one rule is kept, and which tests show it."""

    kept: list[Place] = field(default_factory=list)
    shown: list[Place] = field(default_factory=list)

    @property
    def state(self) -> str:
        if self.kept:
            return KEPT if self.shown else UNTESTED
        return "有测试" if self.shown else UNKEPT

    def as_json(self) -> dict[str, object]:
        return {"state": self.state, **asdict(self)}


def rules() -> dict[str, Found]:
    """Find every rule that is kept or shown anywhere."""
    return _rules(PACKAGE)


@cache
def _rules(package: Path) -> dict[str, Found]:
    found: dict[str, Found] = defaultdict(Found)
    for path in _files(package, ".py"):
        if _is_test(path):
            _add(found, "shown", _marks(path, "rule"))
        else:
            _add(found, "kept", _uses(path))
    for path in _files(package, *TABLES):
        if path.name not in WHOLE_LISTS and path.parent.name != "procedures":
            _add(found, "shown" if _is_test(path) else "kept", _lines(path, RULE))
    return found


def _add(found: dict[str, Found], where: str, places: Iterable[tuple[str, Place]]) -> None:
    for name, place in places:
        known: list[Place] = getattr(found[name], where)
        if place not in known:
            known.append(place)


def _files(package: Path, *suffixes: str) -> Iterator[Path]:
    for top in (package, ROOT / "tests"):
        yield from (path for path in sorted(top.rglob("*")) if path.suffix in suffixes)


def _is_test(path: Path) -> bool:
    return "tests" in path.relative_to(ROOT).parts


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(_text(path))


def _place(path: Path, line: int, name: str = "") -> Place:
    return Place(str(path.relative_to(ROOT)), line, name)


def _uses(path: Path) -> Iterator[tuple[str, Place]]:
    """Yield the rule ids that are string constants: the functions they stand in, decorators included."""
    if not RULE.search(_text(path)):
        return
    inside: set[ast.AST] = set()
    for function in (node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef)):
        inside.update(ast.walk(function))
        for known in _rule_ids(ast.walk(function)):
            yield known, _place(path, function.lineno, function.name)
    for node in (node for node in ast.walk(_tree(path)) if node not in inside):
        yield from ((known, _place(path, getattr(node, "lineno", 1))) for known in _rule_ids([node]))


def _rule_ids(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and (known := WHOLE_RULE.fullmatch(text)):
            yield known[1]


def _marks(path: Path, mark: str) -> Iterator[tuple[str, Place]]:
    """Yield the tests under `@pytest.mark.<mark>("ID", …)`: on the test, its class or the whole module."""
    if f"mark.{mark}" not in _text(path):
        return
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            places: Iterable[ast.expr] = node.decorator_list
            name, line = node.name, node.lineno
        elif isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "pytestmark" for t in node.targets):
            places, name, line = [node.value], "", node.lineno
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "param":
            places, name, line = (k.value for k in node.keywords if k.arg == "marks"), "", node.lineno
        else:
            continue
        for call in (c for place in places for c in ast.walk(place) if isinstance(c, ast.Call)):
            of = call.func
            if isinstance(of, ast.Attribute) and of.attr == mark and getattr(of.value, "attr", "") == "mark":
                yield from ((known, _place(path, line, name)) for known in _strings(call))


def _strings(call: ast.Call) -> Iterator[str]:
    for argument in call.args:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def _lines(path: Path, pattern: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    for number, line in enumerate(_text(path).splitlines(), 1):
        yield from ((known, _place(path, number)) for known in pattern.findall(line))


# --- law cases -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counted:
    """All law cases, and those of each rule, the most first."""

    total: int
    by_rule: dict[str, int]


def law_cases() -> Counted:
    named = list(_case_lines())
    by_rule = Counter(rule for rules in named for rule in rules)
    return Counted(len(named), dict(by_rule.most_common()))


def _case_lines() -> Iterator[set[str]]:
    """Yield of each case the rules it shows."""
    for path in sorted((PACKAGE / "bureau").glob("*/tests/law/*.yaml")):
        for table in parse_yaml_documents(path.read_text(encoding="utf-8")):
            yield from (_shown(table, line) for line in table["cases"])
    terms = parse_yaml((PACKAGE / "bureau" / "law" / "tests" / "terms.yaml").read_text(encoding="utf-8"))
    yield from ({line["term"].partition(".")[0]} for line in terms)


def _shown(table: dict[str, Any], line: dict[str, Any]) -> set[str]:
    answered = set(line.get("refused", {})) | set(line.get("warned", {}))
    return answered | ({table["rule"]} if "rule" in table else set())
