"""A restored bureau at the desk: every page says why nothing is done, and the two hands find what waits."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from mingfa.bureau.desk.tests.sending import address, errors_on, fill
from mingfa.bureau.ledger import restored
from mingfa.bureau.ledger.models import Log
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

pytestmark = pytest.mark.clause("2.4.c")
LINE = {
    "log": "record",
    "index": 900,
    "words": "登记案件线索，赵示例，2026-12-01 09:00:00，事项900",
    "content": False,
}


@pytest.fixture
def waits(play: Play) -> None:
    """Let the bureau stand as after `mingfa restore` and `mingfa recover`, with nothing left of one entry."""
    play.register()
    made, size = "2026-12-01T08:00:00+08:00", {log.name: log.size for log in Log.objects.all()}
    stash = {log: {"from": n, "note": "", "entries": [], "items": []} for log, n in size.items()}
    said = {"lost": {log: [n, n] for log, n in size.items()}, "was": {}, "renamed": {}, "proven": 0}
    mark = {"made": made, "restored": made, "logs": {}, "found": {**stash, **said, "list": [LINE]}}
    Log.objects.update(restored=json.dumps(mark))


@pytest.mark.usefixtures("waits")
def test_every_page_says_why(at_desk: Callable[[int], Client], cast: Cast) -> None:
    officer = at_desk(cast.officers[0][0])
    for path in ("/", "/cases/", "/items/", "/people/", "/acts/case.register/", "/account/"):
        assert "已停止办理" in officer.get(path).content.decode(), path
    assert "已停止办理" in Client().get("/sign-in/").content.decode()


@pytest.mark.usefixtures("waits")
def test_head_and_personnel_find_the_list_and_open_the_doorway(
    at_desk: Callable[[int], Client], cast: Cast
) -> None:
    head, personnel, officer = at_desk(cast.head), at_desk(cast.appointer), at_desk(cast.officers[0][0])
    assert officer.get("/restored/").status_code == 403
    assert LINE["words"] in head.get("/restored/").content.decode()
    state, confirm = address(restored.RESTORE), address(restored.RESUME)
    assert state in head.get("/").content.decode() and state not in officer.get("/").content.decode()
    typed = {"sought": "示例：硬盘损坏。", "compared": "1"}
    assert head.post(state, fill(head.get(state), typed)).status_code == 302
    alone = head.post(confirm, fill(head.get(confirm), {"compared": "1"}))
    assert "两人共同" in errors_on(alone)
    assert confirm in personnel.get("/").content.decode()
    assert personnel.post(confirm, fill(personnel.get(confirm), {"compared": "1"})).status_code == 302
    assert "已停止办理" not in officer.get("/").content.decode()
    assert "没有丢失的条目" in head.get("/restored/").content.decode()
