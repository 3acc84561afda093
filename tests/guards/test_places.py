"""Nothing in the checkout names a machine, a person's folder or a secret."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.guards.sources import ROOT, TEXT, files

# Written in pieces so that this file does not name what it forbids.
MACHINE = re.compile(
    r"(?<![\w.])/(?:wor"
    + r"k|ho"
    + r"me|Use"
    + r"rs|ro"
    + r"ot|opt|mnt)/[\w.-]+|/tm"
    + r"p/\w|[A-Z]:\\\\?Users"
)
SECRET = re.compile(r"BEGIN (?:[A-Z]+ )?PRIVATE" + r" KEY|PRIVATE\+KEY\+[\w.]+\+[0-9a-f]{8}\+")
LARGEST = 2_000_000
# Lock files and published vectors are other people's words, kept exactly.
VERBATIM = {"uv.lock", "LICENSE"}


def offences(text: str, pattern: re.Pattern[str]) -> list[str]:
    return [match.group() for match in pattern.finditer(text)]


def texts() -> Iterator[tuple[Path, str]]:
    for path in files():
        if path.suffix in TEXT and path.name not in VERBATIM and path.stat().st_size < LARGEST:
            yield path, path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("pattern", [MACHINE, SECRET], ids=["machine paths", "private keys"])
def test_no_file_names(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {named}" for path, text in texts() for named in offences(text, pattern)
    ]
    assert found == []


def test_the_guard_bites() -> None:
    assert offences("open('/wor" + "k/main/x')", MACHINE) != []
    assert offences("cd /tm" + "p/x", MACHINE) != []
    assert offences("GET /api/v1/acts/ and src/wor" + "k/x and /decisions/", MACHINE) == []
    assert offences("-----BEGIN PRIVATE" + " KEY-----", SECRET) != []


def test_the_repository_is_small() -> None:
    """Recordings, fonts and databases never belong into the repository."""
    large = [str(p.relative_to(ROOT)) for p in files() if p.stat().st_size > LARGEST]
    assert large == []
