"""One process at a task: a lease in the database, by the database's clock, given back after the task.

A lease that lasts longer than any is given was written by a clock that stood wrong: it is anybody's, too.
"""

import atexit
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.db.models import DateTimeField, DurationField, ExpressionWrapper, Q, Value
from django.db.models.functions import Now

from mingfa.bureau.work.models import Lease

LONGEST = timedelta(minutes=1)
HOLDER = f"{os.uname().nodename}:{os.getpid()}:{secrets.token_hex(4)}"
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


def take(name: str, holder: str = HOLDER) -> bool:
    """Take or keep the lease of a task; false while another holds it."""
    Lease.objects.get_or_create(name=name, defaults={"holder": "", "until": NEVER})
    end = ExpressionWrapper(
        Now() + Value(LONGEST, output_field=DurationField()), output_field=DateTimeField()
    )
    free = Q(holder=holder) | Q(until__lt=Now()) | Q(until__gt=end)
    return bool(Lease.objects.filter(free, name=name).update(holder=holder, until=end))


def give_back(name: str, holder: str = HOLDER) -> None:
    """Give a lease back, if it is still ours."""
    Lease.objects.filter(name=name, holder=holder).update(holder="", until=NEVER)


@contextmanager
def held(name: str, holder: str = HOLDER) -> Iterator[bool]:
    """Hold the lease of a task while it is done; yields false where another process is at it."""
    if not take(name, holder):
        yield False
        return
    try:
        yield True
    finally:
        give_back(name, holder)


def give_all_back(holder: str = HOLDER) -> None:
    """Give back what this process holds: a round that an ending process breaks off blocks nobody."""
    Lease.objects.filter(holder=holder).update(holder="", until=NEVER)


def give_all_back_at_exit() -> None:
    """Have the leases given back when the process ends."""
    atexit.register(give_all_back)
