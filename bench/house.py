"""What a change to the house costs, and what its pages ask of the database: counts, not times.

Files of a change are those that the pages of docs/how-to name (a guard asks that they are there). Statements
are counted with 300 cases on file, each page asked a second time. `mingfa bench house`.
"""

import json
import re
from typing import Any

from bench import _start

CASES = 300
SMALLEST = {"cases": 20}
BLOCK = re.compile(r"^```files(?: at most \d+)?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def run(cases: int = CASES) -> dict[str, Any]:
    pages = sorted((_start.ROOT / "docs" / "how-to").glob("add-*.md"))
    files = {
        page.stem: len("".join(BLOCK.findall(page.read_text(encoding="utf-8"))).split()) for page in pages
    }
    return {"files": files, **_start.measured("bench._house", (cases,))}


if __name__ == "__main__":
    print(json.dumps(run(), indent=1, ensure_ascii=False))
