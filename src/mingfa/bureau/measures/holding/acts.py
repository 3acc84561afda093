"""While something is held, and how it goes (law.md §2.3 M2, M5-M8; 强制法 19, 21, 25-28)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.measures import inputs as measures_inputs
from mingfa.bureau.measures import rules
from mingfa.bureau.measures.contents import extension_facts, made_up_facts, testing_facts
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.gather import (
    HEADS,
    WHOSE,
    its_handler,
    seizing_of,
    the_holding,
    the_seizure,
)
from mingfa.bureau.measures.holding import rules as holding_rules
from mingfa.bureau.measures.models import Pause, Seizure
from mingfa.bureau.measures.values import Measure, ends_on
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid


@act(
    "measure.make_up",
    "补办查封、扣押批准",
    who=HEADS,
    inputs=measures_inputs.MakeUp,
    see=the_holding,
    gates=[
        rules.the_measure_is_not_approved_by_a_handler,
        holding_rules.the_measure_is_of_this_case,
        holding_rules.there_is_an_approval_to_make_up,
        holding_rules.the_approval_is_made_up_within_24_hours,
    ],
    matter=the_matter,
    part=the_seizure,
    paper="measure_approval",
)
def make_up(door: Door, facts: Holding, given: measures_inputs.MakeUp) -> None:
    """Approve or refuse afterwards what was taken in an emergency (强制法 19)."""
    door.paper("measure_approval", made_up_facts(facts, given, seizing_of(facts.of)))
    row = _row(facts.of)
    row.go(facts.look.act, "approved" if given.approved else "refused")
    door.save(row)


@act(
    "measure.excuse",
    "批准音像记录例外",
    who=HEADS,
    inputs=measures_inputs.Excuse,
    see=the_holding,
    gates=[
        rules.the_measure_is_not_approved_by_a_handler,
        holding_rules.the_scene_has_no_record_yet,
        holding_rules.the_exception_is_a_stretch_of_the_scene,
    ],
    matter=the_matter,
    part=the_seizure,
)
def excuse(door: Door, facts: Holding, given: measures_inputs.Excuse) -> None:
    """Approve, with its reason, that a stretch of a scene was not recorded."""
    row = _row(facts.of)
    row.excused = [*row.excused, [given.from_at.isoformat(), given.to_at.isoformat()]]
    row.go(facts.look.act)
    door.save(row)


@act(
    "measure.test",
    "告知检测期间",
    who=[Role.OFFICER],
    inputs=measures_inputs.Testing,
    see=the_holding,
    gates=[
        the_certificate_is_valid,
        holding_rules.the_measure_is_of_this_case,
        holding_rules.the_measure_is_approved,
        holding_rules.the_case_still_needs_what_is_held,
        holding_rules.the_term_of_the_measure_is_running,
        holding_rules.the_time_of_the_test_is_fixed,
    ],
    matter=the_matter,
    part=the_seizure,
    paper="testing_notice",
    mine=its_handler,
    whose=WHOSE,
)
def test(door: Door, facts: Holding, given: measures_inputs.Testing) -> None:
    """Fix the time of a test and make its notice; once served, these days do not count (强制法 25.3)."""
    door.paper("testing_notice", testing_facts(facts, given))
    door.add(Pause(seizure=_row(facts.of), from_on=given.from_on, until_on=given.until_on))


@act(
    "measure.extend",
    "延长查封、扣押期限",
    who=HEADS,
    inputs=measures_inputs.Extension,
    see=the_holding,
    gates=[
        rules.the_measure_is_not_approved_by_a_handler,
        holding_rules.the_measure_is_of_this_case,
        holding_rules.the_measure_is_approved,
        holding_rules.the_case_still_needs_what_is_held,
        holding_rules.the_measure_was_not_extended,
        holding_rules.the_term_of_the_measure_is_running,
    ],
    matter=the_matter,
    part=the_seizure,
    paper="extension_decision",
)
def extend(door: Door, facts: Holding, given: measures_inputs.Extension) -> None:
    """Extend the term once, by at most thirty days, with reasons (强制法 25)."""
    row, taken = _row(facts.of), facts.of
    row.extended_by = given.days
    row.go(facts.look.act)
    until = ends_on(taken.taken_on, taken.days + given.days, taken.testing)
    door.paper("extension_decision", extension_facts(facts, given, until))
    door.save(row)


def _row(measure: Measure) -> Seizure:
    return Seizure.objects.get(pk=measure.id)
