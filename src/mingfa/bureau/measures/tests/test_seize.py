"""Sealing up and seizing (强制法 16-24): law, head, two officers, every point, list and decision."""

import pytest

from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.example.asking import misread, refused
from mingfa.example.measures import STOVE, TABLES


@pytest.mark.rule("COMP-06", "COMP-07")
@pytest.mark.clause("2.1.a", "2.2.a")
def test_decision_and_list_say_what_the_law_asks(play):
    done = play.seize()
    paper = value(leaf(done.index).entry, "paper")
    assert (paper["measure"], paper["from_on"], paper["until"]) == ("扣押", "2026-09-07", "2026-10-07")
    assert [(t["name"], t["quantity"]) for t in paper["things"]] == [("移动烧烤炉", 1), ("折叠桌", 4)]
    assert paper["basis"].endswith("《中华人民共和国生态环境法典》第五百六十二条")
    assert paper["party"]["address"] and paper["court"] and paper["reconsideration_to"]
    taken = play.taken
    assert (taken.number, taken.word, taken.left) == (paper["document_no"], "approved", (1, 2))
    assert taken.ends_on.isoformat() == "2026-10-07"


# 现场程序：每一行是一种缺失，refused 为应当援引的规则。
@pytest.mark.rule("COMP-04", "COMP-05", "COMP-06", "COMP-02", "AV-01")
@pytest.mark.clause("2.2.a")
@branching(
    ("given", "rules"),
    [
        pytest.param({"approval": 999999}, {"COMP-02"}, id="批准不属于本案"),
        pytest.param({"shown_at": None}, {"COMP-04"}, id="没有出示证件"),
        pytest.param({"notified_at": None}, {"COMP-04"}, id="没有通知当事人到场"),
        pytest.param({"told_at": None}, {"COMP-04"}, id="没有告知理由、依据、权利、救济途径"),
        pytest.param({"heard_at": None}, {"COMP-04"}, id="没有听取陈述申辩"),
        pytest.param({"party_present": False}, {"COMP-04"}, id="当事人不到场，没有见证人"),
        pytest.param({"handed_over_at": None}, {"COMP-06"}, id="没有当场交付决定书和清单"),
        pytest.param({"things": [{**STOVE, "relation": ""}]}, {"COMP-05"}, id="没有写明与本案的关系"),
        pytest.param({"things": [{**STOVE, "necessity": True}]}, {"COMP-05"}, id="生活必需品"),
        pytest.param({"things": [{**STOVE, "sealed_already": True}]}, {"COMP-05"}, id="重复查封"),
    ],
)
def test_a_point_left_out_is_refused(play, given, rules):
    assert set(refused(play.seize, **given).values()) == rules


@pytest.mark.rule("COMP-04")
def test_an_absent_party_has_a_witness(play):
    absent = {"party_present": False, "told_at": None, "heard_at": None, "handed_over_at": None}
    assert play.seize(**absent, witness="示例社区赵某").index
    assert play.taken.witness == "示例社区赵某"


@pytest.mark.rule("AV-01")
@branching(
    "times",
    [
        pytest.param({"shown_at": 31}, id="出示证件早于到场"),
        pytest.param({"told_at": 19}, id="先听取后告知"),
        pytest.param({"heard_at": 0.5}, id="交付早于听取"),
        pytest.param({"handed_over_at": -1}, id="交付晚于办理时间"),
        pytest.param({"notified_at": -1}, id="通知晚于办理时间"),
    ],
)
def test_the_points_follow_one_another(play, times):
    given = {name: play.ago(minutes) for name, minutes in times.items()}
    assert refused(play.seize, **given) == {"the_points_lie_between_arrival_and_now": "AV-01"}


# 依据：法律、行政法规、地方性法规可以；规章、规范性文件、方案不可以；只有程序法不够。
@pytest.mark.rule("COMP-01", "JUR-06")
@branching(
    ("basis", "rules"),
    [
        pytest.param(["生态环境法典 562"], set(), id="法律"),
        pytest.param(["市容条例 37"], set(), id="行政法规"),
        pytest.param(["浙江省综合行政执法条例 22"], set(), id="地方性法规"),
        pytest.param(["行政强制法 22", "生态环境法典 562"], set(), id="程序法和实体法"),
        pytest.param(["行政强制法 22"], {"JUR-06"}, id="只有程序法"),
        pytest.param(["住建部令第55号 20"], {"COMP-01"}, id="部门规章"),
        pytest.param(["国办发〔2018〕118号 (8)"], {"COMP-01"}, id="规范性文件"),
        pytest.param(["生态环境法典 562", "住建部令第34号 20"], {"COMP-01"}, id="夹带规章"),
        pytest.param(["生态环境法典"], {"COMP-01"}, id="没有条文"),
        pytest.param(["局长办公会纪要"], {"COMP-01"}, id="没有登记的文件"),
    ],
)
def test_only_a_law_or_regulation_is_a_basis(play, basis, rules):
    if rules:
        assert set(refused(play.ask, basis=basis).values()) == rules
        assert set(refused(play.seize, emergency="急。", basis=basis).values()) == rules
    else:
        assert play.seize(approval=play.approve(basis=basis)).index


@pytest.mark.rule("QUAL-02", "JUR-08", "QUAL-04")
def test_two_officers_of_the_bureau_take_it(play, cast):
    head = cast.deputies[0]
    assert refused(play.seize, officers=play.team[:1]) == {"two_certified_officers_took_it": "QUAL-02"}
    assert refused(play.seize, officers=[play.team[0], head]) == {
        "the_power_to_coerce_is_not_delegated": "JUR-08",
        "two_certified_officers_took_it": "QUAL-02",
    }
    assert set(refused(play.seize, officers=[play.team[0], 999999]).values()) == {"JUR-08", "QUAL-02"}


@pytest.mark.rule("COMP-02", "QUAL-08")
def test_one_approval_is_one_measure_and_it_is_the_one_approved(play):
    approval = play.approve(kind="seal")
    play.seize(approval=approval)
    assert (play.taken.kind, play.held.approvals[0].stands) == ("seal", False)
    assert refused(play.seize, approval=approval) == {"the_head_approved_the_measure_first": "COMP-02"}


@pytest.mark.rule("COMP-02", "QUAL-08")
def test_the_head_speaks_once_on_what_the_handlers_asked_for(play, cast):
    none = {"a_measure_waits_for_the_heads_word": "COMP-02"}
    word = {"approved": True, "opinion": "同意。"}
    assert refused(play.by_head, "measure.approve", approval=999999, **word) == none
    asked = play.ask().index
    assert refused(play.seize, approval=asked) == {"the_head_approved_the_measure_first": "COMP-02"}
    with pytest.raises(NotYours):
        play.act("measure.approve", approval=asked, **word)
    play.by_head("measure.approve", approval=asked, approved=False, opinion="理由不足。")
    assert play.held.approvals[0].word == "refused"
    assert refused(play.seize, approval=asked) == {"the_head_approved_the_measure_first": "COMP-02"}
    assert refused(play.by_head, "measure.approve", approval=asked, **word) == none


@pytest.mark.rule("COMP-08")
@branching(("days", "passes"), [(1, True), (30, True), (31, False), (0, False)])
def test_the_first_term_is_at_most_thirty_days(play, days, passes):
    if passes:
        play.seize(days=days)
        assert (play.taken.ends_on - play.taken.taken_on).days == days
    else:
        assert "days" in misread(play.seize, days=days)


# 情况紧急当场实施：24小时内补办。
@pytest.mark.rule("COMP-03")
@branching(
    ("hours", "approved", "refusal"),
    [
        pytest.param(1, True, None, id="一小时后补办"),
        pytest.param(23.99, True, None, id="24小时内"),
        pytest.param(24.01, True, "the_approval_is_made_up_within_24_hours", id="超过24小时"),
        pytest.param(25, True, "the_approval_is_made_up_within_24_hours", id="25小时"),
        pytest.param(1, False, None, id="负责人不批准"),
        pytest.param(25, False, None, id="超期后不批准"),
    ],
)
def test_an_emergency_is_made_up_within_24_hours(play, hours, approved, refusal):
    play.seize(emergency="当事人正在转移工具。")
    assert play.taken.word == "pending"
    assert (play.taken.make_up_by - play.taken.taken_at).total_seconds() == 24 * 3600
    play.after(hours=hours)
    if refusal:
        assert refused(play.make_up, approved=approved) == {refusal: "COMP-03"}
    else:
        play.make_up(approved=approved)
        assert play.taken.word == ("approved" if approved else "refused")
        assert refused(play.make_up) == {"there_is_an_approval_to_make_up": "COMP-03"}


@pytest.mark.rule("COMP-03")
def test_what_is_not_approved_only_goes_back(play):
    play.seize(emergency="当事人正在转移工具。")
    for act in (play.extend, play.test, play.dispose):
        assert "the_measure_is_approved" in refused(act)
    play.make_up(approved=False)
    assert "the_measure_is_approved" in refused(play.extend)
    play.release()
    assert play.taken.left == ()


def test_a_sealing_is_a_measure_too(play):
    play.seize(kind="seal", things=[TABLES])
    assert play.taken.kind_zh == "查封"
