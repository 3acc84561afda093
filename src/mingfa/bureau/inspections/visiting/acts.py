"""The inspection itself: entering, or examining without a visit (law.md §2.5 steps 3-5; plan 1.3.a-c)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.inspections import inputs
from mingfa.bureau.inspections.contents import examination_facts
from mingfa.bureau.inspections.facts import Inspecting
from mingfa.bureau.inspections.gather import WHOSE, its_inspector, the_inspection
from mingfa.bureau.inspections.models import Inspection, Visit
from mingfa.bureau.inspections.visiting import rules
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import no_auxiliary_stands_in_for_an_officer, the_certificate_is_valid
from mingfa.bureau.records.filming.writes import keep_scene


@act(
    "inspection.enter",
    "进入现场（扫码入企）",
    who=[Role.OFFICER],
    inputs=inputs.Entering,
    see=the_inspection,
    gates=[
        the_certificate_is_valid,
        no_auxiliary_stands_in_for_an_officer,
        rules.it_is_an_inspection_on_site,
        rules.the_visit_lies_within_the_approved_days,
        rules.the_notice_was_handed_over_at_entry,
        *rules.AT_THE_DOOR,
    ],
    matter=the_matter,
    mine=its_inspector,
    whose=WHOSE,
)
def enter(door: Door, facts: Inspecting, given: inputs.Entering) -> None:
    """Enter: hand over the notice, show certificates, tell the rights; the visit leaves its trace."""
    trace(door, facts, given, "first")
    assert isinstance(door.matter, Inspection)
    door.matter.inspected_on = facts.today


@act(
    "inspection.examine",
    "非现场检查",
    who=[Role.OFFICER],
    inputs=inputs.Examining,
    see=the_inspection,
    gates=[
        the_certificate_is_valid,
        no_auxiliary_stands_in_for_an_officer,
        rules.it_is_an_inspection_off_site,
        rules.the_approved_days_are_not_over,
        rules.the_officers_are_those_approved,
        rules.two_certified_officers_inspect,
        rules.the_examination_ends_after_it_starts,
    ],
    matter=the_matter,
    paper="examination_record",
    mine=its_inspector,
    whose=WHOSE,
)
def examine(door: Door, facts: Inspecting, given: inputs.Examining) -> None:
    """Examine papers and data without a visit, and make the record of it."""
    door.paper("examination_record", examination_facts(facts, given))
    assert isinstance(door.matter, Inspection)
    door.matter.inspected_on = facts.today


def trace(door: Door, facts: Inspecting, given: inputs.OnSite, kind: str) -> None:
    """Keep the trace of a visit."""
    door.add(
        Visit(
            matter=facts.file.id,
            kind=kind,
            officers=list(dict.fromkeys(given.officers)),
            **given.model_dump(include={"entered_at", "place", "helpers", "scanned"}),
        )
    )
    keep_scene(door, given, facts.scene, required=False)
