"""A case by hand, from the clue to the decision: every act by its form, as the people of a bureau do it."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client
from PIL import Image

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.forms.reading import shown_moment
from mingfa.bureau.desk.tests.sending import address, errors_on, fill, send
from mingfa.bureau.records import reads as records
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play


def picture() -> BytesIO:
    """Return an invented photo as an upload."""
    out = BytesIO()
    Image.new("RGB", (640, 480), "#8899aa").save(out, "JPEG")
    out.name, _ = "示例现场.jpg", out.seek(0)
    return out


def landed(answer: HttpResponse) -> int:
    """Return the case an act led to."""
    assert answer.status_code == 302, errors_on(answer)
    return int(answer["Location"].rstrip("/").rpartition("/")[2])


class Hand:
    """Somebody at the desk with one case before them."""

    def __init__(self, client: Client, stage: Stage, on: int | None = None) -> None:
        self.client, self.stage, self.on = client, stage, on

    def do(self, act: str, **typed: object) -> int:
        self.stage.now += timedelta(minutes=30)
        return landed(send(self.client, act, self.on, **typed))

    def ago(self, minutes: int) -> str:
        return shown_moment(self.stage.now - timedelta(minutes=minutes))


def register(hand: Hand, cast: Cast) -> int:
    return hand.do(
        "case.register",
        item=str(cast.items["店外经营"]),
        source="patrol",
        found_at="今天 8:30",
        act_on="今天",
        street="650104001",
        place="示例路100号门前",
        summary="巡查发现店外经营。",
    )


@pytest.mark.clause("2.1.a", "2.3.b", "3.2.b")
def test_a_case_is_carried_by_forms_from_the_clue_to_the_decision(
    at_desk: Callable[[int], Client], stage: Stage, cast: Cast, play: Play
) -> None:
    hand = Hand(at_desk(play.team[0]), stage)
    hand.on = register(hand, cast)
    deputy = Hand(at_desk(cast.deputies[0]), stage, hand.on)
    filed(hand, deputy, play.team)
    fine = concluded(hand)
    case = cases.case(hand.on)
    assert case is not None
    assert case.proposal is not None
    assert (case.state, case.proposal.amount) == ("concluded", fine)
    deputy.do("notice.issue")
    served(hand)
    hand.do(
        "statement.waive",
        made_on="今天",
        by="王示例（经营者）",
        rights=["statement"],
        signed="1",
        document="声明书",
    )
    hand.do("review.request", explanation="事实清楚，证据充分，请予审核。")
    reviewed(Hand(at_desk(cast.reviewers[1]), stage, hand.on))
    deputy.do("decision.make", opinion="同意。", agreed="1")
    decided = cases.case(hand.on)
    assert decided is not None
    assert decided.state == "decided"


def filed(hand: Hand, deputy: Hand, team: list[int]) -> None:
    """Keep evidence, verify, propose, and let the deputy file the case."""
    hand.do(
        "record.keep",
        kind="documentary",
        name="现场照片",
        proves="店外经营事实",
        obtained_at="今天 8:40",
        origin="现场拍摄",
        file=picture(),
    )
    hand.do("case.verify", result="worth_filing", words="属实。")
    hand.do(
        "case.propose",
        party__kind="sole_trader",
        party__name="示例小吃店",
        party__address="示例路100号",
        party__representative="王示例",
        handlers=[str(person) for person in team],
        recusal_declared="1",
        facts="店外经营。",
        opinion="建议立案。",
    )
    deputy.do("case.file", approved="true", opinion="同意立案。")


def concluded(hand: Hand) -> int:
    """Inspect, order the correction, conclude with the lowest fine; return it in 分."""
    hand.do(
        "record.inspect",
        started_at=hand.ago(20),
        ended_at=hand.ago(5),
        certificate_shown="1",
        rights_told="1",
        kit_checked="1",
        findings="店外摆放桌椅六平方米。",
        signed="signed",
        media=picture(),
    )
    hand.do("correction.order", facts="店外经营。", what="立即改正。")
    assert hand.on is not None
    case = cases.case(hand.on)
    assert case is not None
    step = next(s for s in case.item.steps if s.kind == "fine")
    hand.do(
        "case.conclude",
        facts="经查，当事人店外经营。",
        evidence__0__evidence=str(records.recorded(hand.on).usable[0].id),
        evidence__0__proves="店外经营事实",
        outcome="penalty",
        step=step.name,
        factors="无从轻、从重情节。",
        kinds=["fine"],
        amount=f"{step.low // 100}元",
    )
    return step.low


def served(hand: Hand) -> None:
    """Serve the only outward paper there is."""
    page = hand.client.get(address("service.serve", hand.on)).content.decode()
    paper = page.partition('name="paper" value="')[2].partition('"')[0] or page.partition("尚未送达")[0]
    paper = paper if paper.isdigit() else paper.rpartition('value="')[2].partition('"')[0]
    hand.do(
        "service.serve",
        paper=paper,
        method="personal",
        relation="self",
        signed="1",
        media=picture(),
    )


def reviewed(hand: Hand) -> None:
    """Agree on all eight points; what was computed beforehand stands beside them."""
    page = hand.client.get(address("review.opine", hand.on))
    assert page.content.decode().count("系统核对：") == 8
    typed = {f"points.{n}.ok": "true" for n in range(8)} | {
        f"points.{n}.note": "经核对，符合。" for n in range(8)
    }
    hand.stage.now += timedelta(minutes=30)
    answer = hand.client.post(
        address("review.opine", hand.on), fill(page, typed | {"opinion": "pass", "words": "同意。"})
    )
    assert landed(answer) == hand.on
