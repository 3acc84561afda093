"""Inspections on the desk."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time
from typing import Any

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms.choices import Option, Situation
from mingfa.bureau.desk.forms.naming import Names
from mingfa.bureau.desk.kinds.kind import Face, Facts, Side
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.inspections import reads as inspections
from mingfa.bureau.inspections.values import (
    HELPERS,
    HOW,
    OUTCOMES,
    SOURCES,
    DrawView,
    InspectionView,
    PlanView,
    VisitView,
)
from mingfa.bureau.inspections.waiting.reads import FACTS, facts
from mingfa.bureau.law.procedures.clocks import SOON, Clock
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, days_left, term
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads as records


def side(view: InspectionView, ask: Ask) -> list[Side]:
    """Say whom, where, what, whence, how often, by whom, and who came."""
    one, party = view.inspected, view.party
    lines = (
        Side("检查对象", one.name, one.trade),
        Side("信用代码", one.code),
        Side("负责人", party.representative, party.phone),
        Side("地点", one.address),
        *(Side("检查事项", i.name, i.code, f"/items/{i.id}/") for i in view.items),
        Side("来源", SOURCES[view.source], _whence(view), f"/draws/{view.draw}/" if view.draw else ""),
        Side("方式", HOW[view.how], f"{view.from_on:%Y-%m-%d} 至 {view.until_on:%Y-%m-%d}"),
        Side("年度频次", *_frequency(view)),
        Side("检查人员", _names(view.handlers, ask.today), view.unit_name),
        *(Side("协助人员", h["name"], f"{HELPERS[h['kind']]}，{h['does']}") for h in view.helpers),
        *(_visit(v, ask) for v in view.visits),
        *([Side("检查结果", OUTCOMES[view.outcome])] if view.outcome else []),
        *(Side("立案", "已登记案件线索", "", f"/cases/{case}/") for case in records.carried_to(view.id)),
    )
    return [line for line in lines if line.words]


def _whence(view: InspectionView) -> str:
    plan = inspections.plan(view.plan)
    return f"{plan.title} {plan.number}" if plan else ""


def _frequency(view: InspectionView) -> tuple[str, str]:
    others = inspections.inspections_of(view.inspected.id)
    counted = [o for o in others if o.counts_in(view.from_on.year)]
    return f"{view.from_on.year}年已批准{len(counted)}次", f"上限{view.cap}次（计划检查和随机抽查）"


def _visit(visit: VisitView, ask: Ask) -> Side:
    word = {"first": "入企", "recheck": "复查"}[visit.kind]
    at = datetime.strftime(visit.entered_at.astimezone(CHINA), "%Y-%m-%d %H:%M")
    checked = "企业已扫码核验" if visit.scanned else "企业未扫码"
    return Side(word, at, f"{_names(visit.officers, ask.today)}；{checked}")


def _names(ids: Iterable[int], on: date) -> str:
    return "、".join(a.name for a in people.named(list(ids), on))


def told(view: InspectionView) -> dict[str, Any]:
    """Return what a program is told of an inspection."""
    return {
        "items": [{"id": i.id, "code": i.code, "name": i.name} for i in view.items],
        "object": {"id": view.inspected.id, "name": view.inspected.name, "code": view.inspected.code},
        "source": view.source,
        "how": view.how,
        "from_on": view.from_on.isoformat(),
        "until_on": view.until_on.isoformat(),
        "outcome": view.outcome,
        "told_on": view.told_on.isoformat() if view.told_on else None,
        "cases": list(records.carried_to(view.id)),
    }


def terms(pk: int, ask: Ask) -> list[Clock]:
    """Return the party's time to correct, and, once handed over, the time to verify until a case names it."""
    view = inspections.inspection(pk)
    assert view is not None, "the page shows it"
    if view.state == "handed_over" and view.ended_on and not records.carried_to(pk):
        return [to_register(view.ended_on, ask.today, ask.calendar)]
    return terms_in([view], ask).get(pk, [])


def terms_in(rows: Collection[Any], ask: Ask) -> dict[int, list[Clock]]:
    """Return the time to correct of each of these inspections in which something is to be corrected."""
    found = {}
    for one in rows:
        if one.state == "correcting" and one.due_on and one.told_on:
            term, pk = _to_correct(one.told_on, one.due_on), int(getattr(one, "pk", 0) or one.id)
            left, acts = days_left(term, ask.today, ask.calendar), frozenset({"inspection.recheck"})
            found[pk] = [Clock(term, left, waits=left >= 0, near=False, acts=acts)]
    return found


def to_register(ended_on: date, today: date, calendar: Calendar) -> Clock:
    """Return the time to verify what an inspection handed over to filing."""
    counted = term("FILE-01", ended_on, calendar)
    left = days_left(counted, today, calendar)
    return Clock(counted, left, waits=False, near=left <= SOON, acts=frozenset({"case.register"}))


def _to_correct(told_on: date, due_on: date) -> Term:
    days, articles = (due_on - told_on).days, (cite("行政处罚法 28.1"),)
    return Term("NOTI-07", "改正期限", told_on, due_on, "calendar", days, (), False, articles)


def _begun_at(one: Any) -> datetime:
    """Return the first of its days; no term counts from it."""
    return datetime.combine(one.from_on, time(), CHINA)


def _items(at: Situation) -> list[Option]:
    found = catalogue.items(at.today, "inspection")
    return [Option(str(i.id), i.name, f"每年不超过{i.guide['yearly_cap']}次 · {i.code}") for i in found]


def _objects(at: Situation) -> list[Option]:
    return [Option(str(o.id), o.name, f"{o.trade} · {o.address}") for o in inspections.objects()]


def _trades(at: Situation) -> list[Option]:
    return [Option(t, t) for t in dict.fromkeys(o.trade for o in inspections.objects())]


def _plans(at: Situation, *, approved: bool) -> list[Option]:
    fits = (p for p in inspections.plans() if (p.approved is not None) == approved)
    return [_plan(p) for p in fits if p.until_on >= at.today]


def _plan(one: PlanView) -> Option:
    return Option(str(one.id), one.title, f"{one.unit_name} · {one.from_on}至{one.until_on}")


def _draws(at: Situation, *, drawn: bool) -> list[Option]:
    return [_draw(d) for d in inspections.draws() if (d.drawn is not None) == drawn]


def _draw(one: DrawView) -> Option:
    plan = inspections.plan(one.plan)
    return Option(str(one.id), plan.title if plan else "", f"抽取{one.count}户 · {one.beacon}{one.beacon_on}")


def _handed_over(at: Situation) -> list[Option]:
    found = inspections.handed_over(at.me)
    return [Option(str(v.id), v.title, f"{v.number} · {v.ended_on}移交") for v in found]


def _object_named(_: Names, pk: int) -> str:
    found = inspections.inspected(pk)
    return found.name if found else ""


def _plan_named(_: Names, pk: int) -> str:
    found = inspections.plan(pk)
    return f"{found.title} {found.number}".strip() if found else ""


def _item_named(_: Names, pk: int) -> str:
    found = catalogue.item(pk)
    return found.name if found else ""


def _draw_named(_: Names, pk: int) -> str:
    found = inspections.draw(pk)
    return f"第{found.id}号抽取" if found else ""


def _inspection_named(names: Names, pk: int) -> str:
    found = inspections.inspection(pk)
    return f"{found.title} {found.number}" if found else ""


def _who_receives(view: InspectionView) -> str:
    return view.party.representative or view.party.name


INSPECTIONS = Face(
    path="inspections",
    zh="检查",
    procedures=("inspection",),
    categories=("inspection",),
    begins="inspection.apply",
    visible=inspections.visible,
    search=inspections.search,
    view=inspections.inspection,
    begun_at=_begun_at,
    side=side,
    told=told,
    known={
        "place": lambda view: view.place,
        "address": lambda view: view.place,
        "person": _who_receives,
        "received_by": _who_receives,
    },
    choices={
        "inspection_items": _items,
        "inspection_objects": _objects,
        "trades": _trades,
        "plan_drafts": lambda at: _plans(at, approved=False),
        "plans": lambda at: _plans(at, approved=True),
        "frozen_draws": lambda at: _draws(at, drawn=False),
        "draws": lambda at: _draws(at, drawn=True),
        "handed_over_inspections": _handed_over,
    },
    names={
        "inspection_items": _item_named,
        "inspection_objects": _object_named,
        "plan_drafts": _plan_named,
        "plans": _plan_named,
        "frozen_draws": _draw_named,
        "draws": _draw_named,
        "handed_over_inspections": _inspection_named,
    },
    terms=terms,
    terms_in=terms_in,
    facts=(Facts(FACTS, lambda pks, ask: facts(pks, ask.today)),),
    oldest_first=("until_on",),
    beside=(("/draws/", "检查对象、计划和随机抽取"),),
)
