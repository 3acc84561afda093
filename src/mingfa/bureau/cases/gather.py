"""Gathering what the gates of a case may see, and who may act in it."""

from dataclasses import replace
from typing import Any

from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases import reads
from mingfa.bureau.cases.hooks import challenges, kept
from mingfa.bureau.cases.models import Case
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.drawing.cross_check import cross_checked
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import may_handle
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.inspections import reads as inspections
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.models import Role
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.values import Recorded

OFFICER, HEADS = [Role.OFFICER], [Role.HEAD, Role.DEPUTY]
WHOSE = "本案承办人（尚未指定的，由承办机构的执法人员）"


def the_case(look: Look[Any]) -> seen.CaseFacts:
    """Gather what the gates of a case may see."""
    case = reads.case(look.matter.pk) if look.matter is not None else None
    if case is None:
        item = catalogue.item(look.given.item) if look.inputs is not None else None
        return seen.CaseFacts(
            look,
            None,
            item,
            Recorded((), ()),
            streets=frozenset(reads.streets()),
            inspection=inspections.seen(getattr(look.inputs, "inspection", None), look.by),
        )
    named = (
        getattr(look.inputs, "handlers", None) or getattr(look.inputs, "team", None) or list(case.handlers)
    )
    party = getattr(look.inputs, "party", None) or case.party
    return seen.CaseFacts(
        look=look,
        case=case,
        item=case.item,
        recorded=records.recorded(case.id),
        officers=tuple(people.named(named, look.today)),
        same_act=_same_act(party, case, look.by),
        stages_without_record=reads.stages_without_record(case.id),
        new_item=catalogue.item(chosen) if (chosen := getattr(look.inputs, "item", None)) else None,
        earlier=reads.earlier(case) if look.act == "case.conclude" else (),
        challenges=challenges(case.id),
        kept=kept(case.id),
        other=reads.seen(getattr(look.inputs, "into", None), look.by),
    )


def _same_act(party: Party | None, case: CaseView, by: Actor) -> tuple[str, ...]:
    """Say which live cases are about the same act; of what may not be seen, only that there is one."""
    return reads.called(reads.same_act(party, case.item.id, case.act_on, case.id), by) if party else ()


def the_closing(look: Look[Any]) -> seen.CaseFacts:
    """Gather the same, and what does not fit in the papers of the case."""
    return replace(the_case(look), findings=cross_checked(look))


def the_referral(look: Look[Any]) -> seen.CaseFacts:
    """Gather the same, and whether the other agency took the case over already."""
    facts = the_case(look)
    return replace(facts, taken_over=reads.taken_over(facts.file.id))


def its_handler(facts: seen.CaseFacts) -> bool:
    """Before handlers are named any officer of the unit may go on; afterwards only they."""
    return may_handle(facts.look)


def case_row(door: Door) -> Case:
    """Return the row of the case of this act."""
    assert isinstance(door.matter, Case)
    return door.matter
