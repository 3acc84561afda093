"""Evidence and recordings of a matter (plan 2.4.c, 2.4.d): shown at once, at any minute, and to nobody else.

Bytes come from whoever uploaded them: a browser may show pictures, sound, film and PDF, alone and without
scripts; everything else is a download.
"""

from collections.abc import Iterator

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse

from mingfa.bureau.desk.access import Ask, page
from mingfa.bureau.desk.forms.uploads import vault
from mingfa.bureau.desk.kinds import opened
from mingfa.bureau.desk.matters.attached import FileLine, files
from mingfa.bureau.desk.matters.timeline import story
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.retrieval.reads import opened_now
from mingfa.bureau.vault import BadPicture
from mingfa.bureau.vault.images import thumbnail
from mingfa.bureau.vault.kinds import is_recording, shown_inline
from mingfa.bureau.vault.names import disposition
from mingfa.bureau.vault.playback import Span, Unsatisfiable, chunks, span_of

ALONE = (
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
)
KEPT = "private, max-age=3600, immutable"


@page
def one(ask: Ask, kind: str, pk: int, sha256: str) -> HttpResponseBase:
    """Send a file of a matter, whole or in part; a recording only to who has it open (plan 2.4.d)."""
    file = _file(ask, pk, sha256)
    request, etag = ask.request, f'"{sha256}"'
    if is_recording(file.media) and sha256 not in opened_now(pk, ask.me.id, ask.now):
        return _ask_first(ask, pk, sha256)
    try:
        span = span_of(
            request.headers.get("Range"), file.size, if_range=request.headers.get("If-Range"), etag=etag
        )
    except Unsatisfiable as outside:
        return HttpResponse(status=416, headers={"Content-Range": outside.content_range})
    response = _bytes(file, span)
    shown = shown_inline(file.media)
    response["Content-Type"] = file.media if shown else "application/octet-stream"
    response["Content-Disposition"] = disposition(file.name, inline=shown)
    response["Content-Length"] = str(span.length if span else file.size)
    response["Accept-Ranges"], response["ETag"] = "bytes", etag
    response["Cache-Control"] = "no-store" if is_recording(file.media) else KEPT
    # The viewer of PDF files does not run in a sandbox; all others do.
    response["Content-Security-Policy"] = ALONE if file.media == "application/pdf" else f"{ALONE}; sandbox"
    return response


def _ask_first(ask: Ask, pk: int, sha256: str) -> HttpResponse:
    """Lead a person to the request; a player or a program, which cannot answer it, is refused."""
    place = f"{opened(ask, pk).href}retrieve/?item={sha256}"
    if "Range" in ask.request.headers or ask.request.headers.get("Sec-Fetch-Dest", "document") != "document":
        return HttpResponse(f"请先调阅：{place}", status=403, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=302, headers={"Location": place})


def _bytes(file: FileLine, span: Span | None) -> HttpResponseBase:
    stream = vault().open(file.sha256)
    if span is None:
        return FileResponse(stream)
    pieces: Iterator[bytes] = chunks(stream, span)
    response = StreamingHttpResponse(pieces, status=206)
    response["Content-Range"] = span.content_range
    return response


@page
def small(ask: Ask, kind: str, pk: int, sha256: str) -> HttpResponse:
    """Send a picture small, without metadata."""
    file = _file(ask, pk, sha256)
    try:
        with vault().open(file.sha256) as stream:
            picture = thumbnail(stream)
    except BadPicture:
        raise Http404 from None
    headers = {"Cache-Control": KEPT, "Content-Security-Policy": f"{ALONE}; sandbox"}
    return HttpResponse(picture, content_type="image/webp", headers=headers)


def _file(ask: Ask, pk: int, sha256: str) -> FileLine:
    matter = opened(ask, pk)
    found = next((f for f in files(story(pk, matter.view.procedure)) if f.sha256 == sha256), None)
    if found is None:
        raise Http404
    return found


@page
def anywhere(ask: Ask, sha256: str) -> HttpResponseBase:
    """Lead from a digest to the file in a matter this person may see."""
    for matter, _ in records.evidence_with(sha256):
        try:
            _file(ask, matter, sha256)
        except Http404:
            continue
        return HttpResponse(status=302, headers={"Location": f"{opened(ask, matter).href}files/{sha256}"})
    raise Http404
