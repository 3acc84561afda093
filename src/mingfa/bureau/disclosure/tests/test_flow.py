"""Collect, hand over, review, publish: four acts by four hands (plan 1.1.a-d, 1.4.a-c)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from mingfa.bureau.cases.models import Case
from mingfa.bureau.disclosure import reads
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.ledger.models import DISCLOSURE
from mingfa.bureau.ledger.reader import history, leaf, open_items
from mingfa.bureau.papers import digest_of_facts
from mingfa.feed.item import Item
from mingfa.feed.notice import Notice, PublicText
from mingfa.feed.operations import Publish, from_entry
from mingfa.feed.value import from_value

from .conftest import INTEREST, PARTIES, PERSON, Press


def refused(act: Callable[..., Any], *args: Any, **inputs: Any) -> set[str]:
    with pytest.raises(Refused) as caught:
        act(*args, **inputs)
    return {r.code for r in caught.value.refusals}


@pytest.mark.rule("PUB-02", "PUB-06")
@pytest.mark.clause("1.1.a", "1.1.b", "1.1.c", "1.4.a", "1.4.c")
def test_a_decision_goes_public_through_four_hands(press: Press) -> None:
    press.to_published("unit")
    p = press.publication
    hands = (p.author, p.handed_by, p.reviewer)
    assert hands == (press.play.team[0], press.cast.leaders[0], press.cast.publicity_head)
    assert (p.state, p.workday_no, p.due_on) == ("published", 0, date(2026, 10, 8))
    shown = reads.shown(p)["notice"]
    four = (shown["agency"], shown["party"], shown["category"], shown["conclusion"])
    assert four == (
        "高新区（新市区）城市管理局",
        "示例餐饮有限公司",
        "行政处罚（普通程序）",
        "罚款人民币壹佰柒拾伍元整（¥175.00）。",
    )
    acts = [e.entry.text("act") for e in history(press.play.case) if e.entry.text("act").startswith("disc")]
    steps = ("collect", "hand_over", "review", "publish")
    assert acts == [f"disclosure.{s}" for s in steps], "each step is found in the case's history"


@pytest.mark.clause("1.1.c", "1.4.c")
def test_what_is_public_reads_back_through_the_feeds_own_check(press: Press) -> None:
    press.to_published("person", full_text=True)
    recorded = leaf(press.publication.index or 0, DISCLOSURE)
    operation = from_entry(recorded.data)
    assert isinstance(operation, Publish) and operation.op == "publish"
    assert (operation.ref, operation.due) == (press.publication.ref, "2026-10-08")
    rows = open_items(recorded.entry.items.values())
    items = {i.name: Item(bytes(i.salt), i.name, bytes(i.value).decode()) for i in rows.values()}
    assert {n: i.commitment for n, i in items.items()} == operation.items
    notice, text = from_value("penalty", items["notice"].value), from_value("text", items["text"].value)
    assert isinstance(notice, Notice) and isinstance(text, PublicText)
    assert (notice.party, notice.party_kind, notice.uscc) == ("王某", "person", None)


@pytest.mark.rule("RED-02", "RED-03", "RED-06")
@pytest.mark.clause("1.1.d")
def test_nothing_of_a_person_is_public(press: Press) -> None:
    press.decide(
        "person", facts="经查，王小明（住示例市高新区示例路100号1单元101室，电话138-0000-0000）店外经营。"
    )
    press.collect(full_text=True)
    press.hand_over()
    press.review()
    press.publish()
    public = str(reads.shown(press.publication))
    for word in ("王小明", "138-0000-0000", "101室", PERSON["code"], "0000 0000 0000 0000"):
        assert word not in public
    assert (
        reads.shown(press.publication)["notice"]["facts"]
        == "经查，王某（住（住址略），电话（联系电话略））店外经营。"
    )


@pytest.mark.rule("PUB-14")
@pytest.mark.clause("1.1.d")
def test_served_and_published_text_are_linked(press: Press) -> None:
    press.to_published(full_text=True)
    entry = leaf(press.decision).entry
    facts: Any = reads.value(entry, "paper")
    assert press.publication.served_digest == digest_of_facts("penalty_decision", facts)
    assert press.publication.served_digest not in str(reads.shown(press.publication)), "the link stays inside"


@pytest.mark.rule("PUB-03")
@pytest.mark.clause("1.4.b")
def test_a_decision_not_to_penalise_has_twenty_working_days(press: Press) -> None:
    press.decide_not_to_penalise()
    press.collect(full_text=True)
    notice = reads.draft(press.publication)["notice"]
    assert (notice["category"], notice["workdays_allowed"]) == ("不予行政处罚（普通程序）", 20)
    assert press.publication.due_on == date(2026, 10, 26), "two swap days are worked, the holidays are not"
    assert "amount" not in notice and "危害后果轻微" in str(reads.draft(press.publication)["text"])


@pytest.mark.rule("PI-02", "PUB-04")
@pytest.mark.parametrize("party", ["person", "sole_trader"])
def test_a_natural_persons_penalty_needs_its_public_interest(press: Press, party: str) -> None:
    press.decide(party)
    assert refused(press.collect, public_interest="") == {"the_public_interest_is_recorded"}
    press.collect(public_interest=INTEREST)
    assert press.publication.state == "collected"


@pytest.mark.rule("PI-02")
def test_a_units_penalty_needs_no_such_reason(press: Press) -> None:
    press.decide("unit")
    press.collect(public_interest="")
    assert press.publication.state == "collected"


@pytest.mark.rule("RED-01")
def test_a_restricted_matter_does_not_go_online(press: Press) -> None:
    play = press.play
    register = play.register
    play.register = lambda **over: register(restricted=True, **over)  # type: ignore[method-assign]
    press.decide("unit")
    assert Case.objects.filter(audience__startswith="restricted:").exists()
    assert refused(press.collect) == {"the_matter_is_not_restricted"}
    with pytest.raises(NotYours):
        press.collect(by=press.cast.publicity)


@pytest.mark.rule("RED-04")
def test_a_minors_case_does_not_go_online(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PARTIES, "minor", PERSON | {"code": "110101201003077571"})
    press.decide("minor", mitigation=["under_18"])
    assert refused(press.collect) == {"the_party_is_no_minor"}


@pytest.mark.rule("RED-01", "RED-02")
@pytest.mark.clause("1.1.d")
def test_an_illness_does_not_go_online(press: Press) -> None:
    press.decide_not_to_penalise("person", incapable=True)
    assert refused(press.collect) == {"no_illness_becomes_public"}


@pytest.mark.rule("PUB-06")
@pytest.mark.clause("1.1.a")
def test_nobody_reviews_what_they_collected(press: Press) -> None:
    press.decide()
    press.collect(by=press.cast.publicity)
    press.hand_over()
    assert refused(press.review, by=press.cast.publicity) == {"the_reviewer_is_not_the_author"}
    press.review()
    assert press.publication.reviewer == press.cast.publicity_head


@pytest.mark.rule("PUB-06")
@pytest.mark.clause("1.1.b")
def test_no_step_is_passed_over(press: Press) -> None:
    press.decide()
    press.collect()
    assert refused(press.review) == {"this_step_of_publication_is_next"}
    assert refused(press.publish) >= {"this_step_of_publication_is_next", "somebody_else_reviewed_it"}
    press.hand_over()
    assert refused(press.hand_over) == {"this_step_of_publication_is_next"}
    assert refused(press.collect) == {"it_is_not_on_its_way_already"}


@pytest.mark.clause("1.1.a", "1.1.b")
def test_the_unit_that_enforced_collects_and_its_leader_hands_over(press: Press) -> None:
    press.decide()
    with pytest.raises(NotYours):
        press.collect(by=press.cast.officers[1][1])
    press.collect()
    with pytest.raises(NotYours):
        press.stage.act(
            "disclosure.hand_over", press.cast.leaders[1], None, publication=press.pk, opinion="内容属实。"
        )
    assert press.publication.state == "collected"


@pytest.mark.rule("PUB-06", "RED-06")
@pytest.mark.clause("1.1.d")
def test_what_was_returned_is_collected_again_with_more_taken_out(press: Press) -> None:
    press.decide("unit", facts="经查，当事人使用示例秘方酱料，在店外经营。")
    first = press.collect()
    press.hand_over()
    press.review(passed=False, opinion="示例秘方属于商业秘密，应当隐去。")
    assert press.publication.state == "collected"
    press.collect(removals=[{"words": "示例秘方", "label": "商业秘密"}])
    assert (press.publication.id, press.publication.state) == (first, "collected")
    assert "示例秘方" not in str(reads.draft(press.publication))
    press.hand_over()
    press.review()
    press.publish()
    assert "（商业秘密略）酱料" in reads.shown(press.publication)["notice"]["facts"]


@pytest.mark.rule("RED-06")
def test_a_leak_stops_review_and_publication(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody questioned after the collection is a secret from then on: the old content leaks the name."""
    press.decide("unit", facts="经查，当事人的店员赵示范在店外经营。")
    press.collect()
    press.hand_over()
    monkeypatch.setattr("mingfa.bureau.disclosure.redaction.gather.named_in_records", lambda case: ["赵示范"])
    assert refused(press.review) == {"nothing_protected_can_be_read"}
    press.review(passed=False, opinion="出现证人姓名，退回。")
    press.collect()
    press.hand_over()
    press.review()
    press.publish()
    assert "店员赵某" in reads.shown(press.publication)["notice"]["facts"]


@pytest.mark.rule("PUB-02")
@pytest.mark.clause("1.4.a")
def test_lateness_is_recorded_and_shown(press: Press) -> None:
    press.decide()
    press.collect()
    press.hand_over()
    press.review()
    press.play.later(days=20)
    assert press.stage.now.date() == date(2026, 10, 12), "swap days: the 20th and the 10th October are worked"
    assert refused(press.publish) == {"it_is_published_in_time"}
    press.publish(reasons={"it_is_published_in_time": "示例：系统停机检修。"})
    shown = reads.shown(press.publication)["notice"]
    assert (shown["workday_of_publication"], shown["workdays_allowed"]) == (10, 7)
    assert reads.counts(press.stage.now.date())["penalty"].late == 1


@pytest.mark.rule("PUB-14")
def test_the_party_reads_it_before_the_public(press: Press) -> None:
    press.decide(serve=False)
    press.collect()
    press.hand_over()
    press.review()
    assert refused(press.publish) == {"what_is_shown_was_served"}
    press.stage.now += timedelta(hours=1)
    press.play.serve(press.decision)
    press.publish()
    assert reads.shown(press.publication)["notice"]["served_on"] == "2026-09-21"


@pytest.mark.rule("PUB-05")
def test_what_was_revoked_on_the_way_goes_no_further(press: Press) -> None:
    press.decide()
    press.collect()
    press.play.revoke()
    codes = {"the_decision_still_stands"}
    assert refused(press.hand_over) == codes
    assert refused(press.collect) == codes


@pytest.mark.rule("RED-05")
def test_nothing_about_a_child_goes_online(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PARTIES, "child", PERSON | {"code": "110101201403077570"})
    press.decide_not_to_penalise("child")
    assert refused(press.collect) == {"the_party_is_no_minor", "the_party_is_no_child"}
