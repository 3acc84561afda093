"""Permits on the desk: the window, the examination, the licence and what becomes of it."""

from collections.abc import Collection
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.catalogue.permit_items.values import guide_of
from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms.choices import Option, Situation
from mingfa.bureau.desk.forms.naming import Names
from mingfa.bureau.desk.kinds import remedies
from mingfa.bureau.desk.kinds.kind import CHAIRS, LOOKED_AT, REMEDIES, Face, Facts, Side, hearing_days
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.procedures.clocks import SOON, Clock
from mingfa.bureau.law.time.terms import days_left, term
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads as permits
from mingfa.bureau.permits.facts import decision_term
from mingfa.bureau.permits.values import PermitView
from mingfa.bureau.permits.waiting.reads import (
    FACTS,
    decisions_unserved,
    facts,
    terms_to_decide,
    terms_to_organise,
)


def side(permit: PermitView, ask: Ask) -> list[Side]:
    """Say who applies for what, when it came in and was accepted, who examines, and what licence there is."""
    handlers = "、".join(h.name for h in people.named(list(permit.handlers), ask.today))
    applicant, licence = permit.applicant, permits.licence_of(permit.original or permit.id)
    lines = [
        Side("申请人", applicant.name, applicant.code or ""),
        Side("联系", applicant.address, applicant.phone or ""),
        Side("许可事项", permit.item.name, permit.kind_zh, f"/items/{permit.item.id}/"),
        Side("接收", f"{permit.received_on:%Y-%m-%d}", permit.number),
    ]
    if permit.lacking and permit.accepted_on is None:
        lines.append(Side("尚缺材料", "、".join(permit.lacking)))
    if permit.accepted_on:
        lines.append(Side("受理", f"{permit.accepted_on:%Y-%m-%d}"))
    if permit.secrets:
        lines.append(Side("公开", "申请人声明含商业秘密", "公开前征得同意或者给予异议期限"))
    if licence:
        lines.append(Side("许可证件", licence.number, f"{licence.validity} · {licence.state_zh}"))
    return [
        *lines,
        Side("承办", permit.unit_name, handlers),
        *remedies.lines(permit.id, f"/permits/{permit.id}/", ask.me, permit.handlers),
    ]


def told(permit: PermitView) -> dict[str, Any]:
    """Return what a program is told of a permit."""
    licence = permits.licence_of(permit.original or permit.id)
    return {
        "item": {"id": permit.item.id, "code": permit.item.code, "name": permit.item.name},
        "kind": permit.kind,
        "received_on": permit.received_on.isoformat(),
        "accepted_on": permit.accepted_on.isoformat() if permit.accepted_on else None,
        "applicant": permit.applicant.model_dump(),
        "licence": licence.number if licence else None,
    }


def _terms(matter: int, ask: Ask) -> list[Clock]:
    """Return the term of the decision, special procedures and an extension in it, and of a hearing."""
    permit, calendar = permits.permit(matter), people.calendar()
    if permit is None or permit.accepted_on is None or permit.state not in permits.OPEN:
        return []
    standing = permits.standing(permit)
    found = [decision_term(permit, standing, calendar)]
    if standing.hearing_open and (asked_on := standing.hearing_asked_on):
        found.append(term("PERM-10.organise", asked_on, calendar))
    left = [days_left(one, ask.today, calendar) for one in found]
    return [Clock(one, days, waits=False, near=days <= SOON) for one, days in zip(found, left, strict=True)]


def _terms_in(rows: Collection[Any], ask: Ask) -> dict[int, list[Clock]]:
    """Return until when these applications are to be decided: it bounds every step of the bureau."""
    days, found = ask.calendar, dict[int, list[Clock]]()
    undecided = [row for row in rows if row.state in permits.OPEN]
    for pk, counted in terms_to_decide(undecided, days).items():
        left = days_left(counted, ask.today, days)
        found[pk] = [Clock(counted, left, waits=False, near=left <= SOON, whole=True)]
    for pk, counted in terms_to_organise(undecided, days).items():
        left, acts = days_left(counted, ask.today, days), frozenset({"hearing.schedule"})
        clock = Clock(counted, left, waits=False, near=left <= SOON, acts=acts)
        found[pk] = [*found.get(pk, ()), clock]
    for pk, hearing in hearing_days([int(row.pk) for row in undecided], ask.today).items():
        found[pk] = [*found.get(pk, ()), *hearing]
    return found


def _unserved(_: Collection[int], __: Ask) -> dict[str, list[int]]:
    return {"decision_unserved": decisions_unserved()}


def _items(at: Situation) -> list[Option]:
    return [
        Option(str(i.id), i.name, f"{i.time_limit} · {i.code}") for i in catalogue.items(at.today, "permit")
    ]


def _materials(at: Situation) -> list[Option]:
    """List the materials of this application's guide, or, before there is one, of all listed permits."""
    if isinstance(at.matter, PermitView):
        guides = [at.matter.guide]
    else:
        guides = [guide_of(i) for i in catalogue.items(at.today, "permit")]
    longest = max((len(g.materials) for g in guides), default=0)
    found = []
    for n in range(1, longest + 1):
        named = dict.fromkeys(g.materials[n - 1].name for g in guides if n <= len(g.materials))
        found.append(Option(str(n), f"{n}. {' / '.join(named)}"))
    return found


def _licences(at: Situation) -> list[Option]:
    return [
        Option(str(licence.permit), f"{licence.title} {licence.number}", f"{holder} · {licence.validity}")
        for licence, holder in permits.valid_licences()
    ]


def _concerned(at: Situation) -> list[Option]:
    told = permits.standing(at.matter).told if isinstance(at.matter, PermitView) else ()
    return [Option(str(c.id), c.name, f"送达：{c.served_on or '尚未送达'}") for c in told]


def _name_of_concerned(names: Names, pk: int) -> str:
    permit = permits.permit(names.matter)
    told = permits.standing(permit).told if permit else ()
    return "".join(c.name for c in told if c.id == pk)


def _name_of_material(names: Names, number: int) -> str:
    permit = permits.permit(names.matter)
    listed = permit.guide.materials if permit else ()
    return listed[number - 1].name if 0 < number <= len(listed) else ""


def _name_of_licence(_: Names, pk: int) -> str:
    found = permits.licence_of(pk)
    return f"{found.title} {found.number}" if found else ""


def _name_of_item(_: Names, pk: int) -> str:
    found = catalogue.item(pk)
    return f"{found.name}（{found.code}）" if found else ""


def _begun_at(permit: Any) -> datetime:
    return datetime.combine(permit.received_on, time(9), CHINA)


def _may_be_late(open_permits: QuerySet[Any], ask: Ask) -> QuerySet[Any]:
    """Return the applications that are not decided, the oldest first."""
    return open_permits.filter(state__in=permits.OPEN).order_by("received_on")[:LOOKED_AT]


def _who_signs(permit: PermitView) -> str:
    return permit.applicant.representative or permit.applicant.name


PERMITS = Face(
    path="permits",
    zh="许可",
    procedures=("permit",),
    categories=("permit",),
    begins="permit.receive",
    visible=permits.visible,
    search=permits.search,
    view=permits.permit,
    begun_at=_begun_at,
    side=side,
    told=told,
    known={
        "received_by": _who_signs,
        "place": lambda permit: permit.applicant.address,
    },
    choices={
        "permit_items": _items,
        "guide_materials": _materials,
        "licences": _licences,
        "concerned": _concerned,
    },
    names={
        "permit_items": _name_of_item,
        "guide_materials": _name_of_material,
        "licences": _name_of_licence,
        "concerned": _name_of_concerned,
    },
    terms=_terms,
    terms_in=_terms_in,
    facts=(
        REMEDIES,
        Facts(FACTS, lambda pks, ask: facts(pks, ask.today, ask.calendar)),
        CHAIRS,
        Facts(("decision_unserved",), _unserved, everywhere=True),
    ),
    oldest_first=("received_on",),
    may_be_late=_may_be_late,
)
