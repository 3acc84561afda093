"""What a page asks of the database: few statements, and no more of them where there are many matters.

Every page that an officer and a head reach is asked at fifty and at two thousand cases (plan 3.4.b).
"""

from collections.abc import Callable, Iterator

import pytest
from bench._desk import decided
from bench._filing import fill
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mingfa.bureau.people.models import Account
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

FEW, MANY = 50, 2_000
PLACES = "cases cases/?q=示例 cases/?mine=1 permits inspections enforcements items publications people draws"
LISTS = ("/", *(f"/{place}" if "?" in place else f"/{place}/" for place in PLACES.split()), "/recordings/")
LISTS += ("/law/changes/", "/acts/", "/account/")
# At most so many statements. A decided case is the page that asks most; sixty is what it should come to. What
# stands on the first page depends on which cases come first where times are equal: forty is its aim.
MOST_LIST, MOST_HOME, MOST_MATTER, MOST_FORM = 45, 52, 85, 45


@pytest.fixture
def at_desk(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], Client]]:
    monkeypatch.setattr(timezone, "now", lambda: stage.now)

    def sit(person: int) -> Client:
        user = User.objects.create(username=f"statements{person}")
        Account.objects.create(user=user, person_id=person)
        client = Client()
        client.force_login(user)
        return client

    yield sit


def asked(client: Client, path: str) -> int:
    """Return how many statements a page asks once what a process reads once is read."""
    assert client.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as statements:
        client.get(path)
    return len(statements)


def test_a_page_asks_as_much_of_fifty_cases_as_of_two_thousand(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast
) -> None:
    fill(stage, cast, FEW)
    play, clue = Play(stage, cast), Play(stage, cast)
    decided(play, "示例商户之一")
    clue.register()
    clue.keep()
    officer, head = at_desk(play.team[0]), at_desk(cast.head)
    matter, fresh = f"/cases/{play.case}/", f"/cases/{clue.case}/"
    forms = [
        f"/acts/record.inspect/?on={clue.case}",
        f"/acts/case.verify/?on={clue.case}",
        "/acts/case.register/",
    ]
    pages = [(officer, path) for path in (*LISTS, matter, fresh, *forms)]
    pages += [(head, path) for path in (*LISTS, "/supervision/", matter)]
    few = [asked(client, path) for client, path in pages]
    fill(stage, cast, MANY)
    many = [asked(client, path) for client, path in pages]
    grown = {path: (a, b) for (_, path), a, b in zip(pages, few, many, strict=True) if b > a}
    assert grown == {}
    most = {matter: MOST_MATTER, fresh: 60, "/": MOST_HOME} | dict.fromkeys(forms, MOST_FORM)
    assert {path: n for (_, path), n in zip(pages, many, strict=True) if n > most.get(path, MOST_LIST)} == {}
