"""Many cases quickly, and every one honest: what the acts themselves write, appended by the ledger's writer.

The gates are asked once and the rows written in bulk; entries, items and digests are those of real acts, so
that the whole ledger still verifies.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.acts import act_named
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.enter import facts_of, look_at
from mingfa.bureau.doorway.entry import entry_of, perform
from mingfa.bureau.doorway.inputs import read_inputs
from mingfa.bureau.ledger import reader, writer
from mingfa.bureau.ledger.entries import NewItem
from mingfa.bureau.ledger.models import RECORD, Sealed
from mingfa.bureau.ledger.verify import verify
from mingfa.example.bureau import CHINA, Cast, Stage, found, list_items
from mingfa.example.cases import SHOP, Play

BATCH = 2_000


class Shelf(Door):
    """A door that lays the rows aside instead of writing them."""

    def __init__(self, index: int, look: Any) -> None:
        super().__init__(index, look, f"{index:032x}")
        self.added: list[Sealed] = []
        self.saved: list[Sealed] = []

    def add(self, row: Sealed) -> None:
        row.leaf = row.sealed = self.index
        self.rows[f"{row._meta.label_lower}/{row.pk}"] = row
        self.added.append(row)

    def save(self, row: Sealed) -> None:
        self.take(row)
        row.sealed = self.index
        self.rows[f"{row._meta.label_lower}/{row.pk}"] = row
        self.saved.append(row)


@dataclass
class Written:
    """What an act writes: its rows, its entry and the entry's items."""

    act: str
    index: int
    matter: int | None
    entry: bytes
    items: list[NewItem]
    seals: dict[str, str]
    added: list[Sealed] = field(default_factory=list)
    saved: list[Sealed] = field(default_factory=list)


def bureau() -> tuple[Stage, Cast]:
    """Found the example bureau with its items, on a Monday morning."""
    stage = Stage(datetime(2026, 9, 1, 9, 0, tzinfo=CHINA))
    cast = found(stage)
    list_items(stage, cast)
    stage.now = datetime(2026, 9, 7, 9, 0, tzinfo=CHINA)
    return stage, cast


def filed(stage: Stage, cast: Cast, name: str) -> Play:
    """File a case of a party of this name, by five acts through the doorway."""
    play = Play(stage, cast)
    play.register()
    play.keep()
    play.verify()
    play.propose(party={**SHOP, "name": name, "code": ""})
    play.file()
    return play


def written(name: str, by: int, on: int | None, inputs: dict[str, Any], at: datetime) -> Written:
    """Return what an act would write now, without writing it."""
    act = act_named(name)
    look = look_at(act, by, on, at, at, read_inputs(act.inputs, inputs))
    return _laid_aside(act, look, facts_of(act, look), reader.size())


def _laid_aside(act: Any, look: Any, facts: Any, index: int) -> Written:
    shelf = Shelf(index, look)
    done = perform(act, shelf, facts)
    entry, items = entry_of(act, shelf, {})
    return Written(act.name, index, done.matter, entry, items, shelf.seals, shelf.added, shelf.saved)


def fill(stage: Stage, cast: Cast, cases: int) -> None:
    """Register clues until there are this many cases."""
    act, there = act_named("case.register"), Case.objects.count()
    first = clue(stage, cast, there)
    look = look_at(act, cast.officers[0][0], None, stage.now, stage.now, read_inputs(act.inputs, first))
    facts = facts_of(act, look)
    for start in range(there, cases, BATCH):
        rows: list[Case] = []
        with transaction.atomic():
            log = writer.lock(RECORD)
            for n in range(start, min(start + BATCH, cases)):
                stage.now += timedelta(seconds=1)
                typed = read_inputs(act.inputs, clue(stage, cast, n))
                own = replace(look, inputs=typed, at=stage.now, now=stage.now)
                made = _laid_aside(act, own, replace(facts, look=own), log.size)
                writer.append(log, made.entry, made.items, act.name, made.matter)
                rows += [row for row in made.added if isinstance(row, Case)]
            Case.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def clue(stage: Stage, cast: Cast, n: int) -> dict[str, Any]:
    """Return what is typed into the n-th clue."""
    return {
        "item": cast.items["店外经营"],
        "source": "patrol",
        "found_at": stage.now.isoformat(),
        "act_on": stage.now.date().isoformat(),
        "street": "650104001",
        "place": f"示例路{n}号门前",
        "party_name": f"示例商户{n}",
        "summary": "巡查发现当事人涉嫌店外经营。",
    }


def require_honest() -> None:
    """Stop unless everything written so far verifies."""
    faults = [f"{fault.where}：{fault.what}" for fault in verify(lambda done: None)]
    if faults:
        raise SystemExit("\n".join(faults[:5]))
