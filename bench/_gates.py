"""The rounds of `bench/law.py`: all gates of each act that has law cases, asked of plain facts."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

from tests.law.test_law_cases import named, tables

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.gates import Gate, ask

ROUNDS = 200


def measure() -> dict[str, Any]:
    found = {
        table["act"]: timed(
            REGISTER[table["act"]].gates, named(table["facts"])(**table["cases"][0].get("given", {}))
        )
        for _, table in tables()
        if "act" in table
    }
    taken = [one["ms"] for one in found.values()]
    return {"median_ms": round(statistics.median(taken), 4), "worst_ms": max(taken), "acts": found}


def timed(gates: Sequence[Gate[Any]], facts: Any) -> dict[str, float]:
    asked = median(lambda: ask(gates, facts))
    bare = median(lambda: [nothing() for _ in gates])
    return {"gates": len(gates), "ms": round(asked, 4), "ratio": round(asked / bare, 1)}


def nothing() -> None:
    """Answer at once, as a gate does that has nothing to ask."""


def median(call: Callable[[], object]) -> float:
    """Return the median of many calls, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call()
        times.append((time.perf_counter() - begun) * 1e3)
    return statistics.median(times)
