"""Runs commit for real, each on a copy of the founded bureau: nothing is rolled back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from mingfa.bureau.law.time import calendar
from mingfa.bureau.people import reads as people

HOLIDAYS = ((date(2027, 1, 1), "元旦"), (date(2027, 2, 6), "春节"), (date(2027, 2, 8), "春节"))


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Open the database without a transaction around the test: what plays makes its own copy (ground.py)."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(autouse=True)
def next_year(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the notice for 2027 be out, with invented holidays: the time for remedies runs into that year."""
    invented = {day: calendar.ListedDay(day, calendar.HOLIDAY, name, "示例通知") for day, name in HOLIDAYS}
    known, years = {**calendar.national_days(), **invented}, (*calendar.loaded_years(), 2027)
    monkeypatch.setattr(calendar, "national_days", lambda: known)
    monkeypatch.setattr(calendar, "loaded_years", lambda: years)
    people._calendar.cache_clear()
    yield
    people._calendar.cache_clear()
