"""The page of a publication leads on from wherever it stands, also after a refusal (plan 1.1.b, 1.4.a)."""

from collections.abc import Callable

import pytest
from django.test import Client

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.desk.tests.test_pages import text
from mingfa.bureau.disclosure import reads as disclosure
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

SENT_BACK = "示例：退回，请隐去现场情况中的名称。"


def collected(play: Play) -> tuple[int, int]:
    """Collect a decided case's publication; return the decision and the publication."""
    play.to_decided()
    decision = decisions.decision_of(play.case)
    assert decision is not None
    why = "示例：占用人行道，影响通行。"
    play.stage.act("disclosure.collect", play.team[0], None, decision=decision.id, public_interest=why)
    found = disclosure.publication_of(decision.id)
    assert found is not None
    return decision.id, found.id


@pytest.mark.clause("1.1.b")
def test_what_the_review_sent_back_shows_why_and_can_be_collected_anew(
    at_desk: Callable[[int], Client], cast: Cast, play: Play
) -> None:
    decision, pk = collected(play)
    play.stage.act("disclosure.hand_over", play.team[0], None, publication=pk, opinion="内容属实。")
    play.stage.act(
        "disclosure.review", cast.publicity_head, None, publication=pk, passed=False, opinion=SENT_BACK
    )
    page = text(at_desk(play.team[0]), f"/publications/{pk}/")
    assert SENT_BACK in page
    assert f'href="/acts/disclosure.collect/?decision={decision}"' in page
    assert "重新采集" not in text(at_desk(cast.head), f"/publications/{pk}/")


@pytest.mark.clause("1.4.c")
def test_whoever_answers_for_the_bureau_can_take_down_any_units_publication(
    at_desk: Callable[[int], Client], cast: Cast, play: Play
) -> None:
    _, pk = collected(play)
    decided = decisions.decision_of(play.case)
    assert decided is not None
    play.serve(decided.paper)
    play.stage.act("disclosure.hand_over", play.team[0], None, publication=pk, opinion="内容属实。")
    play.stage.act(
        "disclosure.review", cast.publicity_head, None, publication=pk, passed=True, opinion="同意公示。"
    )
    play.stage.act("disclosure.publish", cast.publicity, None, publication=pk)
    page = text(at_desk(cast.head), f"/publications/{pk}/")
    assert f'href="/acts/disclosure.withdraw/?publication={pk}"' in page
    assert f'href="/cases/{play.case}/"' in page
    assert "撤下公示信息" not in text(at_desk(play.team[1]), f"/publications/{pk}/")


@pytest.mark.clause("1.4.a")
def test_whoever_publishes_goes_on_from_the_page_of_the_publication(
    at_desk: Callable[[int], Client], play: Play
) -> None:
    decision, pk = collected(play)
    client = at_desk(play.team[0])
    form = text(client, f"/acts/disclosure.hand_over/?publication={pk}")
    assert '<a href="/publications/">公示</a> › 移交公示信息' in form
    sent = client.post("/acts/disclosure.hand_over/", {"publication": str(pk), "opinion": "内容属实。"})
    assert sent.status_code == 302
    assert sent["Location"] == f"/publications/{pk}/"
    first = text(client, f"/acts/disclosure.collect/?decision={decision}").partition("data-once")[2]
    assert first.index('name="decision"') < first.index('name="full_text"')


@pytest.mark.clause("2.1.a")
def test_the_case_says_what_was_served(at_desk: Callable[[int], Client], play: Play) -> None:
    play.to_filed()
    play.later(days=1)
    play.inspect()
    play.serve(play.order().index)
    page = text(at_desk(play.team[0]), f"/cases/{play.case}/")
    assert "送达文书</a>：责令改正通知书" in page
