"""The rounds of `bench/law.py`: gates, terms and page of a case with few and with many entries, in turn."""

import statistics
import time
from collections.abc import Callable
from typing import Any
from unittest import mock

from bench._filing import bureau, filed
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.matters.timeline import happened, known_of, outlines
from mingfa.bureau.doorway.ways import ways
from mingfa.bureau.law.procedures.clocks import running
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Account
from mingfa.example.cases import Play

ROUNDS = 15


def measure(*sizes: int) -> dict[str, Any]:
    stage, cast = bureau()
    plays = {size: grown(filed(stage, cast, f"示例商户{size}"), size) for size in sizes}
    user = User.objects.create(username="bench")
    Account.objects.create(user=user, person_id=plays[sizes[0]].team[0])
    client = Client()
    with mock.patch.object(timezone, "now", lambda: stage.now):
        client.force_login(user)
        found: dict[str, Any] = {}
        for what, ask in {"gates": asked, "terms": counted, "page": lambda p: shown(client, p)}.items():
            found[what] = compared(ask, plays)
    return found


def grown(play: Play, entries: int) -> Play:
    """Keep one piece of evidence after another, until the file has so many entries."""
    while len(outlines([play.case])[play.case]) < entries:
        play.keep()
    return play


def compared(ask: Callable[[Play], object], plays: dict[int, Play]) -> dict[str, float]:
    times: dict[int, list[float]] = {size: [] for size in plays}
    for _ in range(ROUNDS):
        for size, play in plays.items():
            begun = time.perf_counter()
            ask(play)
            times[size].append((time.perf_counter() - begun) * 1e3)
    found = {size: statistics.median(taken) for size, taken in times.items()}
    small, large = min(found), max(found)
    rounded = {f"{size}_ms": round(taken, 2) for size, taken in found.items()}
    return {**rounded, "ratio": round(found[large] / found[small], 2)}


def asked(play: Play) -> object:
    """Ask what stands in the way of every act of the procedure."""
    acts = [step.act for step in procedure("ordinary").steps if step.from_states]
    return ways(acts, by=play.team[0], on=play.case, now=play.stage.now)


def counted(play: Play) -> object:
    """Count the terms that run."""
    case = cases.case(play.case)
    assert case is not None
    done = outlines([play.case])
    since = happened(case.found_at, done[play.case], {}, known_of(done))
    now = play.stage.now
    return running(procedure("ordinary"), since, now.date(), people.calendar(), people.config(), now)


def shown(client: Client, play: Play) -> None:
    answer = client.get(f"/cases/{play.case}/")
    assert answer.status_code == 200, answer.status_code
