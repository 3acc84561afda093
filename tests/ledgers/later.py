"""A later program: ours with a column added, one renamed, one dropped, a gate, a table and two acts changed.

Made by editing a copy of the sources, as its authors would (docs/how-to/change-what-is-on-record.md). Each
`Forgotten` is the same program whose authors forgot one line of that page.
"""

# ruff: noqa: E501
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.guards.sources import PACKAGE

PEOPLE = "bureau/people/migrations/0099_later.py"
ACTS, MODELS = "bureau/appointments/acts.py", "bureau/people/models.py"
RULES, TABLE = "bureau/appointments/rules.py", "bureau/law/data/procedures/ordinary.yaml"
FORMER_TABLE = "bureau/law/data/procedures/former/ordinary.1.yaml"

MIGRATION = """from django.db import migrations, models
from mingfa.bureau.ledger.dropping import DropColumn
from mingfa.bureau.ledger.models import Former

class Migration(migrations.Migration):
    dependencies = [("people", "{last}")]
    operations = [
        migrations.AddField("unit", "floor", models.CharField("楼层", max_length=20, default="")),
        migrations.AddField("unit", "former", Former(default=dict)),
        DropColumn("unit", "kind"),
        migrations.RenameField("appointment", "document", "paper"),
    ]
"""
GUARDED = """from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("{app}", "{last}")]
    operations = [migrations.AddField("{model}", "remark", models.CharField("备注", max_length=20, default=""))]
"""
SET_UP = '''@act("unit.set_up", "设立内设机构", who=[Role.APPOINTER], inputs=NewUnit, see=appointing)
def set_up_unit(door: Door, facts: rules.Appointing, given: NewUnit) -> None:
    """Set up a unit."""
    door.add(Unit(name=given.name, kind=given.kind))
'''
SET_UP_LATER = '''@act(
    "unit.set_up", "设立内设机构", who=[Role.APPOINTER], inputs=NewUnit, see=appointing,
    gates=[rules.the_unit_is_a_brigade], version=2,
)
def set_up_unit(door: Door, facts: rules.Appointing, given: NewUnit) -> None:
    """Set up a unit."""
    door.add(Unit(name=given.name, floor="一楼"))


@act(
    "unit.set_up", "设立内设机构", who=[Role.APPOINTER], inputs=NewUnit, see=appointing,
    gates=[rules.the_unit_is_a_brigade], former=True,
)
def set_up_unit_with_its_kind(door: Door, facts: rules.Appointing, given: NewUnit) -> None:
    """Set up a unit, as it was done when units had kinds."""
    door.add(Unit(name=given.name, former={"kind": given.kind}))
'''
GATE = '''

@gate("AV-01", cites="行政处罚法 47", of_inputs=True, since=Force(edition=2))
def the_unit_is_a_brigade(f: Appointing) -> Reason | None:
    """From the next edition on, units are brigades."""
    return None if str(f.look.given.name).endswith("大队") else no("内设机构应当称大队。", "请改正名称。")
'''
EDITS = (
    (MODELS, '    kind = models.CharField("类别", max_length=20)\n', '    floor = models.CharField("楼层", max_length=20, default="")\n    former = Former(default=dict)\n'),
    (MODELS, "import Sealed", "import Former, Sealed"),
    (MODELS, '    document = models.CharField("任命文件", max_length=100, blank=True, default="")\n', '    paper = models.CharField("任命文件", max_length=100, blank=True, default="")\n    known_as = {"paper": "document"}\n'),
    (ACTS, SET_UP, SET_UP_LATER),
    (ACTS, 'Unit(name=given.office, kind="office")', 'Unit(name=given.office, former={"kind": "office"})'),
    (ACTS, "since=given.since, document=given.document", "since=given.since, paper=given.document"),
    (ACTS, '    "登记执法证件",\n', '    "登记执法证件",\n    former=True,\n'),
    (RULES, "from mingfa.bureau.law.gates import", "from mingfa.bureau.law.force import Force\nfrom mingfa.bureau.law.gates import"),
    ("bureau/law/force.py", "\nEDITION = 1\n", "\nEDITION = 2\n"),
    (TABLE, "      record.exclude: {from", "      record.question: {from: [noticed]}\n      record.exclude: {from"),
)  # fmt: skip


@dataclass(frozen=True)
class Forgotten:
    """A line that was forgotten: in which file, what stands there, what would stand without it; what is said."""

    what: str
    file: str
    before: str
    after: str
    said: str


FORGOTTEN = (
    Forgotten("the first name of a renamed column", MODELS, '    known_as = {"paper": "document"}\n', "", "任命"),
    Forgotten("what a dropped column held", PEOPLE, 'DropColumn("unit"', 'migrations.RemoveField("unit"', "内设机构"),
    Forgotten("a default", MODELS, 'max_length=20, default="")\n    former', "max_length=20)\n    former", "内设机构"),
    Forgotten("the day of a gate", RULES, ", since=Force(edition=2)", "", "内设机构应当称大队"),
    Forgotten("the former table", FORMER_TABLE, "until: {edition: 2}", "until: {edition: 1}", "record.question"),
    Forgotten("the former act", ACTS, "rules.the_unit_is_a_brigade], former=True", "rules.the_unit_is_a_brigade], former=True, version=9", "unit.set_up"),
    Forgotten("the guards of a table", "database/sqlite/base.py", "    SchemaEditorClass = DatabaseSchemaEditor\n", "", "review_review"),
)  # fmt: skip


def later(place: Path) -> Path:
    """Write the later program into a folder, and return it."""
    package = copied(place)
    former = package / FORMER_TABLE
    former.parent.mkdir()
    former.write_text(
        "until: {edition: 2}\n" + (package / TABLE).read_text(encoding="utf-8"), encoding="utf-8"
    )
    for file, before, after in EDITS:
        edited(package / file, before, after)
    with (package / RULES).open("a", encoding="utf-8") as rules:
        rules.write(GATE)
    (package / PEOPLE).write_text(MIGRATION.format(last=_last(package / PEOPLE)), encoding="utf-8")
    # One table that carries guards, and one that guards of others name.
    for app, model in (("decisions", "decision"), ("review", "review")):
        guarded = package / f"bureau/{app}/migrations/0099_later.py"
        guarded.write_text(GUARDED.format(app=app, model=model, last=_last(guarded)), encoding="utf-8")
        declared = f"class {model.title()}(Sealed):\n"
        remark = '    remark = models.CharField("备注", max_length=20, default="")\n'
        edited(package / f"bureau/{app}/models.py", declared, declared + remark)
    return place


def copied(place: Path) -> Path:
    """Copy our program into a folder; return its package."""
    package = place / "mingfa"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("tests", "__pycache__", "media"))
    return package


def edited(file: Path, before: str, after: str) -> None:
    """Put one text in the place of another, which must be there once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) >= 1, f"{file.name} says no longer: {before}"
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def _last(beside: Path) -> str:
    return max(one.stem for one in beside.parent.glob("0*.py") if one != beside)
