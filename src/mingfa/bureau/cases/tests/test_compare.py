"""The law changed after the act: old and new are compared, the lighter one applies (处罚法 37)."""

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.example.asking import refused
from mingfa.example.cases import Play

OLD = {
    "n": 1,
    "breaks": ["噪声污染防治法 43"],
    "penalises": ["噪声污染防治法 77"],
    "name": "夜间施工噪声（旧）",
    "valid_to": None,
}
NEW = {"n": 2, "breaks": ["生态环境法典 562"], "penalises": ["生态环境法典 562"], "name": "夜间施工噪声"}
COMPARED = {
    "old_text": "责令改正，处一万元以上十万元以下的罚款（照录示例）。",
    "old_source": "示例公报",
    "new": ["生态环境法典 562"],
    "result": "old_lighter",
    "why": "旧规定罚款幅度的下限和上限均低于新规定。",
}


@pytest.fixture
def items(new_item):
    old = new_item(**{k: v for k, v in OLD.items() if v is not None})
    return old, new_item(**NEW, valid_from="2026-08-15")


@pytest.fixture
def old_case(stage, cast, items):
    """A filed case of July, on a law that ended in August."""
    play = Play(stage, cast)
    play.to_filed(item=items[0], act_on="2026-07-20")
    play.later(days=1)
    play.inspect()
    play.order()
    return play


def compare(play, **over):
    return play.act("case.compare", **COMPARED | over)


@pytest.mark.rule("TIME-07", "TIME-08")
def test_without_a_comparison_nothing_is_concluded(old_case):
    assert refused(old_case.conclude) == {"a_change_of_law_was_compared": "TIME-07"}


@pytest.mark.rule("TIME-07", "TIME-08")
def test_the_old_law_is_applied_where_it_is_lighter(old_case):
    done = compare(old_case)
    said = facts_of_paper(done.index)
    assert "自2026-08-15起停止施行" in said["changes"] and "夜间" not in said["new_law"]
    assert said["new_text"].startswith("《中华人民共和国生态环境法典》第五百六十二条：")
    old_case.conclude()
    old_case.tell()
    old_case.submit()
    old_case.later(hours=1)
    opinion = facts_of_paper(old_case.review(points=_points()).index)
    law = next(p for p in opinion["points"] if p["point"].startswith("适用法律"))
    assert "从旧兼从轻比较" in law["note"]
    old_case.later(hours=1)
    decision = facts_of_paper(old_case.decide().index)
    assert "噪声污染防治法" in decision["penalty_basis"]
    assert "旧规定处罚较轻，适用旧规定" in decision["discretion"]


def _points():
    keys = ("subject", "procedure", "facts", "law", "discretion", "powers", "papers", "crime")
    return [{"point": k, "ok": True, **({} if k == "law" else {"note": "经核对。"})} for k in keys]


@pytest.mark.rule("TIME-07", "JUR-09")
def test_the_new_law_is_applied_by_its_own_item(old_case, items):
    compare(old_case, result="new_lighter", item=items[1], why="新规定处罚较轻。")
    case = reads.case(old_case.case)
    assert (case.item.id, case.comparison.result, case.changes(case.comparison.compared_on)) == (
        items[1],
        "new_lighter",
        (),
    )
    old_case.conclude()
    assert reads.case(old_case.case).proposal.penalises == ("生态环境法典 562",)


@pytest.mark.rule("TIME-07")
def test_a_proposal_made_before_the_comparison_is_made_anew(old_case, items):
    compare(old_case)
    old_case.conclude()
    compare(old_case, result="new_lighter", item=items[1], why="更正：新规定处罚较轻。")
    old_case.tell()
    assert refused(old_case.submit)["the_proposal_follows_the_comparison"] == "TIME-07"
    old_case.conclude()
    old_case.tell()
    old_case.submit()


@pytest.mark.rule("TIME-07")
def test_what_the_new_law_does_not_hold_unlawful_is_not_penalised(old_case):
    compare(old_case, result="not_unlawful", new=[], why="新规定没有规定该行为违法。")
    answer = refused(old_case.conclude)
    assert answer == {"what_is_no_longer_unlawful_is_not_penalised": "TIME-07"}
