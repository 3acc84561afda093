"""The register of objects, plans, and random selection (law.md §2.5 step 1; 国办发〔2024〕54号)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.inspections import inputs
from mingfa.bureau.inspections.contents import plan_facts
from mingfa.bureau.inspections.facts import Planning
from mingfa.bureau.inspections.gather import HEADS, the_planning, the_register
from mingfa.bureau.inspections.models import Draw, InspectionObject, InspectionPlan
from mingfa.bureau.inspections.planning import rules
from mingfa.bureau.inspections.planning.values import draw_pairs, how_many, seed_of
from mingfa.bureau.people.models import Role

INSPECTORS_EACH = 2


@act(
    "object.register",
    "登记检查对象",
    who=[Role.OFFICER, Role.UNIT_LEADER],
    inputs=inputs.NewObject,
    see=the_register,
    gates=[rules.the_object_is_not_registered_yet],
)
def register(door: Door, facts: Planning, given: inputs.NewObject) -> None:
    """Put an enterprise or a shop on the register of those who may be inspected."""
    party = given.party
    door.add(
        InspectionObject(
            kind=party.kind, name=party.name, code=party.code, address=party.address, trade=given.trade
        )
    )


@act(
    "object.strike",
    "移出检查对象名录",
    who=[Role.UNIT_LEADER],
    inputs=inputs.ObjectToStrike,
    see=the_register,
    gates=[rules.the_object_is_on_the_register, rules.no_inspection_of_the_object_is_open],
)
def strike(door: Door, facts: Planning, given: inputs.ObjectToStrike) -> None:
    """Strike an object off the register: closed, moved away, or entered wrongly."""
    row = InspectionObject.objects.get(pk=given.inspected)
    row.struck = door.index
    door.save(row)


@act(
    "plan.draft",
    "编制行政检查计划",
    who=[Role.UNIT_LEADER],
    inputs=inputs.NewPlan,
    see=the_planning,
    gates=[rules.the_planned_items_are_listed, rules.the_plan_runs_within_one_year],
)
def draft_plan(door: Door, facts: Planning, given: inputs.NewPlan) -> None:
    """Draft a yearly or a special plan: what, whom, when, which share of the objects."""
    values = given.model_dump(exclude={"items", "reason"})
    door.add(
        InspectionPlan(
            items=list(dict.fromkeys(given.items)), unit_id=facts.by.unit, drafted_by=facts.by.id, **values
        )
    )


@act(
    "plan.approve",
    "批准行政检查计划",
    who=HEADS,
    inputs=inputs.PlanToApprove,
    see=the_planning,
    gates=[rules.the_plan_is_still_a_draft, rules.the_plan_is_not_approved_by_its_drafter],
    paper="inspection_plan",
)
def approve_plan(door: Door, facts: Planning, given: inputs.PlanToApprove) -> None:
    """Approve a plan: from now on inspections may follow it, and it can be published."""
    assert facts.plan is not None, "the gate on it has passed"
    paper = door.paper("inspection_plan", plan_facts(facts.plan), facts.plan.title)
    row = InspectionPlan.objects.get(pk=facts.plan.id)
    row.number, row.approved, row.approved_on = paper.number, door.index, facts.today
    door.save(row)


@act(
    "draw.freeze",
    "固定随机抽取名单",
    who=[Role.UNIT_LEADER],
    inputs=inputs.ListToFreeze,
    see=the_planning,
    gates=[
        rules.the_plan_is_approved_and_runs,
        rules.the_plan_has_no_draw_yet,
        rules.there_is_somebody_to_draw,
        rules.the_public_number_lies_ahead,
    ],
)
def freeze(door: Door, facts: Planning, given: inputs.ListToFreeze) -> None:
    """Freeze the lists of objects and inspectors, and name the public number that will decide."""
    assert facts.plan is not None, "the gate on it has passed"
    objects = sorted(facts.objects, key=lambda o: o.code)
    officers = sorted(facts.officers, key=lambda o: o.certificate)
    door.add(
        Draw(
            plan_id=facts.plan.id,
            objects_list=[{"id": o.id, "name": o.code} for o in objects],
            officers_list=[{"id": o.id, "name": o.certificate} for o in officers],
            count=how_many(facts.plan.share, len(objects)),
            salt=door.random("salt"),
            beacon=given.beacon,
            beacon_on=given.beacon_on,
        )
    )


@act(
    "draw.draw",
    "随机抽取检查对象和检查人员",
    who=[Role.UNIT_LEADER],
    inputs=inputs.NumberDrawn,
    see=the_planning,
    gates=[rules.the_lists_wait_for_their_number, rules.the_public_number_is_out],
)
def draw(door: Door, facts: Planning, given: inputs.NumberDrawn) -> None:
    """Enter the public number and draw objects and inspectors, so that anybody can repeat it."""
    assert facts.draw is not None, "the gate on it has passed"
    frozen = facts.draw
    objects = {o.name: o.id for o in frozen.objects}
    officers = {o.name: o.id for o in frozen.officers}
    pairs = draw_pairs(seed_of(frozen.salt, given.number), objects, frozen.count, officers, INSPECTORS_EACH)
    row = Draw.objects.get(pk=frozen.id)
    row.number, row.drawn = given.number, door.index
    row.picked = [{"object": objects[one], "officers": [officers[p] for p in two]} for one, two in pairs]
    door.save(row)
