"""Checking a whole ledger, beside a loop of bare SHA-256 over the same bytes, in the same run.

The bytes are those of every entry and every item (salt, name, value). The loop hashes each: `sha256` from
memory, `read_and_sha256` while reading them from the same database, which checking must do as well. CPU
seconds, medians of interleaved rounds. Run it with `mingfa bench verify`, or with another number of cases by
`python -m bench.verify 5000`.
"""

import json
import sys
from typing import Any

from bench import _start

CASES = 100_000
SMALLEST = {"cases": 20}


def run(cases: int = CASES) -> dict[str, Any]:
    return _start.measured("bench._verify", [cases])


if __name__ == "__main__":
    print(json.dumps(run(*map(int, sys.argv[1:2])), indent=1, ensure_ascii=False))
