"""Nothing stands without its source: gates cite, acts say what they do, settings are explained."""

import importlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.guards.sources import BUREAU, PACKAGE, ROOT, files, product
from tests.guards.test_contracts import rooms_in_order

from mingfa.bureau.doorway.acts import REGISTER as ACTS
from mingfa.bureau.doorway.acts import Act
from mingfa.bureau.law.gates import REGISTER as GATES
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.law.rules import all_rules, rule
from mingfa.bureau.law.texts.statutes import cite
from mingfa.commands import COMMANDS

DOCS = ROOT / "docs"
RULE = re.compile(r"\b[A-Z]{2,5}-\d{2}\b")
SETTING = re.compile(r"\bMINGFA_[A-Z0-9_]+\b")
OPERATE = DOCS / "operate.md"


@cache
def gates() -> dict[str, Gate[Any]]:
    """Return the register of gates. The desk has loaded those of all acts; here comes what no act asks."""
    for path in sorted(BUREAU.glob("**/rules.py")):
        if path.parent.name != "law":
            importlib.import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
    return GATES


def gate_faults(gate: Gate[Any]) -> list[str]:
    """Return what a gate lacks: a known rule, a citation that reads, modesty where it is from memory."""
    faults = []
    try:
        known = rule(gate.rule)
    except LookupError:
        return [f"{gate.code}: no rule {gate.rule}"]
    if known.from_memory and not gate.warns:
        faults.append(f"{gate.code}: {gate.rule} is from memory and may only warn")
    for part in re.split("[、；]", gate.cites):
        try:
            cite(part)
        except (LookupError, ValueError) as wrong:
            faults.append(f"{gate.code}: cites {part!r}: {wrong}")
    return faults


def act_faults(act: Act[Any, Any]) -> list[str]:
    """Return what an act lacks to be understood in the table of all acts."""
    faults = []
    if not re.fullmatch(r"[a-z]+\.[a-z_]+", act.name):
        faults.append(f"{act.name}: an act is named noun.verb")
    if not act.doc:
        faults.append(f"{act.name}: its docstring says what it does")
    if not re.search("[\u4e00-\u9fff]", act.title):
        faults.append(f"{act.name}: its title is Chinese")
    if not act.who:
        faults.append(f"{act.name}: says who may do it")
    return faults


def test_every_gate_cites() -> None:
    assert [fault for gate in gates().values() for fault in gate_faults(gate)] == []


def test_every_act_is_documented() -> None:
    assert [fault for act in ACTS.values() for fault in act_faults(act)] == []


def test_every_gate_is_asked_by_an_act() -> None:
    """A gate that no act passes keeps nobody out."""
    asked = {gate.code for act in ACTS.values() for gate in act.gates}
    assert sorted(set(gates()) - asked) == []


@pytest.mark.parametrize(
    ("rule_id", "cites", "warns"),
    [("NONE-01", "行政处罚法 58", False), ("LR-01", "行政处罚法 999", False), ("LR-01", "某法 1", False)],
)
def test_the_gate_guard_bites(rule_id: str, cites: str, warns: bool) -> None:
    assert gate_faults(Gate(rule_id, "made_up", cites, lambda facts: None, False, warns)) != []
    assert gate_faults(Gate("LR-01", "made_up", "行政处罚法 58", lambda facts: None, False, warns)) == []


def test_every_setting_is_documented() -> None:
    used = {name for source in product() for name in SETTING.findall(source.text)}
    used |= set(SETTING.findall((ROOT / "mingfa").read_text(encoding="utf-8")))
    assert sorted(used - set(SETTING.findall(OPERATE.read_text(encoding="utf-8")))) == []


def test_every_command_is_documented() -> None:
    documented = set(re.findall(r"^\| `([a-z]+)", OPERATE.read_text(encoding="utf-8"), re.MULTILINE))
    assert set(COMMANDS) <= documented


def test_every_decision_record_is_listed() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in (DOCS / "decisions").glob("[0-9]*.md") if path.name not in index] == []


def test_every_room_has_its_page() -> None:
    """Each room that has its place in the order, and each package beside them, has a page of its own name."""
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} | set(rooms_in_order())
    pages = {path.stem for path in (DOCS / "rooms").glob("*.md")}
    assert sorted(rooms - {"bureau"} - pages) == []


@pytest.mark.parametrize("room", sorted({act.room for act in ACTS.values()}))
def test_a_rooms_page_names_its_acts(room: str) -> None:
    """What each act asks is printed by `mingfa acts`; a page may speak of a rule, and then there is one."""
    page = (DOCS / "rooms" / f"{room}.md").read_text(encoding="utf-8")
    wanted = {f"`{act.name}` {act.title}" for act in ACTS.values() if act.room == room}
    assert sorted(word for word in wanted if word not in page) == []
    assert sorted(set(RULE.findall(page)) - {one.id for one in all_rules()}) == []
    known = {act.name for act in ACTS.values()}
    assert sorted(set(re.findall(rf"`({room}\.[a-z_]+)` [\u4e00-\u9fff]", page)) - known) == []


def test_the_tests_named_for_invariants_are_there() -> None:
    """A page that promises a test keeps its word."""
    named = set(re.findall(r"`(test_[a-z0-9_]+)`", (DOCS / "invariants.md").read_text(encoding="utf-8")))
    texts = [path.read_text(encoding="utf-8") for path in ROOT.glob("src/mingfa/**/tests/test_*.py")]
    texts += [path.read_text(encoding="utf-8") for path in ROOT.glob("tests/*/test_*.py")]
    there = {name for text in texts for name in re.findall(r"^def (test_[a-z0-9_]+)", text, re.MULTILINE)}
    assert named
    assert sorted(named - there) == []


def absent_files(room: str, page: str, there: set[str]) -> list[str]:
    """Return the files that a page names and that are not there, in its own room or from the package down."""
    named = re.findall(r"`([\w/-]+\.(?:py|yaml|typ|html|css|js|csv|json|toml|md))`", page)
    places = [f"bureau/{room}/", f"{room}/", "bureau/", ""]
    return [name for name in named if not any(f"/{place}{name}" in there for place in places)]


@pytest.mark.parametrize("page", sorted((DOCS / "rooms").glob("*.md")), ids=lambda page: page.stem)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    known = [path.relative_to(top).as_posix() for top in (PACKAGE, ROOT) for path in files_below(top)]
    there = {"/" + name for name in known}
    # A file of a folder below the room may be named by its own name alone.
    there |= {
        f"/bureau/{page.stem}/{name.rpartition('/')[2]}" for name in known if f"/{page.stem}/" in "/" + name
    }
    assert absent_files(page.stem, page.read_text(encoding="utf-8"), there) == []


def files_below(top: Path) -> list[Path]:
    return [path for path in files() if path.is_relative_to(top)]


def test_the_guard_on_named_files_bites() -> None:
    there = {"/bureau/review/rules.py", "/bureau/law/time/terms.py"}
    assert absent_files("review", "`rules.py`, `law/time/terms.py`", there) == []
    assert absent_files("review", "`points.py`, `law/rules.py`", there) == ["points.py", "law/rules.py"]


def test_no_page_says_a_paragraph_twice() -> None:
    for page in sorted(DOCS.rglob("*.md")):
        lines = [line for line in page.read_text(encoding="utf-8").splitlines() if len(line) > 90]
        assert sorted({line for line in lines if lines.count(line) > 1}) == [], page.name
