"""What stands on record of recordings, by their digests."""

from collections.abc import Collection

from mingfa.bureau.records.models import MeasuredFile
from mingfa.bureau.vault.film.found import Break, Measured


def measured(digests: Collection[str]) -> dict[str, Measured]:
    """Return what was found of these files; of a file measured again what was found last."""
    rows = MeasuredFile.objects.filter(sha256__in=digests).order_by("pk")
    return {row.sha256: _measured(row) for row in rows}


def _measured(row: MeasuredFile) -> Measured:
    breaks = [Break(start=start, end=end) for start, end in row.breaks]
    return Measured(
        entry=row.pk,
        milliseconds=row.milliseconds,
        picture=row.picture,
        sound=row.sound,
        breaks=breaks,
        trouble=row.trouble,
    )
