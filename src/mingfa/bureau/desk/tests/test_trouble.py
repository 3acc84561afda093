"""Storage that cannot be written says so, on acts as on uploads; what was typed stays, nothing is kept."""

import errno
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from mingfa.bureau.desk.errors import trouble
from mingfa.bureau.desk.tests.sending import send
from mingfa.bureau.desk.tests.test_refusals import CLUE
from mingfa.bureau.doorway import enter
from mingfa.bureau.ledger.reader import size
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play


def caused(outer: Exception, cause: Exception) -> Exception:
    outer.__cause__ = cause
    return outer


FULL = caused(OperationalError("full"), sqlite3.OperationalError("database or disk is full"))
FIXED = caused(OperationalError("ro"), sqlite3.OperationalError("attempt to write a readonly database"))
TROUBLES = [
    (FULL, 507, "存储空间已满"),
    (OSError(errno.ENOSPC, "no space"), 507, "存储空间已满"),
    (FIXED, 503, "只能读取"),
    (OSError(errno.EROFS, "read-only"), 503, "只能读取"),
    (InterfaceError("connection already closed"), 503, "数据库暂时不能使用"),
]


@pytest.mark.parametrize(("error", "status", "words"), TROUBLES)
def test_an_act_says_why_it_could_not_be_kept(
    error: Exception,
    status: int,
    words: str,
    at_desk: Callable[[int], Client],
    play: Play,
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cannot(*_: Any) -> None:
        raise error

    client, before = at_desk(play.team[0]), size()
    monkeypatch.setattr(enter.writer, "append", cannot)
    item = str(cast.items["店外经营"])
    answer = send(client, "case.register", **CLUE | {"item": item, "summary": "保留的文字"})
    assert (answer.status_code, size()) == (status, before)
    assert words in answer.content.decode()
    assert "保留的文字" in answer.content.decode()
    called = client.post(
        "/api/v1/acts/case.register",
        {**CLUE, "item": item, "found_at": "2026-09-07T08:30:00", "act_on": "2026-09-07"},
        "application/json",
    )
    assert (called.status_code, words in called.json()["detail"]) == (status, True)


def test_a_page_that_cannot_be_read_says_why(
    at_desk: Callable[[int], Client], play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: Any, **__: Any) -> None:
        raise OperationalError("unable to open database file")

    client = at_desk(play.team[0])
    client.raise_request_exception = False
    monkeypatch.setattr("mingfa.bureau.people.reads.account_of", cannot)
    for address in ("/", "/api/v1/cases"):
        answer = client.get(address)
        assert (answer.status_code, answer["Retry-After"]) == (503, "60")
        words = answer.json()["detail"] if "api" in address else answer.content.decode()
        assert "数据库暂时不能使用" in words


def test_other_errors_are_no_trouble_with_storage() -> None:
    assert trouble(ValueError("x")) is None
    assert trouble(OSError(errno.ENOENT, "x")) is None
