"""What somebody may not see is not there (plan 2.3.c): pages, lists, searches, files, papers and acts."""

from collections.abc import Callable

import pytest
from django.test import Client

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.matters.attached import files
from mingfa.bureau.desk.matters.timeline import story
from mingfa.bureau.desk.tests.sending import address, send
from mingfa.bureau.desk.tests.test_journey import landed, picture
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

pytestmark = pytest.mark.clause("2.3.c")


@pytest.fixture
def filed(play: Play, at_desk: Callable[[int], Client]) -> Play:
    """Carry a case to its filing, with a picture and a paper."""
    play.register()
    answer = send(
        at_desk(play.team[0]),
        "record.keep",
        play.case,
        kind="documentary",
        name="现场照片",
        proves="示例",
        obtained_at="今天 8:40",
        origin="示例",
        file=picture(),
    )
    assert landed(answer) == play.case
    play.verify()
    play.propose()
    play.file()
    return play


def addresses(play: Play) -> list[str]:
    """Return everything about a case that has an address."""
    events = story(play.case, "ordinary")
    sha256 = files(events)[0].sha256
    paper = next(e.index for e in events if e.paper)
    return [
        f"/cases/{play.case}/",
        f"/cases/{play.case}/files/{sha256}",
        f"/cases/{play.case}/files/{sha256}/small",
        f"/papers/{paper}/",
        f"/cases/{play.case}/entries/{paper}/",
        f"/cases/{play.case}/entries/{paper}/receipt",
        f"/api/v1/cases/{play.case}",
        f"/api/v1/papers/{paper}",
        address("record.keep", play.case),
    ]


def test_its_own_unit_sees_all_of_a_case(at_desk: Callable[[int], Client], filed: Play) -> None:
    client = at_desk(filed.team[0])
    assert {path: client.get(path).status_code for path in addresses(filed)} == dict.fromkeys(
        addresses(filed), 200
    )


def test_for_the_unit_next_door_it_is_not_there(
    at_desk: Callable[[int], Client], cast: Cast, filed: Play
) -> None:
    neighbour = at_desk(cast.officers[1][0])
    assert {path: neighbour.get(path).status_code for path in addresses(filed)} == dict.fromkeys(
        addresses(filed), 404
    )
    assert neighbour.get("/cases/999999/").content == neighbour.get(f"/cases/{filed.case}/").content
    for path in ("/cases/?q=示例小吃店", "/", "/cases/"):
        assert "示例小吃店" not in neighbour.get(path).content.decode().replace('value="示例小吃店"', "")
    assert neighbour.get("/api/v1/cases").json()["total"] == 0
    sha256 = files(story(filed.case, "ordinary"))[0].sha256
    assert neighbour.get(f"/files/{sha256}").status_code == 404


def test_a_digest_leads_to_the_case_for_those_who_see_it(
    at_desk: Callable[[int], Client], filed: Play
) -> None:
    sha256 = files(story(filed.case, "ordinary"))[0].sha256
    answer = at_desk(filed.team[0]).get(f"/files/{sha256}")
    assert answer["Location"] == f"/cases/{filed.case}/files/{sha256}"


def test_a_file_belongs_to_its_case_and_to_no_other(
    at_desk: Callable[[int], Client], filed: Play, play: Play
) -> None:
    sha256, first = files(story(filed.case, "ordinary"))[0].sha256, filed.case
    other = play.register().index
    assert other != first
    assert at_desk(play.team[0]).get(f"/cases/{other}/files/{sha256}").status_code == 404


def test_a_file_is_sent_whole_or_in_part_and_alone(at_desk: Callable[[int], Client], filed: Play) -> None:
    file = files(story(filed.case, "ordinary"))[0]
    client, path = at_desk(filed.team[0]), f"/cases/{filed.case}/files/{file.sha256}"
    whole = b"".join(client.get(path).streaming_content)
    part = client.get(path, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part["Content-Range"]) == (206, f"bytes 10-19/{file.size}")
    assert b"".join(part.streaming_content) == whole[10:20]
    assert client.get(path, headers={"Range": f"bytes={file.size}-"}).status_code == 416
    assert "sandbox" in part["Content-Security-Policy"]
    assert part["Content-Type"] == "image/jpeg"
    assert part["Content-Disposition"].startswith("inline")
    assert part["X-Content-Type-Options"] == "nosniff"


def test_a_restricted_case_is_hidden_from_the_archive(
    at_desk: Callable[[int], Client], cast: Cast, play: Play
) -> None:
    play.register(restricted=True)
    assert at_desk(cast.archivist).get(f"/cases/{play.case}/").status_code == 404
    assert at_desk(cast.head).get(f"/cases/{play.case}/").status_code == 200


def test_the_search_leads_straight_to_the_only_case(at_desk: Callable[[int], Client], filed: Play) -> None:
    number = cases.case(filed.case).number
    assert at_desk(filed.team[0]).get("/search/", {"q": number})["Location"] == f"/cases/{filed.case}/"
    assert at_desk(filed.team[0]).get("/search/", {"q": "无此案件"})["Location"].startswith("/cases/?q=")


@pytest.mark.parametrize(
    "asked",
    [
        "立案字[2026]第1号",
        "立案字(2026)第1号",
        "立案字（2026）1号",
        "立案字〔２０２６〕第１号",
        "高新(新)城管立案字",
        "高新区 示例\u200b小吃店",
    ],
)
def test_a_number_is_found_as_people_type_it(
    at_desk: Callable[[int], Client], filed: Play, asked: str
) -> None:
    assert at_desk(filed.team[0]).get("/search/", {"q": asked})["Location"] == f"/cases/{filed.case}/"
