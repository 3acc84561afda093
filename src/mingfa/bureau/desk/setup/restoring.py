"""A restored bureau on the desk: what was lost, entry by entry, and the two hands it waits for (ADR 0034)."""

from dataclasses import dataclass

from django.http import HttpResponse

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.worklist.tasks import Task
from mingfa.bureau.doorway.acts import REGISTER, act_named
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.ledger import restored
from mingfa.bureau.ledger.faults import called
from mingfa.bureau.ledger.reader import Recorded, leaves_at
from mingfa.bureau.people import reads as people

READERS = frozenset({"head", "appointer", "supervisor"})


@dataclass(frozen=True)
class Lost:
    """One lost entry, as the page shows it."""

    where: str
    words: str


def tasks(ask: Ask) -> list[Task]:
    """Ask for the hand that is missing."""
    said = restored.state()
    if said is None or "found" not in said:
        return []
    act = act_named(restored.RESUME if "entry" in said else restored.RESTORE)
    if not ask.can(act.who):
        return []
    title = f"由{restored.made(said)}的备份恢复"
    return [Task(f"/acts/{act.name}/", act.title, title, "丢失条目见“数据恢复”页", act=act.name)]


@page
def shown(ask: Ask) -> HttpResponse:
    """List what was lost: before it is on record as it was found, afterwards as the ledger holds it."""
    if not ask.can(READERS):
        raise NotYours
    said = restored.state()
    found = (said or {}).get("found", {}).get("list", [])
    lines = [Lost(f"{called(one['log'])}第{one['index']}条", _words(one)) for one in found]
    waits = [] if said is None else tasks(ask)
    known = lines or _on_record(ask)
    return show(ask, "desk/restored.html", lines=known, waits=waits, pending=said is not None)


def _words(one: dict[str, str]) -> str:
    return f"{one['words']}（{'内容已找到' if one['content'] else '内容丢失'}）"


def _on_record(ask: Ask) -> list[Lost]:
    lost, lines = restored.lost(), list[Lost]()
    names = {one.id: one.name for one in people.everybody(ask.today)}
    for log, ranges in lost.ranges.items():
        for start, end in ranges:
            entries = leaves_at(range(start, end), log)
            lines += [Lost(f"{called(log)}第{i}条", _said(entries[i], names)) for i in sorted(entries)]
    return lines


def _said(one: Recorded, names: dict[int, str]) -> str:
    entry = one.entry
    act = REGISTER[entry.act].title if entry.act in REGISTER else entry.act
    by = names.get(int(str(entry.facts.get("by", 0))), "")
    matter = f"，事项{entry.matter}" if entry.matter is not None else ""
    when = str(entry.facts.get("entered", entry.facts.get("at", "")))[:19].replace("T", " ")
    return "，".join(filter(None, (act, by, when))) + matter
