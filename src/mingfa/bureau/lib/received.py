"""What comes from outside as text: numbers in addresses, JSON in bodies, data folders on a command line.

Whatever cannot be meant is told here, once, and never reaches a database that would break on it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# The largest number that a column holds, in SQLite and in PostgreSQL.
LARGEST = 2**63 - 1
DEEPEST = 20


def whole(text: str, *, most: int = LARGEST) -> int | None:
    """Read a whole number written in digits, full-width ones too; None where there is none of this size."""
    digits = text.strip()
    if not digits.isdecimal() or len(digits) > len(str(LARGEST)):
        return None
    number = int(digits)
    return number if number <= most else None


def read_json(data: bytes) -> Any:
    """Read JSON that somebody sent, or raise ValueError where it has no bottom or cannot be written."""
    try:
        value = json.loads(data, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("too deep") from None
    for text in _texts(value):
        if "\0" in text or not _can_be_written(text):
            raise ValueError("a text that cannot be written")
    return value


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a value, its keys too; raise ValueError below the deepest level."""
    level = [value]
    for _ in range(DEEPEST):
        below: list[Any] = []
        for one in level:
            if isinstance(one, str):
                yield one
            elif isinstance(one, dict):
                yield from one
                below += one.values()
            elif isinstance(one, list):
                below += one
        level = below
    if level:
        raise ValueError("too deep")


def _can_be_written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return True


def is_ours(folder: Path) -> bool:
    """Say whether a folder may be a bureau's: it holds one, or it is there and holds nothing."""
    if not folder.is_dir():
        return False
    held = {entry.name for entry in folder.iterdir()}
    return not held or not held.isdisjoint(("db.sqlite3", "keys"))
