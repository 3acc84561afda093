"""The worklist of the example bureau, asked at the stage's time."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.tests.conftest import account
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play


@pytest.fixture(autouse=True)
def _as_on_the_stage(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> Iterator[None]:
    """Let the clock stand where the stage's does; keep keys and logs of each test apart."""
    monkeypatch.setattr(timezone, "now", lambda: stage.now)
    for name in ("KEYS", "LOGS", "FEED"):
        setattr(settings, name, tmp_path / name.lower())
        (tmp_path / name.lower()).mkdir()
    cache.clear()
    yield


@pytest.fixture
def ask_as(stage: Stage) -> Callable[[int], Ask]:
    """Return a way to ask as a person, now."""

    def asked(person: int) -> Ask:
        return Ask(RequestFactory().get("/"), people.actor(person, stage.now.date()), stage.now)

    return asked


@pytest.fixture
def at_desk(db: None) -> Callable[[int], Client]:
    """Return a way to sit down at the desk as a person."""

    def sit(person: int) -> Client:
        client = Client()
        client.force_login(get_user_model().objects.get(username=account(person)))
        return client

    return sit


@pytest.fixture
def play(stage: Stage, cast: Cast) -> Play:
    return Play(stage, cast)
