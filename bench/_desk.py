"""The rounds of `bench/desk.py`: pages and bare queries, one after another."""

import json
import statistics
import time
from collections.abc import Callable
from typing import Any
from unittest import mock

from bench._filing import bureau, fill, require_honest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from mingfa.bureau.cases.models import Case
from mingfa.bureau.ledger.models import Item, Leaf
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.models import Account
from mingfa.bureau.records.models import Evidence, Record
from mingfa.example.cases import SHOP, Play

ROUNDS, WARM = 60, 6
PAGE = 100


def measure(cases: int) -> dict[str, Any]:
    """Fill the bureau, then ask for each page in turn."""
    stage, cast = bureau()
    fill(stage, cast, cases)
    plays = [Play(stage, cast) for _ in range(3)]
    for n, play in enumerate(plays):
        decided(play, f"示例商户之{n}")
    require_honest()
    officer = plays[0].team[0]
    user = User.objects.create(username="bench")
    Account.objects.create(user=user, person_id=officer)
    client = Client()
    with mock.patch.object(timezone, "now", lambda: stage.now):
        client.force_login(user)
        taken = in_turn(ways(client, [play.case for play in plays]))
    found = {name: figures(times) for name, times in taken.items()}
    return {"cases": Case.objects.count(), "ms": found, "ratios": ratios(found)}


def decided(play: Play, name: str) -> None:
    """Carry a case to its decision, so that its page has all there is to show."""
    play.register()
    play.keep()
    play.verify()
    play.propose(party={**SHOP, "name": name, "code": ""})
    play.file()
    play.later(days=1)
    play.inspect()
    play.question()
    play.order()
    play.conclude()
    play.tell()
    play.submit()
    play.later(days=1)
    play.review()
    play.later(hours=2)
    play.decide()


def ways(client: Client, cases: list[int]) -> dict[str, Callable[[int], object]]:
    return {
        "account": lambda n: page(client, "/account/"),
        "case": lambda n: page(client, f"/cases/{cases[n % len(cases)]}/"),
        "case/bare": lambda n: bare_case(cases[n % len(cases)]),
        "list": lambda n: page(client, "/cases/"),
        "list/bare": lambda n: bare_list(),
        "search": lambda n: page(client, f"/cases/?q=示例路{n}号"),
        "search/bare": lambda n: bare_search(f"示例路{n}号"),
        "home": lambda n: page(client, "/"),
    }


def page(client: Client, path: str) -> None:
    answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path}: {answer.status_code}")


def bare_case(pk: int) -> object:
    leaves = list(Leaf.objects.filter(log="record", matter=pk).order_by("i").values_list("i", "entry"))
    indices = [i for i, _ in leaves]
    kept = (Record, Evidence, Paper)
    rows = [list(kind._default_manager.filter(leaf__in=indices).values_list()) for kind in kept]
    named = [bytes.fromhex(c) for _, entry in leaves for c in json.loads(bytes(entry))["items"].values()]
    items = list(Item.objects.filter(commitment__in=named).values_list("commitment", "value"))
    return Case.objects.select_related("unit", "item").get(pk=pk), rows, items


def bare_list() -> object:
    visible = Case.objects.filter(audience__isnull=False)
    rows = visible.select_related("unit", "item").order_by("-last_at", "-pk")
    return visible.count(), list(rows[:PAGE])


def bare_search(words: str) -> object:
    found = Case.objects.filter(place__contains=words)
    return found.count(), list(found.select_related("unit", "item").order_by("-last_at", "-pk")[:PAGE])


def in_turn(ways: dict[str, Callable[[int], object]]) -> dict[str, list[tuple[float, float]]]:
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for n in range(WARM + ROUNDS):
        for name, act in ways.items():
            wall, cpu = time.perf_counter(), time.process_time()
            act(n)
            taken[name].append(((time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3))
    return {name: times[WARM:] for name, times in taken.items()}


def figures(times: list[tuple[float, float]]) -> dict[str, float]:
    walls = sorted(wall for wall, _ in times)
    return {
        "median": round(statistics.median(walls), 2),
        "p95": round(walls[int(len(walls) * 0.95)], 2),
        "cpu": round(statistics.median(cpu for _, cpu in times), 2),
    }


def ratios(found: dict[str, dict[str, float]]) -> dict[str, float]:
    """Return every page's median beside its baseline."""
    pairs = [(name, f"{name}/bare" if f"{name}/bare" in found else "account") for name in found]
    return {
        f"{name} : {base}": round(found[name]["median"] / found[base]["median"], 2)
        for name, base in pairs
        if name != base and not name.endswith("/bare")
    }
