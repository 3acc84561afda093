"""Watching a run: after every act the rows and the ledger are asked, never the gates.

After an act only what it touched is asked; at the end of a run everything is, from nothing but the database.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.apps import apps
from django.db import connection
from django.db.models import Count, Max

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.matter import Matter, kinds
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Leaf, Sealed
from mingfa.bureau.ledger.reader import Recorded, check_newest, check_rows
from mingfa.bureau.ledger.rows import row_digest
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.work.laws.others import nothing_personal
from mingfa.bureau.work.laws.rows import BEFORE, OF_ROWS, ONCE

MODELS = {model._meta.label_lower: model for model in apps.get_models() if issubclass(model, Sealed)}


@dataclass
class Walk:
    """How far a matter has come, by its entries alone."""

    table: str
    state: str | None = None
    done: list[str] = field(default_factory=list)
    last: datetime | None = None

    def step(self, one: Recorded, begins: bool) -> None:
        """Go on by one entry: the table knows the way, time goes on, what an act stands on was there."""
        act, outcome = one.entry.text("act"), str(one.entry.facts["outcome"] or "")
        table = procedure(self.table)
        if not begins and not table.knows(act):
            return
        self.state = table.after(self.state, act, outcome or None)
        at = datetime.fromisoformat(one.entry.text("at"))
        assert self.last is None or at >= self.last, f"{act}: done before the act it follows"
        assert at <= datetime.fromisoformat(one.entry.text("entered")), f"{act}: entered before it was done"
        needed = BEFORE.get(act)
        assert not needed or set(needed) & set(self.done), f"{act} without {needed}"
        assert act not in ONCE or act not in self.done, f"{act} twice in one matter"
        self.done.append(act)
        self.last = at


class Watch:
    """What is known of the run so far; `size` is where the log stands, `kinds` every matter begun in it."""

    def __init__(self) -> None:
        self.size = log_size()
        self.kinds: dict[int, type[Matter]] = {
            int(pk): kind for kind in kinds() for pk in kind._default_manager.values_list("pk", flat=True)
        }
        self.walks: dict[int, Walk] = {}
        self.restricted = set[int]()
        self.public = reader.size(DISCLOSURE)
        self.series: dict[tuple[str, int], int] = {
            (p["series"], p["year"]): p["last"]
            for p in Paper.objects.values("series", "year").annotate(last=Max("n"))
        }

    def matter(self, pk: int) -> Matter | None:
        kind = self.kinds.get(pk)
        return None if kind is None else kind._default_manager.filter(pk=pk).first()

    def grew(self, by: int) -> None:
        """Two acts at once were entered before any of them is looked at."""
        assert log_size() == self.size + by, "an act is not exactly one entry"

    def after_refusal(self, on: int | None) -> None:
        """A refused act changes nothing: no entry, and the matter stands where it stood."""
        assert log_size() == self.size, "a refused act left an entry"
        if on is not None and (row := self.matter(on)) is not None:
            check_newest(row)

    def after_success(self, done: Done, by: int) -> Matter | None:
        """An act is one entry, its matter is where the table leads, and no row differs from its seal."""
        if done.index < self.size:
            return self.matter(done.matter or -1)  # one click twice: answered with the act already looked at
        one = reader.leaf(done.index)
        assert int(one.entry.text("by")) == by, "an entry names somebody else"
        assert done.index == self.size, "an act is not exactly one entry"
        self.size += 1
        wrote = reader.value(one.entry, "rows")
        assert isinstance(wrote, dict)
        made = [self._row(done.index, name, digest) for name, digest in wrote.items()]
        row = self._of_matter(done, one, made)
        for new in made:
            self._ask(new, done.index)
        if "disclosed" in one.entry.items:
            self.public = self._went_out()
        return row

    def _went_out(self) -> int:
        nothing_personal(self.public)
        return reader.size(DISCLOSURE)

    def _row(self, index: int, name: str, digest: str) -> Sealed:
        """Return a row the entry names: it is there, and as this entry says, or a later one."""
        label, _, pk = name.partition("/")
        row = MODELS[label]._default_manager.filter(pk=pk).first()
        assert isinstance(row, Sealed), f"{name} is not there"
        if row.sealed == index:
            assert row_digest(row) == digest, f"{name} is not what its act wrote"
        else:
            assert row.sealed > index, f"{name} was not written"
        return row

    def _of_matter(self, done: Done, one: Recorded, made: list[Sealed]) -> Matter | None:
        found = Leaf.objects.filter(log=RECORD, i=done.index).values_list("matter", flat=True)[0]
        assert found == done.matter, "the entry stands in another matter than was answered"
        if found is None:
            return None
        pk = int(found)
        for row in made:
            if isinstance(row, Matter) and row.pk == pk:
                self.kinds.setdefault(pk, type(row))
                walk = self.walks.get(pk) or self._walked(row, done.index)
                walk.step(one, done.index == pk)
                self.walks[pk] = walk
                self._not_wider(row)
                if row.sealed == done.index:
                    _stands(row, walk)
                return row
        raise AssertionError(f"an act of matter {pk} did not write its row")

    def _not_wider(self, row: Matter) -> None:
        """What was restricted once is never shown to more."""
        if row.audience.startswith("restricted:"):
            self.restricted.add(int(row.pk))
        assert row.audience.startswith("restricted:") or row.pk not in self.restricted, "shown to more"

    def _walked(self, row: Matter, before: int) -> Walk:
        return walked(row, [one for one in reader.history(int(row.pk)) if one.index < before])

    def _ask(self, row: Sealed, index: int) -> None:
        """Ask of a row what the law asks; a new paper has the next number of its series."""
        if isinstance(row, Paper) and row.pk == index:
            series = row.series, row.year
            assert row.n == self.series.get(series, 0) + 1, f"a hole in {row.series}〔{row.year}〕"
            self.series[series] = row.n
        for ask in OF_ROWS.get(type(row), ()):
            ask(row)

    def standing(self) -> None:
        """At the end of a run, all again: rows, matters, series, and no row that no entry knows."""
        assert log_size() == self.size == reader.size(), "the log is not as long as its acts"
        for model in MODELS.values():
            rows = list(model._default_manager.all())
            check_rows(rows)
            for row in rows:
                for ask in OF_ROWS.get(model, ()):
                    ask(row)
        for kind in kinds():
            for matter in kind._default_manager.all():
                check_newest(matter)
                _stands(matter, walked(matter, reader.history(int(matter.pk))))
        nothing_personal(0)
        for found in Paper.objects.values("series", "year").annotate(count=Count("pk"), last=Max("n")):
            assert found["count"] == found["last"], f"a hole in {found['series']}〔{found['year']}〕"


def walked(row: Matter, entries: list[Recorded]) -> Walk:
    """Walk a matter's entries from the first."""
    walk = Walk(row.procedure)
    for one in entries:
        walk.step(one, one.index == row.pk)
    return walk


def _stands(row: Matter, walk: Walk) -> None:
    assert walk.state == row.state, f"matter {row.pk} stands at {row.state}, its entries lead to {walk.state}"


def log_size() -> int:
    """Return how long the log says it is (one plain question)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT size FROM ledger_log WHERE name = %s", [RECORD])
        return int(cursor.fetchone()[0])
