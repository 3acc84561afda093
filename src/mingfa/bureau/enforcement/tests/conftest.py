"""An enforcement on the stage."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from mingfa.bureau.law.time import calendar
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.example.enforcement import Enforcing


@pytest.fixture(autouse=True)
def next_year(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the notice for 2027 be out, with invented holidays: the time for remedies runs into that year."""
    days = [(date(2027, 1, 1), "元旦"), (date(2027, 2, 6), "春节"), (date(2027, 2, 8), "春节")]
    invented = {day: calendar.ListedDay(day, calendar.HOLIDAY, name, "示例通知") for day, name in days}
    known, years = {**calendar.national_days(), **invented}, (*calendar.loaded_years(), 2027)
    monkeypatch.setattr(calendar, "national_days", lambda: known)
    monkeypatch.setattr(calendar, "loaded_years", lambda: years)
    people._calendar.cache_clear()
    yield
    people._calendar.cache_clear()


@pytest.fixture
def play(stage: Stage, cast: Cast) -> Enforcing:
    return Enforcing(stage, cast)


@pytest.fixture
def fined(play: Enforcing) -> Any:
    """Return a fine of 175.00, served and overdue."""
    return play.to_fined()


@pytest.fixture
def bound(play: Enforcing) -> Any:
    """Return an order to correct, served and overdue."""
    return play.to_ordered()
