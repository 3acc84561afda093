"""Plan 1.2 and 1.3: what the public can read beforehand, and what a party is shown and told on site."""

import pytest
from tests.plan.town import NotDone, Play, Round, Town, item_of_old_law, permit_item

CODE = "650104-ZF-0002"


def play(town: Town) -> None:
    town.old = item_of_old_law(town)
    permit_item(town)
    visit = Round(town.stage, town.cast)
    visit.to_approved()
    visit.notify()
    town.keep("at the door", visit)
    case = Play(town.stage, town.cast)
    case.to_filed()
    town.keep("filed", case)


def item(town: Town, code: str = CODE) -> str:
    town.round()
    answer = town.visit(f"/items/{code}/")
    assert answer.status == 200
    return answer.text


def draft(town: Town, **over):
    row = {
        "code": "650104-ZF-0099", "matter_code": "09099", "name": "示例事项", "field": "市容秩序",
        "breaks": ["市容条例 14"], "penalises": ["市容条例 36(2)"], "kinds": ["fine"],
        "steps": [{"name": "一般", "when": "责令改正后未改正", "kind": "fine", "low": 5000, "high": 20000}],
        "bounds": [{"article": "市容条例 36(2)", "set_by": "示例市实施办法（示例）", "high": 2000000}],
        "conditions": "有证据证明存在违法行为。", "time_limit": "自立案之日起九十日内作出处理决定",
        "correction": "立即改正", "office": town.cast.units["市容中队"], "valid_from": "2026-09-08",
    }  # fmt: skip
    return town.http.act("item.draft", town.cast.reviewers[1], **{**row, **over})


def test_the_list_of_powers_is_that_of_the_cases_with_its_metadata(town: Town) -> None:
    case = town.on("filed")
    public = item(town)
    assert "店外经营" in public and "索引号" in public and "执法依据" in public
    inside = town.page(case.team[0], f"/items/{town.cast.items['店外经营']}/")
    for words in ("超出面积不足十平方米", "超出门窗、外墙摆卖物品"):
        assert words in public and words in inside, words


def test_a_stale_citation_is_refused(town: Town) -> None:
    with pytest.raises(NotDone) as refused:
        draft(town, breaks=["大气污染防治法 118"])
    assert "what_the_item_cites_is_in_force" in refused.value.codes


def test_a_change_of_law_shows_what_it_touches(town: Town) -> None:
    page = town.page(town.cast.review_head, "/law/changes/")
    assert "有待处理" in page and f"/items/{town.old}/" in page
    assert "示例旧法事项" in town.page(town.cast.reviewers[1], "/")


def test_a_change_of_an_item_is_shown_and_what_ended_comes_down(town: Town) -> None:
    assert "店外经营" in item(town)
    town.http.act(
        "item.end", town.cast.head,
        item=town.cast.items["占道经营"], valid_to=town.today, reason="示例：法规修改。",
    )  # fmt: skip
    listed = draft(town, name="示例新事项", valid_from=town.today).index
    town.http.act("item.list", town.cast.review_head, item=listed)
    town.later(days=1)
    town.round()
    public = town.visit("/items/").text
    assert "占道经营" not in public and "示例新事项" in public


def test_the_flow_chart_is_that_of_the_procedure(town: Town) -> None:
    town.round()
    for chart in (
        town.visit(f"/items/{CODE}/flow.svg").text,
        town.page(town.cast.head, "/charts/ordinary.svg"),
    ):
        assert "<svg" in chart and "法制审核" in chart


def test_the_guide_names_item_office_conditions_and_term(town: Town) -> None:
    public = item(town)
    for words in ("受理机构", "市容中队", "受理条件", "有证据证明存在下列情形", "办理时限", "九十日内"):
        assert words in public, words


def test_an_item_without_its_guide_is_not_accepted(town: Town) -> None:
    for left_out in ("conditions", "time_limit", "office", "name"):
        with pytest.raises(NotDone) as refused:
            draft(town, **{left_out: ""})
        assert refused.value.status == 422 and left_out in refused.value.body["errors"]


def test_nobody_inspects_or_questions_without_showing_the_certificate(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    for record in (case.inspect, case.question):
        with pytest.raises(NotDone) as refused:
            record(certificate_shown=False)
        assert "the_certificate_was_shown" in refused.value.codes
    assert case.inspect(certificate_shown=True)


def test_an_inspection_begins_with_the_certificate(town: Town) -> None:
    with pytest.raises(NotDone) as refused:
        town.on("at the door").enter(certificate_shown=False)
    assert "the_inspectors_showed_their_certificates" in refused.value.codes


def test_the_public_checks_an_officer_by_number(town: Town) -> None:
    town.round()
    assert "赵示例" in town.visit("/officers/", code="示E0001").text
    assert "没有查到这个证号" in town.visit("/officers/", code="示E9999").text


def test_an_inspection_begins_with_the_kit(town: Town) -> None:
    with pytest.raises(NotDone) as refused:
        town.on("at the door").enter(kit_checked=False)
    assert "the_kit_was_checked" in refused.value.codes
    assert town.on("at the door").enter()


def test_cause_basis_and_rights_are_told_on_site(town: Town) -> None:
    with pytest.raises(NotDone) as refused:
        town.on("at the door").enter(rights_told=False)
    assert "cause_basis_and_rights_were_told" in refused.value.codes
    case = town.on("filed")
    case.later(days=1)
    with pytest.raises(NotDone) as refused:
        case.inspect(rights_told=False)
    assert "rights_and_duties_were_told" in refused.value.codes


def test_a_notice_is_served_before_anything_is_decided(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    case.inspect()
    case.question()
    case.order()
    case.conclude()
    with pytest.raises(NotDone) as refused:
        case.submit()
    assert "the_party_was_told_and_heard" in refused.value.codes
    notice = case.notify().index
    told = town.read(case.team[0], f"/api/v1/papers/{notice}")
    assert told["title"] == "行政处罚告知书" and "市容" in str(told["facts"])
    with pytest.raises(NotDone) as refused:
        case.serve(notice, signed=False)
    assert "the_receipt_is_signed" in refused.value.codes
    case.serve(notice)


def test_the_notice_can_be_opened_by_its_code(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    paper = case.order().index
    town.round()
    name, key = town.code_on(case.team[0], paper)
    sealed = town.download(f"/feed/sealed/{name}")
    opened = town.unseal(sealed, key)
    assert "责改字" in opened and "立即改正" in opened


def test_the_window_has_its_board(town: Town) -> None:
    board = town.page(town.cast.window, "/board/")
    for words in ("示例窗口员", "窗口受理人员", "接收许可申请", "临时占用", "<svg"):
        assert words in board, words


def test_the_public_reads_what_the_bureau_is_there_for(town: Town) -> None:
    page = item(town)
    assert "机构职能" in page and "咨询与监督" in page
    assert "0991-0000000" in town.visit("/complaints/").text
