"""Which program this is: digests of its code and of the data of the law, and its version.

The record says which program judged. Two programs of one version that differ in a byte are two programs.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
LAW = PACKAGE / "bureau" / "law" / "data"
JUDGES = (PACKAGE / "bureau", PACKAGE / "database", PACKAGE / "tlog", PACKAGE / "witness")
BESIDE = {"tests", "__pycache__"}


@cache
def version_of_program() -> str:
    """Return the version of the program as it calls itself."""
    try:
        return version("mingfa")
    except PackageNotFoundError:
        return "0"


@cache
def program_digest() -> str:
    """Return the digest of the code that judges: the bureau and what it stands on."""
    code = (one for place in JUDGES for one in place.rglob("*.py"))
    return _digest(one for one in code if not one.is_relative_to(LAW))


@cache
def law_digest() -> str:
    """Return the digest of the data of the law: statutes, rules, terms, procedures, local values."""
    return _digest(one for one in LAW.rglob("*") if one.is_file())


def _digest(files: Iterable[Path]) -> str:
    """Digest files by their places and contents, in one order on every machine."""
    said = sha256()
    kept = {one.relative_to(PACKAGE).as_posix(): one for one in files if BESIDE.isdisjoint(one.parts)}
    for name in sorted(kept):
        said.update(f"{name} {sha256(kept[name].read_bytes()).hexdigest()}\n".encode())
    return said.hexdigest()
