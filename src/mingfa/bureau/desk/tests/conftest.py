"""The desk's tests act as people do: they sign in, look at pages and send forms."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from mingfa.bureau.people.models import Account
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

PASSWORD = "example-2026"


def account(person: int) -> str:
    """Open an account for a person and return its name."""
    name = f"u{person}"
    user, made = get_user_model().objects.get_or_create(username=name)
    if made:
        user.set_password(PASSWORD)
        user.save()
        Account.objects.create(user=user, person_id=person)
    return name


@pytest.fixture
def at_desk(db: None) -> Callable[[int], Client]:
    """Return a way to sit down at the desk as a person."""

    def sit(person: int) -> Client:
        client = Client()
        client.force_login(get_user_model().objects.get(username=account(person)))
        return client

    return sit


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def _own_signer(settings: Any, tmp_path: Path) -> None:
    """Give each test a signer of its own: a test's rollback would be a fork to a signer that remembers."""
    for name in ("KEYS", "LOGS", "FEED"):
        setattr(settings, name, tmp_path / name.lower())
        (tmp_path / name.lower()).mkdir()


@pytest.fixture(autouse=True)
def _time_of_the_stage(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desk's clock stand where the stage's does; no test asks what day it really is."""
    monkeypatch.setattr(timezone, "now", lambda: stage.now)


@pytest.fixture
def play(stage: Stage, cast: Cast) -> Play:
    return Play(stage, cast)
