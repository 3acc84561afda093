"""On the spot: announcing, carrying out, substituting, clearing at once (law.md §2.3 E4-E6; 强制法 43-52)."""

from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.enforcement import inputs
from mingfa.bureau.enforcement.contents import (
    clearance_facts,
    cost_facts,
    notice_facts,
    record_facts,
    urge_facts,
)
from mingfa.bureau.enforcement.deciding import rules as deciding_rules
from mingfa.bureau.enforcement.demanding import rules as demanding_rules
from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.enforcement.gather import HEADS, WHOSE, its_handler, of_its_unit, the_enforcement
from mingfa.bureau.enforcement.models import Announcement, CarriedOut, Demanded, Enforcement
from mingfa.bureau.enforcement.rules import GOES_ON
from mingfa.bureau.enforcement.scene import inputs as scene_inputs
from mingfa.bureau.enforcement.scene import rules as scene_rules
from mingfa.bureau.enforcement.values import MEANS
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.records.filming.rules import ON_CAMERA
from mingfa.bureau.records.filming.writes import keep_scene

ON_THE_SPOT: tuple[Gate[Enforcing], ...] = (
    the_certificate_is_valid,
    scene_rules.no_delegate_uses_force,
    scene_rules.two_certified_officers_are_on_the_spot,
    scene_rules.the_scene_lies_before_now,
    scene_rules.the_whole_enforcement_was_recorded,
    scene_rules.the_record_is_signed_by_party_or_witness,
    *ON_CAMERA,
)


@act(
    "enforcement.announce",
    "公告限期拆除",
    who=[Role.OFFICER],
    inputs=scene_inputs.Notice,
    see=the_enforcement,
    gates=[
        the_certificate_is_valid,
        scene_rules.the_notice_gives_time_to_demolish,
        scene_rules.the_posting_is_shown_in_picture,
        *GOES_ON,
    ],
    matter=the_matter,
    paper="demolition_notice",
    mine=its_handler,
    whose=WHOSE,
)
def announce(door: Door, facts: Enforcing, given: scene_inputs.Notice) -> None:
    """Announce in public until when the party is to demolish by itself."""
    paper = door.paper("demolition_notice", notice_facts(facts, given))
    door.add(
        Announcement(
            matter=door.look.matter, number=paper.number, posted_on=given.posted_on, until=given.until
        )
    )


@act(
    "enforcement.excuse",
    "批准强制执行音像记录例外",
    who=HEADS,
    inputs=scene_inputs.Excuse,
    see=the_enforcement,
    gates=[scene_rules.the_exception_is_not_approved_by_a_handler],
    matter=the_matter,
)
def excuse(door: Door, facts: Enforcing, given: scene_inputs.Excuse) -> None:
    """Approve, with its reason, that the recordings of an enforcement are not whole."""
    row = door.look.matter
    row.excused = door.index


@act(
    "enforcement.execute",
    "实施强制执行",
    who=[Role.OFFICER],
    inputs=scene_inputs.Enforced,
    see=the_enforcement,
    gates=[
        *ON_THE_SPOT,
        demanding_rules.it_is_still_unperformed,
        *GOES_ON,
        scene_rules.the_order_to_enforce_was_served,
        scene_rules.a_demolition_waits_for_notice_and_remedies,
        scene_rules.it_was_done_at_a_lawful_hour,
        deciding_rules.no_utilities_are_cut_from_homes,
    ],
    matter=the_matter,
    paper="enforcement_record",
    mine=its_handler,
    whose=WHOSE,
)
def execute(door: Door, facts: Enforcing, given: scene_inputs.Enforced) -> None:
    """Record what was done by force on the spot, with its list and the recordings of the whole of it."""
    assert facts.ordered is not None, "the gate on the order has passed"
    manner = "、".join(MEANS[m] for m in given.means)
    paper = door.paper("enforcement_record", record_facts(facts, given, manner))
    door.add(_carried(door, given, facts.ordered.way, paper.number))
    keep_scene(door, given, facts.scene, required=True)


@act(
    "enforcement.urge",
    "代履行前催告",
    who=[Role.OFFICER],
    inputs=inputs.UrgeWords,
    see=the_enforcement,
    gates=[
        the_certificate_is_valid,
        demanding_rules.it_is_still_unperformed,
        scene_rules.the_order_to_enforce_was_served,
        demanding_rules.the_demand_gives_time,
        *GOES_ON,
    ],
    matter=the_matter,
    paper="demand",
    mine=its_handler,
    whose=WHOSE,
)
def urge(door: Door, facts: Enforcing, given: inputs.UrgeWords) -> None:
    """Demand once more, three working days before a third party does it (强制法 51 (2))."""
    paper = door.paper("demand", urge_facts(facts, given))
    row = door.look.matter
    door.add(Demanded(matter=row, final=True, number=paper.number, made_on=facts.today, until=given.until))


@act(
    "enforcement.substitute",
    "实施代履行",
    who=[Role.OFFICER],
    inputs=scene_inputs.Substituted,
    see=the_enforcement,
    gates=[
        *ON_THE_SPOT,
        demanding_rules.it_is_still_unperformed,
        *GOES_ON,
        scene_rules.the_order_to_enforce_was_served,
        scene_rules.the_party_was_urged_three_working_days_before,
        scene_rules.the_substitute_kept_to_the_decision,
        scene_rules.it_was_done_at_a_lawful_hour,
    ],
    matter=the_matter,
    paper="enforcement_record",
    mine=its_handler,
    whose=WHOSE,
)
def substitute(door: Door, facts: Enforcing, given: scene_inputs.Substituted) -> None:
    """Record what a third party did in the party's stead, under the bureau's eyes."""
    manner = f"代履行，代履行人：{given.performer}"
    paper = door.paper("enforcement_record", record_facts(facts, given, manner))
    door.add(_carried(door, given, "substitute", paper.number))
    keep_scene(door, given, facts.scene, required=True)


@act(
    "enforcement.clear",
    "立即代履行",
    who=[Role.OFFICER],
    inputs=scene_inputs.Clearance,
    see=the_enforcement,
    gates=[
        *ON_THE_SPOT,
        scene_rules.the_clearance_belongs_to_a_case,
        scene_rules.only_public_ways_and_places_are_cleared_at_once,
    ],
    paper="clearance_order",
    mine=of_its_unit,
    whose="承办机构的执法人员",
)
def clear(door: Door, facts: Enforcing, given: scene_inputs.Clearance) -> None:
    """Clear a road, a water or a public place at once of what the party cannot clear (强制法 52)."""
    case = Case.objects.get(pk=given.case)
    row = Enforcement(
        title=f"{case.title}立即代履行",
        procedure="enforcement",
        state="executed",
        unit_id=case.unit_id,
        handlers=case.handlers or list(dict.fromkeys([facts.by.id, *given.officers])),
        audience=case.audience,
        case=case,
        begun_at=given.started_at,
        party_name=case.party_name,
    )
    door.open_matter(row)
    paper = door.paper("clearance_order", clearance_facts(facts, given))
    done = _carried(door, given, "clear", paper.number)
    done.matter = row
    done.cost = given.cost or None
    door.add(done)
    keep_scene(door, given, facts.scene, required=True)


@act(
    "enforcement.settle",
    "结算代履行费用",
    who=[Role.OFFICER],
    inputs=scene_inputs.Costs,
    see=the_enforcement,
    gates=[scene_rules.the_costs_are_what_it_took, scene_rules.the_costs_keep_to_the_estimate],
    matter=the_matter,
    paper="substitute_costs",
    mine=its_handler,
    whose=WHOSE,
)
def settle(door: Door, facts: Enforcing, given: scene_inputs.Costs) -> None:
    """Settle what a substitute performance really cost, and ask the party for it."""
    assert facts.carried is not None, "the gate on the costs has passed"
    door.paper("substitute_costs", cost_facts(facts, given, facts.carried.number))
    row = CarriedOut.objects.get(pk=facts.carried.id)
    row.cost = sum(line.amount for line in given.costs)
    door.save(row)


def _carried(door: Door, given: scene_inputs.OnSite, kind: str, number: str) -> CarriedOut:
    return CarriedOut(
        matter=door.look.matter,
        kind=kind,
        number=number,
        **given.model_dump(include={"started_at", "ended_at", "party_present"}),
    )
