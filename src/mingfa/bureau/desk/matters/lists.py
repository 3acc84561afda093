"""What everybody may look up: items and discretion steps, people and units, acts, rules, the procedure."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.forms.naming import Names
from mingfa.bureau.desk.forms.sheet import roles_zh
from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.kinds.kind import Face
from mingfa.bureau.desk.matters.shown import shown
from mingfa.bureau.doorway.acts import REGISTER, act_named
from mingfa.bureau.doorway.rooms import rooms
from mingfa.bureau.law.config import local_values
from mingfa.bureau.law.gates import REGISTER as GATES
from mingfa.bureau.law.procedures.chart import flow_chart
from mingfa.bureau.law.procedures.procedure import procedures
from mingfa.bureau.law.rules import all_rules
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.papers import form
from mingfa.bureau.people import reads as people

ONE_IN = 20
# By which act the items of a class are drafted: its form names what their guides say.
DRAFTED_BY = {"inspection": "item.draft_inspection", "permit": "item.draft_permit"}


@page
def items(ask: Ask) -> HttpResponse:
    """List the powers and duties."""
    return show(ask, "desk/items.html", nav="items", items=catalogue.items(), today=ask.today)


@page
def item(ask: Ask, pk: int) -> HttpResponse:
    found = catalogue.item(pk)
    if found is None:
        raise Http404
    drafts = REGISTER[DRAFTED_BY.get(found.category, "item.draft")]
    return show(
        ask,
        "desk/item.html",
        nav="items",
        item=found,
        in_force=found.in_force(ask.today),
        guide=shown(drafts.inputs, found.guide, Names(0, ask.today)),
    )


@dataclass(frozen=True)
class Member:
    """A person on the roster; `account` is the name of an account that is open."""

    id: int
    name: str
    posts: tuple[str, ...]
    certificate: str
    certificate_to: date | None
    legal_qualification: str
    account: str


@page
def roster(ask: Ask) -> HttpResponse:
    """Show units and people, and whether there are enough legal reviewers (plan 3.1.b)."""
    return roster_page(ask)


def roster_page(ask: Ask, status: int = 200, **more: Any) -> HttpResponse:
    """Draw the roster; whoever may set up the bureau finds the forms for it beside each line."""
    reviewers, officers = people.reviewer_ratio(ask.today)
    config = people.config()
    return show(
        ask,
        "desk/people.html",
        status,
        nav="people",
        units=[(unit, _members(unit, ask.today)) for unit in people.units()],
        appoints=ask.can(act_named("account.open").who),
        sets=ask.can(act_named("local.set").who),
        reviewers=reviewers,
        officers=officers,
        needed=-(-officers // ONE_IN),
        values=[(v, config.recorded(v.id, ask.today)) for v in local_values().values()],
        **more,
    )


def _members(unit: Any, today: date) -> list[Member]:
    rows = list(unit.person_set.order_by("pk").prefetch_related("appointments"))
    posts = {
        row.pk: [
            p for p in row.appointments.all() if p.since <= today and (p.until is None or p.until >= today)
        ]
        for row in rows
    }
    check_rows([unit, *rows, *(p for held in posts.values() for p in held)])
    accounts = people.usernames()
    return [
        Member(
            int(row.pk),
            row.name,
            tuple(p.get_role_display() for p in posts[row.pk]),
            row.certificate,
            row.certificate_to,
            row.legal_qualification,
            accounts.get(int(row.pk), ""),
        )
        for row in rows
    ]


@page
def acts(ask: Ask) -> HttpResponse:
    """Show the table of all acts: who does what, by which rules, on which paper."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for act in REGISTER.values():
        line = {
            "act": act,
            "who": roles_zh(act),
            "paper": form(act.paper).title if act.paper else "",
            "mine": ask.can(act.who) and act.matter is None,
        }
        groups.setdefault(rooms()[act.room].heading, []).append(line)
    return show(ask, "desk/acts.html", nav="acts", groups=groups)


@page
def rules(ask: Ask) -> HttpResponse:
    """Show the rules of law and which of them the doorway asks."""
    asked: dict[str, list[str]] = {}
    for gate in GATES.values():
        asked.setdefault(gate.rule, []).append(gate.cites)
    words = ask.request.GET.get("q", "").strip()[:60]
    found = [r for r in all_rules() if words.upper() in r.id or words in r.zh or words in r.citation]
    return show(
        ask,
        "desk/rules.html",
        nav="rules",
        q=words,
        rules=[(r, r.id in asked) for r in found],
        asked=len(asked),
    )


@page
def charts(ask: Ask) -> HttpResponse:
    """List the procedures with their flow charts (plan 1.2.c)."""
    return show(ask, "desk/charts.html", nav="charts", procedures=procedures())


@page
def chart(ask: Ask, name: str) -> HttpResponse:
    """Show a procedure's flow chart, drawn from the table that runs its matters."""
    table = next((one for one in procedures() if one.id == name), None)
    if table is None:
        raise Http404
    return HttpResponse(
        flow_chart(table),
        content_type="image/svg+xml; charset=utf-8",
        headers={"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"},
    )


@page
def search(ask: Ask) -> HttpResponse:
    """Lead from a number straight to its matter, other words to the list of the first kind that has them."""
    words = ask.request.GET.get("q", "").strip()[:60]
    found = [(face, pk) for face in FACES for pk in _first_two(face, words, ask)] if words else []
    if len(found) == 1:
        return HttpResponse(status=302, headers={"Location": f"/{found[0][0].path}/{found[0][1]}/"})
    path = found[0][0].path if found else FACES[0].path
    return HttpResponse(status=302, headers={"Location": f"/{path}/?{ask.request.GET.urlencode()}"})


def _first_two(face: Face, words: str, ask: Ask) -> list[int]:
    return list(face.search(ask.me, words).values_list("pk", flat=True)[:2])
