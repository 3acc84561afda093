"""A file is found by its name: chapters use one list of names, ground rooms list theirs (ADR 0020).

A room of more than one chapter has a folder for each stage (a slice), and in it the same names again.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.guards.sources import BUREAU, ROOT
from tests.guards.test_contracts import rooms_in_order

# The rooms below the chapters, and the desk above them: each of their files stands on the page of its room.
GROUND = ("lib", "law", "ledger", "papers", "vault", "people", "doorway", "work", "desk")
NAMES = {
    "acts": "the only writers",
    "rules": "pure gates",
    "inputs": "what is typed into the acts",
    "contents": "what the papers say, made from recorded facts",
    "facts": "what the gates may see, and what several compute of it; pure",
    "gather": "reads the facts of an act from the database",
    "values": "frozen plain values in which a room speaks to others",
    "reads": "questions others may ask",
    "writes": "rows that acts of several rooms or slices write alike",
    "models": "columns and constraints",
    "hooks": "registers in which later rooms put what they know (ADR 0013)",
    "providers": "what this room puts into the registers of earlier rooms",
    "follow": "what it does when the ledger says that something happened",
    "apps": "the room as a Django app",
}
FOLDERS = {"papers", "tests", "data", "migrations"}
# Nobody reads a folder of more than about a dozen entries; what every Django app has is not counted.
MOST = 17
UNCOUNTED = {
    "__init__.py",
    "apps.py",
    "migrations",
    "tests",
    "templatetags",
    "static",
    "templates",
    "__pycache__",
}


def product_files(room: Path) -> list[Path]:
    return [p for p in sorted(room.rglob("*.py")) if not {"tests", "migrations"} & set(p.parts)]


def strangers(files: Iterable[Path]) -> list[str]:
    """Return the files of a chapter whose name is in no list."""
    return [str(p) for p in files if p.stem not in NAMES and p.name != "__init__.py"]


def unlisted(files: Iterable[Path], room: Path, page: str) -> list[str]:
    """Return the files of a ground room that its page does not name."""
    named = set(re.findall(r"`([\w/]+\.py)`", page))
    names = [p.relative_to(room).as_posix() for p in files if p.name not in ("__init__.py", "apps.py")]
    return [name for name in names if name not in named]


def drawers(folders: Iterable[Path]) -> list[str]:
    """Return the folders with more entries than anybody reads."""
    counted = {f: sum(e.name not in UNCOUNTED for e in f.iterdir()) for f in folders}
    return [f"{folder}: {n} entries" for folder, n in counted.items() if n > MOST]


@pytest.mark.parametrize("room", [room for room in rooms_in_order() if room not in GROUND])
def test_a_chapter_uses_the_listed_names(room: str) -> None:
    assert strangers(p.relative_to(BUREAU) for p in product_files(BUREAU / room)) == []


@pytest.mark.parametrize("room", GROUND)
def test_a_ground_room_lists_its_files(room: str) -> None:
    page = (ROOT / "docs" / "rooms" / f"{room}.md").read_text(encoding="utf-8")
    assert unlisted(product_files(BUREAU / room), BUREAU / room, page) == []


def test_a_slice_is_a_package_of_the_same_names() -> None:
    chapters = [BUREAU / room for room in rooms_in_order() if room not in GROUND]
    slices = [f for room in chapters for f in room.rglob("*") if f.is_dir() and any(f.glob("*.py"))]
    assert [str(f) for f in slices if not (f / "__init__.py").exists() and "tests" not in f.parts] == []
    depth = Counter(
        len(f.relative_to(BUREAU).parts) for f in slices if not {"tests", "migrations"} & set(f.parts)
    )
    assert max(depth) <= 3, "a slice of a slice of a slice is found by nobody"


def test_no_folder_is_a_drawer() -> None:
    folders = [BUREAU / room for room in rooms_in_order()]
    below = [f for room in folders for f in room.rglob("*") if f.is_dir()]
    kept = [
        f
        for f in (*folders, *below)
        if not {"papers", "tests", "data", "__pycache__", "migrations"} & set(f.parts[-2:])
    ]
    code = [f for f in kept if any(f.glob("*.py"))]
    assert drawers(code) == []


def test_the_guards_bite(tmp_path: Path) -> None:
    assert strangers([Path("cases/side_paths.py"), Path("cases/filing/acts.py")]) == ["cases/side_paths.py"]
    (tmp_path / "a.py").touch()
    assert unlisted([tmp_path / "a.py"], tmp_path, "`b.py`: something") == ["a.py"]
    for n in range(MOST + 1):
        (tmp_path / f"f{n}.py").touch()
    assert drawers([tmp_path]) != []
