"""The bundle for reconsideration body or court: all that predates the decision (EVID-09), in one step.

Papers, evidence, recordings and the receipts of every act, with a list of contents; nothing that was made or
kept after the decision, but the list of evidence, the answer and what was added with leave, in a folder of
their own. What is missing in the vault is named in the list: a bundle never hides a gap.
"""

import csv
import io
import mimetypes
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from django.conf import settings

from mingfa.bureau.doorway.drawing import drawn
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.reader import Recorded, check_rows, history, inputs
from mingfa.bureau.papers import form
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.records import reads as records
from mingfa.bureau.remedies import reads
from mingfa.bureau.remedies.values import RemedyView
from mingfa.bureau.vault import Missing, Vault, vault_from
from mingfa.bureau.vault.names import safe_name

PAPERS, EVIDENCE, MEDIA, PROOFS, OURS = "1文书", "2证据", "3音像和附件", "4存证凭证", "5答复、答辩"
HEAD = ("序号", "目录", "名称", "文号或者证明内容", "日期", "文件", "文件指纹", "执法记录序号")
KEPT_IN_MEMORY = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of the list of contents; `read` gives its bytes, or None where there is no file."""

    folder: str
    name: str
    note: str
    on: str
    entry: int
    suffix: str = ""
    sha256: str = ""
    paper: int | None = None
    text: str = ""


def bundle(remedy: RemedyView) -> IO[bytes]:
    """Return the ZIP of a remedy, open at its start; the caller closes it."""
    out = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115  it outlives this call
    write_bundle(remedy, out)
    out.seek(0)
    return out


def write_bundle(remedy: RemedyView, out: IO[bytes]) -> None:
    """Write the ZIP of a remedy."""
    vault = vault_from(settings.VAULT)
    rows: list[tuple[object, ...]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for n, piece in enumerate(contents(remedy), 1):
            file = f"{piece.folder}/{n:03d}{safe_name(piece.name)}{piece.suffix}"
            rows.append(
                (n, piece.folder, piece.name, piece.note, piece.on, *_put(archive, vault, file, piece))
            )
        archive.writestr("0目录.csv", _list(rows))


def contents(remedy: RemedyView) -> Iterator[Piece]:
    """Yield what belongs into the bundle, in the order of its list."""
    done = [r for r in history(remedy.matter) if r.index <= remedy.decision]
    yield from _papers(remedy)
    yield from _evidence(remedy)
    yield from _media(done, {e.sha256 for e in records.recorded(remedy.matter).evidence})
    yield from (_receipt(r) for r in done)
    yield from _answer(remedy)


def _papers(remedy: RemedyView) -> Iterator[Piece]:
    rows = list(Paper.objects.filter(matter=remedy.matter, pk__lte=remedy.decision).order_by("pk"))
    check_rows(rows)
    yield from (_paper(row, PAPERS) for row in rows)


def _paper(row: Paper, folder: str) -> Piece:
    day = row.made_at.astimezone(CHINA).date().isoformat()
    return Piece(folder, form(row.kind).title, row.number, day, int(row.pk), ".pdf", paper=int(row.pk))


def _evidence(remedy: RemedyView) -> Iterator[Piece]:
    for one in records.recorded(remedy.matter).usable:
        if one.id < remedy.decision:
            day = one.obtained_at.astimezone(CHINA).date().isoformat()
            yield Piece(EVIDENCE, one.name, one.proves, day, one.id, _suffix(one.media), one.sha256)


def _media(done: Iterable[Recorded], listed: set[str]) -> Iterator[Piece]:
    """Yield the files that acts before the decision committed to and that are not evidence already."""
    seen = set(listed)
    for one in done:
        for file in _files(inputs(one.entry)):
            if file["sha256"] not in seen:
                seen.add(file["sha256"])
                name, _, _ = str(file["name"]).rpartition(".")
                suffix = _suffix(str(file["media"]))
                yield Piece(MEDIA, name or file["name"], "", _day(one), one.index, suffix, file["sha256"])


def _files(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, Mapping) and {"sha256", "size", "media", "name"} <= value.keys():
        yield dict(value)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _files(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _files(inner)


def _receipt(one: Recorded) -> Piece:
    act = str(one.entry.facts["act"])
    return Piece(
        PROOFS, f"{act}", "存证凭证", _day(one), one.index, ".tlog-proof", text=heads.receipt(one.index)
    )


def _answer(remedy: RemedyView) -> Iterator[Piece]:
    made = [pk for pk in (remedy.listed, remedy.answered) if pk is not None]
    rows = list(Paper.objects.filter(pk__in=made).order_by("pk"))
    check_rows(rows)
    yield from (_paper(row, OURS) for row in rows)
    for one in reads.supplements(remedy.matter):
        if one.remedy == remedy.id:
            yield Piece(OURS, one.name, f"补充证据，{one.consent}", "", one.id, ".bin", one.sha256)


def _put(archive: zipfile.ZipFile, vault: Vault, file: str, piece: Piece) -> tuple[object, ...]:
    """Write a piece into the archive; return what the list says of its file."""
    if piece.paper is not None:
        archive.writestr(file, drawn(piece.paper))
    elif piece.text:
        archive.writestr(file, piece.text)
    elif piece.sha256:
        try:
            with vault.open(piece.sha256) as source, archive.open(file, "w", force_zip64=True) as target:
                while block := source.read(1024 * 1024):
                    target.write(block)
        except Missing:
            return "文件缺失", piece.sha256, piece.entry
    else:
        return "实物", "", piece.entry
    return file, piece.sha256, piece.entry


def _list(rows: Iterable[tuple[object, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEAD)
    writer.writerows([_cell(value) for value in row] for row in rows)
    # With the byte order mark, spreadsheets read the Chinese as UTF-8.
    return "\ufeff" + text.getvalue()


def _cell(value: object) -> str:
    """Return a cell; one that begins like a formula gets a quote before it, or spreadsheets would run it."""
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _day(one: Recorded) -> str:
    return one.entry.text("at")[:10]


def _suffix(media: str) -> str:
    return (mimetypes.guess_extension(media) or ".bin") if media else ""
