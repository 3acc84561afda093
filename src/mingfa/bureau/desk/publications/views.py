"""Publishing: what waits, what is public, and the content as the public will read it (plan 1.4.a, 1.4.d)."""

from typing import Any

from django.http import Http404, HttpResponse

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.publications.waiting import acts_on, told, waiting
from mingfa.bureau.disclosure import reads

PAGE = 100
# The fields of a notice, in the order of the public page.
LABELS = {
    "number": "文号",
    "party": "当事人",
    "cause": "案由",
    "facts": "事实",
    "basis": "依据",
    "category": "类别",
    "conclusion": "决定内容",
    "agency": "决定机关",
    "decided_on": "决定日期",
    "responsible_unit": "责任机构",
}


@page
def listed(ask: Ask) -> HttpResponse:
    """Show what waits for publication and what was published."""
    found = reads.publications(ask.me)
    return show(
        ask,
        "desk/publications.html",
        nav="publications",
        waiting=waiting(ask),
        found=found[:PAGE],
        total=len(found),
        tallies=reads.tallies(ask.today),
    )


@page
def one(ask: Ask, pk: int) -> HttpResponse:
    """Show a content as the public will read it, with what the scan for protected words found."""
    found = next((p for p in reads.publications(ask.me) if p.id == pk), None)
    if found is None:
        raise Http404
    draft = reads.draft(found) if found.draft is not None else {}
    matter, events = told(ask, found)
    return show(
        ask,
        "desk/publication.html",
        nav="publications",
        found=found,
        lines=_lines(draft.get("notice", {})),
        paragraphs=_paragraphs(draft.get("text") or {}),
        findings=reads.findings(found),
        acts=acts_on(ask, found),
        matter=matter,
        events=[
            (e, e.inputs.get("opinion") or e.inputs.get("words") or e.inputs.get("reason") or "")
            for e in reversed(events)
        ],
    )


def _lines(notice: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the notice as labelled lines; what is masked is absent."""
    return [(label, _words(notice[name])) for name, label in LABELS.items() if notice.get(name)]


def _words(value: Any) -> str:
    return "；".join(map(str, value)) if isinstance(value, list) else str(value)


def _paragraphs(text: dict[str, Any]) -> list[str]:
    """Return the full text by paragraphs; where something was taken out, its label stands."""
    return ["".join(map(_run, runs)) for runs in text.get("paragraphs", ())]


def _run(run: Any) -> str:
    return run if isinstance(run, str) else f"［{run['masked']}已隐去］"
