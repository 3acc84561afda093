"""A digest is no key (plan 2.3.c, 2.4.c): it opens no file, and does not tell whether there is one."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mingfa.bureau.desk.tests.sending import send
from mingfa.bureau.desk.tests.test_journey import landed, picture
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.people import uploads
from mingfa.bureau.people.models import Upload
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

EVIDENCE = {"kind": "documentary", "name": "照片", "proves": "示例", "origin": "示例"}
NOT_THERE = "存储库中没有这个文件，请先上传。"


@pytest.fixture
def restricted(stage: Stage, cast: Cast, at_desk: Callable[[int], Client]) -> dict[str, Any]:
    """Keep a file in a restricted case of another unit, and return how an act would name it."""
    secret = Play(stage, cast, squad=1)
    secret.register(restricted=True)
    answer = send(
        at_desk(secret.team[0]),
        "record.keep",
        secret.case,
        **EVIDENCE,
        obtained_at="今天 8:40",
        file=picture(),
    )
    assert landed(answer) == secret.case
    row = Upload.objects.get(person=secret.team[0])
    assert row.claimed
    return {"sha256": row.sha256, "size": row.size, "media": "image/jpeg", "name": "照片.jpg"}


def named(client: Client, case: int, file: dict[str, Any]) -> Any:
    body = json.dumps(EVIDENCE | {"obtained_at": "2026-09-07T08:40:00", "file": file})
    return client.post(f"/api/v1/acts/record.keep?on={case}", body, "application/json")


@pytest.mark.clause("2.3.c")
def test_a_digest_neither_opens_a_restricted_file_nor_tells_that_it_exists(
    restricted: dict[str, Any], at_desk: Callable[[int], Client], play: Play
) -> None:
    play.register()
    client = at_desk(play.team[0])
    there = named(client, play.case, restricted)
    absent = named(client, play.case, restricted | {"sha256": "0" * 64})
    assert (there.status_code, there.json()) == (422, absent.json())
    assert there.json()["errors"] == {"file": NOT_THERE}
    assert client.get(f"/cases/{play.case}/files/{restricted['sha256']}").status_code == 404


def test_whoever_has_the_bytes_or_sees_the_matter_may_name_it(
    restricted: dict[str, Any], at_desk: Callable[[int], Client], play: Play, cast: Cast
) -> None:
    play.register()
    mine = at_desk(play.team[0])
    upload = SimpleUploadedFile("照片.jpg", picture().read(), content_type="image/jpeg")
    kept = mine.post("/api/v1/files", {"file": upload}).json()
    assert kept["sha256"] == restricted["sha256"]
    assert named(mine, play.case, kept).status_code == 201
    colleague = at_desk(play.team[1])
    assert named(colleague, play.case, kept).status_code == 201, "it is in a case that is also theirs"


def test_what_nobody_named_has_a_bound(
    at_desk: Callable[[int], Client], play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_FILES", 2)
    client = at_desk(play.team[0])
    found = [
        client.post("/api/v1/files", {"file": SimpleUploadedFile("示例.txt", b"x" * n)}) for n in (1, 2, 3)
    ]
    assert [one.status_code for one in found] == [201, 201, 422]
    assert "请先提交" in found[2].json()["errors"]["file"]


@pytest.mark.rule("FILE-05")
def test_a_conflict_with_a_restricted_case_says_that_there_is_one(stage: Stage, cast: Cast) -> None:
    secret = Play(stage, cast, squad=1)
    secret.register(restricted=True)
    secret.keep()
    secret.verify()
    secret.propose()
    mine = Play(stage, cast)
    mine.register()
    mine.keep()
    mine.verify()
    with pytest.raises(Refused) as refused:
        mine.propose()
    (found,) = refused.value.refusals
    assert "1件您无权查阅的案件" in found.because
    assert f"第{secret.case}号" not in found.because
