"""The pages of the desk: what waits today, the case page's three questions, lists, signing in, tampering."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from mingfa.bureau.cases.models import Case
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.desk.tests.conftest import PASSWORD, account
from mingfa.bureau.disclosure import reads as disclosure
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play


def text(client: Client, path: str, status: int = 200) -> str:
    page = client.get(path)
    assert page.status_code == status, path
    # Where a tag is broken into lines is no matter.
    return re.sub(r"<[^<>]*>", lambda tag: " ".join(tag[0].split()).replace(" >", ">"), page.content.decode())


@pytest.mark.clause("3.4.b")
def test_the_first_page_says_what_to_do_first(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast, play: Play
) -> None:
    """A clue of 7 September is verified within 15 working days: by 27 September it is tomorrow's matter."""
    play.register()
    officer = at_desk(play.team[0])
    assert "今天没有到期的事，可以先办这些" in text(officer, "/")
    stage.now += timedelta(days=20)
    found = text(at_desk(play.team[0]), "/")
    assert "今天先办这 1 件" in found
    assert f'href="/cases/{play.case}/"' in found
    assert "核查线索" in found
    assert "今天没有待办事项" in text(at_desk(cast.head), "/")


def test_after_handlers_are_named_only_they_are_asked(
    at_desk: Callable[[int], Client], cast: Cast, play: Play
) -> None:
    play.register()
    play.keep()
    play.verify()
    play.propose()
    assert "审批立案" in text(at_desk(cast.deputies[0]), "/")
    play.file()
    for officer in play.team:
        assert "现场检查" in text(at_desk(officer), "/")
    assert "今天没有待办事项" in text(at_desk(cast.officers[0][2]), "/")


@pytest.mark.clause("2.1.a", "2.4.a")
def test_the_case_page_answers_its_three_questions(
    at_desk: Callable[[int], Client], cast: Cast, play: Play
) -> None:
    play.register()
    play.keep()
    play.verify()
    play.propose()
    play.file()
    found = text(at_desk(play.team[0]), f"/cases/{play.case}/")
    assert "调查取证</span>" in found
    assert "还不能办理“调查终结”" in found
    assert "《中华人民共和国行政处罚法》第五十五条" in found
    assert f'href="/acts/record.inspect/?on={play.case}"' in found
    assert f'href="/acts/case.conclude/?on={play.case}"' not in found
    assert "立案审批表" in found
    assert "办案期限" in found
    assert '至 <span class="wh">2026-12-07</span>' in found, "the ninetieth day is a Sunday"
    waiting = text(at_desk(cast.head), f"/cases/{play.case}/")
    assert "下一步“调查终结”由本案承办人" in waiting
    assert f'href="/acts/case.conclude/?on={play.case}"' not in waiting


@pytest.mark.clause("2.4.c")
def test_what_was_changed_behind_the_doorway_is_not_shown(
    at_desk: Callable[[int], Client], play: Play
) -> None:
    play.register()
    Case.objects.filter(pk=play.case).update(place="被改动的地点")
    client = at_desk(play.team[0])
    page = text(client, f"/cases/{play.case}/", 500)
    assert "数据未通过核验，已停止显示" in page
    assert "被改动的地点" not in page


@pytest.mark.clause("2.4.c")
def test_a_list_marks_what_was_changed_and_goes_on_with_the_rest(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast, play: Play
) -> None:
    """One altered row neither hides everybody's work nor shows a value of its own."""
    play.register()
    sound = Play(stage, cast)
    sound.register(place="示例路200号")
    Case.objects.filter(pk=play.case).update(title="被改动的名称")
    client = at_desk(play.team[0])
    for path in ("/cases/", "/"):
        page = text(client, path)
        assert "被改动的名称" not in page
        assert "无法核验" in page
        assert f'href="/cases/{play.case}/"' in page
        assert f'href="/cases/{sound.case}/"' in page
    listed = {c["id"]: c for c in client.get("/api/v1/cases").json()["cases"]}
    assert (listed[play.case]["altered"], listed[sound.case]["altered"]) == (True, False)
    assert "被改动" not in str(listed)


def test_lists_can_be_read_by_everybody_inside(at_desk: Callable[[int], Client], cast: Cast) -> None:
    client = at_desk(cast.officers[0][0])
    assert "店外经营" in text(client, "/items/")
    assert "裁量基准" in text(client, f"/items/{cast.items['店外经营']}/")
    acts = text(client, "/acts/")
    assert "审批立案" in acts
    headings = re.findall(r"<h2>(.*?)</h2>", acts)
    assert len(headings) > 15 and not [one for one in headings if re.search("[a-z]", one)]
    assert "DEC-02" in text(client, "/rules/?q=DEC-02")
    assert "行政处罚普通程序" in text(client, "/charts/")
    assert "<svg" in text(client, "/charts/ordinary.svg")
    assert client.get("/charts/none.svg").status_code == 404
    assert "搜索案件" in text(client, "/keys/")
    text(client, "/items/999999/", 404)


@pytest.mark.clause("3.1.b")
def test_the_roster_says_whether_reviewers_suffice(at_desk: Callable[[int], Client], cast: Cast) -> None:
    found = text(at_desk(cast.head), "/people/")
    assert "法制审核人员 3 名，执法人员 24 名" in found
    assert "应当不少于 2 名，已经达到" in found
    assert "示E0001" in found


def test_filters_narrow_the_list(at_desk: Callable[[int], Client], cast: Cast, play: Play) -> None:
    play.register()
    client = at_desk(play.team[0])
    assert "共 1 件" in text(client, "/cases/?state=clue")
    assert "共 0 件" in text(client, "/cases/?state=closed")
    assert "共 0 件" in text(client, "/cases/?mine=1")
    assert "共 1 件" in text(client, f"/cases/?item={cast.items['店外经营']}&unit={cast.units['市容中队']}")
    assert "共 1 件" in text(client, "/cases/?q=示例路&page=99999999999")


def test_nobody_comes_in_without_signing_in(client: Client, cast: Cast) -> None:
    for path in ("/", "/cases/", "/acts/case.register/", "/people/", "/papers/1/"):
        page = client.get(path)
        assert page.status_code == 302
        assert page["Location"].startswith("/sign-in/?next=")


def test_signing_in_leads_on_and_out_again(client: Client, cast: Cast) -> None:
    name = account(cast.head)
    answer = client.post("/sign-in/", {"username": name, "password": PASSWORD, "next": "/cases/"})
    assert answer["Location"] == "/cases/"
    assert client.get("/").status_code == 200
    client.post("/sign-out/")
    assert client.get("/").status_code == 302


def test_no_page_of_another_site_is_led_to(client: Client, cast: Cast) -> None:
    name = account(cast.head)
    sent = {"username": name, "password": PASSWORD, "next": "https://example.com/"}
    assert client.post("/sign-in/", sent)["Location"] == "/"


def test_too_many_attempts_pause_the_account(client: Client, cast: Cast) -> None:
    name = account(cast.head)
    for _ in range(5):
        page = client.post("/sign-in/", {"username": name, "password": "wrong"})
        assert "账号或者密码不正确" in page.content.decode()
    page = client.post("/sign-in/", {"username": name, "password": PASSWORD})
    assert "暂停登录15分钟" in page.content.decode()
    assert client.get("/").status_code == 302


def test_an_account_without_a_person_may_nothing(client: Client, cast: Cast) -> None:
    client.force_login(get_user_model().objects.create_user("nobody"))
    assert "没有关联人员" in text(client, "/", 403)


def test_every_page_keeps_to_itself(at_desk: Callable[[int], Client], cast: Cast) -> None:
    page = at_desk(cast.head).get("/")
    assert "default-src 'none'" in page["Content-Security-Policy"]
    assert "unsafe" not in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert "no-store" in page["Cache-Control"]
    assert "http://" not in page.content.decode().replace("http://www.w3.org", "")
    assert "<script>" not in page.content.decode()


def test_large_type_is_remembered(at_desk: Callable[[int], Client], cast: Cast) -> None:
    client = at_desk(cast.head)
    client.post("/display/", {"elder": "1", "next": "/"})
    assert '<html lang="zh-Hans-CN" data-elder>' in text(client, "/")


def test_errors_are_said_in_chinese(client: Client, at_desk: Callable[[int], Client], cast: Cast) -> None:
    assert "没有找到这个页面" in text(client, "/no/such/page/", 404)
    strict = Client(enforce_csrf_checks=True)
    assert "页面已经过期" in strict.post("/sign-in/", {"username": "x"}).content.decode()
    assert "没有找到这个页面" in text(at_desk(cast.head), "/cases/1/", 404)


def test_our_own_files_are_kept_for_a_year_and_nothing_else_is_sent(client: Client) -> None:
    assert "immutable" in client.get("/static/desk/calm.css")["Cache-Control"]
    assert client.get("/static/desk/desk.js").status_code == 200
    assert client.get("/static/desk/..%2Furls.py").status_code == 404


@pytest.mark.clause("2.4.a")
def test_supervision_shows_what_is_past_its_term_and_to_whom_it_belongs(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast, play: Play
) -> None:
    play.register()
    play.keep()
    play.verify()
    play.propose()
    play.file()
    assert "没有超过期限的事项" in text(at_desk(cast.supervisor), "/supervision/")
    stage.now += timedelta(days=95)
    found = text(at_desk(cast.supervisor), "/supervision/")
    assert "办案期限" in found
    assert "超期4日" in found, "the ninetieth day, a Sunday, gave way to 7 December"
    assert f'href="/cases/{play.case}/"' in found
    assert "监督</a>" not in text(at_desk(play.team[0]), "/")
    text(at_desk(play.team[0]), "/supervision/", 403)


def stage_act(play: Play, name: str, **inputs: object) -> None:
    """Do an act that stands on no case of its own."""
    play.stage.act(name, play.team[0], None, **inputs)


@pytest.mark.clause("1.4.a", "1.4.d")
def test_what_is_to_be_published_waits_for_those_who_publish(
    at_desk: Callable[[int], Client], cast: Cast, play: Play
) -> None:
    """The decision waits for its unit and for publicity; nobody else is asked, and nothing is typed again."""
    play.to_decided()
    decision = decisions.decision_of(play.case)
    assert decision is not None
    for person in (play.team[0], cast.publicity):
        assert "采集公示信息" in text(at_desk(person), "/")
    assert "未采集" in text(at_desk(cast.publicity), "/publications/")
    stage_act(
        play,
        "disclosure.collect",
        decision=decision.id,
        full_text=True,
        public_interest="示例：占用人行道，影响通行。",
    )
    found = disclosure.publication_of(decision.id)
    assert found is not None
    stage_act(play, "disclosure.hand_over", publication=found.id, opinion="内容属实。")
    page = text(at_desk(cast.publicity), f"/publications/{found.id}/")
    assert "公众看到的内容" in page
    assert "［住址（住所）已隐去］" in page
    assert "91650104" not in page
    assert f"/acts/disclosure.review/?publication={found.id}" in page
    form = text(at_desk(cast.publicity_head), f"/acts/disclosure.review/?publication={found.id}")
    assert f'value="{found.id}" checked' in form or f'value="{found.id}" selected' in form


@pytest.mark.clause("2.4.a")
def test_supervision_shows_the_weak_points_and_no_person(
    at_desk: Callable[[int], Client], cast: Cast, play: Play
) -> None:
    play.register()
    with pytest.raises(Refused):
        play.propose()
    found = text(at_desk(cast.supervisor), "/supervision/")
    obstacles = found.partition("薄弱环节")[2].partition("：各环节")[0]
    assert "提请立案" in obstacles
    assert "此时不能办理" in obstacles
    assert people.actor(play.team[0], play.stage.now.date()).name not in obstacles
