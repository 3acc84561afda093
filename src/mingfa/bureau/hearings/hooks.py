"""What may be heard: each kind of matter says who asked, who investigated, what is proposed.

A penalty and a permit are heard by the same acts, the same people and on the same papers; what is heard only
the room of the matter can say, and it registers here (处罚法 63-65, 许可法 46-48).
"""

from collections.abc import Callable
from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.contents import penalties_in_words
from mingfa.bureau.cases.models import Case
from mingfa.bureau.cases.penalties.contents import details
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.hearings import reads
from mingfa.bureau.hearings.values import Heard
from mingfa.bureau.lib.registry import Registry
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.contents import written
from mingfa.bureau.service import reads as service

Known = Callable[[Look[Any]], Heard]
HEARD: Registry[type[Matter], Known] = Registry("what is heard")


def heard_in(kind: type[Matter]) -> Callable[[Known], Known]:
    """Register what is heard in a kind of matter."""

    def declare(known: Known) -> Known:
        HEARD.tell(kind, known)
        return known

    return declare


def what_is_heard(look: Look[Any]) -> Heard:
    """Return what is heard in the matter of this look."""
    return HEARD[type(look.matter)](look)


@heard_in(Case)
def the_proposed_penalty(look: Look[Any]) -> Heard:
    """Return the proposed penalty of a case as what is heard."""
    case = cases.case(look.matter.pk)
    assert case is not None, "the matter is a case"
    now = reads.standing(case, look.today, look.calendar, look.config)
    delivery = service.served(now.hearing.notice) if now.hearing else None
    proposed = ""
    if case.proposal is not None:
        penalties = penalties_in_words(case.proposal.kinds, case.proposal.amount, details(case.proposal))
        proposed = f"拟依据{written(case.proposal.penalises)}，给予{penalties or '行政处罚'}。"
    return Heard(
        id=case.id,
        title=case.title,
        cause=f"{case.item.name}案",
        party=case.party,
        told_number=now.notice.number if now.notice else "",
        proposed=proposed,
        due=now.hearing_is_due,
        settled=now.told and now.covers_current_proposal,
        asked=now.hearing_asked is not None,
        hearing=now.hearing,
        told_on=delivery.served_on if delivery else None,
        investigators=frozenset(case.handlers).union(
            *(r.officers for r in records.recorded(case.id).records)
        ),
    )
