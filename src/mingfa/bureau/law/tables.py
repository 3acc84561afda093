"""Reads the tables in `data/`: files that a lawyer edits and the code only reads."""

import csv
import json
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


def read_text(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def read_yaml(name: str) -> Any:
    """Read one YAML table; the C loader, since these tables are read at start."""
    return yaml.load(read_text(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def read_json(name: str) -> Any:
    return json.loads(read_text(name))


def read_csv(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(line for line in read_text(name).splitlines() if not line.startswith("#")))
