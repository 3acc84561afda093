"""One act through the doorway, beside a bare transaction that writes the very same rows, in the same run.

Baselines: (orm) the rows by Django's ORM, (sql) by plain SQL; both only write: nothing is asked or checked.
The rounds of all three are interleaved on one fresh database: SQLite with `synchronous=FULL`, and PostgreSQL
(with fsync) where one can be started. With 1,000 and with 100,000 cases on file; `growth` compares the two.
Run it with `mingfa bench acts`, or with other sizes by `python -m bench.acts 1000 20000`. Medians in
milliseconds; `cpu` counts this process alone, without disk and server.
"""

import json
import sys
from typing import Any

from bench import _start
from tests.servers import postgres

SIZES = (1_000, 100_000)
SMALLEST = {"sizes": (20, 40)}


def run(sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    found: dict[str, Any] = {"sqlite": _start.measured("bench._acts", sizes)}
    if reason := postgres.available():
        return {**found, "postgresql": reason}
    with postgres.running(fsync=True) as address:
        return {**found, "postgresql": _start.measured("bench._acts", sizes, MINGFA_DATABASE=address)}


if __name__ == "__main__":
    print(json.dumps(run(tuple(map(int, sys.argv[1:])) or SIZES), indent=1, ensure_ascii=False))
