"""What the house does not do (CONTRIBUTING.md): each habit is a small search over the syntax trees."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from tests.guards.sources import BUREAU, Source, made_up, product, sources

YAMLS = BUREAU / "lib" / "yamls.py"

Habit = Callable[[Source], Iterator[str]]

# Ranking people, counting their hours, and what a bureau has no business to know: never built (CONTRIBUTING).
# A case file may be scored (评查, plan 2.4.a), a person never.
FORBIDDEN_FIELD = re.compile(
    r"(^|_)(rank(ing)?|(officer|person|staff|handler|reviewer)_scores?|check_?in|checked_in_at|clock_?in"
    r"|online_(time|seconds|minutes|hours)|last_seen|last_activity|face_?(id|print|vector)"
    r"|ethnic(ity)?|ethnic_group|nationality_group|religion|faith|(fine|penalty)_quota)($|_)",
    re.IGNORECASE,
)
FORBIDDEN_WORD = re.compile(r"民族成分|宗教信仰|信教|签到|打卡|在线时长|排行榜|人脸识别|罚款指标")


def imports_in_functions(source: Source) -> Iterator[str]:
    for function in source.functions():
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield f"{source.name}:{node.lineno} imports inside {function.name}"


def signals(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if module.endswith("signals") or any(
            n.endswith("signals") or n in ("Signal", "receiver") for n in names
        ):
            yield f"{source.name}:{node.lineno} uses signals"


def door_openers(source: Source) -> Iterator[str]:
    for function in source.functions():
        arguments = function.args
        for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            if argument.arg.startswith(("skip_", "force_")) or argument.arg in ("skip", "force", "bypass"):
                yield f"{source.name}:{argument.lineno} {function.name}({argument.arg}=…)"


def generic_foreign_keys(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
        if name in ("GenericForeignKey", "GenericRelation"):
            yield f"{source.name}:{node.lineno} {name}"


def utils(source: Source) -> Iterator[str]:
    if (
        source.path.stem in ("utils", "util", "helpers", "misc", "common")
        or source.path.parent.name == "utils"
    ):
        yield f"{source.name}: a module is named for what it holds"


def forbidden_fields(source: Source) -> Iterator[str]:
    """Yield what a class (a model, a form, a dataclass) would keep about a person and must not."""
    for cls in (node for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)):
        for node in cls.body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            for target in targets:
                if isinstance(target, ast.Name) and FORBIDDEN_FIELD.search(target.id):
                    yield f"{source.name}:{node.lineno} {cls.name}.{target.id}"


def forbidden_labels(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            for value in [*node.args, *(keyword.value for keyword in node.keywords)]:
                label = value.value if isinstance(value, ast.Constant) else None
                if isinstance(label, str) and len(label) < 20 and FORBIDDEN_WORD.search(label):
                    yield f"{source.name}:{value.lineno} {label}"


def docstring_missing(source: Source) -> Iterator[str]:
    if source.tree.body and ast.get_docstring(source.tree) is None:
        yield f"{source.name}: says nothing about what it is and on which sentence it stands"


def slow_yaml(source: Source) -> Iterator[str]:
    """Yield imports of PyYAML: its default loader is slow, so YAML is read by lib.yamls."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import) and any(alias.name == "yaml" for alias in node.names):
            yield f"{source.name}:{node.lineno} imports yaml; lib.yamls reads it"


HABITS: dict[Habit, tuple[str, str]] = {
    imports_in_functions: ("def f():\n    import json\n", "import json\n"),
    signals: ("from django.db.models.signals import post_save\n", "import signal\n"),
    door_openers: ("def act(*, skip_review=False): ...\n", "def act(*, skipped=()): ...\n"),
    generic_foreign_keys: ("x = fields.GenericForeignKey()\n", "x = models.ForeignKey('cases.Case')\n"),
    forbidden_fields: ("class Officer:\n    online_time = 1\n", "class Officer:\n    certificate = 1\n"),
    forbidden_labels: ("x = CharField('民族成分')\n", "x = CharField('证件号码')\n"),
    docstring_missing: ("x = 1\n", '"""What it is."""\nx = 1\n'),
}


def offences(habit: Habit, found: Iterable[Source]) -> list[str]:
    return [offence for source in found for offence in habit(source)]


@pytest.mark.rule("STAT-04")
@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_the_product_is_free_of(habit: Habit) -> None:
    assert offences(habit, product()) == []


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_the_guard_bites(habit: Habit) -> None:
    bad, good = HABITS[habit]
    assert offences(habit, [made_up(bad)]) != []
    assert offences(habit, [made_up(good)]) == []


def test_no_module_is_called_utils() -> None:
    assert offences(utils, sources()) == []
    assert offences(utils, [made_up("", "bureau/cases/utils.py")]) != []


def test_yaml_is_read_by_the_fast_loader() -> None:
    assert offences(slow_yaml, [s for s in sources() if s.path != YAMLS]) == []
    assert offences(slow_yaml, [made_up("import yaml\n")]) != []


def test_tests_assert_something() -> None:
    """A test without assert, raises, warns or an expectation of its own shows nothing."""
    assert offences(empty_tests, [s for s in sources() if s.is_test]) == []


def empty_tests(source: Source) -> Iterator[str]:
    for function in source.functions():
        if function.name.startswith("test_") and not any(map(_expects, ast.walk(function))):
            yield f"{source.name}:{function.lineno} {function.name} asserts nothing"


def _expects(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert | ast.Raise):
        return True
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return name in ("raises", "warns") or name.startswith(("assert", "check_", "expect"))
    return False


def test_the_guard_against_empty_tests_bites() -> None:
    assert offences(empty_tests, [made_up("def test_x():\n    act()\n", "tests/test_x.py")]) != []
    assert offences(empty_tests, [made_up("def test_x():\n    assert act()\n", "tests/test_x.py")]) == []
