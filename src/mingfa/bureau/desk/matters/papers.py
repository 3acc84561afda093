"""Papers and entries: the PDF of what was recorded, and what an act committed to (plan 2.1.a, 2.4.c)."""

from django.http import Http404, HttpResponse

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.forms.naming import Names
from mingfa.bureau.desk.kinds import opened
from mingfa.bureau.desk.kinds.kind import Opened
from mingfa.bureau.desk.matters.shown import shown
from mingfa.bureau.desk.matters.timeline import Event, story
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.drawing import drawn
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.reader import leaf
from mingfa.bureau.papers import PaperError
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.values import PaperView
from mingfa.bureau.vault.names import disposition
from mingfa.tlog import leaf_hash

ALONE = "default-src 'none'; style-src 'unsafe-inline'"


def visible_paper(ask: Ask, index: int) -> PaperView:
    """Return a paper of a matter this person may see; any other is not there."""
    found = service.paper(index)
    if found is None or found.matter is None:
        raise Http404
    opened(ask, found.matter)
    return found


def event(ask: Ask, pk: int, index: int) -> tuple[Opened, Event]:
    """Return an act of a matter this person may see; any other is not there."""
    matter = opened(ask, pk)
    found = next((e for e in story(pk, matter.view.procedure) if e.index == index), None)
    if found is None:
        raise Http404
    return matter, found


@page
def paper(ask: Ask, index: int) -> HttpResponse:
    """Show a paper."""
    found = visible_paper(ask, index)
    try:
        pdf = drawn(index)
    except PaperError as error:
        return show(ask, "desk/no_paper.html", 500, paper=found, error=error)
    name = f"{found.title}{found.number}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={
            "Content-Disposition": disposition(name, inline="download" not in ask.request.GET),
            "Content-Security-Policy": f"{ALONE}; frame-ancestors 'none'",
        },
    )


@page
def entry(ask: Ask, kind: str, pk: int, index: int) -> HttpResponse:
    """Show what an act recorded: who, when, what was typed, and its place in the ledger."""
    matter, found = event(ask, pk, index)
    act = REGISTER.get(found.act)
    return show(
        ask,
        "desk/entry.html",
        nav=matter.face.path,
        matter=matter,
        event=found,
        inputs=shown(act.inputs, found.inputs, Names(pk, ask.today)) if act else [],
        hash=leaf_hash(leaf(index).data).hex(),
    )


@page
def receipt(ask: Ask, kind: str, pk: int, index: int) -> HttpResponse:
    """Hand out the receipt of an act: the proof that it stands in the signed ledger."""
    event(ask, pk, index)
    return HttpResponse(
        heads.receipt(index),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": disposition(f"{index}.tlog-proof", inline=False)},
    )
