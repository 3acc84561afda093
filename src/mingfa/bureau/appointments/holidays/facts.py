"""What the gates of a holiday notice may see. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.time.holiday_notice import Notice
from mingfa.bureau.people.actors import Actor


@dataclass(frozen=True)
class Announcing:
    """The notices on record, and the one that is to be confirmed: None where nothing of that key waits."""

    look: Look[Any]
    notices: tuple[Notice, ...]
    chosen: Notice | None

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today


def waiting(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """Return the announcements that wait to be confirmed: of a year and place only the latest one."""
    newest: dict[tuple[str, int], Notice] = {}
    for one in sorted(notices, key=lambda one: one.id):
        newest[one.scope, one.year] = one
    return tuple(one for one in newest.values() if one.confirmed is None)
