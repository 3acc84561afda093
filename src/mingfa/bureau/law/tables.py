"""Reads the tables in `data/`: files that a lawyer edits and the code only reads."""

import csv
import json
from pathlib import Path
from typing import Any

from mingfa.bureau.lib import yamls

DATA = Path(__file__).parent / "data"


def read_text(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def read_yaml(name: str) -> Any:
    return yamls.parse_yaml(read_text(name))


def read_json(name: str) -> Any:
    return json.loads(read_text(name))


def read_csv(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(line for line in read_text(name).splitlines() if not line.startswith("#")))
