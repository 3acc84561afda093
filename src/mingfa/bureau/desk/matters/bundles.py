"""The evidence bundle of a reconsideration or a suit, as one file (复议法 48, 行诉法 67)."""

from django.http import FileResponse, Http404, HttpResponseBase

from mingfa.bureau.desk.access import Ask, page
from mingfa.bureau.desk.kinds import opened
from mingfa.bureau.desk.kinds.remedies import may_export
from mingfa.bureau.remedies import reads as remedies
from mingfa.bureau.remedies.bundle.contents import bundle
from mingfa.bureau.vault.names import disposition


@page
def one(ask: Ask, kind: str, pk: int, remedy: int) -> HttpResponseBase:
    """Send the bundle to those who answer for the matter; for anybody else it is not there."""
    matter = opened(ask, pk)
    found = next((r for r in remedies.remedies(pk) if r.id == remedy), None)
    if found is None or not may_export(ask.me, matter.view.handlers):
        raise Http404
    name = f"{found.kind_zh}证据材料{found.document}.zip"
    response = FileResponse(bundle(found), content_type="application/zip")
    response["Content-Disposition"] = disposition(name, inline=False)
    response["Cache-Control"] = "no-store"
    return response
