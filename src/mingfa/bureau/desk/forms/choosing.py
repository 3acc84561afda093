"""What can be done in a matter now, as its page offers it: what leads on, then the rest by what it is for."""

from collections.abc import Iterable
from dataclasses import dataclass

from mingfa.bureau.desk.matters.steps import Choice
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.rooms import rooms

FEW = 4


@dataclass(frozen=True)
class Offer:
    """The acts open to a person: those that lead on, the others by purpose, and those that must wait."""

    leading: tuple[Choice, ...]
    groups: tuple[tuple[str, tuple[Choice, ...]], ...]
    waiting: tuple[Choice, ...]

    def __bool__(self) -> bool:
        return bool(self.leading or self.groups or self.waiting)


def offered(mine: Iterable[Choice]) -> Offer:
    """Sort what a person may do; few acts need no headings (the purpose is then empty)."""
    choices = tuple(mine)
    open_now = [c for c in choices if not c.blocked and not c.leads_on]
    by_purpose: dict[str, list[Choice]] = {}
    for one in open_now:
        purpose = rooms()[REGISTER[one.act].room].purpose if len(open_now) > FEW else ""
        by_purpose.setdefault(purpose, []).append(one)
    place = {room.purpose: room.place for room in rooms().values()}
    order = sorted(by_purpose, key=lambda zh: place[zh] if zh else 0)
    return Offer(
        leading=tuple(c for c in choices if c.leads_on),
        groups=tuple((zh, tuple(by_purpose[zh])) for zh in order),
        waiting=tuple(c for c in choices if c.blocked and not c.leads_on),
    )
