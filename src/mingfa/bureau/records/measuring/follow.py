"""Measuring what came in: at once when it is handed in, else in the next round.

The tool runs here, before the act; the act only enters what it found. So a rebuild gives the same rows on a
machine without the tool.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache, partial

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Upload
from mingfa.bureau.records.models import Evidence, MeasuredFile
from mingfa.bureau.vault import Vault, vault_from
from mingfa.bureau.vault.film.probing import Facts
from mingfa.bureau.vault.film.probing import measure as probe

MOST, MOST_BREAKS = 100, 1000


def to_measure(now: datetime) -> Iterator[Piece[Done]]:
    """Yield the recordings that came in, or stand in evidence, and were not measured yet; each alone."""
    there = MeasuredFile.objects.filter(sha256=OuterRef("sha256"))
    uploads = Upload.objects.filter(recording=True).exclude(Exists(there)).order_by("pk")
    kept = Evidence.objects.filter(Q(media__startswith="video/") | Q(media__startswith="audio/"))
    kept = kept.exclude(Exists(there)).order_by("pk")
    waiting = {sha256: ("evidence", pk) for pk, sha256 in kept.values_list("pk", "sha256")[:MOST]}
    waiting |= {sha256: ("upload", pk) for pk, sha256 in uploads.values_list("pk", "sha256")[:MOST]}
    for sha256, (kind, pk) in waiting.items():
        yield Piece(kind, pk, "", f"音像文件（摘要{sha256[:12]}…）的检验", partial(measure, sha256, now))


def measure(sha256: str, now: datetime | None = None) -> Done | None:
    """Measure a recording and enter what was found; None where it is on record already. Raises `NoTool`.

    Bytes that are not in the vault are no matter of this: `verify` names them.
    """
    if MeasuredFile.objects.filter(sha256=sha256).exists() or not _vault().has(sha256):
        return None
    with _vault().local(sha256) as file:
        found = probe(file)
    now = now or timezone.now()
    return do("record.measure", by=people.system(), inputs=_inputs(sha256, found), at=now, now=now)


def _vault() -> Vault:
    return _vault_at(settings.VAULT)


@cache
def _vault_at(url: str) -> Vault:
    return vault_from(url)


def _inputs(sha256: str, found: Facts) -> dict[str, object]:
    return {
        "sha256": sha256,
        "tool": found.tool,
        "milliseconds": found.milliseconds,
        "picture": found.picture,
        "sound": found.sound,
        "size": found.size,
        "claimed_at": found.claimed_at.isoformat() if found.claimed_at else None,
        "breaks": [{"start": start, "end": end} for start, end in found.breaks[:MOST_BREAKS]],
        "trouble": found.trouble,
    }
