"""The court's way (law.md §2.3 E7; 行政强制法 53-60)."""

from datetime import date

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.enforcement import inputs
from mingfa.bureau.enforcement.court import rules as court_rules
from mingfa.bureau.enforcement.court.contents import court_facts
from mingfa.bureau.enforcement.demanding import rules as demanding_rules
from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.enforcement.gather import HEADS, WHOSE, its_handler, the_enforcement
from mingfa.bureau.enforcement.models import CourtEvent
from mingfa.bureau.enforcement.rules import GOES_ON
from mingfa.bureau.people.models import Role


@act(
    "court.apply",
    "申请人民法院强制执行",
    who=HEADS,
    inputs=inputs.CourtPlea,
    see=the_enforcement,
    gates=[
        court_rules.ten_working_days_passed_since_the_demand,
        demanding_rules.every_plea_was_answered,
        demanding_rules.it_is_still_unperformed,
        court_rules.the_window_to_ask_the_court_is_open,
        court_rules.the_bundle_is_complete,
        *GOES_ON,
    ],
    matter=the_matter,
    paper="court_application",
)
def apply(door: Door, facts: Enforcing, given: inputs.CourtPlea) -> None:
    """Apply to the court, under the head's own signature, with everything 强制法 55 asks for."""
    paper = door.paper("court_application", court_facts(facts, given))
    _event(door, "applied", facts.today, paper.number)


@act(
    "court.record",
    "登记人民法院办理情况",
    who=[Role.OFFICER],
    inputs=inputs.CourtWords,
    see=the_enforcement,
    gates=[court_rules.the_court_goes_step_by_step, court_rules.a_higher_court_is_asked_in_fifteen_days],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def record(door: Door, facts: Enforcing, given: inputs.CourtWords) -> None:
    """Record what the court did: accepted, ruled, refused; or that the higher court was asked."""
    door.outcome = given.what
    _event(door, given.what, given.on, given.document)


@act(
    "court.finish",
    "登记人民法院执行完毕",
    who=[Role.OFFICER],
    inputs=inputs.CourtEnd,
    see=the_enforcement,
    gates=[court_rules.the_end_follows_the_ruling],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def finish(door: Door, facts: Enforcing, given: inputs.CourtEnd) -> None:
    """Record how the court carried out its ruling."""
    _event(door, "fine_done" if given.fine else "done", given.on, given.document)


def _event(door: Door, what: str, on: date, document: str) -> None:
    door.add(CourtEvent(matter=door.look.matter, what=what, on=on, document=document))
