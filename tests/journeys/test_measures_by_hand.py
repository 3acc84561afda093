"""Measures by hand: what an officer on the street and a head at the desk fill in, and what pages offer them.

Only what pages show leads on: what waits on a person's day, what stands beside a thing that is held.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.tests.conftest import (  # noqa: F401
    _fresh_cache,
    _own_signer,
    _time_of_the_stage,
    at_desk,
)
from mingfa.bureau.desk.tests.sending import errors_on, fields_on, fill
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.records.values import CONTENT
from mingfa.bureau.vault.tests.films import film
from mingfa.example.bureau import Cast, Stage
from mingfa.example.measures import Taking

pytestmark = pytest.mark.long

Desk = Callable[[int], Client]
WHY = {"kind": "seize", "reason": "当事人拒不改正，可能转移工具。", "basis": "生态环境法典 562"}
SHOP = {"party.kind": "sole_trader", "party.name": "示例烧烤店", "party.address": "示例市示例路100号"}
MACHINES = {
    "things.0.name": "空气压缩机",
    "things.0.quantity": "1",
    "things.0.per": "台",
    "things.0.relation": "排放噪声的设备",
}


class Hand:
    """Somebody at the desk: opens what a page offers, fills it in and sends it."""

    def __init__(self, sit: Desk, person: int, play: Taking) -> None:
        self.sit, self.person, self.play = sit, person, play

    @property
    def client(self) -> Client:
        """Sit down anew: weeks pass between two acts, a session does not last so long."""
        return self.sit(self.person)

    def page(self, path: str = "") -> str:
        return unescape(self.client.get(path or f"/cases/{self.play.case}/").content.decode())

    def way(self, words: str, path: str = "") -> str:
        """Return where a link of these words leads, on the page of the case or another."""
        found = re.findall(rf'href="([^"]+)"[^>]*>(?:<strong>)?{words}<', self.page(path))
        assert found, f"nothing offers {words}"
        return str(found[0])

    def do(self, link: str, path: str = "", /, **typed: Any) -> HttpResponse:
        """Follow a link to an act's form, fill it in as asked and send it; it may ask on."""
        where, client = self.way(link, path), self.client
        answer = client.get(where)
        assert answer.status_code == 200
        for _ in range(2):
            sent = fill(answer, typed)
            answer = client.post(where, sent)
            if answer.status_code != 200 or fields_on(answer).get("_settles") == sent.get("_settles"):
                break
        return answer

    def done(self, link: str, path: str = "", /, **typed: Any) -> None:
        answer = self.do(link, path, **typed)
        assert answer.status_code == 302, errors_on(answer)
        # Between two acts a minute passes: what is typed has no seconds.
        self.play.after(seconds=120)


def minute(at: datetime) -> str:
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def on_the_spot(play: Taking) -> dict[str, str]:
    """Return each point of 强制法 18, pressed when it happened."""
    points = ("started_at", "shown_at", "notified_at", "told_at", "heard_at", "handed_over_at")
    found = {name: minute(play.stage.now - timedelta(minutes=29 - 5 * n)) for n, name in enumerate(points)}
    return {
        **found,
        "party_present": "1",
        "place": "示例路100号工地",
        "kept_at": "涉案财物仓库",
        "keeper": "钱示例",
        **MACHINES,
    }


def recording(play: Taking) -> dict[str, Any]:
    """Return the one recording of the whole scene."""
    taken = play.held.measures[-1]
    end = minute(play.stage.now)
    return {
        "ended_at": end,
        "findings": "逐件清点、拍照后装车。",
        "signed": "signed",
        "recordings.0.file": SimpleUploadedFile("示例.mp4", film(1860), "video/mp4"),
        "recordings.0.started_at": minute(taken.started_at),
        "recordings.0.ended_at": end,
        "recordings.0.told": "1",
        "content": [*CONTENT],
    }


def service_of(play: Taking) -> dict[str, Any]:
    """Return how a paper was handed to the party itself."""
    return {
        "method": "personal",
        "received_by": "王示例",
        "relation": "self",
        "signed": "1",
        "place": "示例路100号",
        "servers": [str(pk) for pk in play.team],
        "reason.it_was_recorded_in_sound_and_picture": "送达回证能够全面有效记录。",
    }


def receipt_of(play: Taking) -> dict[str, Any]:
    """Return how what was released came back."""
    return {
        "returned_at": minute(play.stage.now),
        "where": "涉案财物仓库",
        "receiver": "王示例",
        "signed": "1",
        "officers": [str(pk) for pk in play.team],
        "reason.the_end_was_recorded_in_picture": "退还清单能够全面有效记录。",
    }


@pytest.fixture
def street(stage: Stage, cast: Cast) -> Taking:
    """A clue on the street, not filed yet."""
    return Taking.on_the_street(stage, cast)


@pytest.fixture
def officer(street: Taking, at_desk: Desk) -> Hand:  # noqa: F811
    return Hand(at_desk, street.team[0], street)


@pytest.fixture
def head(street: Taking, at_desk: Desk) -> Hand:  # noqa: F811
    return Hand(at_desk, street.cast.deputies[0], street)


@pytest.mark.rule("COMP-01", "COMP-02", "COMP-08", "COMP-09", "COMP-10", "COMP-11")
@pytest.mark.clause("2.2.a")
def test_a_seizure_from_the_request_to_the_return(street: Taking, officer: Hand, head: Hand) -> None:
    street.keep()
    street.verify()
    street.propose()
    street.file()
    wrong = officer.do("报请批准查封、扣押", **WHY | {"basis": "局长办公会纪要", "things": "空气压缩机"})
    assert "不是已登记的法律" in errors_on(wrong) and "拒不改正" in wrong.content.decode()
    officer.done("报请批准查封、扣押", **WHY, things="空气压缩机")
    assert "实施查封、扣押<" not in officer.page()
    asked = head.client.get(head.way("批准查封、扣押", "/")).content.decode()
    assert "当事人拒不改正，可能转移工具。" in asked, "the head reads what is asked for"
    head.done("批准查封、扣押", "/", approved="true", opinion="同意。")
    pair = {"officers": [str(pk) for pk in street.team]}
    officer.done("实施查封、扣押", "/", **on_the_spot(street), **pair)
    officer.done("制作现场笔录", "/", **recording(street))
    officer.done("登记保管情况", kind="stored", words="入库清点，逐件贴标签。")
    for words in ("保管中 1 项", "涉案财物仓库（钱示例保管）", "空气压缩机1台", "剩30日"):
        assert words in officer.page()
    today = street.stage.now.date()
    days = {"from_on": str(today + timedelta(days=1)), "until_on": str(today + timedelta(days=10))}
    officer.done("告知检测期间", what="噪声级", by="示例检测中心", **days)
    officer.done("送达文书", **service_of(street))
    assert "10月17日" in officer.page(), "the ten days of the test do not count"
    street.after(days=35)
    head.done("延长查封、扣押期限", days="30", reason="检测结论有争议。")
    officer.done("送达文书", "/", **service_of(street))
    head.done("解除查封、扣押", ground="other", reason="已经改正，不再需要。")
    officer.done("退还财物", "/", **receipt_of(street))
    assert street.held.measures[0].state == "returned"
    assert "保管中" not in officer.page()


@pytest.mark.rule("COMP-03", "COMP-11")
def test_an_emergency_that_the_head_refuses_is_released_before_the_clue_is_dropped(
    street: Taking, officer: Hand, head: Hand
) -> None:
    pair = {"officers": [str(pk) for pk in street.team]}
    taking = on_the_spot(street) | WHY | SHOP | pair | {"emergency": "当事人正在装车转移。"}
    empty = officer.do("紧急当场查封、扣押")
    assert "必须填写" in errors_on(empty) and 'name="things.0.name"' in empty.content.decode()
    officer.done("紧急当场查封、扣押", **taking)
    proposal = officer.client.get(f"/acts/case.propose/?on={street.case}").content.decode()
    assert 'value="示例烧烤店"' in proposal, "whoever was named on the spot is not asked for again"
    assert "实施措施时填写" in officer.page()
    officer.done("制作现场笔录", "/", **recording(street))
    head.done("补办查封、扣押批准", "/", approved="false", opinion="没有必要扣押。")
    street.verify(result="not_worth_filing", words="经核查，违法事实不能成立。")
    drop = {"agreed": "1", "opinion": "违法事实不能成立，不予立案。"}
    refused = head.do("审批不予立案", **drop)
    assert refused.status_code == 409
    for words in ("扣押的空气压缩机1台", "第二十八条", "由负责人办理“解除查封、扣押”"):
        assert words in refused.content.decode()
    head.done("解除查封、扣押", "/", ground="other", reason="负责人不予补办批准。")
    assert "由承办人办理“退还财物”" in head.do("审批不予立案", **drop).content.decode()
    officer.done("退还财物", "/", **receipt_of(street))
    head.done("审批不予立案", **drop)
    case = cases.case(street.case)
    assert case is not None and case.state == "dropped"


@pytest.mark.rule("EVID-04", "EVID-03")
def test_evidence_preserved_and_decided_upon_in_seven_days(street: Taking, officer: Hand, head: Hand) -> None:
    officer.done("报请批准先行登记保存", things="宣传单样张", reason="随时可能被清除。")
    head.done("批准先行登记保存", "/", approved="true", opinion="同意。")
    kept = {
        "place": "示例路100号",
        "certificate_shown": "1",
        "things.0.name": "宣传单",
        "things.0.quantity": "20",
        "keeping": "away",
        "kept_at": "证据室",
        "keeper": "钱示例",
        "handed_over": "1",
        "signed": "signed",
        "officers": [str(pk) for pk in street.team],
        "reason.the_preservation_was_recorded_in_picture": "清单能够全面有效记录。",
    }
    officer.done("先行登记保存", "/", **SHOP, **kept)
    assert "证据室（钱示例保管）" in officer.page() and "宣传单20件" in officer.page()
    head.done("处理先行登记保存的证据", "/", how="copied", reason="已经逐一拍照固定。")
    assert street.held.preserved == ()
