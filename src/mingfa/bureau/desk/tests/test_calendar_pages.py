"""The working calendar at the desk: asked for from November on, pasted, checked, confirmed by another."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from mingfa.bureau.appointments.tests.pasting import TEXT, announce, confirm
from mingfa.bureau.desk.tests.sending import address, errors_on, fields_on, fill
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage

pytestmark = pytest.mark.rule("TIME-06")
TASK = "2027年全国放假安排"
LOCAL_TASK = "2027年本地民族节日放假"


@pytest.fixture
def winter(stage: Stage) -> Stage:
    stage.now = datetime(2026, 12, 1, 9, tzinfo=CHINA)
    return stage


def home(client: Client) -> str:
    return client.get("/").content.decode()


@pytest.mark.clause("3.4.b")
@pytest.mark.parametrize(
    ("day", "asked"), [((2026, 10, 31), False), ((2026, 11, 1), True), ((2027, 1, 1), True)]
)
def test_the_coming_year_is_asked_for_from_november_on(
    stage: Stage, cast: Cast, at_desk: Callable[[int], Client], day: tuple[int, int, int], asked: bool
) -> None:
    """Of the personnel officer, the legal office and the heads; nobody else can enter it."""
    stage.now = datetime(*day, 9, tzinfo=CHINA)
    for person in (cast.appointer, cast.reviewers[1], cast.head):
        page = home(at_desk(person))
        assert ((TASK in page), (LOCAL_TASK in page)) == (asked, asked)
    for person in (cast.officers[0][1], cast.window, cast.archivist):
        assert TASK not in home(at_desk(person))


def test_a_pasted_notice_becomes_a_table_that_a_person_sends(
    winter: Stage, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    """Without scripts: paste and go on; the days stand there to be checked, and a second hand confirms."""
    desk, at = at_desk(cast.appointer), address("calendar.announce") + "?scope=national"
    page = desk.get(at)
    assert fields_on(page)["scope"] == ["national"] and "year" not in fields_on(page)
    read = desk.post(at, fill(page, {"text": TEXT.replace("\n", "\r\n")}))
    assert read.status_code == 200 and errors_on(read) == ""
    shown = fields_on(read)
    assert (shown["year"], shown["number"]) == (["2027"], ["示例发〔2026〕9号"])
    assert (shown["days.0.date"], shown["days.0.status"], shown["days.0.name"]) == (
        ["2027-01-01"],
        ["off"],
        ["元旦"],
    )
    assert len([name for name in shown if name.endswith(".status")]) == 31
    done = desk.post(at, fill(read, {}))
    assert done.status_code == 302 and done["Location"] == "/calendar/", errors_on(done)
    assert 2027 not in people.calendar().years
    assert "由另一人确认" in desk.get("/calendar/").content.decode()
    assert TASK not in home(desk), "whoever announced it has nothing more to do"
    legal = at_desk(cast.review_head)
    assert TASK in home(legal) and "与通知原文核对后确认" in legal.get("/calendar/").content.decode()
    [waiting] = [one.id for one in people.notices() if one.confirmed is None]
    form = legal.get(f"/acts/calendar.confirm/?announcement={waiting}")
    refused = legal.post(address("calendar.confirm"), fill(form, {}))
    assert refused.status_code == 409 and "逐日核对" in errors_on(refused)
    assert legal.post(address("calendar.confirm"), fill(form, {"compared": "on"})).status_code == 302
    assert not people.calendar().is_workday(date(2027, 2, 9))
    assert TASK not in home(legal) and LOCAL_TASK in home(legal)


def test_another_text_is_read_anew_and_a_slip_in_the_table_is_said(
    winter: Stage, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    desk, at = at_desk(cast.reviewers[1]), address("calendar.announce") + "?scope=national"
    first = desk.post(at, fill(desk.get(at), {"text": TEXT.replace("2027年", "2028年")}))
    assert fields_on(first)["year"] == ["2028"]
    again = desk.post(at, fill(first, {"text": TEXT}))
    assert fields_on(again)["year"] == ["2027"], "another text is another table"
    slip = desk.post(at, fill(again, {"days.0.date": "2027-02-30"}))
    assert slip.status_code == 422 and "日期" in errors_on(slip)
    missing = desk.post(at, fill(again, {"days.0.date": "2027-12-01"}))
    assert missing.status_code == 409 and "元旦" in errors_on(missing)


def test_the_page_says_what_is_known_and_what_is_certain_already(
    winter: Stage, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    page = at_desk(cast.officers[0][1]).get("/calendar/").content.decode()
    assert "国办发明电〔2025〕7号" in page and "2027-02-05" in page
    assert "另有" in page and "尚不能确定" in page
    assert "录入放假安排" not in page.partition("<h1>")[2], "an officer cannot enter it"
    confirm(winter, cast.head, announce(winter, cast.appointer))
    assert "示例发〔2026〕9号" in at_desk(cast.head).get("/calendar/").content.decode()


def test_a_program_announces_by_the_same_act(
    winter: Stage, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    table = at_desk(cast.head).get("/api/v1/acts").json()["acts"]
    assert {"calendar.announce", "calendar.confirm"} <= {one["name"] for one in table}
