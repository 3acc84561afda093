"""Putting a restore on record, and confirming it (plan 2.3.a, 2.4.c).

What was done after the backup is lost with its values; what newer files still prove of it is on record by the
first of these acts, and said in public by the second. No other act passes the doorway before.
"""

from mingfa.bureau.appointments.restoring.facts import Restoring
from mingfa.bureau.appointments.restoring.gather import restoring
from mingfa.bureau.appointments.restoring.inputs import Resumption, Statement
from mingfa.bureau.appointments.restoring.rules import (
    a_restore_waits_for_the_second_hand,
    head_and_personnel_do_it_together,
    something_found_is_to_be_put_on_record,
    the_sources_were_asked,
)
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger.restored import RESTORE, RESUME
from mingfa.bureau.people.models import Restoration, Role

TOGETHER = [Role.HEAD, Role.APPOINTER]


@act(
    RESTORE,
    "登记数据恢复",
    who=TOGETHER,
    inputs=Statement,
    see=restoring,
    gates=[something_found_is_to_be_put_on_record, the_sources_were_asked],
)
def restore(door: Door, facts: Restoring, given: Statement) -> None:
    """Put on record from which backup the bureau was restored and which entries were lost."""
    found = facts.found
    assert found is not None, "the gate on what was found has passed"
    was = {log: dict(found.was[log]) for log in found.renamed}
    door.said |= {"lost": {log: list(ends) for log, ends in found.lost.items()}, "was": was}
    door.outputs["restored"] = found.as_json()
    door.add(
        Restoration(
            made=found.made,
            lost=found.lost,
            renamed=found.renamed,
            year=door.look.today.year if found.loses else 0,
            sought=given.sought,
            stated_by=facts.by.id,
        )
    )


@act(
    RESUME,
    "确认数据恢复",
    who=TOGETHER,
    inputs=Resumption,
    see=restoring,
    gates=[a_restore_waits_for_the_second_hand, head_and_personnel_do_it_together],
)
def resume(door: Door, facts: Restoring, given: Resumption) -> None:
    """Confirm a restore: from here on everybody acts again, and the public log says what was lost."""
    found = facts.found
    assert found is not None and facts.stated is not None, "the gates have passed"
    row = Restoration.objects.get(pk=facts.stated)
    row.resumed = door.index
    door.save(row)
    door.renamed = dict(found.renamed)
    if found.renamed:
        door.said["origin"] = found.renamed
    renamed = {
        log: {"was": one["vkey"], "known": one["known"], "now": found.renamed[log]}
        for log, one in found.was.items()
        if log in found.renamed
    }
    operation = {
        "op": "restore",
        "lost": {log: list(ends) for log, ends in found.lost.items()},
        "renamed": renamed,
        "text": found.public_words,
        "at": door.look.at.astimezone(CHINA).isoformat(),
    }
    door.disclose(operation, {})
