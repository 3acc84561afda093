"""Papers that go out as one file: for a reconsideration or a suit (复议法 48, 行诉法 67), or to the court
that is to enforce (强制法 55).
"""

from io import BytesIO
from typing import IO

from django.http import FileResponse, Http404, HttpResponseBase

from mingfa.bureau.desk.access import Ask, page
from mingfa.bureau.desk.kinds import opened
from mingfa.bureau.desk.kinds.remedies import may_export
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.enforcement.court.reads import court_bundle
from mingfa.bureau.records.retrieval.reads import recordings
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
    _on_record(ask, pk, f"{found.kind_zh}：{found.body} {found.document}")
    return _sent(bundle(found), f"{found.kind_zh}证据材料{found.document}.zip")


@page
def court(ask: Ask, kind: str, pk: int) -> HttpResponseBase:
    """Send what goes to the court with the application, once it was applied to."""
    matter = opened(ask, pk)
    content = court_bundle(pk) if may_export(ask.me, matter.view.handlers) else b""
    if not content:
        raise Http404
    _on_record(ask, pk, "申请人民法院强制执行，随附证据材料")
    return _sent(BytesIO(content), f"申请法院强制执行材料{matter.view.number}.zip")


def _on_record(ask: Ask, pk: int, ground: str) -> None:
    """Enter that the recordings of a matter go out, before they do; without any there is nothing to enter."""
    if items := sorted(recordings(pk)):
        inputs = {"matter": pk, "items": items, "way": "providing", "kind": "copy", "ground": ground}
        do("record.retrieve", by=ask.me.id, inputs=inputs, at=ask.now, now=ask.now)


def _sent(content: IO[bytes], name: str) -> HttpResponseBase:
    response = FileResponse(content, content_type="application/zip")
    response["Content-Disposition"] = disposition(name, inline=False)
    response["Cache-Control"] = "no-store"
    return response
