"""Says where the time of a test run went: by file, by fixture of a session, and for collecting.

`mingfa test` asks for it with `--timing`. Every process of pytest-xdist collects all files and makes its own
session fixtures (a founded database, a browser), so these are counted per process.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

FILES, FIXTURES, WORTH_SAYING = 12, 8, 0.1


class Timing:
    """Keeps what each file and each session fixture took; one per process, gathered by the first."""

    def __init__(self) -> None:
        self.files: Counter[str] = Counter()
        self.fixtures: Counter[str] = Counter()
        self.collecting: list[float] = []
        self.processor: list[float] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        begun = time.perf_counter()
        done = yield
        self.collecting.append(time.perf_counter() - begun)
        return done

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        begun = time.perf_counter()
        made = yield
        if fixturedef.scope == "session":
            self.fixtures[fixturedef.argname] += time.perf_counter() - begun
        return made

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.files[report.nodeid.partition("::")[0]] += report.duration

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand a worker's figures to the process that prints them."""
        spreads = bool(session.config.getoption("numprocesses", None))
        spent = sum(os.times()[: 2 if spreads else 4])  # a worker's children are servers and browsers
        self.processor.append(spent)
        if (output := getattr(session.config, "workeroutput", None)) is not None:
            output["timing"] = [dict(self.fixtures), self.collecting, spent]

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        fixtures, collecting, spent = getattr(node, "workeroutput", {}).get("timing", ({}, [], 0.0))
        self.fixtures.update(fixtures)
        self.collecting += collecting
        self.processor.append(spent)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section("耗时分布")
        for line in self.lines():
            terminalreporter.write_line(line)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the report: the whole, the session fixtures, the slowest files."""
        yield f"收集 {_seconds(self.collecting)} 秒（每个进程各一次）；CPU {_seconds(self.processor)} 秒"
        for name, spent in self.fixtures.most_common(FIXTURES):
            if spent >= WORTH_SAYING:
                yield f"{spent:7.1f} 秒  准备 {name}"
        for name, spent in self.files.most_common(FILES):
            yield f"{spent:7.1f} 秒  {name}"
        rest = sum(sorted(self.files.values(), reverse=True)[FILES:])
        yield f"{rest:7.1f} 秒  其余 {max(len(self.files) - FILES, 0)} 个文件"


def _seconds(figures: list[float]) -> str:
    return " + ".join(f"{figure:.1f}" for figure in sorted(figures, reverse=True))
