"""What the law makes of the bureau's silence, in rounds of work (行政许可法 32.1 (4), 50.2).

An application that nobody answered in five working days is accepted; a renewal that nobody decided before
the licence ended is granted. Each is an act of the system, with its paper: never a silent change.
"""

from datetime import datetime
from functools import partial

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.ways import what_stands_in_the_way
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads


def silent_applications(now: datetime) -> list[Piece[Done]]:
    """Return the applications that may be accepted by silence, each to be done alone."""
    waiting = reads.silent(now.astimezone(CHINA).date())
    return [
        Piece(
            "permit",
            pk,
            "permit.accept",
            f"许可申请（编号{pk}）",
            partial(_deem, "permit.deem_accepted", pk, now),
        )
        for pk in waiting
    ]


def silent_renewals(now: datetime) -> list[Piece[Done]]:
    """Return the renewals that may be granted by silence, each to be done alone."""
    waiting = reads.renewals_undecided(now.astimezone(CHINA).date())
    return [
        Piece(
            "permit",
            pk,
            "permit.decide",
            f"延续申请（编号{pk}）",
            partial(_deem, "permit.deem_renewed", pk, now),
        )
        for pk in waiting
    ]


def _deem(act: str, pk: int, now: datetime) -> Done | None:
    """Do the act of the system where its day has come."""
    by = people.system()
    if what_stands_in_the_way(act, by=by, on=pk, now=now):
        return None
    return do(act, by=by, inputs={}, on=pk, at=now, now=now)
