"""Beginning, demanding, hearing the party, ending (law.md §2.3 E1, E2; 行政强制法 34-36)."""

from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.enforcement import inputs
from mingfa.bureau.enforcement.contents import demand_facts
from mingfa.bureau.enforcement.demanding import rules
from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.enforcement.gather import WHOSE, its_handler, the_enforcement
from mingfa.bureau.enforcement.models import Checked, Demanded, Enforcement, Objected
from mingfa.bureau.enforcement.rules import GOES_ON
from mingfa.bureau.enforcement.scene import rules as enforcement_scene_rules
from mingfa.bureau.enforcement.scene import rules as scene_rules
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid


@act(
    "enforcement.begin",
    "启动强制执行",
    who=[Role.OFFICER],
    inputs=inputs.Beginning,
    see=the_enforcement,
    gates=[
        the_certificate_is_valid,
        rules.what_is_enforced_has_reached_the_party,
        rules.its_time_to_be_performed_is_over,
        rules.something_of_it_is_unperformed,
        rules.it_is_not_being_enforced_already,
        *GOES_ON,
    ],
    mine=its_handler,
    whose=WHOSE,
)
def begin(door: Door, facts: Enforcing, given: inputs.Beginning) -> None:
    """Begin to enforce what was decided, served and not performed."""
    source, case = facts.of, Case.objects.get(pk=facts.of.case)
    door.open_matter(
        Enforcement(
            title=f"{case.title}强制执行（{source.title}）",
            procedure="enforcement",
            state="begun",
            unit_id=case.unit_id,
            handlers=case.handlers,
            audience=case.audience,
            case=case,
            source_kind=source.kind,
            source=source.id,
            number=source.number,
            begun_at=door.look.at,
            party_name=case.party_name,
        )
    )


@act(
    "enforcement.demand",
    "催告履行义务",
    who=[Role.OFFICER],
    inputs=inputs.DemandWords,
    see=the_enforcement,
    gates=[
        the_certificate_is_valid,
        rules.it_is_still_unperformed,
        rules.the_demand_gives_time,
        *GOES_ON,
    ],
    matter=the_matter,
    paper="demand",
    mine=its_handler,
    whose=WHOSE,
)
def demand(door: Door, facts: Enforcing, given: inputs.DemandWords) -> None:
    """Demand in writing that the party performs; it counts once it is served (强制法 35, 54)."""
    paper = door.paper("demand", demand_facts(facts, given))
    row = door.look.matter
    door.add(Demanded(matter=row, final=False, number=paper.number, made_on=facts.today, until=given.until))


@act(
    "enforcement.hear",
    "登记对催告的陈述、申辩",
    who=[Role.OFFICER],
    inputs=inputs.Plea,
    see=the_enforcement,
    gates=[rules.the_party_spoke_after_the_demand],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def hear(door: Door, facts: Enforcing, given: inputs.Plea) -> None:
    """Record what the party says to the demand: facts, reasons, evidence (强制法 36)."""
    door.add(Objected(matter=door.look.matter, made_on=given.made_on))


@act(
    "enforcement.answer",
    "复核对催告的陈述、申辩",
    who=[Role.OFFICER],
    inputs=inputs.Reply,
    see=the_enforcement,
    gates=[rules.there_is_a_plea_to_answer],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def answer(door: Door, facts: Enforcing, given: inputs.Reply) -> None:
    """Answer what the party said: whether it holds, and why."""
    waiting = next(o for o in facts.objections if o.adopted is None)
    row = Objected.objects.get(pk=waiting.id)
    row.adopted = given.adopted
    door.save(row)


@act(
    "enforcement.check",
    "复查履行情况",
    who=[Role.OFFICER],
    inputs=inputs.Check,
    see=the_enforcement,
    gates=[
        the_certificate_is_valid,
        scene_rules.an_order_is_what_is_enforced,
        scene_rules.two_certified_officers_are_on_the_spot,
        scene_rules.the_check_lies_between_order_and_now,
        scene_rules.the_check_is_shown_in_picture,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def check(door: Door, facts: Enforcing, given: inputs.Check) -> None:
    """Look on the spot, by two officers, whether the order was performed meanwhile."""
    day = given.checked_at.astimezone(CHINA).date()
    door.add(Checked(matter=door.look.matter, performed=given.performed, checked_on=day))


@act(
    "enforcement.finish",
    "确认执行完毕",
    who=[Role.OFFICER],
    inputs=inputs.Finish,
    see=the_enforcement,
    gates=[
        rules.nothing_of_the_duty_is_left,
        enforcement_scene_rules.the_costs_of_a_substitute_are_settled,
        enforcement_scene_rules.an_absent_party_was_told_of_the_clearance,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def finish(door: Door, facts: Enforcing, given: inputs.Finish) -> None:
    """Confirm that the duty is performed, by the party, by force, by a third party or by the court."""
    row = door.look.matter
    row.ended = facts.carried.kind if facts.carried else "court" if facts.court else "performed"
