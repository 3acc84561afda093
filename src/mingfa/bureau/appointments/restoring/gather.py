"""Reads what a restored bureau waits with."""

from datetime import datetime
from typing import Any

from mingfa.bureau.appointments.restoring.facts import Found, Restoring
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.ledger import restored
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Restoration


def restoring(look: Look[Any]) -> Restoring:
    """Gather what was found, and who put it on record."""
    said = restored.state()
    if said is None or "found" not in said:
        return Restoring(look, None, None, None)
    found, stated = said["found"], said.get("entry")
    by = None
    if stated is not None:
        row = Restoration.objects.get(pk=stated)
        check_rows([row])
        by = people.actor(int(row.stated_by), look.today)
    lost = {log: (int(ends[0]), int(ends[1])) for log, ends in found["lost"].items()}
    made = datetime.fromisoformat(said["made"])
    return Restoring(look, Found(made, lost, found["was"], found["renamed"], found["proven"]), stated, by)
