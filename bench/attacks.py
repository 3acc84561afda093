"""Quiet changes by somebody who holds the database and the folders: each played, each looked for.

Every line of the table in docs/architecture.md, and one altered cell of every column of every table, with
triggers and checks switched off; then `mingfa verify` is asked. It prints what named each line, and what
nobody found. It measures no time. Run it with `mingfa bench attacks`.
"""

import json
from typing import Any

from bench import _start

SMALLEST = {"cells": 3}


def run(cells: int = 10_000) -> dict[str, Any]:
    return _start.measured("bench._attacks", [cells])


if __name__ == "__main__":
    print(json.dumps(run(), indent=1, ensure_ascii=False))
