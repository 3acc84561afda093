"""No byte of a recording is seen before an entry says who opened it, in what way and upon what ground."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from mingfa.bureau.desk.forms import uploads
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.ledger.models import Leaf
from mingfa.bureau.records.models import Retrieval
from mingfa.bureau.records.retrieval import acts
from mingfa.bureau.vault.tests.films import film
from mingfa.example.asking import refused
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

Sit = Callable[[int], Client]


@pytest.fixture
def play(stage: Stage, cast: Cast) -> Play:
    """A filed case with one recording among its evidence."""
    found = Play(stage, cast)
    found.register()
    kept = uploads.keep(found.team[0], SimpleUploadedFile("现场.mp4", film(5)), "现场.mp4", "video/mp4")
    found.keep(kind="av", name="现场录像", file=kept.model_dump(mode="json"))
    found.verify()
    found.propose()
    found.file()
    return found


@pytest.fixture
def item(play: Play) -> str:
    return uploads.vault().keep(SimpleUploadedFile("现场.mp4", film(5))).sha256


def address(play: Play, item: str) -> str:
    return f"/cases/{play.case}/files/{item}"


def open_it(client: Client, play: Play, item: str, way: str = "handling", **more: str) -> HttpResponse:
    return client.post(f"/cases/{play.case}/retrieve/", {"item": item, "way": way, **more})


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.rule("AV-10")
@pytest.mark.clause("2.4.d")
def test_a_handler_opens_it_by_one_touch(play: Play, item: str, at_desk: Sit) -> None:
    client, path = at_desk(play.team[0]), address(play, item)
    page = client.get(f"/cases/{play.case}/").content.decode()
    assert "<video" not in page and "调阅全部音像记录" in page
    assert client.get(path)["Location"] == f"/cases/{play.case}/retrieve/?item={item}"
    refused_range = client.get(path, headers={"Range": "bytes=0-9"})
    assert refused_range.status_code == 403 and film(5)[:10] not in refused_range.content
    assert open_it(client, play, item).status_code == 302
    entry = Leaf.objects.get(act="record.retrieve")
    assert Retrieval.objects.get().pk == entry.i
    count = Leaf.objects.count()
    assert "<video" in client.get(f"/cases/{play.case}/").content.decode()
    part = client.get(path, headers={"Range": "bytes=0-9"})
    assert (part.status_code, body(part)) == (206, film(5)[:10])
    assert body(client.get(path)) == film(5) and part["Cache-Control"] == "no-store"
    assert Leaf.objects.count() == count, "within the half hour nothing more is written"


@pytest.mark.clause("2.4.d")
def test_after_half_an_hour_it_is_closed_again(
    play: Play, item: str, at_desk: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = at_desk(play.team[0])
    with monkeypatch.context() as short:
        short.setattr(acts, "SITTING", timedelta(0))
        open_it(client, play, item)
    assert client.get(address(play, item)).status_code == 302
    open_it(client, play, item)
    assert body(client.get(address(play, item))) == film(5)


@pytest.mark.rule("AV-10")
@pytest.mark.clause("2.4.d")
def test_whoever_does_not_handle_it_says_why(play: Play, item: str, at_desk: Sit, cast: Cast) -> None:
    for person, way in ((cast.supervisor, "supervision"), (cast.archivist, "archiving")):
        client = at_desk(person)
        bare = open_it(client, play, item, way)
        assert bare.status_code == 409 and "没有写明调阅事由" in bare.content.decode()
        assert client.get(address(play, item)).status_code == 302
        assert open_it(client, play, item, way, ground="投诉〔2026〕1号").status_code == 302
        assert body(client.get(address(play, item))) == film(5)
    for person in (cast.reviewers[0], cast.head):
        way = "review" if person == cast.reviewers[0] else "leading"
        assert open_it(at_desk(person), play, item, way).status_code == 302


@pytest.mark.rule("AV-10")
def test_no_way_is_open_to_everybody(play: Play, item: str, at_desk: Sit, cast: Cast) -> None:
    answers = {
        way: open_it(at_desk(cast.publicity), play, item, way, ground="想看一看现场录像")
        for way in ("handling", "leading", "review", "supervision", "archiving", "approved", "providing")
    }
    assert {way: answer.status_code for way, answer in answers.items()} == dict.fromkeys(answers, 409)
    assert "准许调阅音像记录" in answers["approved"].content.decode()
    assert not Retrieval.objects.exists()
    neighbour = at_desk(cast.officers[1][0])
    assert open_it(neighbour, play, item).status_code == 404, "what may not be seen is not there"


@pytest.mark.rule("AV-10")
def test_a_leader_permits_it_until_a_day(play: Play, item: str, at_desk: Sit, cast: Cast) -> None:
    asked = {"matter": play.case, "person": cast.publicity, "items": [item], "ground": "制作普法宣传片。"}
    asked |= {"request": "口头申请", "until": play.stage.now.date().isoformat()}
    permit = "record.permit_retrieval"
    late = {**asked, "until": (play.stage.now + timedelta(days=31)).date().isoformat()}
    assert refused(play.stage.act, permit, cast.head, **late) == {"a_permission_ends": "AV-10"}
    own = {**asked, "person": cast.head}
    assert refused(play.stage.act, permit, cast.head, **own) == {"nobody_permits_oneself": "AV-10"}
    stranger = {**asked, "items": ["ab" * 32]}
    found = refused(play.stage.act, permit, cast.head, **stranger)
    assert found == {"they_are_recordings_of_this_matter": "AV-10"}
    with pytest.raises(NotYours):
        play.stage.act(permit, cast.publicity_head, **asked)
    play.stage.act(permit, cast.head, **asked)
    opening = {"matter": play.case, "items": [item], "way": "approved", "ground": "制作普法宣传片"}
    play.stage.act("record.retrieve", cast.publicity, **opening)
    copy = refused(play.stage.act, "record.retrieve", cast.publicity, **opening, kind="copy")
    assert copy == {"the_way_is_open_to_this_person": "AV-10", "a_copy_is_approved": "AV-10"}
    play.stage.now += timedelta(days=1)
    over = refused(play.stage.act, "record.retrieve", cast.publicity, **opening)
    assert over == {"the_way_is_open_to_this_person": "AV-10"}


def test_nobody_supervises_oneself(play: Play, item: str) -> None:
    opening = {"matter": play.case, "items": [item], "way": "supervision", "ground": "监督检查一次"}
    found = refused(play.stage.act, "record.retrieve", play.team[0], **opening)
    assert "nobody_supervises_oneself" in found


@pytest.mark.clause("2.4.d")
def test_without_an_opening_no_address_gives_a_byte(play: Play, item: str, at_desk: Sit, cast: Cast) -> None:
    everybody = [*play.team, *cast.reviewers, *cast.deputies, cast.head, cast.supervisor, cast.archivist]
    everybody += [cast.publicity, cast.window, cast.appointer, *cast.officers[1][:1]]
    paths = [address(play, item), f"{address(play, item)}/small", f"/files/{item}", f"/cases/{play.case}/"]
    paths += [f"{address(play, item)}/life/", f"/api/v1/cases/{play.case}", f"/cases/{play.case}/retrieve/"]
    part = film(5)[64:96]
    for person in everybody:
        client = at_desk(person)
        for path in paths:
            for headers in ({}, {"Range": "bytes=0-"}, {"Range": "bytes=64-95"}):
                assert part not in body(client.get(path, headers=headers)), (person, path, headers)
    assert not Retrieval.objects.exists()


@pytest.mark.clause("2.4.d")
def test_supervisors_see_every_opening_their_own_too(play: Play, item: str, at_desk: Sit, cast: Cast) -> None:
    open_it(at_desk(play.team[0]), play, item)
    supervisor = at_desk(cast.supervisor)
    open_it(supervisor, play, item, "supervision", ground="投诉〔2026〕1号")
    page = supervisor.get("/supervision/retrievals/").content.decode()
    assert "承办本事项" in page and "投诉〔2026〕1号" in page and page.count("第 ") >= 4
    assert "音像记录调阅登记" in supervisor.get("/supervision/").content.decode()
    assert at_desk(play.team[0]).get("/supervision/retrievals/").status_code == 403
    life = supervisor.get(f"{address(play, item)}/life/").content.decode()
    assert "实测时长00:00:05" in life and "收集证据" in life and "投诉〔2026〕1号" in life
    assert "还没有人调阅" not in life
    hidden = at_desk(cast.publicity).get(f"{address(play, item)}/life/").content.decode()
    assert "投诉〔2026〕1号" not in hidden


def test_opening_twice_by_one_form_is_one_entry(play: Play, item: str, at_desk: Sit) -> None:
    client, key = at_desk(play.team[0]), "ab" * 16
    for _ in range(2):
        assert open_it(client, play, item, **{"act.key": key}).status_code == 302
    assert Retrieval.objects.count() == 1


def test_what_is_no_recording_of_the_matter_is_not_opened(play: Play, at_desk: Sit) -> None:
    answer = open_it(at_desk(play.team[0]), play, "ab" * 32)
    assert answer.status_code == 409 and "不在本事项卷内" in answer.content.decode()
    assert open_it(at_desk(play.team[0]), play, "x").status_code == 422
