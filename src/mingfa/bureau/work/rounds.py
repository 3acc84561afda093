"""What the bureau does by itself, in rounds: sign heads, take down what fell, show what was listed.

Each piece of work is a question asked of the data, so a round that was broken off is made up by the next
one. Every task, and every piece of it, stands alone: what fails is kept and tried again, the rest goes on.
One process at a task: a lease in the database.
"""

import logging
import threading
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import close_old_connections

from mingfa.bureau.disclosure.public_files.writes import FeedFolder
from mingfa.bureau.ledger import restored
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.people.models import Bureau
from mingfa.bureau.work import failures, leases
from mingfa.bureau.work.tasks import COUNTED, TASKS, Moment, Task, whole

PAUSE = 20.0
log = logging.getLogger("mingfa.work")


def round_of_work(now: datetime | None = None, feed: FeedFolder | None = None) -> dict[str, int]:
    """Do everything that waits; return how much of each was done. Before the founding nothing waits,
    and a restored bureau does nothing by itself before its people have put that on record.
    """
    moment = Moment(now, feed or FeedFolder(Path(settings.FEED)))
    if not Bureau.objects.exists() or restored.state() is not None:
        return {}
    counts: Counter[str] = Counter()
    for task in TASKS:
        try:
            with leases.held(task.name) as is_ours:
                if is_ours:
                    counts += _done(task, moment)
        except Exception:
            # The lease or the table of failures could not be written: the log is all there is.
            log.exception("%s could not be begun", task.name)
            counts["failed"] += 1
    return {name: counts[name] for name in (*COUNTED, "failed")}


def _done(task: Task, moment: Moment) -> Counter[str]:
    """Do the pieces of a task that are to be tried now; return what was done and how much failed."""
    waiting, counts = failures.paused(task.name, moment.now), Counter[str]()
    itself = whole(task)
    if (itself.kind, itself.pk) in waiting:
        return counts
    try:
        pieces = list(task.pieces(moment))
    except Exception as error:
        _kept(task, itself, error, moment.now)
        return Counter(failed=1)
    failures.clear_others(task.name, [(piece.kind, piece.pk) for piece in pieces])
    failed_before = failures.known(task.name)
    due = [piece for piece in pieces if (piece.kind, piece.pk) not in waiting]
    for piece in due[: task.most]:
        leases.take(task.name)
        counts.update(_tried(task, piece, moment.now, (piece.kind, piece.pk) in failed_before))
    return counts


def _tried(task: Task, piece: Piece[Any], now: datetime, has_failed: bool) -> Mapping[str, int]:
    try:
        result = piece.do()
    except Exception as error:
        _kept(task, piece, error, now)
        return {"failed": 1}
    if has_failed:
        failures.clear(task.name, (piece.kind, piece.pk))
    return task.counts(result) if result is not None else {}


def _kept(task: Task, piece: Piece[Any], error: Exception, now: datetime) -> None:
    """Keep a failure; where even that fails, the log has it and the round goes on."""
    log.error("%s failed (%s %s)", task.name, piece.kind, piece.pk, exc_info=error)
    try:
        failures.keep(task.name, piece, error, task.todo, now, task.longest)
    except Exception:
        log.exception("the failure of %s could not be kept", task.name)


def start() -> threading.Thread:
    """Start the rounds in the background of this process."""
    leases.give_all_back_at_exit()
    thread = threading.Thread(target=_rounds, name="mingfa-work", daemon=True)
    thread.start()
    return thread


def _rounds() -> None:
    """Work, wait, work again. What keeps a whole round from beginning is logged, and tried again."""
    feed, pause = FeedFolder(Path(settings.FEED)), threading.Event()
    while True:
        try:
            close_old_connections()
            round_of_work(feed=feed)
        except Exception:
            log.exception("a round of work could not begin; the next one makes it up")
        pause.wait(PAUSE)
