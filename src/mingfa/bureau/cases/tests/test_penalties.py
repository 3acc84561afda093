"""The penalties of 处罚法 9, also together: what each must say before it is proposed, as a table."""

from typing import Any

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.law.penalty.kinds import KINDS
from mingfa.example.asking import misread, refused
from mingfa.example.cases import Play

FINE: dict[str, Any] = {"step": "一般", "kinds": ["fine"], "amount": 10_000}
SUM = {"gains": 30_000, "gains_words": "三日营业收入三百元，按收款记录计算。"}
THING = {"name": "示例三轮车", "quantity": "1辆", "mark": "蓝色"}
LICENCE = {"what": "示例许可证（示许字第1号）", "issuer": "示例市审批局"}
NO_SUM = {"confiscated_gains_are_a_sum_with_its_computation": "DEC-10"}
RETURN = {"what_is_returned_is_part_of_the_gains": "DEC-10"}
LIST = {"confiscated_things_are_listed": "DEC-01"}
SAYS = {"each_penalty_says_what_it_consists_of": "DEC-01"}
ISSUER = {"a_licence_has_the_body_that_issued_it": "DEC-01"}
ENDS = {"a_penalty_for_a_time_ends_on_a_day_ahead": "DEC-01"}
WARNED = {"illegal_gains_are_confiscated": "DEC-10"}
AHEAD, PAST, TODAY = "2027-03-31", "2026-09-01", "2026-09-14"


@pytest.fixture
def play(stage, cast, new_item):
    """A filed case of an item with every kind of penalty, with an order to correct."""
    found = Play(stage, cast)
    found.register(item=new_item(kinds=list(KINDS)))
    found.keep()
    found.verify()
    found.propose()
    found.file()
    found.inspect()
    found.order()
    return found


def gains(**over: Any) -> dict[str, Any]:
    return FINE | {"kinds": ["fine", "confiscate_gains"]} | SUM | over


def goods(*things: dict[str, str], **over: Any) -> dict[str, Any]:
    return FINE | {"kinds": ["fine", "confiscate_property"], "things": list(things)} | over


def also(kind: str, *, said: bool = True, **over: Any) -> dict[str, Any]:
    """Return a fine together with one more penalty, described unless told."""
    one = {"kind": kind, "what": "示例经营活动", "issuer": "", "until": None} | over
    return FINE | {"kinds": ["fine", kind], "measures": [one] if said else []}


def both(*kinds: str, ends: str | None = AHEAD) -> dict[str, Any]:
    timed = {"suspend_permit", "restrict_business", "restrict_work"}
    rows = [{"kind": k, **LICENCE, "until": ends if k in timed else None} for k in kinds]
    return FINE | {"kinds": ["fine", *kinds], "measures": rows}


CASES = [
    ("没收违法所得有金额和计算", gains(), {}),
    ("没收违法所得，不罚款", gains(kinds=["confiscate_gains"], amount=0, deviation="示例：只没收。"), {}),
    ("没收违法所得没有金额", gains(gains=0), NO_SUM),
    ("没收违法所得没有计算", gains(gains_words=""), NO_SUM),
    ("一分钱的违法所得", gains(gains=1), {}),
    ("有违法所得未提出没收", FINE | SUM, WARNED),
    ("部分退赔", gains(returned=10_000, returned_words="退还示例某一百元，有收条。"), {}),
    ("退赔没有写明对象", gains(returned=10_000), RETURN),
    ("退赔多于所得", gains(returned=30_001, returned_words="退还示例某。"), RETURN),
    ("全部退赔仍提出没收", gains(returned=30_000, returned_words="退还示例某。"), RETURN),
    ("差一分全部退赔", gains(returned=29_999, returned_words="退还示例某。"), {}),
    ("没有违法所得却有退赔", FINE | {"returned": 1, "returned_words": "退还。"}, RETURN),
    ("没收非法财物有清单", goods(THING), {}),
    ("没收非法财物没有清单", goods(), LIST),
    ("有清单没有没收", goods(THING, kinds=["fine"]), LIST),
    ("同一财物列明两次", goods(THING, THING), LIST),
    ("同名而特征不同", goods(THING, THING | {"mark": "红色"}), {}),
    ("两种财物", goods(THING, {"name": "示例烤炉", "quantity": "2台"}), {}),
    ("没收所得和财物", gains(kinds=["fine", "confiscate_gains", "confiscate_property"], things=[THING]), {}),
    ("没收所得和财物，清单缺", gains(kinds=["fine", "confiscate_gains", "confiscate_property"]), LIST),
    ("暂扣许可证件", also("suspend_permit", **LICENCE, until=AHEAD), {}),
    ("暂扣没有内容", also("suspend_permit", said=False), SAYS),
    ("暂扣没有发证机关", also("suspend_permit", until=AHEAD), ISSUER),
    ("暂扣没有截止日期", also("suspend_permit", **LICENCE), ENDS),
    ("暂扣截止日期已过", also("suspend_permit", **LICENCE, until=PAST), ENDS),
    ("降低资质等级", also("downgrade", **LICENCE), {}),
    ("降低资质等级没有内容", also("downgrade", said=False), SAYS),
    ("降低资质等级没有发证机关", also("downgrade"), ISSUER),
    ("降低资质等级写了期限", also("downgrade", **LICENCE, until=AHEAD), ENDS),
    ("吊销许可证件", also("revoke_permit", **LICENCE), {}),
    ("吊销没有内容", also("revoke_permit", said=False), SAYS),
    ("吊销没有发证机关", also("revoke_permit"), ISSUER),
    ("吊销写了期限", also("revoke_permit", **LICENCE, until=AHEAD), ENDS),
    ("限制开展生产经营活动", also("restrict_business", until=AHEAD), {}),
    ("限制经营没有内容", also("restrict_business", said=False), SAYS),
    ("限制经营没有期限", also("restrict_business"), ENDS),
    ("限制经营期限已过", also("restrict_business", until=PAST), ENDS),
    ("责令停产停业，改正后恢复", also("stop_business"), {}),
    ("责令停产停业至某日", also("stop_business", until=AHEAD), {}),
    ("责令停产停业没有内容", also("stop_business", said=False), SAYS),
    ("责令关闭", also("close_down"), {}),
    ("责令关闭没有内容", also("close_down", said=False), SAYS),
    ("责令关闭写了期限", also("close_down", until=AHEAD), ENDS),
    ("限制从业", also("restrict_work", what="示例某，示例行业", until=AHEAD), {}),
    ("限制从业没有内容", also("restrict_work", said=False), SAYS),
    ("限制从业没有期限", also("restrict_work"), ENDS),
    ("限制从业期限已过", also("restrict_work", until=PAST), ENDS),
    ("没有提出的处罚写了内容", also("close_down") | {"kinds": ["fine"]}, SAYS),
    ("一种处罚写了两项内容", both("close_down", "close_down") | {"kinds": ["fine", "close_down"]}, SAYS),
    ("停业并吊销", both("stop_business", "revoke_permit"), {}),
    ("只写停业", both("stop_business") | {"kinds": ["fine", "stop_business", "revoke_permit"]}, SAYS),
    ("三种一并", both("suspend_permit", "restrict_business", "restrict_work"), {}),
    ("三种一并，期限都已过", both("suspend_permit", "restrict_business", "restrict_work", ends=PAST), ENDS),
    ("警告并吊销", both("revoke_permit") | {"kinds": ["warning", "fine", "revoke_permit"]}, {}),
    ("通报批评并关闭", both("close_down") | {"kinds": ["criticism", "fine", "close_down"]}, {}),
]  # fmt: skip


@pytest.mark.rule("DEC-01", "DEC-10")
@branching(("given", "expected"), [pytest.param(given, codes, id=name) for name, given, codes in CASES])
def test_each_penalty_says_what_it_consists_of(play, given, expected):
    if expected:
        assert refused(play.conclude, **given) == expected
    else:
        assert play.conclude(**given).number


@pytest.mark.rule("DEC-01")
def test_detention_is_the_polices(play):
    said = misread(play.conclude, **FINE | {"kinds": ["detention"]})
    assert any("行政拘留只能由公安机关" in words for words in said.values()), said


@pytest.mark.rule("DEC-10")
def test_the_report_and_the_notice_tell_sum_list_and_licence(play):
    every = (
        both("revoke_permit")
        | SUM
        | {"things": [THING], "returned": 10_000, "returned_words": "退还示例某。"}
    )
    every["kinds"] = ["fine", "confiscate_gains", "confiscate_property", "revoke_permit"]
    words = facts_of_paper(play.conclude(**every).index)["proposal"]
    assert "没收违法所得人民币贰佰元整（¥200.00）" in words and "示例三轮车（蓝色）1辆" in words
    assert "示例许可证（示许字第1号），发证机关示例市审批局" in words
    told = facts_of_paper(play.notify().index)
    details = {row["kind"]: row.get("detail", "") for row in told["penalties"]}
    assert details["没收违法所得"].startswith("人民币贰佰元整（¥200.00）（违法所得300.00元")
    assert details["没收非法财物"] == "示例三轮车（蓝色）1辆" and "三日营业收入" in told["findings"]
    proposal = reads.case(play.case).proposal
    assert proposal.confiscated == 20_000 and told["hearing_right"] is True


HEARD = {kind: kind not in ("warning", "criticism") for kind in KINDS}


@pytest.mark.rule("HEAR-01")
@branching(("kind",), [pytest.param(k, id=KINDS[k]) for k in KINDS if k not in ("fine", "confiscate_gains")])
def test_a_hearing_follows_from_the_kind(play, kind):
    given = goods(THING) if kind == "confiscate_property" else both(kind)
    given = given if kind not in ("warning", "criticism") else FINE | {"kinds": ["fine", kind]}
    play.conclude(**given)
    assert facts_of_paper(play.notify().index)["hearing_right"] is HEARD[kind]


@pytest.mark.rule("NOTI-03")
def test_no_higher_confiscation_because_the_party_spoke(play):
    play.conclude(**gains())
    play.serve(play.notify().index)
    play.later(hours=2)
    today = play.stage.now.date().isoformat()
    play.act("statement.hear", made_on=today, by="当事人本人", form="written", points=["金额有误。"])
    play.conclude(**gains(gains=30_001))
    assert refused(play.notify) == {"nothing_is_heavier_because_the_party_spoke": "NOTI-03"}
    play.conclude(**gains(gains=20_000))
    assert play.notify().number
