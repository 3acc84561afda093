"""What is held, on the desk: its terms on the page of the case and of the day, its options in the forms."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mingfa.bureau.desk.forms.choices import Situation, provider
from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.kinds.held_terms import terms_in
from mingfa.bureau.desk.tests.sending import address, errors_on, send
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.values import CONTENT
from mingfa.bureau.vault.tests.films import film
from mingfa.example.bureau import Cast, Stage
from mingfa.example.measures import TABLES, Taking

AN_HOUR = 3600


@pytest.fixture
def play(stage: Stage, cast: Cast) -> Taking:
    return Taking.filed(stage, cast)


def words(play: Taking, days: int = 0, hours: float = 0) -> list[tuple[str, str]]:
    now = play.stage.now + timedelta(days=days, hours=hours)
    return [(c.words, c.tone) for c in terms_in(play.case, now, now.date(), Calendar())]


@pytest.mark.rule("COMP-08")
@branching(
    ("days", "shown"),
    [
        pytest.param(0, ("剩30日", "b"), id="当日"),
        pytest.param(20, ("剩10日", "a"), id="第20日提醒"),
        pytest.param(30, ("今天", "r"), id="第30日"),
        pytest.param(31, ("期限届满，应当立即解除", "r"), id="第31日"),
    ],
)
def test_thirty_days_of_a_seizure(play: Taking, days: int, shown: tuple[str, str]) -> None:
    play.seize()
    assert words(play, days) == [shown]


@pytest.mark.rule("COMP-03")
@branching(
    ("hours", "shown"),
    [
        pytest.param(0, ("剩24小时", "b"), id="刚刚实施"),
        pytest.param(12.5, ("剩11小时", "a"), id="第12小时提醒"),
        pytest.param(20.5, ("剩3小时", "r"), id="第20小时提醒"),
        pytest.param(24.5, ("二十四小时内没有补办批准，应当立即解除", "r"), id="第25小时"),
    ],
)
def test_twenty_four_hours_of_an_emergency(play: Taking, hours: float, shown: tuple[str, str]) -> None:
    play.seize(emergency="正在转移。")
    assert shown in words(play, hours=hours)


@pytest.mark.rule("EVID-04")
@branching(
    ("days", "shown"),
    [
        pytest.param(0, ("剩7个工作日", "b"), id="当日"),
        pytest.param(7, ("剩2个工作日", "a"), id="第5个工作日提醒"),
        pytest.param(9, ("今天", "r"), id="第7个工作日"),
        pytest.param(10, ("超期1个工作日", "r"), id="第8个工作日，自动解除"),
    ],
)
def test_seven_working_days_of_a_preservation(play: Taking, days: int, shown: tuple[str, str]) -> None:
    play.preserve()
    assert words(play, days) == [shown]


def test_what_went_has_no_term(play: Taking) -> None:
    play.seize()
    play.preserve()
    play.release()
    play.end_preservation()
    assert words(play, 90) == []


def test_a_form_offers_what_there_is(play: Taking, cast: Cast) -> None:
    assert FACES, "they bring their options along"
    preserve, approval = play.let_preserve(), play.approve()
    play.seize()
    today = date(2026, 9, 7)
    at = Situation(people.actor(play.team[0], today), today, None)
    assert [provider(name)(at) for name in ("measures", "releases")] == [[], []]  # type: ignore[misc]
    case = Situation(at.me, today, play.view)
    offered = {
        name: [o.value for o in (provider(name) or list)(case)]  # type: ignore[operator]
        for name in ("preservation_approvals", "measure_approvals", "preservations", "measures", "releases")
    }
    assert offered == {
        "preservation_approvals": [str(preserve)],
        "measure_approvals": [str(approval)],
        "preservations": [],
        "measures": [str(play.measure)],
        "releases": [],
    }
    release = play.release().index
    assert [o.value for o in (provider("releases") or list)(case)] == [str(release)]  # type: ignore[operator]


def minute(at: Any) -> str:
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


@pytest.mark.rule("COMP-04", "AV-02")
@pytest.mark.clause("2.2.a")
def test_a_seizure_is_recorded_by_forms(play: Taking, at_desk: Callable[[int], Client]) -> None:
    """A recording is uploaded in a row of the form; without it the desk says which minutes are missing."""
    play.seize()
    start = play.taken.started_at.replace(second=0)
    play.after(seconds=600)
    end = play.stage.now.replace(second=0)
    client = at_desk(play.team[0])
    typed = {
        "measure": str(play.measure),
        "ended_at": minute(end),
        "findings": "现场扣押烧烤炉1台、折叠桌4张。",
        "signed": "signed",
    }
    bare = send(client, "measure.record", play.case, **typed)
    assert "没有记录" in errors_on(bare)
    video = SimpleUploadedFile("示例录像.mp4", film(AN_HOUR), "video/mp4")
    rows = {"recordings__0__file": video, "recordings__0__started_at": minute(start)}
    rows |= {"recordings__0__told": "on", "content": [*CONTENT]}
    done = send(client, "measure.record", play.case, **typed, **rows, recordings__0__ended_at=minute(end))
    assert done.status_code == 302, errors_on(done)
    assert play.taken.record is not None


@pytest.mark.parametrize(
    ("act", "asks"),
    [
        ("preservation.approve", "报请事项"),
        ("measure.approve", "扣押：烧烤炉、桌椅"),
        ("measure.make_up", "是否批准"),
        ("measure.excuse", "没有记录的时段：开始"),
        ("measure.extend", "延长的理由"),
        ("measure.release", "解除情形"),
        ("measure.dispose", "处理方式"),
    ],
)
def test_the_head_finds_each_form(
    play: Taking, cast: Cast, at_desk: Callable[[int], Client], act: str, asks: str
) -> None:
    play.seize(emergency="正在转移。")
    play.ask()
    page = at_desk(cast.deputies[0]).get(address(act, play.case)).content.decode()
    assert asks in page
    if act.startswith("measure.") and act != "measure.approve":
        assert play.taken.number in page


def test_the_case_page_and_the_day_show_what_is_due(
    play: Taking, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    play.seize(emergency="正在转移。")
    head = at_desk(cast.deputies[0])
    to_do = f"/acts/measure.make_up/?on={play.case}&amp;measure={play.measure}"
    for page in ("/", f"/cases/{play.case}/"):
        assert to_do in head.get(page).content.decode()
    play.make_up()
    assert to_do not in head.get("/").content.decode()


@pytest.mark.rule("COMP-09")
def test_a_served_test_notice_is_shown_beside_the_term_that_it_moves(
    play: Taking, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    play.hold()
    notice = play.test().index
    page = at_desk(cast.deputies[0])
    assert "不计：检测期间" not in page.get(f"/cases/{play.case}/").content.decode()
    play.serve(notice)
    shown = page.get(f"/cases/{play.case}/").content.decode()
    first, last = (play.stage.now.date() + timedelta(days=n) for n in (1, 10))
    assert f"{first}至{last}不计：检测期间（《中华人民共和国行政强制法》第二十五条第三款）" in shown
    assert words(play, days=11) == [("剩29日", "b")]


@pytest.mark.rule("COMP-11", "COMP-05")
def test_some_of_what_is_held_is_chosen_by_name(
    play: Taking, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    """Of one measure its pieces are offered at once; of two, first the measure is chosen."""
    play.seize()
    head = at_desk(cast.deputies[0])
    form = head.get(address("measure.release", play.case)).content.decode()
    assert "移动烧烤炉1台" in form and "折叠桌4张" in form
    why = {"ground": "unrelated", "reason": "桌子与违法行为无关。"}
    done = send(head, "measure.release", play.case, **why, things=["2"])
    assert done.status_code == 302, errors_on(done)
    assert play.taken.left == (1,)
    first = play.measure
    play.seize()
    assert 'name="things"' not in head.get(address("measure.release", play.case)).content.decode()
    done = send(head, "measure.release", play.case, **why, measure=str(first), things=["1"])
    assert done.status_code == 302, errors_on(done)
    assert [m.left for m in play.held.measures] == [(), (1, 2)]


def test_the_page_says_what_is_held_where_and_until_when(
    play: Taking, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    things = [{**TABLES, "name": f"折叠桌{n}"} for n in range(1, 31)]
    play.hold(things=things)
    page = at_desk(play.team[0]).get(f"/cases/{play.case}/").content.decode()
    for words in (
        "保管中 30 项",
        "剩30日",
        "本局暂扣物品仓库（钱示例保管）",
        "其余 22 项",
        "尚未登记保管情况",
    ):
        assert words in page
    play.keep_log(kind="moved", words="移至二号库。", keeper="李示例", kept_at="二号库")
    page = at_desk(play.team[0]).get(f"/cases/{play.case}/").content.decode()
    assert "二号库（李示例保管）" in page and "移库" in page
    play.after(days=29)
    to_do = at_desk(cast.deputies[0]).get("/").content.decode()
    assert "折叠桌14张、折叠桌24张、折叠桌34张等30项" in to_do and "明天" in to_do
    assert "折叠桌14张" not in at_desk(play.team[0]).get("/").content.decode(), "only a head releases it"
    play.after(days=2)
    to_do = at_desk(cast.deputies[0]).get("/").content.decode()
    assert f"/acts/measure.release/?on={play.case}&amp;measure={play.measure}" in to_do
    assert "期限届满，应当立即解除" in to_do
