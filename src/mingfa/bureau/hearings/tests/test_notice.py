"""Telling the party: only a penalty is told, by one who does not handle the case, with all its rights."""

from dataclasses import replace

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.acts import act_named
from mingfa.bureau.doorway.enter import look_at
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.hearings import reads
from mingfa.bureau.hearings.notice.acts import the_telling
from mingfa.bureau.hearings.notice.rules import a_hearing_is_due, is_heavier, the_local_numbers_are_set
from mingfa.bureau.law.config import Config, Recorded
from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.ledger.reader import Altered, leaf, value
from mingfa.bureau.service.tests.making import FACTS, PERSON, SHOP, UNIT, by_hand, concluded, noticed

DEVIATION = "情节特别严重，经集体讨论"


def paper_of(play):
    return value(leaf(reads.notices(play.case)[-1].id).entry, "paper")


@pytest.mark.rule("NOTI-01")
@pytest.mark.clause("1.3.c", "2.1.a")
def test_the_notice_tells_content_facts_reasons_basis_and_rights(stage, cast):
    play = noticed(stage, cast)
    paper, proposal = paper_of(play), cases.case(play.case).proposal
    assert paper["findings"] == FACTS
    assert paper["penalties"] == [{"kind": "罚款", "amount": 30000}]
    assert paper["violated"].startswith("《城市市容和环境卫生管理条例》第十四条")
    assert paper["penalty_basis"].startswith("《城市市容和环境卫生管理条例》第三十六条")
    assert paper["evidence"] == [{"name": "现场照片", "proves": "堆放物料的事实"}]
    assert paper["statement_term"] == "五个工作日"
    assert paper["party"]["name"] == SHOP["name"]
    (notice,) = reads.notices(play.case)
    assert (notice.version, notice.kinds, notice.amount) == (proposal.version, ("fine",), 30000)
    assert notice.number == paper["document_no"]
    assert cases.case(play.case).state == "noticed"


# 示例标准：对公民5000元、对单位50000元以上为较大数额罚款。个体工商户按公民。
@pytest.mark.rule("HEAR-01", "HEAR-02")
@pytest.mark.parametrize(
    ("party", "yuan", "hearing"),
    [
        pytest.param(PERSON, 4999, False, id="公民：未达到标准"),
        pytest.param(PERSON, 5000, True, id="公民：达到标准"),
        pytest.param(SHOP, 5000, True, id="个体工商户：适用公民的标准"),
        pytest.param(UNIT, 5000, False, id="单位：未达到标准"),
        pytest.param(UNIT, 49999, False, id="单位：差一元"),
        pytest.param(UNIT, 50000, True, id="单位：达到标准"),
    ],
)
def test_a_larger_fine_carries_the_right_to_a_hearing(stage, cast, party, yuan, hearing):
    play = noticed(stage, cast, party, amount=yuan * 100, deviation=DEVIATION)
    assert reads.notices(play.case)[-1].hearing_offered == hearing
    assert paper_of(play)["hearing_right"] is hearing


# 种类、罚款（分）、违法所得（分）、是否应当告知听证（标准5000元）
@pytest.mark.rule("HEAR-01")
@pytest.mark.parametrize(
    ("kinds", "amount", "gains", "due"),
    [
        (["warning"], 0, 0, False),
        (["warning"], 0, 900_000, False),
        (["fine"], 499_999, 0, False),
        (["fine"], 500_000, 0, True),
        (["confiscate_gains"], 0, 499_999, False),
        (["confiscate_gains"], 0, 500_000, True),
        (["confiscate_property"], 0, 0, True),
        (["warning", "confiscate_property"], 0, 0, True),
    ],
)
def test_which_penalties_carry_the_right_to_a_hearing(stage, cast, kinds, amount, gains, due):
    proposal = cases.case(concluded(stage, cast).case).proposal
    proposal = replace(proposal, kinds=tuple(kinds), amount=amount, gains=gains)
    assert a_hearing_is_due(proposal, 500_000) == due


@pytest.mark.rule("HEAR-01")
def test_the_right_to_a_hearing_cannot_be_typed_or_left_out(stage, cast):
    play = concluded(stage, cast, amount=600_000, deviation=DEVIATION)
    with pytest.raises(ValueError, match="没有这一栏"):
        play.act("notice.issue", cast.head, hearing_offered=False)
    play.act("notice.issue", cast.head)
    assert reads.notices(play.case)[-1].hearing_offered


@pytest.mark.rule("NOTI-01")
@pytest.mark.parametrize("outcome", ["no_penalty_minor", "no_penalty_unproven", "transfer"])
def test_without_a_penalty_nothing_is_told(stage, cast, outcome):
    play = concluded(stage, cast, outcome=outcome, step="", education="已经教育。", crime="涉嫌示例罪。")
    assert play.refused("notice.issue", cast.head) == {"there_is_a_penalty_to_tell_of": "NOTI-01"}


@pytest.mark.rule("QUAL-08")
def test_a_handler_does_not_issue_the_notice(stage, cast):
    leader = cast.leaders[0]
    play = concluded(stage, cast, handlers=[leader, cast.officers[0][1]])
    assert play.refused("notice.issue", leader) == {"the_notice_is_not_issued_by_a_handler": "QUAL-08"}


@pytest.mark.parametrize("who", ["head", "deputy", "leader"])
def test_head_deputy_and_unit_leader_issue_notices(stage, cast, who):
    by = {"head": cast.head, "deputy": cast.deputies[0], "leader": cast.leaders[0]}[who]
    play = concluded(stage, cast)
    play.act("notice.issue", by)
    assert len(reads.notices(play.case)) == 1


def test_an_officer_issues_no_notice(stage, cast):
    play = concluded(stage, cast)
    with pytest.raises(NotYours):
        play.act("notice.issue", cast.officers[0][3])


@pytest.mark.rule("HEAR-02", "NOTI-05")
@pytest.mark.parametrize(
    ("unset", "names"),
    [
        ([], None),
        (["statement_days"], "尚未设定陈述申辩期限，"),
        (["hearing_person_fen", "hearing_unit_fen"], "“较大数额罚款”标准、对法人"),
    ],
)
def test_without_the_local_numbers_no_notice_is_issued(stage, cast, unset, names):
    play = concluded(stage, cast)
    look = look_at(act_named("notice.issue"), cast.head, play.case, stage.now, stage.now, None)
    left = [row for row in read_yaml("config_example.yaml") if row["id"] not in unset]
    facts = the_telling(replace(look, config=Config(Recorded(**row) for row in left)))
    refusal = the_local_numbers_are_set(facts)
    assert (refusal is None) == (names is None)
    assert refusal is None or (refusal.rule == "HEAR-02" and names in refusal.because)


@pytest.mark.rule("NOTI-06")
def test_a_changed_proposal_is_told_again(stage, cast):
    play = noticed(stage, cast)
    play.conclude(amount=20000)
    assert play.refused(
        "statement.hear", made_on="2026-09-07", by="张示例", form="written", points=["无"]
    ) == {"the_step_is_open": "AV-01"}
    play.act("notice.issue", cast.head)
    assert [n.amount for n in reads.notices(play.case)] == [30000, 20000]
    assert [n.number[-3:] for n in reads.notices(play.case)] == ["第1号", "第2号"]


@pytest.mark.rule("NOTI-03")
@pytest.mark.parametrize(
    ("kinds", "amount", "heavier"),
    [
        (["fine"], 20000, False),
        (["fine"], 30000, False),
        (["fine"], 30001, True),
        (["fine", "warning"], 30000, True),
        (["warning"], 0, True),
    ],
)
def test_what_is_heavier(kinds, amount, heavier):
    assert is_heavier(kinds, amount, ["fine"], 30000) == heavier


@pytest.mark.rule("NOTI-03")
def test_after_the_party_spoke_a_heavier_penalty_needs_another_reason(stage, cast):
    play = noticed(stage, cast)
    play.act("service.serve", **by_hand(play))
    play.act("statement.hear", made_on="2026-09-07", by="张示例", form="written", points=["面积有误。"])
    play.conclude(amount=40000)
    fault = {"nothing_is_heavier_because_the_party_spoke": "NOTI-03"}
    assert play.refused("notice.issue", cast.head) == fault
    play.act(
        "notice.issue", cast.head, reasons={**dict.fromkeys(fault, "复查发现当事人另行堆放二十平方米。")}
    )
    assert reads.notices(play.case)[-1].amount == 40000


@pytest.mark.clause("2.4.c")
def test_a_notice_changed_behind_the_doorway_is_not_shown(stage, cast):
    play = noticed(stage, cast)
    reads.Notice.objects.update(hearing_offered=True)
    with pytest.raises(Altered):
        reads.notices(play.case)
