"""The rows `clocks` of a procedure's table: which term runs from what until what, and what stops it.

Stands on plan 3.4.b; pauses on 许可法 45 and 强制法 25.3. `clocks.py` counts by them.
"""

from dataclasses import dataclass, field
from typing import Any

from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.texts.statutes import Citation, cite
from mingfa.bureau.law.time.terms import period


@dataclass(frozen=True, slots=True)
class Pausing:
    """What stops a term: from one thing that happened until another, or for the days that a notice fixed."""

    starts: str
    until: str
    rule: str
    zh: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """A row of `clocks`: the term, what starts it (with which outcomes, if not any), what ends it.

    `waits` marks a term of the party, which has to run out; the others are the bureau's own. `after` names
    what must have happened before: only what is public can be withdrawn. `pauses` are what stops it;
    `instead` the longer terms that take its place from the same day on, by what brings them. `acts` are those
    whose term it is (of a party's term: those that must wait for its end); a `whole` term bounds the way of
    the matter, and so every step that leads on and has no term of its own.
    """

    term: str
    starts: str
    ends: frozenset[str]
    outcomes: frozenset[str] = frozenset()
    waits: bool = False
    after: str = ""
    pauses: tuple[Pausing, ...] = ()
    instead: dict[str, str] = field(default_factory=dict)
    acts: frozenset[str] = frozenset()
    whole: bool = False


def running_row(row: dict[str, Any]) -> Running:
    """Read a row, or refuse one that names a term or a rule which does not exist."""
    for term in (row["term"], *row.get("instead", {}).values()):
        period(term)
    sets = {name: frozenset(row.get(name, ())) for name in ("ends", "outcomes")}
    return Running(
        row["term"],
        row["starts"],
        waits=row.get("waits", False),
        after=row.get("after", ""),
        pauses=tuple(map(_pausing, row.get("pauses", ()))),
        instead=row.get("instead", {}),
        acts=frozenset(row.get("for", row.get("ends", ()))),
        whole=row.get("whole", False),
        **sets,
    )


def _pausing(row: dict[str, Any]) -> Pausing:
    ground = row.get("zh", rule(row["rule"]).zh)
    return Pausing(row["from"], row.get("until", ""), row["rule"], ground, tuple(map(cite, row["cite"])))
