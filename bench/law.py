"""How quickly the law answers: gates without a database, tables in a fresh process, thick files and thin.

`gates`: every act that has a table of law cases is asked all its gates with the facts of its first case; the
baseline is as many calls of a function that answers at once. `tables`: a fresh process reads rules, terms,
statutes and procedures (CPU time); the baseline is a process that only loads the readers. `matter`: what
stands in the way of every act, the terms, and the page of a case of 300 entries, beside one of 30. Run it
with `mingfa bench law`.
"""

import resource
import statistics
import subprocess
import sys
from typing import Any

from bench import _start

SIZES = (30, 300)
ROUNDS = 9
SMALLEST = {"sizes": (20, 30)}
READERS = "import csv, dataclasses, datetime, json, yaml"
TABLES = (
    f"{READERS}\nfrom mingfa.bureau.law import clocks, procedure, rules, statutes, terms\n"
    "rules.all_rules(), terms.periods(), statutes.all_statutes(), procedure.procedures()"
)


def run(sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    return {
        "gates": _start.measured("bench._gates", ()),
        "tables": tables(),
        "matter": _start.measured("bench._matter", sizes),
    }


def tables() -> dict[str, float]:
    """Start a process with and without the law's tables, in turn; in milliseconds of CPU."""
    bare, full = [], []
    for _ in range(ROUNDS):
        for code, times in ((READERS, bare), (TABLES, full)):
            before = _spent()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append((_spent() - before) * 1e3)
    readers, law = statistics.median(bare), statistics.median(full)
    return {
        "readers_ms": round(readers, 1),
        "law_ms": round(law - readers, 1),
        "ratio": round(law / readers, 2),
    }


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
