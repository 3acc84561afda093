"""What the law makes of the bureau's silence, in rounds of work (行政许可法 32.1 (4), 50.2).

An application that nobody answered in five working days is accepted; a renewal that nobody decided before
the licence ended is granted. Each is an act of the system, with its paper: never a silent change.
"""

from datetime import datetime

from django.utils import timezone

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.ways import what_stands_in_the_way
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads


def accept_what_is_deemed(now: datetime | None = None) -> list[Done]:
    """Record as accepted whatever the law has accepted by today."""
    now = now or timezone.now()
    return _all("permit.deem_accepted", reads.silent(now.astimezone(CHINA).date()), now)


def renew_what_is_deemed(now: datetime | None = None) -> list[Done]:
    """Record as renewed whatever the law has renewed by today."""
    now = now or timezone.now()
    return _all("permit.deem_renewed", reads.renewals_undecided(now.astimezone(CHINA).date()), now)


def _all(act: str, matters: list[int], now: datetime) -> list[Done]:
    by = people.system()
    due = [pk for pk in matters if not what_stands_in_the_way(act, by=by, on=pk, now=now)]
    return [do(act, by=by, inputs={}, on=pk, at=now, now=now) for pk in due]
