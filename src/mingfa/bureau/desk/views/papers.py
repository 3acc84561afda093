"""Papers and entries: the PDF of what was recorded, and what an act committed to (plan 2.1.a, 2.4.c)."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse

from mingfa.bureau.cases.views import CaseView
from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.shown import Shown, shown
from mingfa.bureau.desk.story import Event, story
from mingfa.bureau.desk.views.cases import visible_case
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.drawing import drawn
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.reader import Altered, leaf
from mingfa.bureau.papers import PaperError
from mingfa.bureau.vault.names import disposition
from mingfa.tlog import leaf_hash

ALONE = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True)
class Seen:
    """An act of a visible case."""

    case: CaseView
    event: Event


def seen(ask: Ask, index: int) -> Seen:
    """Return the act with this index, of a case this person may see; any other is not there."""
    try:
        facts = leaf(index).entry.facts
    except Altered:
        raise Http404 from None
    on = facts.get("on")
    case = visible_case(ask, int(str(on)) if on is not None else index)
    event = next((e for e in story(case.id, case.procedure) if e.index == index), None)
    if event is None:
        raise Http404
    return Seen(case, event)


@page
def paper(ask: Ask, index: int) -> HttpResponse:
    """Show a paper."""
    found = seen(ask, index)
    if found.event.paper is None:
        raise Http404
    try:
        pdf = drawn(index)
    except PaperError as error:
        return show(ask, "desk/no_paper.html", 500, case=found.case, paper=found.event.paper, error=error)
    name = f"{found.event.paper.number}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={
            "Content-Disposition": disposition(name, inline="download" not in ask.request.GET),
            "Content-Security-Policy": f"{ALONE}; frame-ancestors 'none'",
        },
    )


@page
def entry(ask: Ask, index: int) -> HttpResponse:
    """Show what an act recorded: who, when, what was typed, and its place in the ledger."""
    found = seen(ask, index)
    recorded = leaf(index)
    return show(
        ask,
        "desk/entry.html",
        nav="cases",
        case=found.case,
        event=found.event,
        inputs=_inputs(found.event),
        hash=leaf_hash(recorded.data).hex(),
    )


def _inputs(event: Event) -> list[Shown]:
    act = REGISTER.get(event.act)
    return shown(act.inputs, dict[str, Any](event.inputs)) if act else []


@page
def receipt(ask: Ask, index: int) -> HttpResponse:
    """Hand out the receipt of an act: the proof that it stands in the signed ledger."""
    seen(ask, index)
    return HttpResponse(
        heads.receipt(index),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": disposition(f"{index}.tlog-proof", inline=False)},
    )
