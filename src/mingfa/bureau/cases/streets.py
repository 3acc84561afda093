"""The streets of the bureau's area (GB/T 2260 codes), by which jurisdiction of place is asked (处罚法 22)."""

import csv
from functools import cache
from pathlib import Path

TABLES = Path(__file__).parent / "data"


@cache
def streets(region: str) -> dict[str, str]:
    """Return code -> name of the streets of a region; empty where no table was given."""
    table = TABLES / f"streets_{region}.csv"
    if not table.exists():
        return {}
    with table.open(encoding="utf-8") as lines:
        return {row["代码"]: row["名称"] for row in csv.DictReader(lines)}
