"""The desk, the portal, the API and a round of work, at the turn of years that nobody announced.

A person of each post follows every link, and opens the form of every act in matters of every kind: no answer
is an error, on New Year's Day, on the last day of that year, and years later.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.tests.conftest import at_desk  # noqa: F401
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.matter import Matter, kinds
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.work.rounds import round_of_work
from mingfa.example.bureau import CHINA, Cast, Stage
from mingfa.example.stories import play_all
from mingfa.portal.tests.visiting import site_over, visit

TURNS = [(2027, 1, 1), (2027, 12, 31), (2029, 6, 1)]
LINK = re.compile(rb'(?:href|action)="([^"#:]+)["#]')
PATHS = {name: face.path for face in FACES for name in face.procedures}
# So many are looked at of what differs in its numbers only, and of matters of one kind in one state.
MOST = 1


@pytest.fixture
def weeks(stage: Stage, cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Stage:
    """Let matters of every kind begin, wait and end until 18 December 2026; the clock is the stage's."""
    for name in ("KEYS", "LOGS", "FEED"):
        monkeypatch.setattr(settings, name, tmp_path / name.lower())
        (tmp_path / name.lower()).mkdir()
    cache.clear()
    monkeypatch.setattr(timezone, "now", lambda: stage.now)
    until = datetime(2026, 12, 18, 17, tzinfo=CHINA)
    stage.now = until - timedelta(weeks=9)
    for _ in play_all(stage, cast, 16, 1, until):
        pass
    return stage


def crawl(look: Callable[[str], tuple[int, bytes]], starts: list[str]) -> dict[str, int]:
    """Follow every link from these pages; return each address with its status."""
    waiting, alike = list(reversed(starts)), dict[str, int]()
    seen: dict[str, int] = {}
    while waiting:
        path = waiting.pop()
        shape = re.sub(r"\d+|[0-9a-f]{32,}", "0", path)
        if path in seen or "sign-out" in path or (alike.get(shape, 0) >= MOST and path not in starts):
            continue
        alike[shape] = alike.get(shape, 0) + 1
        seen[path], body = look(path)
        waiting += [urljoin(path, unescape(found.decode())) for found in LINK.findall(body)]
    return seen


def looking(client: Client) -> Callable[[str], tuple[int, bytes]]:
    def look(path: str) -> tuple[int, bytes]:
        answer = client.get(path)
        html = answer.headers.get("Content-Type", "").startswith("text/html")
        return answer.status_code, answer.content if html and not answer.streaming else b""

    return look


def matters() -> Iterator[Matter]:
    for kind in kinds():
        yield from kind._default_manager.order_by("pk")


def forms() -> Iterator[str]:
    """Yield the form of every act, those on a matter in some matters of each state that knows it."""
    yield from (f"/acts/{name}/" for name, act in REGISTER.items() if act.matter is None)
    looked_at: dict[tuple[str, str], int] = {}
    for matter in matters():
        at = (matter.procedure, matter.state)
        looked_at[at] = looked_at.get(at, 0) + 1
        if looked_at[at] <= MOST:
            table = procedure(matter.procedure)
            yield from (
                f"/acts/{name}/?on={matter.pk}" for name in table.acts_in(matter.state) if name in REGISTER
            )


def api() -> list[str]:
    kinds = ("cases", "inspections", "permits", "enforcements")
    cases = [f"/api/v1/cases/{one.pk}" for one in matters() if one.procedure == "ordinary"]
    return [*(f"/api/v1/{kind}" for kind in kinds), *cases, "/api/v1/acts"]


FEW = ("head", "appointer", "officer")
ALL = (*FEW, "review_head", "publicity", "supervisor", "window", "archivist", "second officer")


@pytest.mark.clause("3.4.b")
@pytest.mark.parametrize(
    ("posts", "turns"),
    [
        pytest.param(FEW, TURNS[:1], id="New Year's Day"),
        pytest.param(ALL, TURNS, id="everybody, three turns", marks=pytest.mark.heavy),
    ],
)
def test_no_page_no_round_and_no_read_is_an_error_at_the_turn_of_the_years(
    weeks: Stage,
    cast: Cast,
    at_desk: Callable[[int], Client],  # noqa: F811
    posts: tuple[str, ...],
    turns: list[tuple[int, int, int]],
) -> None:
    officers = {"officer": cast.officers[0][0], "second officer": cast.officers[1][0]}
    for day in turns:
        weeks.now = datetime(*day, 10, tzinfo=CHINA)
        round_of_work(weeks.now)
        addresses = ["/", *forms(), *api()]
        for post in posts:
            seen = crawl(looking(at_desk(officers.get(post) or getattr(cast, post))), addresses)
            assert {path: status for path, status in seen.items() if status >= 500} == {}
            assert len(seen) > len(addresses) + 20, f"the walk of {post} must reach the whole desk"


@pytest.mark.parametrize("day", TURNS)
def test_no_first_page_and_no_round_is_an_error_whichever_turn_it_is(
    weeks: Stage,
    cast: Cast,
    at_desk: Callable[[int], Client],  # noqa: F811
    day: tuple[int, int, int],
) -> None:
    """What everybody sees first, and each matter's own page with its terms."""
    weeks.now = datetime(*day, 10, tzinfo=CHINA)
    round_of_work(weeks.now)
    for person in (cast.head, cast.review_head, cast.officers[0][0], cast.window):
        client = at_desk(person)
        paths = ["/", "/board/", "/supervision/", "/publications/", "/cases/", "/permits/", "/inspections/"]
        paths += [f"/{kind}/{one.pk}/" for one in matters() if (kind := PATHS.get(one.procedure))]
        answers = {path: client.get(path).status_code for path in paths}
        assert {path: status for path, status in answers.items() if status >= 500} == {}
        assert list(answers.values()).count(200) > 9


def portal_look(site: Any) -> Callable[[str], tuple[int, bytes]]:
    def look(path: str) -> tuple[int, bytes]:
        page = visit(site, path.partition("?")[0])
        return page.status, page.body if b"<html" in page.body[:200] else b""

    return look


@pytest.mark.clause("1.2.a")
def test_the_portal_shows_every_page_at_the_turn_of_the_years(weeks: Stage, tmp_path: Path) -> None:
    for day in TURNS:
        weeks.now = datetime(*day, 10, tzinfo=CHINA)
        round_of_work(weeks.now)
        site = site_over(Path(settings.DATA), tmp_path / f"portal-{day[0]}.sqlite3")
        seen = crawl(portal_look(site), ["/"])
        assert {path: status for path, status in seen.items() if status >= 500} == {}
        assert len(seen) > 15
