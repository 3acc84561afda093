"""Deciding: what was proposed, told, heard, reviewed and, where due, discussed; by somebody else; in time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.decisions import reads, rules
from mingfa.bureau.decisions.acts import the_decision
from mingfa.bureau.doorway.acts import REGISTER as ACTS
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.enter import look_at
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.hearings.values import PointView
from mingfa.bureau.review.values import POINTS
from mingfa.example.asking import appoint_leading, misread, refused
from mingfa.example.cases import SHOP, Play

PERSON = {"kind": "person", "name": "示例某", "address": "示例路1号"}
UNPROVEN = {"outcome": "no_penalty_unproven", "step": "", "education": ""}
TRANSFER = {"outcome": "transfer", "step": "", "education": "", "crime": "涉嫌妨害公务罪。"}


# --- what is decided


@pytest.mark.rule("DEC-01", "DEC-04")
@pytest.mark.clause("3.4.a", "3.4.b")
def test_the_decision_is_the_proposal_and_nothing_else(reviewed):
    proposal = cases.case(reviewed.case).proposal
    done = reviewed.decide()
    found = reads.decision_of(reviewed.case)
    assert (found.outcome, found.kinds, found.amount, found.version) == (
        "penalty",
        proposal.kinds,
        proposal.amount,
        proposal.version,
    )
    assert (found.number, found.decided_by, found.head) == (
        done.number,
        reviewed.cast.head,
        reviewed.cast.head,
    )
    facts = facts_of_paper(done.index)
    assert facts["penalties"] == [{"kind": "罚款", "amount": proposal.amount}]
    assert "示例银行高新支行" in facts["performance"]
    assert "当事人在规定期限内未提出陈述、申辩。" in facts["notice"]
    assert facts["court"] == "示例市新市区人民法院"


@pytest.mark.clause("3.4.a")
def test_a_deputy_decides_and_the_head_answers_for_it(reviewed):
    reviewed.act("decision.make", reviewed.cast.deputies[0], opinion="同意。", agreed=True)
    found = reads.decision_of(reviewed.case)
    assert (found.decided_by, found.head) == (reviewed.cast.deputies[0], reviewed.cast.head)


# 不予处罚的依据
@pytest.mark.rule("DEC-05", "DEC-08")
@branching(
    ("party", "given", "basis", "violated"),
    [
        pytest.param(SHOP, {}, "《中华人民共和国行政处罚法》第三十三条第一款", True, id="轻微"),
        pytest.param(
            PERSON | {"code": "110101201503077578"},
            {},
            "《中华人民共和国行政处罚法》第三十条",
            True,
            id="不满十四周岁",
        ),
        pytest.param(
            SHOP, UNPROVEN, "《中华人民共和国行政处罚法》第五十七条第一款第三项", False, id="事实不能成立"
        ),
    ],
)
def test_no_penalty_names_its_own_ground(without_penalty, party, given, basis, violated):
    play = without_penalty(party, **given)
    done = play.decide()
    facts = facts_of_paper(done.index)
    assert facts["reason_basis"] == basis and bool(facts["violated"]) is violated
    assert cases.case(play.case).state == "decided" and "不罚决字" in done.number


@pytest.mark.rule("FILE-06")
def test_a_case_for_the_police_is_handed_over_and_not_decided(without_penalty):
    play = without_penalty(**TRANSFER)
    done = play.decide()
    assert (cases.case(play.case).state, done.number) == ("handing_over", "")
    assert reads.decision_of(play.case) is None


# --- what stands in the way, through the doorway


@pytest.mark.rule("DEC-01")
@branching("given", [{"agreed": False}, {}])
def test_the_head_says_that_he_agrees(reviewed, given):
    answer = refused(reviewed.act, "decision.make", reviewed.cast.head, opinion="同意。", **given)
    assert answer == {"the_head_agrees_with_the_proposal": "DEC-01"}


@pytest.mark.rule("LR-01", "NOTI-01", "NOTI-06")
def test_nothing_is_decided_on_a_bare_conclusion(stage, cast):
    play = Play(stage, cast).to_concluded()
    assert refused(play.decide) == {
        "the_step_is_open": "AV-01",
        "legal_review_has_passed": "LR-01",
        "the_party_was_told_and_heard": "NOTI-01",
        "what_is_decided_is_what_was_told": "NOTI-06",
    }


@pytest.mark.rule("CDIS-01", "CDIS-02")
@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"grounds": ["complex"]}, id="疑难复杂"),
        pytest.param({"grounds": ["public_interest", "social_risk"]}, id="重大公共利益"),
        pytest.param({"amount": 100, "deviation": "当事人确有困难。"}, id="突破裁量基准"),
        pytest.param({"amount": 1_000_000, "deviation": "后果特别严重。"}, id="数额达到标准"),
    ],
)
def test_a_complex_case_is_discussed_first(stage, cast, given):
    play = Play(stage, cast).to_reviewed(**given)
    play.later(hours=2)
    answer = {"it_was_discussed_where_due": "CDIS-01"}
    assert refused(play.decide) == answer
    play.discuss(agreeing=1, opposing=2, approved=False)
    assert refused(play.decide) == answer
    play.later(hours=1)
    play.discuss()
    assert play.decide().number


@pytest.mark.rule("CDIS-01")
def test_a_case_in_which_the_review_found_problems_is_discussed(stage, cast):
    play = Play(stage, cast).to_concluded()
    play.tell()
    play.submit()
    play.later(hours=1)
    points = [{"point": p, "ok": p != "facts", "note": "测量记录不全。"} for p in POINTS]
    play.review(points=points, opinion="problems", words="请补充测量记录。")
    play.submit(reply="已补充测量记录一份。")
    play.later(hours=1)
    play.review()
    play.later(hours=2)
    assert refused(play.decide) == {"it_was_discussed_where_due": "CDIS-01"}


# 9月7日立案，九十日至12月6日（周日），顺延至12月7日
@pytest.mark.rule("DEC-02")
@branching(
    ("day", "in_time"), [(date(2026, 12, 7), True), (date(2026, 12, 8), False)], ids=["最后一日", "逾期一日"]
)
def test_a_decision_is_made_within_ninety_days(reviewed, day, in_time):
    reviewed.stage.now = reviewed.stage.now.replace(year=day.year, month=day.month, day=day.day)
    if in_time:
        assert reviewed.decide().number
    else:
        assert refused(reviewed.decide) == {"it_is_made_within_its_term": "DEC-02"}


@pytest.mark.rule("LR-07")
@branching("who", ["handler", "reviewer"])
def test_whoever_handled_or_reviewed_does_not_decide(reviewed, who):
    person = reviewed.team[0] if who == "handler" else reviewed.cast.reviewers[1]
    appoint_leading(reviewed.stage, reviewed.cast, person, "deputy", "2026-09-01")
    answer = refused(reviewed.act, "decision.make", person, opinion="同意。", agreed=True)
    assert answer == {"the_decider_neither_handled_nor_reviewed": "LR-07"}


def test_a_case_is_decided_once(decided):
    assert "the_step_is_open" in refused(decided.decide)


def test_what_is_decided_is_never_typed_again(reviewed):
    assert misread(reviewed.decide, amount=1) == {"amount": "没有这一栏，请删去。"}


# --- gates behind gates: the acts before keep these away; each is asked again on facts that say otherwise


@pytest.fixture
def facts(reviewed):
    """What the gates see right before the decision."""
    now = reviewed.stage.now
    return the_decision(look_at(ACTS["decision.make"], reviewed.cast.head, reviewed.case, now, now, None))


def changed_case(facts, **over):
    return replace(facts, case=replace(facts.case, **over))


def changed_proposal(facts, **over):
    return changed_case(facts, proposal=replace(facts.case.proposal, **over))


def test_all_is_well_before_the_change(facts):
    gates = ACTS["decision.make"].gates
    assert [g.code for g in gates if not g.of_inputs and g(facts) is not None] == []


@pytest.mark.rule("FILE-04")
def test_a_case_filed_too_late_is_not_penalised(facts):
    old = changed_case(facts, act_on=facts.case.filed_on - timedelta(days=3 * 365))
    assert rules.the_limitation_has_not_run_out(old).rule == "FILE-04"
    assert rules.the_limitation_has_not_run_out(replace(old, case=replace(old.case, proposal=None))) is None


@pytest.mark.rule("DEC-02")
def test_a_case_that_was_never_filed_is_not_decided(facts):
    assert rules.it_is_made_within_its_term(changed_case(facts, filed_on=None)).rule == "DEC-02"


@pytest.mark.rule("FILE-05")
@pytest.mark.clause("3.4.b")
def test_the_same_act_is_not_fined_twice(facts):
    again = replace(facts, fined_already=("示例罚决字〔2026〕第9号",))
    assert "第9号" in rules.the_same_act_was_not_fined_already(again).because
    warned = changed_proposal(again, kinds=("warning",), amount=0)
    assert rules.the_same_act_was_not_fined_already(warned) is None


@pytest.mark.rule("TIME-07")
def test_a_law_that_was_not_in_force_is_not_applied(facts):
    item = replace(facts.case.item, penalises=("固体废物污染环境防治法 1",))
    assert rules.the_law_applied_was_in_force(changed_case(facts, item=item)).rule == "TIME-07"


@pytest.mark.rule("DEC-05")
@pytest.mark.parametrize(
    ("code", "mitigation", "passes"),
    [
        ("110101201503077578", ("under_18",), False),
        ("110101201003077571", (), False),
        ("110101201003077571", ("under_18",), True),
        ("110101199003077571", (), True),
    ],
    ids=["十一周岁", "十六周岁未从轻", "十六周岁从轻", "成年"],
)
def test_the_young_are_not_penalised(facts, code, mitigation, passes):
    party = facts.case.party.model_copy(update={"kind": "person", "code": code})
    young = changed_proposal(changed_case(facts, party=party), mitigation=mitigation)
    assert (rules.the_young_are_not_penalised(young) is None) is passes


@pytest.mark.rule("NOTI-06")
def test_what_was_not_told_is_not_decided(facts):
    other = replace(facts, standing=replace(facts.standing, covers_current_proposal=False))
    assert rules.what_is_decided_is_what_was_told(other).rule == "NOTI-06"
    none_due = replace(other, standing=replace(other.standing, notice_is_due=False))
    assert rules.what_is_decided_is_what_was_told(none_due) is None


@pytest.mark.rule("NOTI-03")
@pytest.mark.parametrize(
    ("points", "more", "kinds", "passes"),
    [
        (0, 100, ("fine",), True),
        (1, 0, ("fine",), True),
        (1, -100, ("fine",), True),
        (1, 1, ("fine",), False),
        (1, 0, ("fine", "warning"), False),
    ],
    ids=["未申辩", "申辩后相同", "申辩后较轻", "申辩后多一分", "申辩后多一种"],
)
def test_nothing_is_heavier_because_the_party_spoke(facts, points, more, kinds, passes):
    said = tuple(PointView(1, n + 1, "面积有误。", False, "有测量记录。") for n in range(points))
    heard = replace(facts, standing=replace(facts.standing, spoken=said))
    asked = changed_proposal(heard, amount=facts.case.proposal.amount + more, kinds=kinds)
    assert (rules.it_is_not_heavier_than_told(asked) is None) is passes


@pytest.mark.rule("LR-01")
def test_a_review_of_another_version_does_not_carry_a_decision(facts):
    assert rules.legal_review_has_passed(replace(facts, review=None)).rule == "LR-01"
    other = replace(facts, review=replace(facts.review, version=facts.review.version + 1))
    assert rules.legal_review_has_passed(other).rule == "LR-01"
    assert rules.legal_review_has_passed(changed_case(facts, proposal=None)).rule == "LR-01"
