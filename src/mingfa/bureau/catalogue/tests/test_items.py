"""The list of powers and duties: drafted, listed by somebody else, ended; only what runs can be used."""

from datetime import date

import pytest

from mingfa.bureau.catalogue import reads
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.example.asking import misread, refused
from mingfa.example.cases import Play

DRAFT = {
    "code": "650104-ZF-9001",
    "matter_code": "09999",
    "name": "示例事项",
    "field": "市容秩序",
    "breaks": ["市容条例 14"],
    "penalises": ["市容条例 36(2)"],
    "kinds": ["warning", "fine"],
    "steps": [{"name": "一般", "when": "责令改正后未改正", "kind": "fine", "low": 5000, "high": 20000}],
    "bounds": [{"article": "市容条例 36(2)", "set_by": "示例市实施办法（示例）", "high": 2_000_000}],
    "conditions": "有证据证明违法行为存在。",
    "time_limit": "自立案之日起九十日",
    "correction": "立即改正",
    "valid_from": "2026-09-01",
}


@pytest.fixture
def draft(stage, cast):
    def act(**over):
        item = DRAFT | {"office": cast.units["市容中队"]} | over
        return stage.act("item.draft", cast.reviewers[1], **item)

    return act


@pytest.fixture
def put_on_list(stage, cast):
    def act(item, by=None):
        return stage.act("item.list", by or cast.review_head, item=item)

    return act


@pytest.fixture
def end(stage, cast):
    def act(item, valid_to="2026-12-31"):
        return stage.act(
            "item.end", cast.review_head, item=item, valid_to=valid_to, reason="示例：法规修改。"
        )

    return act


# --- drafting


@pytest.mark.clause("1.2.b", "1.2.d")
def test_a_draft_is_not_yet_in_force(draft):
    item = reads.item(draft().index)
    assert (item.name, item.listed, item.step("一般").high) == ("示例事项", None, 20000)
    assert not item.in_force(date(2026, 9, 7))
    assert item.step("没有这一档") is None


@pytest.mark.rule("TIME-07")
@branching(
    ("over", "passes"),
    [
        pytest.param({"breaks": ["生态环境法典 1"]}, True, id="法典施行后"),
        pytest.param({"breaks": ["固体废物污染环境防治法 1"]}, False, id="已被法典取代"),
        pytest.param(
            {"breaks": ["固体废物污染环境防治法 1"], "valid_from": "2026-08-14"}, True, id="取代之前"
        ),
        pytest.param({"penalises": ["市容条例 36(2)", "固体废物污染环境防治法 1"]}, False, id="其中一条失效"),
    ],
)
def test_what_an_item_cites_is_in_force_on_its_first_day(draft, over, passes):
    if passes:
        assert draft(**over).act == "item.draft"
    else:
        assert refused(draft, **over) == {"what_the_item_cites_is_in_force": "TIME-07"}


@pytest.mark.rule("DEC-09")
@branching(
    ("kinds", "step", "passes"),
    [
        (["fine"], "fine", True),
        (["fine"], "none", False),
        (["warning", "fine"], "warning", False),
        (["warning"], "warning", True),
    ],
)
def test_a_fine_has_discretion_steps(draft, kinds, step, passes):
    given = {"kinds": kinds, "steps": [DRAFT["steps"][0] | {"kind": step}]}
    if passes:
        assert draft(**given).act == "item.draft"
    else:
        assert refused(draft, **given) == {"a_fine_has_discretion_steps": "DEC-09"}


@branching(
    ("over", "at", "said"),
    [
        ({"breaks": ["某某条例 14"]}, "breaks.0", "法律法规登记表中没有“某某条例”"),
        ({"breaks": ["市容条例 9999"]}, "breaks.0", "没有第"),
        ({"penalises": ["市容条例第36条"]}, "penalises.0", "写法不对"),
        ({"steps": [DRAFT["steps"][0] | {"low": 20001}]}, "steps.0", "下限不得高于上限。"),
        ({"office": 10**9}, "office", "没有这个机构"),
        ({"matter_code": "9001"}, "matter_code", "格式不正确。"),
        ({"kinds": []}, "kinds", "至少需要1项。"),
        ({"code": "长" * 41}, "code", "超过40个字，请精简。"),
    ],
)
def test_what_cannot_be_an_item_is_said_while_it_is_typed(draft, over, at, said):
    errors = misread(draft, **over)
    assert list(errors) == [at] and said in errors[at]


# --- listing


@pytest.mark.rule("JUR-09")
@pytest.mark.clause("1.1.a")
def test_nobody_lists_what_he_drafted(stage, cast, draft, put_on_list):
    own = stage.act("item.draft", cast.review_head, **DRAFT, office=cast.units["市容中队"]).index
    assert refused(put_on_list, own) == {"the_item_is_not_listed_by_its_drafter": "JUR-09"}
    put_on_list(own, by=cast.head)
    assert reads.item(own).in_force(date(2026, 9, 7))
    with pytest.raises(NotYours):
        put_on_list(draft(code="650104-ZF-9002").index, by=cast.reviewers[1])


@pytest.mark.rule("JUR-09")
def test_an_item_is_listed_once(draft, put_on_list):
    item = draft().index
    put_on_list(item)
    assert refused(put_on_list, item) == {"the_item_is_still_a_draft": "JUR-09"}
    assert misread(put_on_list, 10**9) == {"item": "没有这个事项，请从事项清单中选择。"}


# 原事项2026-09-01起；新事项的首日
@pytest.mark.rule("JUR-09")
@pytest.mark.parametrize(
    ("ended", "begins", "passes"),
    [
        pytest.param(None, "2027-01-01", False, id="原事项没有失效日期"),
        pytest.param("2026-12-31", "2026-12-31", False, id="同日重叠"),
        pytest.param("2026-12-31", "2027-01-01", True, id="次日起"),
    ],
)
def test_one_version_is_in_force_at_a_time(draft, put_on_list, end, ended, begins, passes):
    old, new = draft().index, draft(valid_from=begins).index
    put_on_list(old)
    if ended:
        end(old, ended)
    if passes:
        put_on_list(new)
        assert [v.id for v in reads.versions(DRAFT["code"])] == [old, new]
    else:
        assert refused(put_on_list, new) == {"one_version_is_in_force_at_a_time": "JUR-09"}


def test_drafts_of_one_code_do_not_stand_in_each_others_way(draft, put_on_list):
    one, other = draft().index, draft().index
    put_on_list(other)
    assert reads.item(one).listed is None and reads.item(other).listed is not None


# --- ending


@pytest.mark.rule("JUR-09")
@pytest.mark.clause("1.2.d")
def test_an_item_ends_on_its_last_day(draft, put_on_list, end):
    item = draft().index
    assert refused(end, item) == {"the_item_is_listed_and_runs": "JUR-09"}
    put_on_list(item)
    assert refused(end, item, "2026-08-31") == {"the_item_ends_after_it_begins": "JUR-09"}
    end(item, "2026-12-31")
    found = reads.item(item)
    assert found.in_force(date(2026, 12, 31)) and not found.in_force(date(2027, 1, 1))
    assert refused(end, item, "2027-12-31") == {"the_item_is_listed_and_runs": "JUR-09"}


@pytest.mark.clause("1.2.a")
def test_the_list_of_a_day_is_what_is_listed_and_in_force(cast, draft, put_on_list, end):
    before = {i.id for i in reads.items(date(2026, 9, 7))}
    assert before == set(cast.items.values())
    item = draft().index
    assert {i.id for i in reads.items(date(2026, 9, 7))} == before
    put_on_list(item)
    assert {i.id for i in reads.items(date(2026, 9, 7))} == before | {item}
    assert item not in {i.id for i in reads.items(date(2026, 8, 31))}
    assert item in {i.id for i in reads.items()}


def test_an_ended_item_opens_no_new_case_and_lets_the_old_one_run(stage, cast, end):
    play = Play(stage, cast).to_filed()
    end(cast.items[play.item], "2026-09-07")
    play.inspect()
    late = Play(stage, cast)
    late.later(days=1)
    assert refused(late.register) == {"the_item_is_listed_and_in_force": "JUR-09"}
    assert late.register(act_on="2026-09-07").index
