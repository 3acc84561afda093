"""The order of the house (pyproject.toml, import-linter): it holds, and each contract bites.

The proof uses the real contracts on a made-up house in which every one of them is broken once.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.guards.sources import BUREAU, ROOT

CONFIG = ROOT / "pyproject.toml"
SETTINGS = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract["name"] for contract in SETTINGS["contracts"]}

# contract -> file of the made-up house and the import that breaks it
BREAKS = {
    "river": ("bureau/cases/filing/acts.py", "def f():\n    import mingfa.bureau.decisions\n"),
    "ground": ("tlog/tree.py", "import mingfa.feed\n"),
    "doorway": ("bureau/records/acts.py", "from mingfa.bureau.ledger import writer\n"),
    "portal": ("portal/views.py", "import mingfa.bureau.lib\n"),
    "plain": ("feed/notice.py", "import django\n"),
    "rules": ("bureau/cases/filing/rules.py", "from mingfa.bureau.cases import models\n"),
    "desk": ("bureau/desk/views.py", "from mingfa.bureau.cases.models import Case\n"),
}
MODULES = """
tlog/tree feed/notice witness/serve portal/views commands/test bureau/settings bureau/wsgi
bureau/lib/money bureau/law/gates bureau/ledger/writer bureau/ledger/models bureau/papers/form
bureau/vault/keep bureau/people/models bureau/doorway/door bureau/appointments/acts bureau/catalogue/models
bureau/records/acts bureau/cases/acts bureau/cases/models bureau/service/acts bureau/hearings/acts
bureau/review/rules bureau/cases/filing/rules bureau/decisions/acts bureau/execution/acts
bureau/disclosure/acts bureau/desk/views
"""


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter in a process of its own: here `mingfa` is already imported, and is the real one."""
    code = (
        "import sys; from importlinter.cli import lint_imports; "
        f"sys.exit(lint_imports({str(CONFIG)!r}, no_cache=True, no_logo=True))"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def made_up_house(folder: Path, changes: dict[str, str]) -> Path:
    modules = MODULES.split()
    files = {f"{module}.py": "" for module in modules} | changes
    for name, code in files.items():
        path = folder / "mingfa" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)
        for above in path.relative_to(folder).parents[:-1]:
            (folder / above / "__init__.py").touch()
    return folder


def test_the_house_keeps_its_order() -> None:
    done = lint(ROOT / "src")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_house_in_order_is_accepted(tmp_path: Path) -> None:
    """Tests may ask anybody: their imports are no part of the order."""
    asks_all = "import mingfa.bureau.decisions.acts\nfrom mingfa.bureau.ledger import writer\n"
    done = lint(made_up_house(tmp_path, {"bureau/cases/tests/test_file.py": asks_all}))
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_bites(tmp_path: Path) -> None:
    done = lint(made_up_house(tmp_path, dict(BREAKS.values())))
    broken = {name for name in CONTRACTS.values() if f"{name} BROKEN" in done.stdout}
    assert broken == set(CONTRACTS.values()), done.stdout + done.stderr
    assert set(BREAKS) == set(CONTRACTS)


def test_a_room_nobody_placed_is_found(tmp_path: Path) -> None:
    done = lint(made_up_house(tmp_path, {"bureau/rumours/acts.py": ""}))
    assert done.returncode == 1
    assert "rumours" in done.stdout


def rooms_in_order() -> list[str]:
    """Return the rooms from left to right: what stands earlier may be imported by what stands later."""
    river = next(contract for contract in SETTINGS["contracts"] if contract["id"] == "river")
    return [room.strip(" ()") for layer in reversed(river["layers"]) for room in layer.split("|")]


@pytest.mark.parametrize("room", rooms_in_order())
def test_every_placed_room_is_there(room: str) -> None:
    assert (BUREAU / room / "__init__.py").is_file()
