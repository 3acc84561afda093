"""What failed, kept with its reason, tried again with growing pauses, gone when it succeeds."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, transaction

from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.work.models import Failure

FIRST_PAUSE = timedelta(seconds=20)
MOST_WORDS = 1000
Key = tuple[str, int]


def pause_after(times: int, longest: timedelta) -> timedelta:
    """Return how long to wait after so many failures: 20 seconds, doubled each time, `longest` at most."""
    doublings = min(times - 1, 20)
    return min(FIRST_PAUSE * (1 << doublings), longest)


def known(task: str) -> set[Key]:
    """Return the pieces of a task that failed last time."""
    return set(Failure.objects.filter(task=task).values_list("kind", "key"))


def paused(task: str, now: datetime) -> set[Key]:
    """Return the pieces not to be tried yet; a failure of a later hour was noted by a wrong clock."""
    rows = Failure.objects.filter(task=task, last_at__lte=now, next_at__gt=now)
    return set(rows.values_list("kind", "key"))


def keep(
    task: str, piece: Piece[Any], error: Exception, todo: str, now: datetime, longest: timedelta
) -> None:
    """Note that a piece failed, and when it is tried again."""
    with transaction.atomic():
        row = Failure.objects.filter(task=task, kind=piece.kind, key=piece.pk).first()
        row = row or Failure(task=task, kind=piece.kind, key=piece.pk, since=now, times=0)
        row.act, row.words, row.last_at, row.times = piece.act, piece.words[:200], now, row.times + 1
        row.reason, row.todo = reason_of(error)[:MOST_WORDS], (todo_of(error) or todo)[:MOST_WORDS]
        row.next_at = now + pause_after(row.times, longest)
        row.save()


def clear(task: str, key: Key) -> None:
    """Forget a failure: the piece succeeded."""
    Failure.objects.filter(task=task, kind=key[0], key=key[1]).delete()


def clear_others(task: str, keys: Iterable[Key]) -> None:
    """Forget the failures of pieces that are no longer to be done, for example done by a person since."""
    for gone in known(task) - set(keys):
        clear(task, gone)


def reason_of(error: BaseException) -> str:
    """Return why it failed, in Chinese. What an unknown error quotes is not repeated: it may be of a file."""
    if isinstance(error, BaseExceptionGroup):
        return "；".join(dict.fromkeys(reason_of(one) for one in error.exceptions))
    if isinstance(error, DatabaseError):
        return f"数据库未能执行（{type(error).__name__}）。"
    if type(error).__module__.startswith("mingfa."):
        return str(error)
    if isinstance(error, OSError):
        return f"文件或者网络无法读写：{error.strerror or type(error).__name__}。"
    return f"程序异常（{type(error).__name__}），详见运行日志。"


def todo_of(error: BaseException) -> str:
    """Return what the refusing gates say is to be done."""
    return "".join(dict.fromkeys(r.todo for r in error.refusals)) if isinstance(error, Refused) else ""
