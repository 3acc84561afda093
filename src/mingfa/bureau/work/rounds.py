"""What the bureau does by itself, in rounds: sign heads, take down what fell, show what was listed.

Each piece of work is a question asked of the data, so a round that was broken off is made up by the next
one. One round at a time in all processes: a lease in the database, given up when its holder falls silent.
"""

import logging
import os
import threading
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections
from django.db.models import Q
from django.utils import timezone

from mingfa.bureau.disclosure import follow
from mingfa.bureau.disclosure.public_files.writes import FeedFolder
from mingfa.bureau.doorway.drawing import draw_what_waits
from mingfa.bureau.doorway.models import Lease
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD
from mingfa.bureau.ledger.witnessing import cosign
from mingfa.bureau.people.models import Bureau
from mingfa.bureau.permits import follow as permits

PAUSE = 20.0
LEASE = timedelta(minutes=5)
log = logging.getLogger("mingfa.work")


def round_of_work(now: datetime | None = None, feed: FeedFolder | None = None) -> dict[str, int]:
    """Do everything that waits; return how much of each was done. Before the founding nothing waits."""
    now = now or timezone.now()
    if not Bureau.objects.exists():
        return {}
    accepted, renewed = permits.accept_what_is_deemed(now), permits.renew_what_is_deemed(now)
    shown, fell = follow.publish_listed_items(now), follow.withdraw_what_fell(now)
    heads.sign(RECORD)
    (Path(settings.FEED)).mkdir(parents=True, exist_ok=True)
    (Path(settings.FEED) / "record.vkey").write_text(heads.vkey(RECORD) + "\n")
    follow.anchor(now)
    written = (feed or FeedFolder(Path(settings.FEED))).follow()
    for silent in cosign(RECORD) + cosign(DISCLOSURE) if settings.WITNESSES else []:
        log.warning("no cosignature: %s", silent)
    return {
        "accepted": len(accepted),
        "renewed": len(renewed),
        "shown": len(shown),
        "withdrawn": len(fell),
        "written": written.written,
        "dropped": written.dropped,
        "drawn": draw_what_waits(),
    }


def start() -> threading.Thread:
    """Start the rounds in the background of this process."""
    thread = threading.Thread(target=_rounds, name="mingfa-work", daemon=True)
    thread.start()
    return thread


def _rounds() -> None:
    """Work, wait, work again. A round that fails is logged and tried again: overdue work stays visible."""
    feed, pause = FeedFolder(Path(settings.FEED)), threading.Event()
    while True:
        try:
            close_old_connections()
            if holds_the_lease(timezone.now()):
                round_of_work(feed=feed)
        except Exception:
            log.exception("a round of work failed; the next one makes it up")
            feed = FeedFolder(Path(settings.FEED))
        pause.wait(PAUSE)


def holds_the_lease(now: datetime, holder: str = f"{os.uname().nodename}:{os.getpid()}") -> bool:
    """Take or keep the lease; false while another live process holds it."""
    Lease.objects.get_or_create(name="work", defaults={"holder": holder, "until": now})
    mine = Q(holder=holder) | Q(until__lt=now)
    return bool(Lease.objects.filter(mine, name="work").update(holder=holder, until=now + LEASE))
