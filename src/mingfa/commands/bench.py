"""`mingfa bench [NAME]`: the benchmarks of `bench/`, each with its baseline in the same run.

A bench module has `run(…) -> dict`; it says what it measured, in which unit, and the ratio to its baseline.
`SMALLEST` are the arguments for a trial (`--quick`), which shows that it runs and whose figures say nothing.
Absolute figures belong to the machine they were made on; ratios travel.
"""

import argparse
import importlib
import json
import os
import platform
import sys
import time
from pathlib import Path
from typing import Protocol, cast

from mingfa.commands import Failure, show
from mingfa.commands.checkout import require_checkout


class Bench(Protocol):
    """What a bench module offers."""

    SMALLEST: dict[str, object]

    def run(self, **sizes: object) -> dict[str, object]: ...


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", help="测试项名称；不填则依次运行全部")
    parser.add_argument("--quick", action="store_true", help="以最小规模试运行，所得数字不作比较")


def run(args: argparse.Namespace) -> int:
    folder = require_checkout() / "bench"
    there = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    if args.name is not None and args.name not in there:
        raise Failure(f"没有名为“{args.name}”的测试项。现有：{'、'.join(there)}。", usage=True)
    sys.path.insert(0, str(folder.parent))
    names = [args.name] if args.name else there
    results = {name: measure(folder, name, args.quick) for name in names}
    report = {"machine": machine(), "results": results}
    show(args, report, [json.dumps(report, ensure_ascii=False, indent=1, default=str)])
    return 0


def measure(folder: Path, name: str, quick: bool) -> dict[str, object]:
    """Load and run one bench; others are not loaded, so that they cannot disturb it."""
    print(f"正在运行 {name}……", file=sys.stderr, flush=True)
    module = cast(Bench, importlib.import_module(f"{folder.name}.{name}"))
    sizes = module.SMALLEST if quick else {}
    begun = time.monotonic()
    return {**module.run(**sizes), "seconds": round(time.monotonic() - begun, 1)}


def machine() -> dict[str, object]:
    return {"python": platform.python_version(), "system": platform.platform(), "processors": os.cpu_count()}
