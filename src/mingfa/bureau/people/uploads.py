"""Who handed in which file: whoever did may name it in an act (plan 2.3.c, 2.4.c).

A digest is no key. A file that somebody else handed in may be named only by who may see it, and for whoever
may not it is as if it were not there. What nobody named in an act stays unclaimed, and that has a bound.
"""

from datetime import datetime, timedelta

from django.db.models import Sum

from mingfa.bureau.people.models import Upload

# What one person may have handed in within a day without naming it in an act.
MOST_FILES, MOST_BYTES = 300, 32 << 30
DAY = timedelta(days=1)


def handed_in(person: int, sha256: str, size: int, now: datetime, *, recording: bool = False) -> None:
    """Remember that a person handed a file in; a recording is measured in the next round at the latest."""
    Upload.objects.update_or_create(
        person=person, sha256=sha256, defaults={"size": size, "at": now, "recording": recording}
    )


def has_handed_in(person: int, sha256: str) -> bool:
    return Upload.objects.filter(person=person, sha256=sha256).exists()


def claim(person: int, digests: set[str]) -> None:
    """Remember that an act names these files: they count no longer."""
    if digests:
        Upload.objects.filter(person=person, sha256__in=digests).update(claimed=True)


def may_hand_in(person: int, now: datetime) -> bool:
    """Say whether a person may hand in more before what came is named in an act."""
    open_ = Upload.objects.filter(person=person, claimed=False, at__gt=now - DAY)
    size = open_.aggregate(size=Sum("size"))["size"] or 0
    return open_.count() < MOST_FILES and size < MOST_BYTES
