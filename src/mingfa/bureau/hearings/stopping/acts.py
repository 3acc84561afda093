"""Appointing, postponing, holding a hearing and reporting on it (law.md §2.2 step 12; 行政处罚法 63-65)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.hearings.holding import inputs as forms
from mingfa.bureau.hearings.holding import rules
from mingfa.bureau.hearings.holding.acts import CONVENERS, _row, the_hearing
from mingfa.bureau.hearings.holding.contents import (
    announcement_facts,
    ending_facts,
    suspension_facts,
)
from mingfa.bureau.hearings.stopping.rules import (
    a_hearing_ends_early_only_for_its_ground,
    only_a_public_hearing_is_announced,
)


@act(
    "hearing.announce",
    "公告听证",
    who=CONVENERS,
    inputs=forms.Announcement,
    see=the_hearing,
    gates=[rules.it_was_appointed, only_a_public_hearing_is_announced],
    matter=the_matter,
    paper="hearing_announcement",
)
def announce(door: Door, facts: rules.Holding, given: forms.Announcement) -> None:
    """Make a public hearing known to everybody before it is held."""
    door.paper("hearing_announcement", announcement_facts(facts, given), f"{facts.heard.title}听证公告")
    row = _row(facts)
    row.announced = door.index
    door.save(row)


@act(
    "hearing.suspend",
    "中止听证",
    who=CONVENERS,
    inputs=forms.Suspension,
    see=the_hearing,
    gates=[rules.it_was_appointed],
    matter=the_matter,
    paper="hearing_suspension",
)
def suspend(door: Door, facts: rules.Holding, given: forms.Suspension) -> None:
    """Stop a hearing for a time; it goes on only when its new time was told by a postponement."""
    door.paper("hearing_suspension", suspension_facts(facts, given), f"{facts.heard.title}中止听证通知书")
    row = _row(facts)
    row.suspended = door.index
    door.save(row)


@act(
    "hearing.end",
    "终止听证",
    who=CONVENERS,
    inputs=forms.Ending,
    see=the_hearing,
    gates=[rules.it_was_appointed, a_hearing_ends_early_only_for_its_ground],
    matter=the_matter,
    paper="hearing_termination",
)
def end(door: Door, facts: rules.Holding, given: forms.Ending) -> None:
    """End a hearing that will not be held: its request taken back, nobody left, or no need for it."""
    door.paper("hearing_termination", ending_facts(facts, given), f"{facts.heard.title}终止听证通知书")
    row = _row(facts)
    row.ended = door.index
    door.save(row)
