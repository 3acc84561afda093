"""Two hands at the desk: one nominates, another finds it on the first page and confirms it."""

from collections.abc import Callable

import pytest
from django.test import Client

from mingfa.bureau.desk.tests.sending import address, errors_on, fill
from mingfa.bureau.people import reads
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

CONFIRM = "/acts/person.confirm/?nomination="


@pytest.mark.clause("2.3.c")
def test_what_one_nominates_waits_for_another(
    at_desk: Callable[[int], Client], play: Play, cast: Cast, stage: Stage
) -> None:
    play.register()
    officer, head = at_desk(cast.appointer), at_desk(cast.head)
    whom = str(cast.officers[0][3])
    typed = {"person": whom, "role": "supervisor", "since": "今天", "document": "示例任〔2026〕9号"}
    alone = officer.post(address("person.appoint"), fill(officer.get(address("person.appoint")), typed))
    assert "由两人办理" in errors_on(alone)
    sent = officer.post(address("person.nominate"), fill(officer.get(address("person.nominate")), typed))
    assert sent.status_code == 302
    assert CONFIRM not in officer.get("/").content.decode()
    home = head.get("/").content.decode()
    assert CONFIRM in home
    at = CONFIRM + home.partition(CONFIRM)[2].partition('"')[0]
    assert head.post(at, fill(head.get(at), {"compared": "1"})).status_code == 302
    assert CONFIRM not in head.get("/").content.decode()
    assert "supervisor" in reads.actor(int(whom), stage.now.date()).roles
