"""Correcting, withdrawing, exempting (plan 1.4.d, 1.4.e; 行政处罚法 48; 信息公开条例 14-16, 41)."""

from typing import Any

import pytest

from mingfa.bureau.disclosure import reads
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.ledger.models import DISCLOSURE
from mingfa.bureau.ledger.reader import leaf
from mingfa.feed.operations import Publish, Withdraw, from_entry

from .conftest import Press
from .test_flow import refused


def revise(press: Press, by: int | None = None, **over: Any) -> None:
    given = {"publication": press.pk, "reason": "补充隐去内容。", "full_text": True, **over}
    press.stage.act("disclosure.revise", press.play.team[0] if by is None else by, None, **given)


def replace(press: Press, by: int | None = None, **over: Any) -> None:
    given = {"publication": press.pk, "passed": True, "opinion": "同意更正。", **over}
    press.stage.act("disclosure.replace", press.cast.publicity if by is None else by, None, **given)


def withdraw(press: Press, code: str, by: int | None = None, **over: Any) -> None:
    given = {"publication": press.pk, "code": code, "words": "依法撤下。", **over}
    press.stage.act("disclosure.withdraw", press.cast.publicity if by is None else by, None, **given)


def exempt(press: Press, reason: str, by: int | None = None) -> None:
    given = {"decision": press.decision, "reason": reason, "words": "示例：经审查，符合不予公开的情形。"}
    press.stage.act("disclosure.exempt", press.cast.head if by is None else by, None, **given)


@pytest.mark.rule("PUB-11")
@pytest.mark.clause("1.4.d")
def test_a_correction_takes_the_place_of_what_was_public(press: Press) -> None:
    press.to_published("unit")
    first = press.publication
    revise(press, removals=[{"words": "6平方米", "label": "占用面积"}])
    assert press.publication.is_live and reads.shown(press.publication) == reads.shown(first)
    replace(press)
    p = press.publication
    operation = from_entry(leaf(p.index or 0, DISCLOSURE).data)
    assert isinstance(operation, Publish) and operation.reason is not None
    assert (operation.op, operation.ref, operation.reason.text) == ("replace", first.ref, "补充隐去内容。")
    assert "（占用面积略）" in reads.shown(p)["notice"]["facts"] and "text" in reads.shown(p)
    assert (p.published_on, p.until) == (first.published_on, first.until), "the display does not begin anew"


@pytest.mark.rule("PUB-11")
@pytest.mark.clause("1.1.a")
def test_a_correction_is_passed_by_another(press: Press) -> None:
    press.to_published("unit")
    revise(press, by=press.cast.publicity)
    assert refused(replace, press) == {"the_correction_is_passed_by_another"}
    replace(press, by=press.cast.publicity_head, passed=False)
    assert press.publication.state == "published"
    assert press.publication.draft == press.publication.shown, "what was turned down is gone"


@pytest.mark.rule("RED-06")
def test_the_reason_of_a_correction_names_nobody(press: Press) -> None:
    press.to_published("person")
    assert refused(revise, press, reason="当事人王小明提出更正。") == {"nothing_protected_can_be_read"}


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.4.d", "1.4.e")
def test_what_is_wrong_is_withdrawn_and_can_be_published_anew(press: Press) -> None:
    press.to_published("unit")
    old = press.publication
    withdraw(press, "error", words="公示信息有误，更正后重新公示。")
    assert (press.publication.state, press.publication.reason) == ("withdrawn", "error")
    operation = from_entry(leaf((old.index or 0) + 1, DISCLOSURE).data)
    assert isinstance(operation, Withdraw) and operation.ref == old.ref
    assert (operation.stays.number, operation.stays.decided_on) == (old.number, "2026-09-21")
    (task,) = reads.to_publish(press.stage.now.date())
    assert task.decision == press.decision, "it waits again"
    press.pk = 0
    press.collect()
    assert press.publication.ref != old.ref and press.publication.state == "collected"


REFUSED: list[Any] = [
    pytest.param("revoked", "the_ground_for_withdrawal_is_on_record", id="revoked without a revocation"),
    pytest.param("unlawful", "the_ground_for_withdrawal_is_on_record", id="unlawful without a ruling"),
    pytest.param("expired", "the_ground_for_withdrawal_is_on_record", id="expired before its end"),
]


@pytest.mark.rule("PUB-05", "PUB-15")
@pytest.mark.parametrize(("code", "gate"), REFUSED)
def test_the_public_is_told_what_the_record_says(press: Press, code: str, gate: str) -> None:
    press.to_published("unit")
    assert refused(withdraw, press, code) == {gate}


@pytest.mark.rule("PUB-05")
def test_the_reason_fits_the_effect_of_the_revocation(press: Press) -> None:
    press.to_published("unit")
    press.play.revoke(effect="unlawful")
    assert refused(withdraw, press, "revoked") == {"the_ground_for_withdrawal_is_on_record"}
    withdraw(press, "unlawful")
    assert refused(withdraw, press, "unlawful") == {"this_step_of_publication_is_next"}


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.4.e")
def test_three_working_days(press: Press) -> None:
    press.to_published("unit")
    press.play.revoke()
    press.play.later(days=8)
    assert refused(withdraw, press, "revoked") == {"it_comes_down_in_three_working_days"}
    withdraw(press, "revoked", reasons={"it_comes_down_in_three_working_days": "示例：系统停机。"})
    assert press.publication.state == "withdrawn"


@pytest.mark.rule("RED-06")
@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("王小明申请撤下。", "王某申请撤下。"),
        ("王　小　明申请撤下。", "王某申请撤下。"),
        ("按１３９０００００００１联系后撤下。", "公示信息有误。"),
        ("按13800000000联系后撤下。", "按（联系电话略）联系后撤下。"),
        ("公示信息有误，更正后重新公示。", "公示信息有误，更正后重新公示。"),
    ],
)
def test_the_words_of_a_withdrawal_name_nobody_and_keep_nothing_up(
    press: Press, typed: str, read: str
) -> None:
    press.to_published("person")
    index = press.publication.index or 0
    withdraw(press, "error", words=typed)
    operation = from_entry(leaf(index + 1, DISCLOSURE).data)
    assert isinstance(operation, Withdraw) and operation.reason.text == read


@pytest.mark.rule("PUB-07", "PUB-08", "RED-01")
@pytest.mark.clause("1.1.d")
def test_the_head_exempts_with_ground_and_opinion(press: Press) -> None:
    press.decide("unit")
    with pytest.raises(NotYours):
        exempt(press, "privacy", by=press.cast.publicity)
    exempt(press, "trade_secret")
    found = reads.publication_of(press.decision)
    assert found is not None and (found.state, found.reason) == ("exempt", "trade_secret")
    assert reads.to_publish(press.stage.now.date()) == []
    assert refused(press.collect) == {"it_is_not_on_its_way_already"}
    assert refused(exempt, press, "privacy") == {"it_is_not_public_yet"}


@pytest.mark.rule("PUB-08")
def test_what_is_on_its_way_can_still_be_exempted(press: Press) -> None:
    press.decide("unit")
    press.collect()
    exempt(press, "security")
    assert press.publication.state == "exempt"
    assert refused(press.hand_over) == {"this_step_of_publication_is_next"}


@pytest.mark.rule("PUB-04")
def test_what_has_social_impact_is_not_exempted_for_convenience(press: Press) -> None:
    press.play.decide = _discussed(press)  # type: ignore[method-assign]
    press.decide("unit", grounds=["social_risk"])
    assert refused(exempt, press, "privacy") == {"what_has_social_impact_stays_public"}
    exempt(press, "state_secret")
    found = reads.publication_of(press.decision)
    assert found is not None and found.state == "exempt"


def _discussed(press: Press) -> Any:
    decide = press.play.decide

    def discuss_and_decide(**over: Any) -> Any:
        press.play.discuss()
        return decide(**over)

    return discuss_and_decide


@pytest.mark.rule("PUB-02")
def test_a_transfer_is_no_decision_for_the_public(press: Press) -> None:
    press.play.to_concluded(outcome="transfer", kinds=[], amount=0, crime="示例：涉嫌污染环境罪的事实。")
    press.play.submit()
    press.play.later(days=1)
    press.play.review()
    press.decision = press.play.decide().index
    with pytest.raises(NotYours):
        press.collect()
    assert reads.to_publish(press.stage.now.date()) == []
