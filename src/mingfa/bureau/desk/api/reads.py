"""Questions of the API: matters, one matter with what is missing, papers, and files on their way in."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.http.request import UnreadablePostError

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.api.access import Problem, endpoint
from mingfa.bureau.desk.forms.uploads import keep
from mingfa.bureau.desk.kinds import BY_PATH, opened
from mingfa.bureau.desk.matters.attached import files
from mingfa.bureau.desk.matters.papers import visible_paper
from mingfa.bureau.desk.matters.steps import Choice, choices
from mingfa.bureau.desk.matters.timeline import Event, story
from mingfa.bureau.desk.matters.views import PAGE, Line, filters_of, lines, page_number
from mingfa.bureau.doorway.drawing import drawn, facts_of_paper
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.vault import VaultError
from mingfa.bureau.vault.names import disposition


@endpoint("GET")
def matter_list(ask: Ask, kind: str) -> JsonResponse:
    """List the visible matters of a kind, a hundred at a time, with the desk's filters."""
    found = filters_of(ask).found(BY_PATH[kind], ask)
    number = page_number(ask)
    body = {"total": found.count(), "page": number, "per_page": PAGE}
    return JsonResponse(body | {kind: [_line(one) for one in lines(found, number)]})


def _line(one: Line) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "number": one.number,
        "state": one.state,
        "ended": one.ended,
        "unit": one.unit,
        "item": one.item,
        "last_at": one.last_at.astimezone(CHINA).isoformat() if one.last_at else None,
        "altered": one.altered,
    }


@endpoint("GET")
def matter(ask: Ask, kind: str, pk: int) -> JsonResponse:
    """Return one matter: where it is, what can be done, what is missing, what happened."""
    found = opened(ask, pk)
    events = story(pk, found.view.procedure)
    return JsonResponse(
        {
            "id": found.id,
            "kind": found.face.path,
            "title": found.title,
            "number": found.view.number,
            "procedure": found.view.procedure,
            "state": found.view.state,
            "unit": {"id": found.view.unit, "name": found.view.unit_name},
            "handlers": list(found.view.handlers),
            **found.face.told(found.view),
            "acts": [_choice(c) for c in choices(ask, found)],
            "events": [_event(e) for e in events],
            "files": [f.as_json() for f in files(events)],
        }
    )


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "act": choice.act,
        "title": choice.words,
        "mine": choice.is_mine,
        "leads_on": choice.leads_on,
        "refusals": [r.as_json() for r in choice.refusals],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "entry": event.index,
        "act": event.act,
        "title": event.title,
        "by": event.by,
        "at": event.at.isoformat(),
        "entered": event.entered.isoformat(),
        "outcome": event.outcome,
        "paper": {"id": event.paper.id, "kind": event.paper.kind, "number": event.paper.number}
        if event.paper
        else None,
    }


@endpoint("GET")
def paper(ask: Ask, index: int) -> HttpResponse:
    """Return what a paper says, or the PDF where that is asked for."""
    found = visible_paper(ask, index)
    if "application/pdf" in ask.request.headers.get("Accept", ""):
        named = disposition(f"{found.number}.pdf", inline=False)
        return HttpResponse(
            drawn(index), content_type="application/pdf", headers={"Content-Disposition": named}
        )
    return JsonResponse(
        {
            "id": index,
            "kind": found.kind,
            "title": found.title,
            "number": found.number,
            "made_on": found.made_on.isoformat(),
            "matter": found.matter,
            "facts": facts_of_paper(index),
        }
    )


@endpoint("POST")
def new_file(ask: Ask) -> JsonResponse:
    """Keep a file and return how an act names it: `multipart/form-data` (field `file`) or the bare body."""
    request = ask.request
    try:
        if request.content_type == "multipart/form-data":
            upload = request.FILES.get("file")
            if upload is None:
                raise Problem(422, "没有文件。", errors={"file": "必须上传。"})
            kept = keep(ask.me.id, upload, upload.name or "", upload.content_type or "")
        else:
            kept = keep(ask.me.id, request, request.GET.get("name", ""), request.content_type or "")
    except VaultError as error:
        raise Problem(422, error.because, errors={"file": f"{error.because}{error.todo}"}) from None
    except UnreadablePostError:
        raise Problem(400, "文件没有传完，请重新上传。") from None
    return JsonResponse(kept.model_dump(), status=201)
