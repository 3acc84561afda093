"""The sources of the house as the guards see them: files and syntax trees, never imported."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "mingfa"
BUREAU = PACKAGE / "bureau"
Function = ast.FunctionDef | ast.AsyncFunctionDef
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".yaml",
    ".yml",
    ".json",
    ".csv",
    ".txt",
    ".typ",
    ".html",
    ".css",
    ".js",
    ".sh",
    "",
}
ABOVE_THE_TREE = {
    ".git",
    ".venv",
    "var",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
    ".local",
    "out",
    ".import_linter_cache",
    "node_modules",
}


@dataclass(frozen=True)
class Source:
    """One Python file: where it is, its text, its tree."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT)) if self.path.is_relative_to(ROOT) else str(self.path)

    @property
    def is_test(self) -> bool:
        return "tests" in self.path.parts

    @property
    def is_migration(self) -> bool:
        return "migrations" in self.path.parts

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @property
    def tree(self) -> ast.Module:
        return _parse(self.text)

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))


@cache
def _parse(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def sources() -> tuple[Source, ...]:
    """Return every Python file of the house, tests and benches included."""
    return tuple(Source(path, path.read_text(encoding="utf-8")) for path in files() if path.suffix == ".py")


def product() -> list[Source]:
    """Return the files that run in a bureau: no tests, no migrations."""
    return [s for s in sources() if s.path.is_relative_to(PACKAGE) and not s.is_test and not s.is_migration]


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the checkout that is not made by running it."""
    return tuple(sorted(_walk(ROOT)))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in ABOVE_THE_TREE or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path


def made_up(code: str, name: str = "rooms.py") -> Source:
    """Return a source that exists only in a test, to show that a guard bites."""
    return Source(PACKAGE / name, re.sub(r"^\n", "", code))
