"""`mingfa test`: all tests on SQLite and files, then what touches storage once more on PostgreSQL and S3.

The first run notes which files hold tests of storage; the second collects these and no others. Each says
at its end where its time went. With arguments it is pytest with these arguments, nothing else; where
`--stored` is one of them, on PostgreSQL and S3. Tests never touch the
data folder: they get an empty one of their own.
"""

import argparse
import importlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol, cast

from mingfa.commands import show
from mingfa.commands.checkout import require_checkout

PYTEST_USAGE_ERROR = 4
BESIDE = 4  # processors from which both runs go at once
STORED_ELSEWHERE = ("MINGFA_DATABASE", "MINGFA_VAULT", "MINGFA_SECRET")


class Server(Protocol):
    """A server that tests can start (tests/servers)."""

    def available(self) -> str | None: ...

    def running(self) -> "ExitStack": ...


@dataclass(frozen=True, slots=True)
class Run:
    """One run of pytest: where on, its exit code, its closing line, and what it said where that was kept."""

    storage: str
    code: int
    closing: str
    output: str = ""


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
        runs = both_runs(root, own)
    lines = ["", *(f"{done.storage}：{done.closing}" for done in runs)]
    show(args, [{k: v for k, v in asdict(done).items() if k != "output"} for done in runs], lines)
    return max(done.code for done in runs)


def both_runs(root: Path, own: Mapping[str, str]) -> list[Run]:
    """Run all tests, and those of storage once more, beside it where there are processors for both."""
    note = Path(own["MINGFA_DATA"]) / "stored"
    if (os.cpu_count() or 1) < BESIDE:
        return [first_run(root, own, note), second_run(root, own, noted(note))]
    with ThreadPoolExecutor(1) as beside:
        first = beside.submit(first_run, root, own, note, quiet=True)
        while not note.exists() and not first.done():
            time.sleep(0.2)
        second = second_run(root, own, noted(note))
        print(first.result().output, end="")
        return [first.result(), second]


def first_run(root: Path, own: Mapping[str, str], note: Path, *, quiet: bool = False) -> Run:
    """Run all tests on SQLite and files; those of a bucket wait for the second run, whose files are noted."""
    bucket = "--deselect=tests/storage/test_s3_vault.py"
    return pytest(root, "SQLite + 文件", [*spread(), bucket, f"--note-stored={note}"], own, quiet=quiet)


def noted(note: Path) -> list[str]:
    """Return the arguments of the second run: the tests of storage, in the files that hold them.

    Without a note, because the first run never came to an end of collecting, it looks for them everywhere.
    """
    files = note.read_text(encoding="utf-8").split() if note.exists() else []
    return [*spread(), "--stored", *files]


def second_run(root: Path, own: Mapping[str, str], tests: Sequence[str]) -> Run:
    """Run tests on the servers that can be started; a missing one is said."""
    sys.path.insert(0, str(root))
    begun = time.monotonic()
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
        lacking.append(f"启动服务 {time.monotonic() - begun:.1f} 秒")
        done = pytest(root, storage, tests, {**own, **found})
        return Run(storage, done.code, "；".join((done.closing, *lacking)))


def spread() -> list[str]:
    """Return pytest-xdist's arguments: one process per processor, at most four.

    A file's tests stay together, so that what they start (a server, a type check) is started once.
    """
    processes = min(os.cpu_count() or 1, 4)
    beside = ["-n", str(processes), "--dist", "loadfile", "--no-loadscope-reorder"] if processes > 1 else []
    return ["--timing", *beside]


@contextmanager
def own_data_folder() -> Iterator[dict[str, str]]:
    """Yield the environment of a test run: an empty data folder, and nothing that points at real storage."""
    with tempfile.TemporaryDirectory(prefix="mingfa-test-") as folder:
        kept = {name: value for name, value in os.environ.items() if name not in STORED_ELSEWHERE}
        yield {**kept, "MINGFA_DATA": folder}


def pytest(
    root: Path, storage: str, arguments: Sequence[str], environment: Mapping[str, str], *, quiet: bool = False
) -> Run:
    """Run pytest, passing its output on as it comes (or keeping it, `quiet`), and keep its last line."""
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    command = [sys.executable, "-m", "pytest", *colour, *arguments]
    closing, said = "", []
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if quiet:
                said.append(line)
            else:
                print(line, end="", flush=True)
            closing = line.strip(" =\n") or closing
    code = {0: 0, PYTEST_USAGE_ERROR: 2}.get(process.returncode, 1)
    return Run(storage, code, closing, "".join(said))
