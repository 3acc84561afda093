"""However many matters there are, the first page costs the same number of SQL statements."""

from collections.abc import Callable
from itertools import count
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mingfa.bureau.doorway.door import Done
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import SHOP
from mingfa.example.codes import credit_code
from mingfa.example.measures import Taking
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying

MOST = 70


_shops = count(1)


class Shop(Taking):
    """A case against a shop of its own."""

    def propose(self, **over: Any) -> Done:
        n = next(_shops)
        return super().propose(party={**SHOP, "name": f"示例商户{n}", "code": credit_code(n)}, **over)


def fill(stage: Stage, cast: Cast, item: int) -> None:
    """Bring matters to several stages: a clue, something seized, cases told and decided, an application."""
    Shop(stage, cast).register()
    Shop.filed(stage, cast).hold()
    told = Shop(stage, cast)
    told.to_concluded()
    told.notify()
    decided = Shop(stage, cast)
    decision = decided.to_decided().index
    decided.later(hours=1)
    decided.serve(decision)
    Applying(stage, cast, item).to_concluded()


def test_the_first_page_asks_as_much_of_few_matters_as_of_many(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast
) -> None:
    people = {
        "officer": cast.officers[0][0],
        "deputy": cast.deputies[0],
        "reviewer": cast.reviewers[0],
        "publicity": cast.publicity,
        "window": cast.window,
    }

    def statements() -> dict[str, int]:
        found = {}
        for post, person in people.items():
            client = at_desk(person)
            client.get("/")  # what a process reads once is read
            with CaptureQueriesContext(connection) as asked:
                assert client.get("/").status_code == 200
            found[post] = len(asked)
        return found

    item = list_permit(stage, cast)
    fill(stage, cast, item)
    few = statements()
    for _ in range(3):
        fill(stage, cast, item)
    many = statements()
    print(few, many)
    assert {post: n for post, n in many.items() if n > few[post]} == {}
    assert max(many.values()) <= MOST
