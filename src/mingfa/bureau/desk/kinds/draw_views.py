"""Whom the bureau may inspect, by which plans, and how it was drawn, ready to repeat (INSP-07)."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.doorway.acts import REGISTER, Act
from mingfa.bureau.inspections import reads as inspections
from mingfa.bureau.inspections.planning.acts import INSPECTORS_EACH
from mingfa.bureau.inspections.planning.values import METHOD, draw_pairs, seed_of
from mingfa.bureau.inspections.values import DrawView
from mingfa.bureau.people import reads as people

ACTS = ("object.register", "plan.draft", "plan.approve", "draw.freeze", "draw.draw", "object.strike")


@dataclass(frozen=True)
class Picked:
    """A drawn object with its inspectors, by the names on the frozen list and in words."""

    code: str
    name: str
    inspectors: str


@page
def listed(ask: Ask) -> HttpResponse:
    """List the register of objects, the plans and the draws."""
    able: list[Act[object, object]] = [REGISTER[name] for name in ACTS if ask.can(REGISTER[name].who)]  # type: ignore[type-var]
    return show(
        ask,
        "desk/draws.html",
        nav="inspections",
        acts=able,
        objects=inspections.objects(),
        plans=inspections.plans(),
        draws=[(d, inspections.plan(d.plan)) for d in inspections.draws()],
        items={i.id: i.name for i in catalogue.items(category="inspection")},
    )


@page
def one(ask: Ask, pk: int) -> HttpResponse:
    """Show a draw: method, frozen lists, seed and result, and whether drawing again gives the same."""
    found = inspections.draw(pk)
    if found is None:
        raise Http404
    return show(
        ask,
        "desk/draw.html",
        nav="inspections",
        draw=found,
        plan=inspections.plan(found.plan),
        method=METHOD,
        seed=seed_of(found.salt, found.number) if found.drawn is not None else "",
        picked=_picked(found, ask),
        agrees=agrees(found),
    )


def agrees(found: DrawView) -> bool:
    """Say whether drawing again from the frozen lists gives what is on record."""
    objects = {o.name: o.id for o in found.objects}
    officers = {o.name: o.id for o in found.officers}
    again = draw_pairs(seed_of(found.salt, found.number), objects, found.count, officers, INSPECTORS_EACH)
    return {objects[one]: tuple(officers[p] for p in two) for one, two in again} == dict(found.picked)


def _picked(found: DrawView, ask: Ask) -> list[Picked]:
    codes, certificates = ({row.id: row.name for row in rows} for rows in (found.objects, found.officers))
    lines = []
    for pk, inspectors in found.picked.items():
        named = people.named(list(inspectors), ask.today)
        one = inspections.inspected(pk)
        words = "、".join(f"{a.name}（{certificates[a.id]}）" for a in named)
        lines.append(Picked(codes[pk], one.name if one else "", words))
    return lines
