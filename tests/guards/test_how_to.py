"""The pages of docs/how-to name files that are there, and no more of them than the page promises."""

import re
from pathlib import Path

import pytest
from tests.guards.sources import ROOT

HOW_TO = ROOT / "docs" / "how-to"
BLOCK = re.compile(r"^```files(?: at most (\d+))?\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = sorted(HOW_TO.glob("add-*.md"))


def faults(text: str) -> list[str]:
    """Return the files named that are not there, and a list that is longer than it says."""
    found = BLOCK.findall(text)
    if not found:
        return ["no block of files"]
    named = [(most, files.split()) for most, files in found]
    absent = [file for _, files in named for file in files if not (ROOT / file).is_file()]
    return absent + [f"{len(files)} > {most}" for most, files in named if most and len(files) > int(most)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_names_files_that_are_there(page: Path) -> None:
    assert faults(page.read_text(encoding="utf-8")) == []


def test_every_page_is_listed_and_numbered() -> None:
    listed = (HOW_TO / "README.md").read_text(encoding="utf-8")
    assert len(PAGES) >= 4
    assert [page.name for page in HOW_TO.glob("*.md") if page.name not in listed + "README.md"] == []
    assert [page.name for page in PAGES if "\n1. " not in page.read_text(encoding="utf-8")] == []


def test_the_guard_bites() -> None:
    assert faults("no block") != []
    assert faults("```files at most 1\npyproject.toml\nREADME.md\n```") == ["2 > 1"]
    assert faults("```files\nnowhere.py\n```") == ["nowhere.py"]
