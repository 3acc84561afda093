"""Gathering what the gates of plans, draws and inspections may see."""

from typing import Any

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles
from mingfa.bureau.inspections import reads
from mingfa.bureau.inspections.facts import Inspecting, Planning
from mingfa.bureau.inspections.values import OPEN, PlanView
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.models import Role
from mingfa.bureau.records import reads as records

HEADS, WHOSE = [Role.HEAD, Role.DEPUTY], "审批确定的检查人员"


def the_register(look: Look[Any]) -> Planning:
    """Gather what the gates of the register may see."""
    given = look.inputs
    pk = getattr(given, "inspected", None)
    code = getattr(getattr(given, "party", None), "code", "")
    others = reads.inspections_of(pk) if pk is not None else ()
    return Planning(
        look=look,
        inspected=reads.inspected(pk) if pk is not None else None,
        same=tuple(reads.with_code(code)) if code else (),
        others=tuple(o for o in others if o.state in OPEN),
    )


def the_planning(look: Look[Any]) -> Planning:
    """Gather what the gates of plans and draws may see."""
    given = look.inputs
    draw = reads.draw(getattr(given, "draw", None))
    plan = reads.plan(draw.plan if draw else getattr(given, "plan", None))
    return Planning(
        look=look,
        items=_items(getattr(given, "items", [])),
        plan=plan,
        draw=draw,
        draws=tuple(reads.draws(plan.id)) if plan else (),
        objects=tuple(reads.objects(plan.trade)) if plan else (),
        officers=_able(plan, look) if plan else (),
    )


def the_inspection(look: Look[Any]) -> Inspecting:
    """Gather what the gates of an inspection may see."""
    given = look.inputs
    if look.matter is None:
        return _applying(look, given)
    view = reads.inspection(look.matter.pk)
    assert view is not None, "the matter is an inspection"
    named = getattr(given, "officers", None) or view.handlers
    return Inspecting(
        look=look,
        matter=view,
        inspected=view.inspected,
        items=view.items,
        officers=_named(named, look),
        others=reads.inspections_of(view.inspected.id, view.id),
        recorded=records.recorded(view.id),
    )


def its_inspector(facts: Inspecting) -> bool:
    """Only the officers who were approved go on with an inspection."""
    return handles(facts.look)


def its_inspector_or_a_head(facts: Inspecting) -> bool:
    """An inspection is given up by those who were to do it, or by a head."""
    return handles(facts.look) or bool(facts.by.roles & set(HEADS))


def _applying(look: Look[Any], given: Any) -> Inspecting:
    if given is None:
        return Inspecting(look, None, None, ())
    draw = reads.draw(given.draw)
    by_draw = draw.plan if draw and given.source == "random" else None
    return Inspecting(
        look=look,
        matter=None,
        inspected=reads.inspected(given.inspected),
        items=_items(given.items),
        plan=reads.plan(by_draw or given.plan),
        draw=draw,
        officers=_named(given.officers, look),
        others=reads.inspections_of(given.inspected),
    )


def _items(named: list[int]) -> tuple[ItemView, ...]:
    return tuple(i for pk in dict.fromkeys(named) if (i := catalogue.item(pk)) is not None)


def _named(ids: Any, look: Look[Any]) -> tuple[Actor, ...]:
    return tuple(people.named(list(dict.fromkeys(ids)), look.today))


def _able(plan: PlanView, look: Look[Any]) -> tuple[Actor, ...]:
    """Return the officers of a plan's unit who hold a valid certificate."""
    found = people.actors(Role.OFFICER, look.today)
    return tuple(o for o in found if o.unit == plan.unit and o.holds_certificate(look.today))
