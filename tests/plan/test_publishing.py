"""Plan 1.1 and 1.4: who publishes what, by which hands, within which days, and how it is taken down."""

import pytest
from tests.plan.town import Applying, NotDone, Play, Round, Town, permit_item

INTEREST = "案件发生在公共场所，群众反映集中，公开有利于规范市容秩序。"
FIRM = {
    "kind": "unit",
    "name": "示例餐饮有限公司",
    "code": "91650104MA0000000J",
    "representative": "欧阳示例",
    "address": "示例市高新区示例路200号",
    "phone": "0991-2000000",
}


def play(town: Town) -> None:
    tour = Round(town.stage, town.cast)
    tour.to_recorded()
    tour.tell()
    town.keep("inspected", tour)
    permit = Applying(town.stage, town.cast, permit_item(town))
    permit.to_accepted(secrets=True)
    permit.later(days=1)
    permit.check()
    permit.conclude()
    permit.decision = permit.decide()
    town.keep("secret permit", permit)
    public = decided(town, 1, "占道经营")
    publish(town, town.stage, public)
    town.keep("public", public)
    town.keep("decided", decided(town, 0, "店外经营"))


def decided(town: Town, squad: int, item: str) -> Play:
    case = Play(town.stage, town.cast, squad, item)
    case.decision = case.to_decided()
    case.serve(case.decision.index)
    return case


def publish(town: Town, stage, case: Play, **over) -> int:
    """Let the four hands put a decision in public; return the publication."""
    given = {"decision": case.decision.index, "public_interest": INTEREST, **over}
    collected = stage.act("disclosure.collect", case.team[0], None, **given).index
    stage.act("disclosure.hand_over", case.team[0], None, publication=collected, opinion="内容属实。")
    stage.act(
        "disclosure.review", town.cast.publicity_head, None,
        publication=collected, passed=True, opinion="同意公示。",
    )  # fmt: skip
    stage.act("disclosure.publish", town.cast.publicity, None, publication=collected)
    case.publication = collected
    return collected


def collect(town: Town, case: Play, by: int | None = None, **over) -> int:
    given = {"decision": case.decision.index, "public_interest": INTEREST, **over}
    return case.stage.act("disclosure.collect", by or case.team[0], None, **given).index


def seen(town: Town, case: Play) -> str:
    """Return what the public reads of a decision."""
    town.round()
    answer = town.visit(f"/decisions/{case.decision.number}")
    assert answer.status == 200, answer
    return answer.text


def test_only_the_unit_that_enforced_publishes(town: Town) -> None:
    case = town.on("decided")
    stranger = town.cast.officers[2][0]
    with pytest.raises(NotDone) as refused:
        collect(town, case, by=stranger)
    assert refused.value.status == 403
    assert collect(town, case)


def test_nothing_goes_out_without_the_stamp_of_another_hand(town: Town) -> None:
    case = town.on("decided")
    found = collect(town, case, by=town.cast.publicity)
    town.http.act("disclosure.hand_over", case.team[0], None, publication=found, opinion="内容属实。")
    with pytest.raises(NotDone) as refused:
        town.http.act(
            "disclosure.review", town.cast.publicity, None, publication=found, passed=True, opinion="同意。"
        )
    assert "the_reviewer_is_not_the_author" in refused.value.codes
    with pytest.raises(NotDone) as refused:
        town.http.act("disclosure.publish", town.cast.publicity_head, None, publication=found)
    assert "somebody_else_reviewed_it" in refused.value.codes
    town.round()
    assert town.visit(f"/decisions/{case.decision.number}").status == 404


def test_the_four_steps_have_their_turn(town: Town) -> None:
    case = town.on("decided")
    found = collect(town, case)
    for act, by in (
        ("disclosure.publish", town.cast.publicity),
        ("disclosure.review", town.cast.publicity_head),
    ):
        more = {"passed": True, "opinion": "同意。"} if act.endswith("review") else {}
        with pytest.raises(NotDone) as refused:
            town.http.act(act, by, None, publication=found, **more)
        assert "this_step_of_publication_is_next" in refused.value.codes


def test_each_of_the_four_steps_is_on_record(town: Town) -> None:
    case = town.on("public")
    told = town.page(town.cast.publicity, f"/publications/{case.publication}/").partition("经过</h2>")[2]
    for step in ("采集公示信息", "移交公示信息", "公示前审核", "发布公示信息"):
        assert step in told, step


def test_what_is_public_is_what_was_recorded(town: Town) -> None:
    case = town.on("decided")
    recorded = town.read(case.team[0], f"/api/v1/papers/{case.decision.index}")["facts"]
    publish(town, case.stage, case)
    public = seen(town, case)
    assert recorded["document_no"] in public
    assert recorded["penalty_basis"] in public
    assert f"{recorded['penalties'][0]['amount'] // 100}.00" in public


def test_what_is_decided_and_what_is_public_are_counted(town: Town) -> None:
    page = town.page(town.cast.publicity, "/publications/")
    row = page.partition("完整和及时")[2].partition("公示记录")[0]
    assert [
        word for word in ("行政处罚", "已决定", "已公示", "按期", "逾期", "等待") if word not in row
    ] == []
    town.round()
    assert town.visit("/statistics/").status == 200


def test_what_identifies_a_person_is_absent(town: Town) -> None:
    case = town.on("decided")
    publish(town, case.stage, case)
    public = seen(town, case)
    for word in ("王示例", "13800000000", "示例市高新区示例路100号", "92650104MA0000000F"):
        assert word not in public, word


@pytest.mark.rule("PERM-18")
def test_an_applicants_trade_secrets_are_not_opened_unasked(town: Town) -> None:
    permit = town.on("secret permit")
    with pytest.raises(NotDone) as refused:
        collect(town, permit)
    assert "the_applicants_secrets_are_not_opened_unasked" in refused.value.codes
    assert collect(town, permit, consent="申请人书面同意公开。")


def test_a_natural_persons_case_needs_a_recorded_public_interest(town: Town) -> None:
    case = town.on("decided")
    with pytest.raises(NotDone) as refused:
        collect(town, case, public_interest="")
    assert "the_public_interest_is_recorded" in refused.value.codes


def test_a_decision_has_seven_working_days(town: Town) -> None:
    case = town.on("decided")
    made = town.read(case.team[0], f"/api/v1/papers/{case.decision.index}")["made_on"]
    counted = town.read_command("term", "PUB-02", made)
    told = town.page(town.cast.publicity, "/publications/").partition("待公示的决定")[2]
    assert counted["end"] in told.partition("完整和及时")[0]
    assert counted["end"] == "2026-10-15", "the National Day and its weekends do not count"


def test_what_is_to_be_published_waits_on_the_first_page_and_turns_red(town: Town) -> None:
    case = town.on("decided")
    assert "采集公示信息" in town.page(case.team[0], "/")
    town.later(days=16)
    late = town.page(town.cast.publicity, "/publications/")
    assert "超期" in late.partition("待公示的决定")[2].partition("完整和及时")[0]
    assert "超期" in town.page(town.cast.supervisor, "/supervision/")


def test_other_decisions_have_twenty_working_days(town: Town) -> None:
    told = town.page(town.cast.publicity, "/publications/").partition("待公示的决定")[2]
    row = told.partition("餐饮服务单位")[2].partition("下一步")[0]
    counted = town.read_command("term", "PUB-03", "2026-09-07")
    assert counted["end"] in row


def test_the_four_contents_are_public(town: Town) -> None:
    page = seen(town, town.on("public"))
    for content in ("高新区（新市区）城市管理局", "高新区示例小吃店", "行政处罚（普通程序）", "罚款人民币"):
        assert content in page, content


def test_the_full_text_is_public_by_a_tick(town: Town) -> None:
    assert "决定书公开文本" not in seen(town, town.on("public"))
    case = town.on("decided")
    publish(town, case.stage, case, full_text=True)
    text = seen(town, case).partition("决定书公开文本")[2]
    assert "示例小吃店" in text and "当事人无从轻、从重情节" in text


def test_a_correction_replaces_and_shows_its_history(town: Town) -> None:
    case = town.on("public")
    town.http.act(
        "disclosure.revise", case.team[0], None,
        publication=case.publication, full_text=True, reason="示例：更正笔误。",
    )  # fmt: skip
    town.http.act(
        "disclosure.replace", town.cast.publicity, None,
        publication=case.publication, passed=True, opinion="同意。",
    )  # fmt: skip
    page = seen(town, case)
    assert "示例：更正笔误" in page and "已更正" in page


def test_a_withdrawal_gives_its_reason_and_leaves_no_content(town: Town) -> None:
    case = town.on("public")
    assert "罚款" in seen(town, case)
    with pytest.raises(NotDone) as refused:
        town.http.act("disclosure.withdraw", town.cast.head, None, publication=case.publication)
    assert refused.value.status == 422
    town.http.act(
        "disclosure.withdraw", town.cast.head, None,
        publication=case.publication, code="error", words="示例：公示内容有误。",
    )  # fmt: skip
    page = seen(town, case)
    assert "这条公示已撤下" in page
    assert "超出" not in page and "175.00" not in page


def test_what_was_revoked_comes_down_by_itself(town: Town) -> None:
    case = town.on("public")
    assert "罚款" in seen(town, case)
    case.revoke()
    page = seen(town, case)
    assert "这条公示已撤下" in page and "撤销" in page


def test_what_has_run_its_term_comes_down_by_itself(town: Town) -> None:
    case = town.on("public")
    assert "罚款" in seen(town, case)
    town.http.now += town.days(1096)
    page = seen(town, case)
    assert "这条公示已撤下" in page and "公示期限届满" in page
