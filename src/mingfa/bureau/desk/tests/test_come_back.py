"""A page too old, or a session that ended: the form comes back filled, files too, to whoever filled it in."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from mingfa.bureau.desk.tests.conftest import PASSWORD, account
from mingfa.bureau.desk.tests.sending import address, fields_on, fill
from mingfa.bureau.desk.tests.test_journey import landed, picture
from mingfa.bureau.ledger.reader import inputs, leaf, size
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

TYPED = {
    "kind": "documentary",
    "name": "现场照片",
    "proves": "保留的文字",
    "obtained_at": "今天 8:40",
    "origin": "示例",
}


def hidden(page: HttpResponse, name: str) -> str:
    return re.search(rf'name="{name}"\s+value="([^"]*)"', page.content.decode())[1]


def sign_in(client: Client, person: int, page: HttpResponse | None = None, **more: Any) -> HttpResponse:
    """Sign in by the page as it stands, with all it carries."""
    page = page or client.get("/sign-in/")
    carried = {n: v[0] for n, v in fields(page).items()} | {"username": account(person), "password": PASSWORD}
    return client.post("/sign-in/", carried | more)


def fields(page: HttpResponse) -> dict[str, list[str]]:
    found = re.findall(r'<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"', page.content.decode())
    return {name: [value] for name, value in found}


@pytest.fixture
def client(play: Play) -> Client:
    """Sit at a browser whose forms are checked for where they come from, with a case to work on."""
    play.register()
    found = Client(enforce_csrf_checks=True)
    account(play.team[0])
    sign_in(found, play.team[0])
    return found


def written(client: Client, play: Play) -> dict[str, Any]:
    """Fill in a form with a file in it."""
    page = client.get(address("record.keep", play.case))
    return fill(page, TYPED | {"file": picture(), "csrfmiddlewaretoken": hidden(page, "csrfmiddlewaretoken")})


def is_back(client: Client, play: Play) -> None:
    """The form stands there as it was filled in, and sent again it is done, with its file."""
    page, before = client.get(address("record.keep", play.case)), size()
    text = page.content.decode()
    assert "保留的文字" in text
    assert "已上传" in text
    token = hidden(page, "csrfmiddlewaretoken")
    answer = client.post(address("record.keep", play.case), fields_on(page) | {"csrfmiddlewaretoken": token})
    assert (landed(answer), size()) == (play.case, before + 1)
    given = inputs(leaf(before).entry)
    assert (given["proves"], bool(given["file"]["sha256"])) == ("保留的文字", True)


def test_after_signing_in_elsewhere_the_form_comes_back(client: Client, play: Play) -> None:
    sent, before = written(client, play), size()
    client.cookies.pop("sessionid")
    sign_in(client, play.team[0])  # in another window: the token is a new one
    answer = client.post(address("record.keep", play.case), sent)
    assert (answer.status_code, size()) == (302, before)
    assert "刷新" not in client.get("/").content.decode()
    is_back(client, play)


def test_after_the_session_ended_the_form_comes_back_upon_signing_in(client: Client, play: Play) -> None:
    sent, before = written(client, play), size()
    client.cookies.pop("sessionid")
    page = client.post(address("record.keep", play.case), sent)
    assert (page.status_code, size()) == (401, before)
    assert "内容没有提交" in page.content.decode()
    wrong = sign_in(client, play.team[0], page, password="wrong")
    assert wrong.status_code == 422
    assert sign_in(client, play.team[0], wrong)["Location"] == address("record.keep", play.case)
    is_back(client, play)


def test_after_all_cookies_went_the_form_comes_back_too(client: Client, play: Play) -> None:
    sent = written(client, play)
    client.cookies.clear()
    page = client.post(address("record.keep", play.case), sent)
    assert page.status_code == 401
    client.get("/sign-in/")
    more = {"csrfmiddlewaretoken": hidden(client.get("/sign-in/"), "csrfmiddlewaretoken")}
    assert sign_in(client, play.team[0], page, **more).status_code == 302
    is_back(client, play)


def test_it_comes_back_to_nobody_else(client: Client, play: Play) -> None:
    sent = written(client, play)
    client.cookies.pop("sessionid")
    page = client.post(address("record.keep", play.case), sent)
    answer = sign_in(client, play.team[1], page)
    assert answer.status_code == 302
    assert "保留的文字" not in client.get(address("record.keep", play.case)).content.decode()
    expired = client.post(address("record.keep", play.case), sent)
    assert expired.status_code == 403
    assert "保留的文字" not in expired.content.decode()


def test_what_another_site_sends_is_not_looked_at(client: Client, play: Play) -> None:
    sent = written(client, play)
    answer = client.post(address("record.keep", play.case), sent, headers={"Origin": "http://example.org"})
    assert answer.status_code == 403
    assert "draft" not in client.session


def test_the_api_answers_a_missing_token_in_json(at_desk: Callable[[int], Client], cast: Cast) -> None:
    answer = Client(enforce_csrf_checks=True).post("/api/v1/acts/local.set")
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/json")
