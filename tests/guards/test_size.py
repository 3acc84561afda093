"""Small files and small functions (house rules): a newcomer should find any rule in a minute."""

import warnings
from collections.abc import Iterable
from pathlib import Path

from tests.guards.sources import BUREAU, ROOT, Source, files, made_up, product, sources

FILE, FILE_HARD, TEST_FILE_HARD = 300, 500, 600
FUNCTION, FUNCTION_HARD = 40, 60
DOORWAY_FILE_HARD = 150
TEMPLATE_FILE, TEMPLATE_LINE = 200, 200


def file_limit(source: Source) -> int:
    if source.path.is_relative_to(BUREAU / "doorway") and not (source.is_test or source.is_migration):
        return DOORWAY_FILE_HARD
    return TEST_FILE_HARD if source.is_test else FILE_HARD


def long_files(found: Iterable[Source]) -> list[str]:
    return [f"{s.name}: {s.lines} > {file_limit(s)}" for s in found if s.lines > file_limit(s)]


def long_functions(found: Iterable[Source], limit: int) -> list[str]:
    return [
        f"{s.name}:{f.lineno} {f.name}: {length} > {limit}"
        for s in found
        for f in s.functions()
        if (length := (f.end_lineno or f.lineno) - f.lineno + 1) > limit
    ]


def written() -> list[Source]:
    return [s for s in sources() if not s.is_migration]


def test_no_file_is_over_the_hard_stop() -> None:
    assert long_files(written()) == []


def test_no_function_is_over_the_hard_stop() -> None:
    assert long_functions(written(), FUNCTION_HARD) == []


def test_what_is_over_the_soft_limits_is_said() -> None:
    """Over the soft limits is a question for the reader, not an error; but it must be seen."""
    over = [f"{s.name}: {s.lines}" for s in product() if s.lines > FILE] + long_functions(product(), FUNCTION)
    if over:
        warnings.warn("over the soft limits: " + "; ".join(over), stacklevel=1)
    assert len(over) <= 12


def test_the_size_guards_bite() -> None:
    long_function = "def f():\n" + "    x = 1\n" * 60
    assert long_functions([made_up(long_function)], FUNCTION_HARD) != []
    assert long_functions([made_up("def f():\n" + "    x = 1\n" * 59)], FUNCTION_HARD) == []
    assert long_files([made_up("x = 1\n" * 501)]) != []
    assert long_files([made_up("x = 1\n" * 500)]) == []
    assert long_files([made_up("x = 1\n" * 151, "bureau/doorway/door.py")]) != []
    assert long_files([made_up("x = 1\n" * 601, "bureau/cases/tests/test_file.py")]) != []


def template_faults(name: str, text: str) -> list[str]:
    """Return what makes a template hard to read: lines to scroll along, more than a page can hold."""
    lines = text.splitlines()
    faults = [f"{name}: {len(lines)} > {TEMPLATE_FILE} lines"] if len(lines) > TEMPLATE_FILE else []
    return faults + [
        f"{name}:{n}: {len(line)} > {TEMPLATE_LINE}: break it inside a tag, or beside a block"
        for n, line in enumerate(lines, 1)
        if len(line) > TEMPLATE_LINE
    ]


def templates() -> list[Path]:
    return [path for path in files() if path.suffix == ".html" and "templates" in path.parts]


def test_templates_can_be_read() -> None:
    found = [(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in templates()]
    assert len(found) > 50
    assert [fault for name, text in found for fault in template_faults(name, text)] == []


def test_the_guard_on_templates_bites() -> None:
    assert template_faults("a.html", "x" * 200 + "\n" + "y\n" * 199) == []
    assert template_faults("a.html", "x" * 201) != []
    assert template_faults("a.html", "y\n" * 201) != []
