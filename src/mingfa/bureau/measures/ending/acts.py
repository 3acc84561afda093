"""While something is held, and how it goes (law.md §2.3 M2, M5-M8; 强制法 19, 21, 25-28)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.measures import ending_rules, forms, holding_rules, rules
from mingfa.bureau.measures.ending_wording import custody_facts, disposal_facts, release_facts, return_facts
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.gathering import (
    HEADS,
    WHOSE,
    its_handler,
    seizing_of,
    the_holding,
    the_released,
    the_seizure,
)
from mingfa.bureau.measures.models import Custody, Pause, Released, Seizure
from mingfa.bureau.measures.views import Measure, ends_on
from mingfa.bureau.measures.wording import extension_facts, made_up_facts, testing_facts
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid


@act(
    "measure.make_up",
    "补办查封、扣押批准",
    who=HEADS,
    inputs=forms.MakeUp,
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
def make_up(door: Door, facts: Holding, given: forms.MakeUp) -> None:
    """Approve or refuse afterwards what was taken in an emergency (强制法 19)."""
    door.paper("measure_approval", made_up_facts(facts, given, seizing_of(facts.of)))
    row = _row(facts.of)
    row.go(facts.look.act, "approved" if given.approved else "refused")
    door.save(row)


@act(
    "measure.excuse",
    "批准音像记录例外",
    who=HEADS,
    inputs=forms.Excuse,
    see=the_holding,
    gates=[
        rules.the_measure_is_not_approved_by_a_handler,
        holding_rules.the_scene_has_no_record_yet,
        holding_rules.the_exception_is_a_stretch_of_the_scene,
    ],
    matter=the_matter,
    part=the_seizure,
)
def excuse(door: Door, facts: Holding, given: forms.Excuse) -> None:
    """Approve, with its reason, that a stretch of a scene was not recorded."""
    row = _row(facts.of)
    row.excused = [*row.excused, [given.from_at.isoformat(), given.to_at.isoformat()]]
    row.go(facts.look.act)
    door.save(row)


@act(
    "measure.test",
    "告知检测期间",
    who=[Role.OFFICER],
    inputs=forms.Testing,
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
def test(door: Door, facts: Holding, given: forms.Testing) -> None:
    """Fix the time of a test and make its notice; once served, these days do not count (强制法 25.3)."""
    door.paper("testing_notice", testing_facts(facts, given))
    door.add(Pause(seizure=_row(facts.of), from_on=given.from_on, until_on=given.until_on))


@act(
    "measure.extend",
    "延长查封、扣押期限",
    who=HEADS,
    inputs=forms.Extension,
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
def extend(door: Door, facts: Holding, given: forms.Extension) -> None:
    """Extend the term once, by at most thirty days, with reasons (强制法 25)."""
    row, taken = _row(facts.of), facts.of
    row.extended_by = given.days
    row.go(facts.look.act)
    until = ends_on(taken.taken_on, taken.days + given.days, taken.testing)
    door.paper("extension_decision", extension_facts(facts, given, until))
    door.save(row)


@act(
    "measure.keep",
    "登记保管情况",
    who=[Role.OFFICER],
    inputs=forms.CustodyEntry,
    see=the_holding,
    gates=[
        holding_rules.the_measure_is_of_this_case,
        ending_rules.a_third_party_keeps_only_what_is_sealed_up,
        ending_rules.whoever_keeps_it_now_is_named,
        ending_rules.the_proceeds_of_a_sale_are_on_record,
    ],
    matter=the_matter,
    part=the_seizure,
    paper="custody_record",
    mine=its_handler,
    whose=WHOSE,
)
def keep(door: Door, facts: Holding, given: forms.CustodyEntry) -> None:
    """Write a line of the custody log: stored, checked, moved, entrusted, unsealed, sold (强制法 26)."""
    door.paper("custody_record", custody_facts(facts, given))
    row = _row(facts.of)
    if given.kind in ("moved", "entrusted"):
        row.keeper, row.kept_at = given.keeper, given.kept_at or row.kept_at
        row.go(facts.look.act)
        door.save(row)
    door.add(
        Custody(
            seizure=row,
            noted_on=facts.today,
            **given.model_dump(include={"kind", "things", "proceeds", "worth"}),
        )
    )


@act(
    "measure.release",
    "解除查封、扣押",
    who=HEADS,
    inputs=forms.ReleaseWord,
    see=the_holding,
    gates=[holding_rules.the_measure_is_of_this_case, ending_rules.the_things_named_are_still_held],
    matter=the_matter,
    part=the_seizure,
    paper="release_decision",
)
def release(door: Door, facts: Holding, given: forms.ReleaseWord) -> None:
    """Release all or some of what is held; it goes back at once (强制法 28)."""
    paper = door.paper("release_decision", release_facts(facts, given))
    row = _ended(facts, "released")
    row.go(facts.look.act, "part" if len(row.ended) < len(row.things) else "all")
    door.save(row)
    door.add(
        Released(
            seizure=row,
            number=paper.number,
            things=list(facts.chosen),
            ground=given.ground,
            released_on=facts.today,
        )
    )


@act(
    "measure.hand_back",
    "退还财物",
    who=[Role.OFFICER],
    inputs=forms.HandingBack,
    see=the_holding,
    gates=[
        the_certificate_is_valid,
        no_auxiliary_stands_in_for_an_officer,
        ending_rules.the_release_waits_for_its_return,
        ending_rules.the_receiver_signed_for_the_things,
        ending_rules.the_proceeds_go_back,
        ending_rules.a_sale_below_its_worth_is_made_good,
        ending_rules.the_end_was_recorded_in_picture,
    ],
    matter=the_matter,
    part=the_released,
    paper="return_list",
    mine=its_handler,
    whose=WHOSE,
)
def hand_back(door: Door, facts: Holding, given: forms.HandingBack) -> None:
    """Give back what was released, by its list, to somebody who signs."""
    assert facts.release is not None, "the gate on it has passed"
    of = next(m for m in facts.held.measures if m.id == facts.release.measure)
    door.paper("return_list", return_facts(facts, given, of))
    row = Released.objects.get(pk=facts.release.id)
    row.returned = door.index
    door.save(row)
    seizure = _row(of)
    waiting = any(r.measure == of.id and r.id != facts.release.id for r in facts.held.to_return)
    seizure.go(facts.look.act, "part" if of.left or waiting else "all")
    door.save(seizure)


@act(
    "measure.dispose",
    "处理查封、扣押的财物",
    who=HEADS,
    inputs=forms.Disposal,
    see=the_holding,
    gates=[
        holding_rules.the_measure_is_of_this_case,
        holding_rules.the_measure_is_approved,
        ending_rules.the_things_named_are_still_held,
        ending_rules.confiscation_follows_a_decision,
        ending_rules.things_go_along_with_a_transfer,
        ending_rules.destruction_has_its_law,
        ending_rules.two_officers_saw_the_destruction,
        ending_rules.the_end_was_recorded_in_picture,
    ],
    matter=the_matter,
    part=the_seizure,
    paper="disposal_decision",
)
def dispose(door: Door, facts: Holding, given: forms.Disposal) -> None:
    """Confiscate, destroy or hand on with a transferred case what was seized (强制法 21, 27)."""
    door.paper("disposal_decision", disposal_facts(facts, given))
    row = _ended(facts, given.how)
    waiting = any(r.measure == facts.of.id for r in facts.held.to_return)
    still = len(row.ended) < len(row.things)
    row.go(facts.look.act, "part" if still else "to_return" if waiting else "all")
    door.save(row)


def _row(measure: Measure) -> Seizure:
    return Seizure.objects.get(pk=measure.id)


def _ended(facts: Holding, how: str) -> Seizure:
    """Note on the row what became of the things chosen."""
    row = _row(facts.of)
    row.ended = row.ended | {str(n): how for n in facts.chosen}
    return row
