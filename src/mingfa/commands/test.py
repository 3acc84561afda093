"""`mingfa test`: all tests on SQLite and files, then what touches storage once more on PostgreSQL and S3.

With arguments it is pytest with these arguments, nothing else; where `--stored` is one of them, on PostgreSQL
and S3 instead. Tests never touch the data folder: they get an
empty one of their own.
"""

import argparse
import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol, cast

from mingfa.commands import show
from mingfa.commands.checkout import require_checkout

PYTEST_USAGE_ERROR = 4
STORED_ELSEWHERE = ("MINGFA_DATABASE", "MINGFA_VAULT", "MINGFA_SECRET")


class Server(Protocol):
    """A server that tests can start (tests/servers)."""

    def available(self) -> str | None: ...

    def running(self) -> "ExitStack": ...


@dataclass(frozen=True, slots=True)
class Run:
    """One run of pytest: where on, its exit code, its closing line."""

    storage: str
    code: int
    closing: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "mingfa test [pytest 参数]"
    parser.epilog = (
        "不带参数时运行全部测试；PostgreSQL 与 S3 能够启动时，再在其上运行涉及存储的测试。"
        "参数中有 --stored 时，只在其上运行。"
    )


def run(args: argparse.Namespace) -> int:
    root = require_checkout()
    with own_data_folder() as own:
        if "--stored" in args.passed_on:
            return second_run(root, own, args.passed_on).code
        if args.passed_on:
            return pytest(root, "", args.passed_on, own).code
        runs = [first_run(root, own), second_run(root, own)]
    lines = ["", *(f"{done.storage}：{done.closing}" for done in runs)]
    show(args, [asdict(done) for done in runs], lines)
    return max(done.code for done in runs)


def first_run(root: Path, own: Mapping[str, str]) -> Run:
    """Run all tests on SQLite and files; those of a bucket wait for the second run."""
    return pytest(root, "SQLite + 文件", [*spread(), "--ignore=tests/storage/test_s3_vault.py"], own)


def second_run(root: Path, own: Mapping[str, str], asked: Sequence[str] = ()) -> Run:
    """Run what is asked, or the storage tests, on the servers that can be started; a missing one is said."""
    sys.path.insert(0, str(root))
    with ExitStack() as stack:
        found, lacking = {}, []
        for variable, module, name in (
            ("MINGFA_DATABASE", "tests.servers.postgres", "PostgreSQL"),
            ("MINGFA_VAULT", "tests.servers.s3", "S3"),
        ):
            server = cast(Server, importlib.import_module(module))
            if reason := server.available():
                lacking.append(f"{name} 未运行（{reason}）")
            else:
                found[variable] = str(stack.enter_context(server.running()))
        if not found:
            return Run("PostgreSQL + S3", 0, "；".join(lacking))
        storage = " + ".join(
            (
                "PostgreSQL" if "MINGFA_DATABASE" in found else "SQLite",
                "S3" if "MINGFA_VAULT" in found else "文件",
            )
        )
        tests = asked or [*spread(), "--stored", *stored_rooms(root)]
        done = pytest(root, storage, tests, {**own, **found})
        return Run(storage, done.code, "；".join((done.closing, *lacking)))


def stored_rooms(root: Path) -> list[str]:
    """Return what a second run is worth: rooms with tables or bytes, and the suites made for it."""
    bureau = root / "src" / "mingfa" / "bureau"
    rooms = {path.parent for path in bureau.glob("*/models.py")} | {bureau / "vault"}
    suites = {root / "tests" / name for name in ("storage", "journeys", "fuzz")}
    return [str(path.relative_to(root)) for path in sorted(rooms | suites) if any(path.rglob("test_*.py"))]


def spread() -> list[str]:
    """Return pytest-xdist's arguments: one process per processor, at most four.

    A file's tests stay together, so that what they start (a server, a type check) is started once.
    """
    processes = min(os.cpu_count() or 1, 4)
    return ["-n", str(processes), "--dist", "loadfile"] if processes > 1 else []


@contextmanager
def own_data_folder() -> Iterator[dict[str, str]]:
    """Yield the environment of a test run: an empty data folder, and nothing that points at real storage."""
    with tempfile.TemporaryDirectory(prefix="mingfa-test-") as folder:
        kept = {name: value for name, value in os.environ.items() if name not in STORED_ELSEWHERE}
        yield {**kept, "MINGFA_DATA": folder}


def pytest(root: Path, storage: str, arguments: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run pytest, passing its output on as it comes, and keep its last line."""
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    command = [sys.executable, "-m", "pytest", *colour, *arguments]
    closing = ""
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            closing = line.strip(" =\n") or closing
    code = {0: 0, PYTEST_USAGE_ERROR: 2}.get(process.returncode, 1)
    return Run(storage, code, closing)
