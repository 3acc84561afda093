"""What the same party was found to have done before, which limitation runs, and what is named as evidence."""

from typing import Any

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.records import reads as records
from mingfa.example.asking import refused
from mingfa.example.cases import NO_PICTURE, SHOP, Play
from mingfa.example.codes import credit_code

FIRST = {"mitigation": ["first_minor"]}
CLAIM = {"a_first_violation_is_the_first": "DEC-08"}


def under_way(stage: Any, cast: Any, **party: Any) -> Play:
    """Bring another case of the shop to the point where it is concluded."""
    play = Play(stage, cast)
    play.later(days=1)
    play.register()
    play.keep()
    play.verify()
    play.propose(party=SHOP | party)
    play.file()
    play.inspect()
    play.order()
    return play


@pytest.mark.rule("DEC-08")
def test_a_first_violation_is_looked_up_among_our_own_decisions(stage: Any, cast: Any) -> None:
    before = Play(stage, cast).to_reviewed()
    before.later(hours=2)
    again = under_way(stage, cast)
    assert reads.earlier(reads.case(again.case)) == (), "a case that is not decided says nothing"
    before.decide()
    [found] = reads.earlier(reads.case(again.case))
    assert (found.id, found.act_on) == (before.case, reads.case(before.case).act_on)
    assert refused(again.conclude, **FIRST) == CLAIM
    done = again.conclude(**FIRST, reasons=NO_PICTURE | dict.fromkeys(CLAIM, "示例：首次认定期间已过。"))
    assert "不是首次实施同类违法行为" in facts_of_paper(done.index)["discretion"]


@pytest.mark.rule("DEC-08")
@pytest.mark.parametrize(
    ("party", "known"),
    [
        pytest.param({}, 1, id="同一名称、同一代码"),
        pytest.param({"code": ""}, 1, id="没有代码，按名称"),
        pytest.param({"code": credit_code(1)}, 0, id="同名而代码不同"),
        pytest.param({"name": "高新区示例水果店"}, 1, id="同一代码，改了名称"),
        pytest.param({"name": "高新区示例水果店", "code": credit_code(1)}, 0, id="另一家店"),
        pytest.param({"name": "高新区示例水果店", "code": ""}, 0, id="没有代码，名称不同"),
        pytest.param({"name": "高新区 示例小吃店", "code": ""}, 1, id="没有代码，写法不同"),
    ],
)
def test_who_is_the_same_party(stage: Any, cast: Any, party: dict[str, str], known: int) -> None:
    before = Play(stage, cast).to_reviewed()
    before.later(hours=2)
    before.decide()
    again = under_way(stage, cast, **party)
    assert len(reads.earlier(reads.case(again.case))) == known


@pytest.mark.rule("DEC-09")
def test_the_report_says_which_standard_and_that_it_is_the_first_time(stage: Any, cast: Any) -> None:
    play = under_way(stage, cast)
    words = facts_of_paper(play.conclude().index)["discretion"]
    assert "自2026年8月15日起施行的裁量基准" in words
    assert "此前没有对当事人同类违法行为作出过决定" in words


@pytest.mark.rule("EVID-01")
def test_a_record_made_on_the_spot_is_evidence(stage: Any, cast: Any) -> None:
    play = under_way(stage, cast)
    [made] = records.recorded(play.case).records
    done = play.conclude(evidence=[{"evidence": made.id, "proves": "现场状况"}])
    [named] = facts_of_paper(done.index)["evidence"]
    assert named == {"name": f"现场检查（勘验）笔录（{made.number}）", "proves": "现场状况"}


@pytest.mark.rule("FILE-04")
def test_five_years_by_a_harm_on_record(stage: Any, cast: Any, new_item: Any) -> None:
    play = Play(stage, cast)
    play.register(item=new_item(), act_on="2024-01-08")
    play.keep()
    play.verify()
    assert refused(play.propose) == {"the_limitation_chosen_has_not_run": "FILE-04"}
    assert refused(play.propose, limitation="grave") == {"a_longer_limitation_has_its_facts": "FILE-04"}
    play.propose(limitation="grave", harm="示例：招牌坠落砸伤行人一名，有病历。")
    said = facts_of_paper(play.file().index)["summary"]
    assert "至2029年1月8日" in said and "砸伤行人" in said
    assert reads.case(play.case).limitation == "grave"
