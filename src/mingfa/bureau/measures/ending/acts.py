"""While something is held, and how it goes (law.md §2.3 M2, M5-M8; 强制法 19, 21, 25-28)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.measures import inputs as measures_inputs
from mingfa.bureau.measures.ending import rules as ending_rules
from mingfa.bureau.measures.ending.contents import custody_facts, disposal_facts, release_facts, return_facts
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.gather import (
    HEADS,
    WHOSE,
    its_handler,
    the_holding,
    the_released,
    the_seizure,
)
from mingfa.bureau.measures.holding import rules as holding_rules
from mingfa.bureau.measures.holding.acts import _row
from mingfa.bureau.measures.models import Custody, Released, Seizure
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid


@act(
    "measure.keep",
    "登记保管情况",
    who=[Role.OFFICER],
    inputs=measures_inputs.CustodyEntry,
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
def keep(door: Door, facts: Holding, given: measures_inputs.CustodyEntry) -> None:
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
    inputs=measures_inputs.ReleaseWord,
    see=the_holding,
    gates=[holding_rules.the_measure_is_of_this_case, ending_rules.the_things_named_are_still_held],
    matter=the_matter,
    part=the_seizure,
    paper="release_decision",
)
def release(door: Door, facts: Holding, given: measures_inputs.ReleaseWord) -> None:
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
    inputs=measures_inputs.HandingBack,
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
def hand_back(door: Door, facts: Holding, given: measures_inputs.HandingBack) -> None:
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
    inputs=measures_inputs.Disposal,
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
def dispose(door: Door, facts: Holding, given: measures_inputs.Disposal) -> None:
    """Confiscate, destroy or hand on with a transferred case what was seized (强制法 21, 27)."""
    door.paper("disposal_decision", disposal_facts(facts, given))
    row = _ended(facts, given.how)
    waiting = any(r.measure == facts.of.id for r in facts.held.to_return)
    still = len(row.ended) < len(row.things)
    row.go(facts.look.act, "part" if still else "to_return" if waiting else "all")
    door.save(row)


def _ended(facts: Holding, how: str) -> Seizure:
    """Note on the row what became of the things chosen."""
    row = _row(facts.of)
    row.ended = row.ended | {str(n): how for n in facts.chosen}
    return row
