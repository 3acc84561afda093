"""The counting of `bench/house.py`, in a process of its own."""

from typing import Any
from unittest import mock

from bench._desk import decided
from bench._filing import bureau, fill
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mingfa.bureau.people.models import Account
from mingfa.example.cases import Play


def measure(cases: int) -> dict[str, Any]:
    """Return how many SQL statements each page asks."""
    stage, cast = bureau()
    fill(stage, cast, cases)
    play, clue = Play(stage, cast), Play(stage, cast)
    decided(play, "示例商户之一")
    clue.register()
    clue.keep()
    pages = {
        "home of an officer": (play.team[0], "/"),
        "home of the head": (cast.head, "/"),
        "list of cases": (play.team[0], "/cases/"),
        "a decided case": (play.team[0], f"/cases/{play.case}/"),
        "a fresh clue": (play.team[0], f"/cases/{clue.case}/"),
        "form of an inspection": (play.team[0], f"/acts/record.inspect/?on={clue.case}"),
        "publications": (play.team[0], "/publications/"),
        "supervision": (cast.head, "/supervision/"),
    }
    with mock.patch.object(timezone, "now", lambda: stage.now):
        return {"cases": cases, "statements": {name: asked(*page) for name, page in pages.items()}}


def asked(person: int, path: str) -> int:
    """Count the statements of a page, asked for the second time."""
    user, made = User.objects.get_or_create(username=f"house{person}")
    if made:
        Account.objects.create(user=user, person_id=person)
    client = Client()
    client.force_login(user)
    client.get(path)
    with CaptureQueriesContext(connection) as statements:
        answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path}: {answer.status_code}")
    return len(statements)
