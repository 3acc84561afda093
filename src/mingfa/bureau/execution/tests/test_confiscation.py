"""Confiscated sums and things, licences and business: collected and carried out before a case is finished."""

from typing import Any

import pytest

from mingfa.bureau import papers
from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case
from mingfa.bureau.decisions.models import Decision
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.execution import reads
from mingfa.bureau.execution.confiscation import rules
from mingfa.bureau.papers.tests.test_render import text_of
from mingfa.bureau.work.laws.penalties import ended_with_all_settled
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

from .conftest import Codes
from .facts import finishing, paying

THING = {"name": "示例三轮车", "quantity": "1辆", "mark": "蓝色"}
GOT = THING | {
    "receipt": "示没1",
    "received_on": "2026-09-22",
    "how": "destroyed",
    "disposed_on": "2026-10-10",
    "document": "示例销毁记录",
    "hands": [11, 12],
}
SOLD = {"how": "auctioned", "proceeds": 50_000, "treasury": "示国库1"}
HELD_TILL = {"kind": "suspend_permit", "what": "示例许可证", "issuer": "示例局", "until": "2026-10-11"}
GONE = {"kind": "revoke_permit", "what": "示例许可证", "issuer": "示例局", "until": None}
STOPPED = {"kind": "stop_business", "what": "示例经营活动", "issuer": "", "until": None}


def did(one: dict[str, Any], **over: Any) -> dict[str, Any]:
    told = "示函〔2026〕1号" if one["issuer"] else ""
    return {"kind": one["kind"], "on": "2026-09-22", "words": "已经执行。", "told_by": told} | over


PAID = [
    ("收缴全部", {"gains": 30_000, "amount": 0}, 30_000, True),
    ("收缴一部分", {"gains": 1, "amount": 0}, 30_000, True),
    ("多收一分", {"gains": 30_001, "amount": 0}, 30_000, False),
    ("没有没收却缴款", {"gains": 1, "amount": 0}, 0, False),
    ("只缴罚款", {"gains": 0}, 30_000, True),
]


@pytest.mark.rule("DEC-10")
@pytest.mark.parametrize(("slip", "gains", "good"), [pytest.param(*row[1:], id=row[0]) for row in PAID])
def test_no_more_is_collected_than_confiscated(slip: dict[str, int], gains: int, good: bool) -> None:
    # The inputs of the slip alone decide: what is owed comes from the decision.
    found = paying(**{name: value for name, value in slip.items() if name != "gains"})
    given = found.look.inputs.model_copy(update={"gains": slip["gains"]})  # type: ignore[union-attr]
    facts = paying_with(found, given, gains)
    assert (rules.no_more_is_collected_than_confiscated(facts) is None) is good


def paying_with(found: Any, given: Any, gains: int) -> Any:
    """Return the same payment of a decision that also confiscates so much."""
    from_facts = finishing(gains=gains)
    return type(found)(**{**vars(found), "look": _with(found.look, given), "owed": from_facts.owed})


def _with(look: Any, given: Any) -> Any:
    return type(look)(**{name: getattr(look, name) for name in look.__dataclass_fields__} | {"inputs": given})


COLLECTED = [
    ("没有没收", 0, 0, (), True),
    ("没有收缴", 30_000, 0, (), False),
    ("少收一分", 30_000, 29_999, (), False),
    ("全部收缴", 30_000, 30_000, (), True),
    ("法院执行完毕", 30_000, 0, ({"fine": True, "correction": False, "words": "示例"},), True),
    ("只代履行了改正", 30_000, 0, ({"fine": False, "correction": True, "words": "示例"},), False),
]


@pytest.mark.rule("DEC-10")
@pytest.mark.parametrize(
    ("gains", "collected", "ended", "good"), [pytest.param(*row[1:], id=row[0]) for row in COLLECTED]
)
def test_the_confiscated_gains_are_collected(gains: int, collected: int, ended: Any, good: bool) -> None:
    facts = finishing(gains=gains, collected=collected, ended=ended)
    assert (rules.the_confiscated_gains_are_collected(facts) is None) is good


THINGS = [
    ("没有没收财物", (), (), True),
    ("收缴并销毁", (THING,), (GOT,), True),
    ("没有收缴", (THING,), (), False),
    ("收缴了清单以外的", (), (GOT,), False),
    ("数量不符", (THING,), (GOT | {"quantity": "2辆"},), False),
    ("特征不符", (THING,), (GOT | {"mark": "红色"},), False),
    ("同一财物登记两次", (THING,), (GOT, GOT), False),
    ("只有一人在场", (THING,), (GOT | {"hands": [11]},), False),
    ("同一人填写两次", (THING,), (GOT | {"hands": [11, 11]},), False),
    ("处置早于收缴", (THING,), (GOT | {"received_on": "2026-10-11"},), False),
    ("处置早于决定", (THING,), (GOT | {"received_on": "2026-09-01", "disposed_on": "2026-09-20"},), False),
    ("决定前已经扣押", (THING,), (GOT | {"received_on": "2026-09-01"},), True),
    ("处置晚于今天", (THING,), (GOT | {"disposed_on": "2026-10-13"},), False),
    ("拍卖并上缴国库", (THING,), (GOT | SOLD,), True),
    ("拍卖款没有上缴", (THING,), (GOT | SOLD | {"treasury": ""},), False),
    ("拍卖没有金额", (THING,), (GOT | SOLD | {"proceeds": 0},), False),
    ("移交用于公益", (THING,), (GOT | {"how": "public"},), True),
]


@pytest.mark.rule("EXEC-01")
@pytest.mark.parametrize(
    ("things", "received", "good"), [pytest.param(*row[1:], id=row[0]) for row in THINGS]
)
def test_things_are_received_and_disposed_of(things: Any, received: Any, good: bool) -> None:
    facts = finishing(things=things, received=list(received))
    assert (rules.the_confiscated_things_were_received_and_disposed_of(facts) is None) is good


CARRIED = [
    ("没有需要执行的处罚", (), (), True),
    ("暂扣期满", (HELD_TILL,), (did(HELD_TILL),), True),
    ("暂扣截止当日", (HELD_TILL | {"until": "2026-10-12"},), (did(HELD_TILL),), False),
    ("暂扣没有执行记载", (HELD_TILL,), (), False),
    ("暂扣没有告知发证机关", (HELD_TILL,), (did(HELD_TILL, told_by=""),), False),
    ("吊销并告知", (GONE,), (did(GONE),), True),
    ("吊销没有告知", (GONE,), (did(GONE, told_by=""),), False),
    ("停产停业", (STOPPED,), (did(STOPPED),), True),
    ("没有决定的处罚登记执行", (), (did(STOPPED),), False),
    ("登记两次", (STOPPED,), (did(STOPPED), did(STOPPED)), False),
    ("送达前执行", (STOPPED,), (did(STOPPED, on="2026-09-20"),), False),
    ("今后执行", (STOPPED,), (did(STOPPED, on="2026-10-13"),), False),
    ("两种一并", (STOPPED, GONE), (did(STOPPED), did(GONE)), True),
    ("两种只执行一种", (STOPPED, GONE), (did(STOPPED),), False),
]


@pytest.mark.rule("EXEC-01")
@pytest.mark.parametrize(("measures", "carried", "good"), [pytest.param(*r[1:], id=r[0]) for r in CARRIED])
def test_each_penalty_is_carried_out(measures: Any, carried: Any, good: bool) -> None:
    facts = finishing(measures=measures, carried=list(carried))
    missing = rules.each_penalty_was_carried_out(facts) or rules.the_issuing_body_was_told(facts)
    assert (missing is None) is good


@pytest.fixture
def taken(stage: Stage, cast: Cast) -> Play:
    """Return a case in which 300.00 of gains are confiscated beside the fine, served and corrected."""
    play = Play(stage, cast, item="露天烧烤")
    play.to_filed()
    play.inspect()
    play.question()
    play.order()
    play.conclude(
        kinds=["fine", "confiscate_gains"], gains=30_000, gains_words="三日营业收入三百元，按收款记录计算。"
    )
    play.tell()
    play.submit()
    play.later(days=1)
    play.review()
    play.discuss()
    play.decision = play.decide().index  # type: ignore[attr-defined]
    play.serve(play.decision)  # type: ignore[attr-defined]
    play.later(hours=1)
    play.correct()
    return play


@pytest.mark.rule("DEC-10")
def test_gains_are_decided_collected_and_only_then_finished(taken: Play, refused: Codes) -> None:
    number = taken.decision  # type: ignore[attr-defined]
    rows = {row["kind"]: row for row in facts_of_paper(number)["penalties"]}
    assert rows["没收违法所得"]["detail"] == "人民币叁佰元整（¥300.00）"
    assert "罚款和没收的违法所得" in facts_of_paper(number)["performance"]
    fine = Decision.objects.get(pk=number).amount
    taken.pay(fine)
    assert refused(taken.finish) == {"the_confiscated_gains_are_collected"}
    assert reads.unpaid({taken.case: (number, fine)}) == [taken.case]
    assert refused(taken.pay, 0, gains=30_001, receipt_no="示没2") == {
        "no_more_is_collected_than_confiscated"
    }
    slip = taken.pay(0, gains=30_000, receipt_no="示没2")
    assert facts_of_paper(slip.index)["gains"] == "人民币叁佰元整（¥300.00）"
    assert reads.unpaid({taken.case: (number, fine)}) == []
    drawn = [
        text_of(papers.render(kind, facts_of_paper(one), made_at=taken.stage.now))
        for kind, one in (("penalty_decision", number), ("payment_record", slip.index))
    ]
    assert "没收违法所得：人民币叁佰元整（¥300.00）" in drawn[0] and "按收款记录计算" in drawn[0]
    assert "尚未缴纳" in drawn[1] and "人民币叁佰元整（¥300.00）" in drawn[1]
    taken.finish()
    found = cases.case(taken.case)
    assert found is not None and found.state == "performed"


@pytest.mark.rule("DEC-10")
def test_a_case_closed_over_uncollected_gains_is_a_breach(taken: Play) -> None:
    number = taken.decision  # type: ignore[attr-defined]
    taken.pay(Decision.objects.get(pk=number).amount)
    row = Case.objects.get(pk=taken.case)
    row.state = "closed"
    with pytest.raises(AssertionError, match="closed with a confiscation uncollected"):
        ended_with_all_settled(row)
