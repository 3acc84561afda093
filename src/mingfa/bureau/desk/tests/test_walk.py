"""Every address by every post, with what nobody means: no answer of the site is a failure of the site."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from mingfa.bureau.desk.forms.fields import Kind, fields_of
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

BIG = str(2**63)
HUGE = "9" * 5000
NASTY = ("0", "999", "²", "１", BIG, HUGE, "-1", "\u202e", "a\x00b")
WORDS = ("²", BIG, HUGE[:300], "\x00", "%", "_" * 60, "'", "[", "\U0001f600")
QUERY = ("q", "page", "on", "item", "unit", "state", "mine", "next")
DEEP = b"[" * 200_000 + b"]" * 200_000
DEEP_INPUTS = b'{"a":' * 500 + b"1" + b"}" * 500
BODIES: tuple[bytes, ...] = (
    b"", b"[]", b"{", b"\xff\xfe", DEEP, DEEP_INPUTS, b'{"a": NaN}', b"1" * 5000, b'{"\\ud800": 1}',
    b'{"inputs": {}, "reasons": {"x": "\\u0000"}}', b'{"inputs": {}, "reasons": {"x": "\\ud800"}}',
    b'{"inputs": {}, "key": {"a": 1}}', b'{"inputs": {}, "at": "0001-01-01T00:00:00+14:00"}',
    b'{"inputs": {}, "at": "9999-12-31T23:59:59-14:00"}', b'{"inputs": {}, "on": [1]}',
)  # fmt: skip


def routes(resolver: URLResolver | None = None, before: str = "/") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every address as a template and its converters."""
    for one in (resolver or get_resolver()).url_patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one, path)
        elif isinstance(one, URLPattern):
            yield path, dict(one.pattern.converters)


def filled(path: str, converters: dict[str, Any], value: str) -> str:
    """Return an address with a value for each of its parts; a kind of matters is always one."""
    for name, converter in converters.items():
        kind = next(k for k in ("matters", "number", "str", "slug") if f"<{k}:{name}>" in path)
        given = converter.regex.split("|")[0] if kind == "matters" else value
        path = path.replace(f"<{kind}:{name}>", given)
    return path


def broken(answer: HttpResponse, what: str) -> list[str]:
    return [f"{answer.status_code} {what[:200]}"] if answer.status_code >= 500 else []


@pytest.fixture
def case(play: Play) -> int:
    play.to_filed()
    return play.case


@pytest.fixture
def clients(at_desk: Callable[[int], Client], cast: Cast, play: Play) -> dict[str, Client]:
    """Return a browser of every post, and one of nobody; a failure is an answer here, as in a browser."""
    people = {
        "personnel": cast.appointer,
        "head": cast.head,
        "deputy": cast.deputies[0],
        "reviewer": cast.reviewers[0],
        "publicity": cast.publicity,
        "supervisor": cast.supervisor,
        "window": cast.window,
        "officer": play.team[0],
    }
    found = {post: at_desk(person) for post, person in people.items()} | {"nobody": Client()}
    for client in found.values():
        client.raise_request_exception = False
    return found


def test_no_address_breaks_for_any_post(clients: dict[str, Client], case: int) -> None:
    found, asked = [], 0
    for post, client in clients.items():
        for path, converters in routes():
            for value in ("0", str(case)):
                address = filled(path, converters, value)
                asked += 1
                found += broken(client.get(address), f"{post} GET {address}")
            if not path.endswith(("sign-out/", "password/")):
                asked += 1
                found += broken(client.post(address), f"{post} POST {address}")
    assert found == []
    assert asked > 900


def test_no_address_breaks_upon_what_nobody_means(clients: dict[str, Client], case: int) -> None:
    client, found = clients["head"], []
    for path, converters in routes():
        for value in NASTY if converters else ():
            address = filled(path, converters, value)
            found += broken(client.get(address), address)
        for words in WORDS:
            found += broken(
                client.get(filled(path, converters, str(case)), dict.fromkeys(QUERY, words)), path
            )
    assert found == []


def test_no_body_breaks_the_api(clients: dict[str, Client], case: int) -> None:
    client, found = clients["officer"], []
    for body in BODIES:
        for address in (f"/api/v1/acts/case.verify?on={case}", "/api/v1/acts/case.register", "/api/v1/files"):
            answer = client.post(address, body, "application/json")
            found += broken(answer, f"{address} {body[:60]!r}")
            assert answer["Content-Type"] == "application/json"
    assert found == []


def wrong_inputs(act: Any) -> Iterator[dict[str, Any]]:
    """Yield inputs in which every field is the same odd value."""
    names = list(act.inputs.model_fields)
    for odd in (
        2**63,
        10**30,
        -(2**63),
        "²",
        "0001-01-01",
        "9999-12-31T23:59:59Z",
        "\u202e\u200b",
        [],
        [2**64],
        {},
    ):
        yield dict.fromkeys(names, odd)


def test_no_act_breaks_upon_odd_inputs(clients: dict[str, Client], case: int) -> None:
    found = []
    for name, act in REGISTER.items():
        post = next((p for p in clients if p in act.who), "head")
        for on in (case, 2**63 - 1):
            for given in wrong_inputs(act):
                body = json.dumps({"on": on if act.matter else None, "inputs": given})
                answer = clients[post].post(f"/api/v1/acts/{name}", body, "application/json")
                found += broken(answer, f"{name} {given}")
    assert found == []


def test_no_form_breaks_upon_odd_fields(clients: dict[str, Client], case: int) -> None:
    found = []
    for name, act in REGISTER.items():
        post = next((p for p in clients if p in act.who), "head")
        address = f"/acts/{name}/" + (f"?on={case}" if act.matter else "")
        for odd in ("²", BIG, "0001-1-1 0:00", "9999-12-31 23:59", "\u202e"):
            sent = {f.name: odd for f in fields_of(act.inputs) if f.kind not in (Kind.GROUP, Kind.ROWS)}
            found += broken(clients[post].post(address, sent | {"act.at": odd}), f"{address} {odd}")
    assert found == []


def test_errors_of_the_api_are_json(clients: dict[str, Client]) -> None:
    for address, status in (
        ("/api/v1/nothing", 404),
        (f"/api/v1/cases/{BIG}", 404),
        ("/api/v1/cases/²", 404),
    ):
        answer = clients["head"].get(address)
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/json"), address
        assert answer.json()["detail"]
    big = clients["officer"].post("/api/v1/acts/case.register", b" " * (5 << 20), "application/json")
    assert (big.status_code, big["Content-Type"]) == (400, "application/json")
