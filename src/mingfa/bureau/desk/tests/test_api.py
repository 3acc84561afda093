"""The API: the same doorway for programs; every answer says what is wrong and what to do."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.api.openapi import described
from mingfa.bureau.desk.tests.conftest import account
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.ledger.reader import leaf, size
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play
from mingfa.tlog import parse_receipt


class Program:
    """A program with a key that its owner made at the desk."""

    def __init__(self, client: Client) -> None:
        page = client.post("/account/keys/", {"purpose": "示例程序"}).content.decode()
        self.key = re.search(r"mf_[\w-]+", page)[0]
        self.client = Client(enforce_csrf_checks=True)

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}

    def post(self, path: str, body: Any) -> Any:
        return self.client.post(path, json.dumps(body), "application/json", headers=self.headers())

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=self.headers() | headers)


@pytest.fixture
def program(at_desk: Callable[[int], Client], play: Play) -> Program:
    return Program(at_desk(play.team[0]))


def clue(cast: Cast) -> dict[str, Any]:
    return {
        "item": cast.items["店外经营"],
        "source": "patrol",
        "found_at": "2026-09-07T08:30:00+08:00",
        "act_on": "2026-09-07",
        "street": "650104001",
        "place": "示例路100号",
        "summary": "示例",
    }


def test_an_act_by_a_program_is_answered_with_its_entry_and_receipt(program: Program, cast: Cast) -> None:
    answer = program.post("/api/v1/acts/case.register", clue(cast))
    assert answer.status_code == 201, answer.content.decode()
    made = answer.json()
    assert made["entry"] == size() - 1 == made["result"]["matter"]
    assert parse_receipt(made["receipt"]).index == made["entry"]
    assert cases.case(made["entry"]).place == "示例路100号"


def test_an_act_on_a_case_takes_an_envelope_too(program: Program, play: Play) -> None:
    play.register()
    body = {"on": play.case, "inputs": {"result": "worth_filing", "words": "属实。"}}
    answer = program.post("/api/v1/acts/case.verify", body)
    assert answer.status_code == 201, answer.content.decode()
    assert cases.case(play.case).state == "verified"
    assert program.post("/api/v1/acts/case.verify", body).status_code == 409


def test_a_refusal_says_rule_code_sentence_citation_and_way_on(program: Program, play: Play) -> None:
    play.register()
    answer = program.post(
        f"/api/v1/acts/case.propose_closing?on={play.case}",
        dict.fromkeys(["performance", "remedies", "opinion"], "示例"),
    )
    assert answer.status_code == 409
    refusal = answer.json()["refusals"][0]
    assert set(refusal) == {"rule", "code", "because", "citation", "todo", "warns"}
    assert refusal["citation"].startswith("《中华人民共和国行政处罚法》")


def test_wrong_fields_are_all_named(program: Program, cast: Cast) -> None:
    answer = program.post(
        "/api/v1/acts/case.register", clue(cast) | {"source": "rumour", "extra": 1, "place": ""}
    )
    assert answer.status_code == 422
    assert set(answer.json()["errors"]) == {"source", "extra", "place"}


def test_a_repeated_request_is_one_act(program: Program, cast: Cast) -> None:
    before = size()
    answers = [program.post("/api/v1/acts/case.register?key=example-1", clue(cast)).json() for _ in range(2)]
    assert answers[0]["entry"] == answers[1]["entry"] == before
    assert size() == before + 1


def test_a_key_with_other_inputs_is_refused(program: Program, cast: Cast) -> None:
    made = program.post("/api/v1/acts/case.register?key=example-1", clue(cast)).json()["entry"]
    other = program.post("/api/v1/acts/case.register?key=example-1", clue(cast) | {"place": "示例路2号"})
    assert (other.status_code, size()) == (422, made + 1)
    assert f"第{made}条" in other.json()["errors"]["key"]


def test_a_key_is_one_persons_and_one_acts(
    at_desk: Callable[[int], Client], program: Program, cast: Cast, play: Play
) -> None:
    other = Program(at_desk(play.team[1]))
    first = program.post("/api/v1/acts/case.register?key=same", clue(cast)).json()["entry"]
    second = other.post("/api/v1/acts/case.register?key=same", clue(cast)).json()["entry"]
    assert first != second
    assert leaf(second).entry.facts["by"] == play.team[1]


def test_what_a_program_does_is_its_owners_act(program: Program, cast: Cast, play: Play) -> None:
    entry = program.post("/api/v1/acts/case.register", clue(cast)).json()["entry"]
    assert leaf(entry).entry.facts["by"] == play.team[0]
    assert program.post("/api/v1/acts/person.enroll", {"name": "示例", "unit": 1}).status_code == 403


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/v1/acts/case.destroy", {}, 404),
        ("/api/v1/acts/case.verify", {}, 422),
        ("/api/v1/acts/case.verify?on=x", {}, 422),
        ("/api/v1/acts/case.verify?on=999999", {}, 404),
        ("/api/v1/acts/case.register?at=yesterday", {}, 422),
        ("/api/v1/acts/case.register", [1], 400),
        ("/api/v1/acts/case.register", {"inputs": {}, "reasons": {"x": 1}}, 422),
    ],
)
def test_a_wrong_call_is_told_so(program: Program, path: str, body: Any, status: int) -> None:
    answer = program.post(path, body)
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_without_a_key_nothing_and_with_an_ended_key_nothing(
    at_desk: Callable[[int], Client], program: Program, play: Play
) -> None:
    assert Client().get("/api/v1/cases").status_code == 401
    assert Client().get("/api/v1/cases", headers={"Authorization": "Bearer mf_wrong"}).status_code == 401
    assert Client().get("/api/v1/cases", headers={"Authorization": "Basic eDp5"}).status_code == 401
    desk = at_desk(play.team[0])
    pk = re.search(r"/account/keys/(\d+)/end/", desk.get("/account/").content.decode())[1]
    assert program.get("/api/v1/cases").status_code == 200
    at_desk(play.team[1]).post(f"/account/keys/{pk}/end/")
    assert program.get("/api/v1/cases").status_code == 200
    desk.post(f"/account/keys/{pk}/end/")
    assert program.get("/api/v1/cases").status_code == 401


def test_a_session_needs_its_csrf_token(play: Play, cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(get_user_model().objects.get(username=account(play.team[0])))
    assert client.get("/api/v1/cases").status_code == 200
    answer = client.post("/api/v1/acts/case.register", json.dumps(clue(cast)), "application/json")
    assert answer.status_code == 403
    page = client.get("/acts/case.register/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    answer = client.post(
        "/api/v1/acts/case.register",
        json.dumps(clue(cast)),
        "application/json",
        headers={"X-CSRFToken": token},
    )
    assert answer.status_code == 201


def test_a_file_is_kept_and_named_as_an_act_takes_it(program: Program, play: Play) -> None:
    play.register()
    answer = program.client.post(
        "/api/v1/files?name=说明.txt", "示例文字".encode(), "text/plain", headers=program.headers()
    )
    assert answer.status_code == 201, answer.content.decode()
    file = answer.json()
    assert (file["name"], file["media"], file["size"]) == ("说明.txt", "text/plain", 12)
    evidence = {
        "kind": "documentary",
        "name": "说明",
        "proves": "示例",
        "obtained_at": "2026-09-07T08:40:00+08:00",
        "origin": "示例",
    }
    path = f"/api/v1/acts/record.keep?on={play.case}"
    assert program.post(path, evidence | {"file": file | {"sha256": "0" * 64}}).status_code == 422
    assert program.post(path, evidence | {"file": file | {"media": "image/png"}}).status_code == 422
    assert program.post(path, evidence | {"file": file}).status_code == 201


def test_a_program_is_refused_what_is_no_evidence(program: Program) -> None:
    answer = program.client.post(
        "/api/v1/files?name=x.jpg", b"MZ\x90", "image/jpeg", headers=program.headers()
    )
    assert answer.status_code == 422
    assert "可执行程序" in answer.json()["errors"]["file"]


def test_a_case_is_told_with_what_is_missing(program: Program, play: Play) -> None:
    play.register()
    play.keep()
    play.verify()
    play.propose()
    play.file()
    found = program.get(f"/api/v1/cases/{play.case}").json()
    assert found["state"] == "filed"
    conclude = next(a for a in found["acts"] if a["act"] == "case.conclude")
    assert conclude["mine"]
    assert conclude["leads_on"]
    assert conclude["refusals"]
    paper = next(e["paper"]["id"] for e in found["events"] if e["paper"])
    assert program.get(f"/api/v1/papers/{paper}").json()["facts"]["document_no"] == found["number"]
    pdf = program.get(f"/api/v1/papers/{paper}", Accept="application/pdf")
    assert pdf.content.startswith(b"%PDF-")


def test_the_description_names_every_act_and_every_reference_resolves() -> None:
    found = described()
    assert found["openapi"] == "3.1.0"
    schemas = found["components"]["schemas"]
    text = json.dumps(found)
    assert {r.rpartition("/")[2] for r in re.findall(r'"\$ref": "([^"]+)"', text)} <= set(schemas)
    for name in REGISTER:
        answers = found["paths"][f"/api/v1/acts/{name}"]["post"]["responses"]
        assert set(answers) == {"201", "400", "401", "403", "404", "409", "422"}


def test_the_description_can_be_fetched_and_the_table_read(client: Client, program: Program) -> None:
    assert client.get("/api/v1/openapi.json").json()["paths"]
    assert {a["name"] for a in program.get("/api/v1/acts").json()["acts"]} == set(REGISTER)
    assert program.client.put("/api/v1/acts", headers=program.headers()).status_code == 405
