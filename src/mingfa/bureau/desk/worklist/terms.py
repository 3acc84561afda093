"""The terms that run in many matters, by the same few questions however many there are."""

from collections.abc import Collection, Sequence
from typing import Any

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds.held_terms import with_terms_of
from mingfa.bureau.desk.kinds.kind import Face
from mingfa.bureau.desk.matters.timeline import happened, known_of, outlines
from mingfa.bureau.law.procedures.clocks import Clock, running
from mingfa.bureau.law.procedures.procedure import procedure, procedures

# What fixes days that do not count: a pause that nothing else ends.
FIXING = frozenset(
    pause.starts.rpartition("/")[2]
    for table in procedures()
    for clock in table.clocks
    for pause in clock.pauses
    if not pause.until
)


def clocks_of(
    rows: Sequence[tuple[Face, Any]], ask: Ask, *, of_its_kind: bool = True
) -> dict[int, list[Clock]]:
    """Return the terms of each of these matters: those of its table and, if wanted, those of its own kind."""
    if not rows:
        return {}
    done = outlines(int(row.pk) for _, row in rows)
    known = known_of(done)
    found = {}
    for face in dict.fromkeys(face for face, _ in rows):
        some: Collection[Any] = [row for of, row in rows if of is face]
        fixing = [int(row.pk) for row in some if any(one.act in FIXING for one in done[int(row.pk)])]
        fixed = face.fixed(fixing) if fixing else {}
        more = face.terms_in(some, ask) if of_its_kind else {}
        for row in some:
            pk = int(row.pk)
            since = happened(face.begun_at(row), done[pk], fixed, known)
            own = running(procedure(row.procedure), since, ask.today, ask.calendar, ask.config, ask.now)
            found[pk] = with_terms_of(own, more.get(pk, []))
    return found
