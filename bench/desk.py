"""The desk's pages with 20,000 cases on file: a case, the list of 100, a search, the start page.

Server time in this process (Django's test client, signed in as an officer), warm, pages in turn. Baselines
in the same run: `account`, a page that shows only who is signed in, and `…/bare`, the rows of a page fetched
without checking or drawing. Run it with `mingfa bench desk` or `python -m bench.desk 2000`. Milliseconds.
"""

import json
import sys
from typing import Any

from bench import _start

CASES = 20_000
SMALLEST = {"cases": 120}


def run(cases: int = CASES) -> dict[str, Any]:
    return _start.measured("bench._desk", (cases,))


if __name__ == "__main__":
    print(json.dumps(run(*map(int, sys.argv[1:])), indent=1, ensure_ascii=False))
