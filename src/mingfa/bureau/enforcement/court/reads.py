"""The bundle for the court as one file (行政强制法 55), in the order of the law.

A read: nothing is written but what drawing a paper keeps anyway. The same papers give the same bytes.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mingfa.bureau.doorway.drawing import drawn
from mingfa.bureau.enforcement import reads
from mingfa.bureau.lib.reading import once
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.values import PaperView

# What of an enforcement goes to the court, in the order of 强制法 55.
ITS_OWN = ("court_application", "demand")
EPOCH = (1980, 1, 1, 0, 0, 0)


@once
def court_papers(matter: int) -> list[PaperView]:
    """Return the papers that go along: application, what is enforced, demands, and their receipts."""
    file = reads.enforcement(matter)
    if file is None or not file.source:
        return []
    own = [p for p in service.papers_to_serve(matter) if p.kind in ITS_OWN]
    own.sort(key=lambda p: (ITS_OWN.index(p.kind), p.id))
    decided = service.paper(file.source)
    found = [p for p in own if p.kind == "court_application"] + ([decided] if decided else [])
    found += [p for p in own if p.kind == "demand"]
    receipts = [
        s.id
        for where in (file.case, matter)
        for s in service.services(where)
        if s.paper in {p.id for p in found}
    ]
    return found + [p for pk in receipts if (p := service.paper(pk)) is not None]


@once
def court_bundle(matter: int) -> bytes:
    """Return the papers as one ZIP, numbered in order; empty until the court was asked."""
    papers, out = court_papers(matter), BytesIO()
    if not any(p.kind == "court_application" for p in papers):
        return b""
    with ZipFile(out, "w", ZIP_DEFLATED) as bundle:
        for n, paper in enumerate(papers, 1):
            bundle.writestr(ZipInfo(f"{n:02d} {paper.title} {paper.number}.pdf", EPOCH), drawn(paper.id))
    return out.getvalue()
