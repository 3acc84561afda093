"""A bureau in a data folder of its own: `alone.py dying|racing|story|winter`, for tests that kill or rebuild.

Run in a process of its own with MINGFA_DATA set; prints what happened as JSON.
"""

import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, connections, transaction

django.setup()

# Only now can models be imported.
from mingfa.bureau.appointments.tests.pasting import announce, confirm  # noqa: E402
from mingfa.bureau.cases.models import Case  # noqa: E402
from mingfa.bureau.doorway.enter import do  # noqa: E402
from mingfa.bureau.doorway.models import RefusedAttempt  # noqa: E402
from mingfa.bureau.doorway.refusals import Refused  # noqa: E402
from mingfa.bureau.execution import reads as execution  # noqa: E402
from mingfa.bureau.ledger.reader import size  # noqa: E402
from mingfa.bureau.ledger.verify import verify  # noqa: E402
from mingfa.bureau.papers.models import Paper  # noqa: E402
from mingfa.bureau.records.models import Record  # noqa: E402
from mingfa.example.bureau import CHINA, Stage, found, list_items  # noqa: E402
from mingfa.example.cases import Play  # noqa: E402
from mingfa.example.summary import Spot  # noqa: E402


def opened(day: tuple[int, int] = (9, 7)) -> Play:
    """Found the example bureau in an empty folder and bring a case to its filing."""
    call_command("migrate", verbosity=0)
    stage = Stage(datetime(2026, *day, 9, 0, tzinfo=CHINA))
    cast = found(stage, officers=6)
    list_items(stage, cast)
    return Play(stage, cast).to_filed()


def there() -> dict[str, Any]:
    """Say what is there and what is wrong with it."""
    return {
        "leaves": size(),
        "records": Record.objects.count(),
        "papers": Paper.objects.filter(kind="inspection_record").count(),
        "numbers": list(
            Paper.objects.filter(kind="inspection_record").order_by("n").values_list("n", flat=True)
        ),
        "faults": [str(fault) for fault in verify()],
    }


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class DiesAt:
    """Kills its process right before or right after the nth statement that writes."""

    def __init__(self, n: int, after: bool) -> None:
        self.left, self.after = n, after

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        writes = sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
        self.left -= writes
        if writes and self.left == 0 and not self.after:
            die()
        result = execute(sql, *rest)
        if writes and self.left == 0:
            die()
        return result


def in_a_child(work: Callable[[], object], patience: float = 60) -> int:
    """Do the work in a child, kill it after a while, and return the signal it died of (0: it lived)."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.WTERMSIG(status)
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def dying(play: Play) -> list[dict[str, Any]]:
    """Inspect again and again, each time dying elsewhere; after each death say what is there."""
    told = [{"at": "start", "killed": 0} | there()]
    n, lived = 0, False
    while not lived:
        n += 1
        for after in (False, True):

            def dies(n: int = n, after: bool = after) -> None:
                with connection.execute_wrapper(DiesAt(n, after)):
                    play.inspect()

            killed = in_a_child(dies)
            lived = killed == 0
            told.append({"at": f"{'after' if after else 'before'} {n}", "killed": killed} | there())
    told.append({"at": "commit", "killed": in_a_child(lambda: after_commit(play))} | there())
    chance = random.Random(7)
    for _ in range(8):
        killed = in_a_child(lambda: endless(play), patience=chance.uniform(0.01, 0.2))
        told.append({"at": "random", "killed": killed} | there())
    return told


def after_commit(play: Play) -> None:
    with transaction.atomic():
        transaction.on_commit(die)
        play.inspect()


def endless(play: Play) -> None:
    while True:
        play.inspect()


# --- racing


def at_once(works: list[Callable[[], object]]) -> list[str]:
    """Do all of it at the same moment in threads; return what came of each: done or the codes of refusal."""
    start, answers = threading.Barrier(len(works)), [""] * len(works)

    def run(n: int, work: Callable[[], object]) -> None:
        start.wait()
        try:
            answers[n] = f"done {work()}"
        except Refused as refused:
            answers[n] = ",".join(r.code for r in refused.refusals)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(n, work)) for n, work in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def racing(play: Play) -> dict[str, Any]:
    """Do the same act, the same request and different acts at once, in threads and in processes."""
    team, now = play.team[0], play.stage.now
    clue = {
        "item": play.cast.items[play.item],
        "source": "patrol",
        "found_at": now.isoformat(),
        "act_on": "2026-09-07",
        "street": "650104001",
        "place": "示例路",
        "summary": "巡查发现。",
    }
    words = {"result": "worth_filing", "words": "属实。"}

    def register(key: str = "") -> int:
        return do("case.register", by=team, inputs=clue, at=now, now=now, key=key).index

    one, two = register(), register()
    same_act = at_once([lambda: do("case.verify", by=team, on=one, inputs=words, at=now, now=now).act] * 2)
    cases = Case.objects.count()
    same_request = at_once([lambda: register("one click")] * 4)
    once = Case.objects.count() - cases
    many = at_once([register] * 12)

    def verify_two() -> None:
        try:
            do("case.verify", by=team, on=two, inputs=words, at=now, now=now)
        except Refused:
            os._exit(0)

    connections.close_all()
    children = [os.fork() or (verify_two(), os._exit(0)) for _ in range(3)]
    statuses = [os.waitpid(int(str(child)), 0)[1] for child in children]
    return {
        "same_act": sorted(same_act),
        "same_request": same_request,
        "cases_of_one_request": once,
        "many": many,
        "processes": statuses,
        "verified_two": Case.objects.filter(pk=two, state="verified").count(),
        "refused": RefusedAttempt.objects.filter(act="case.verify").count(),
    } | there()


def story(play: Play) -> dict[str, Any]:
    """Play a whole case to its decision and its revocation."""
    play.inspect()
    play.question()
    play.order()
    play.conclude()
    play.tell()
    play.submit()
    play.later(days=1)
    play.review()
    play.decide()
    play.later(days=1)
    play.revoke()
    spot = Spot(play.stage, play.cast)
    spot.team, spot.leader = play.team, play.cast.deputies[0]
    on_the_street(spot)
    return there()


def winter(play: Play) -> dict[str, Any]:
    """Serve a fine before the coming year is announced, end the case in January, then announce the year."""
    play.inspect()
    play.question()
    play.order()
    play.conclude()
    play.tell()
    play.submit()
    play.later(days=1)
    play.review()
    decision = play.decide()
    play.stage.now = datetime(2026, 12, 17, 9, 0, tzinfo=CHINA)
    play.serve(decision.index)
    play.stage.now = datetime(2027, 1, 6, 9, 0, tzinfo=CHINA)
    before = execution.owed_on(decision.index, play.stage.now.date())
    assert before is not None
    play.pay(before.fine_left)
    play.correct()
    play.finish()
    confirm(play.stage, play.cast.head, announce(play.stage, play.cast.appointer))
    after = execution.owed_on(decision.index, play.stage.now.date())
    assert after is not None
    return {"owed": [before.surcharge, after.surcharge]} | there()


def on_the_street(spot: Spot) -> None:
    """Fine on the spot, twice: collected and paid in; taken back."""
    without = {"media": [], "account": "当事人当场承认。"}
    reasons = {"it_was_photographed_or_filmed": "示例：设备故障。"}
    spot.fine(payment="small", reasons=reasons, **without)
    spot.collect()
    spot.hand_in()
    spot.report()
    spot.bank_in()
    spot.file_away()
    spot.case = 0
    spot.warn(reasons=reasons, **without)
    spot.revoke()


if __name__ == "__main__":
    plays = {"dying": dying, "racing": racing, "story": story, "winter": winter}
    print(json.dumps(plays[sys.argv[1]](opened((12, 1) if sys.argv[1] == "winter" else (9, 7)))))
