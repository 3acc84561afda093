"""Closing: every stage on record, a penalty performed, a decision served (处罚法 47)."""

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.cases.closing.rules import stages_without
from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.example.asking import appoint_leading, refused
from mingfa.example.cases import Play

WHOLE = (
    "filing_approval",
    "inspection_record",
    "investigation_report",
    "penalty_notice",
    "service_receipt",
    "review_opinion",
    "penalty_decision",
    "service_receipt",
)
MINOR = {
    "outcome": "no_penalty_minor",
    "step": "轻微",
    "kinds": [],
    "amount": 0,
    "education": "当场宣讲市容管理规定。",
}
WORDS = {"performance": "已履行。", "remedies": "未申请复议，未起诉。", "opinion": "建议结案。"}


# 卷内文书（依制作先后） → 没有记录的环节
@pytest.mark.rule("AV-01")
@pytest.mark.clause("2.1.a", "2.3.a")
@pytest.mark.parametrize(
    ("kinds", "missing"),
    [
        pytest.param(WHOLE, (), id="齐全"),
        pytest.param(
            [k.replace("inspection", "questioning") for k in WHOLE], (), id="以询问笔录代替检查笔录"
        ),
        pytest.param(WHOLE[1:], ("启动（立案审批表）",), id="没有立案审批表"),
        pytest.param(
            [k for k in WHOLE if k != "review_opinion"], ("审核（法制审核意见书）",), id="没有法制审核"
        ),
        pytest.param(WHOLE[:-1], ("送达（决定书的送达回证）",), id="只送达了告知书"),
        pytest.param([k for k in WHOLE if k != "penalty_notice"], ("告知（行政处罚告知书）",), id="没有告知"),
        pytest.param(
            [k.replace("penalty_decision", "no_penalty_decision") for k in WHOLE if k != "penalty_notice"],
            (),
            id="不予处罚无须告知",
        ),
    ],
)
def test_the_stages_that_no_paper_shows(kinds, missing):
    assert stages_without(kinds) == missing


def test_an_empty_file_shows_nothing():
    assert len(stages_without([])) == 7


@pytest.fixture
def penalised(stage, cast):
    """A penalty decided and served."""
    play = Play(stage, cast)
    decision = play.to_decided()
    play.later(hours=1)
    play.serve(decision.index)
    return play


@pytest.fixture
def spared(stage, cast):
    """A decision not to penalise, made and not yet served."""
    play = Play(stage, cast).to_concluded(**MINOR)
    play.submit()
    play.later(hours=1)
    play.review()
    play.later(hours=1)
    play.decision = play.decide().index
    play.later(hours=1)
    return play


def performed(play: Play) -> Play:
    amount = reads.case(play.case).proposal.amount
    play.later(days=3)
    play.pay(amount)
    play.correct()
    play.finish()
    return play


@pytest.mark.rule("AV-01")
def test_a_penalty_is_not_closed_before_it_is_performed(penalised):
    answer = {"a_penalty_is_performed_first": "AV-01"}
    assert refused(penalised.act, "case.propose_closing", **WORDS) == answer


@pytest.mark.rule("AV-01")
def test_a_performed_penalty_is_closed(penalised):
    done = performed(penalised).close(opinion="同意结案。")
    case = reads.case(penalised.case)
    assert (case.state, Case.objects.get().closed_on) == ("closed", penalised.stage.now.date())
    facts = facts_of_paper(done.index)
    assert facts["reason"] == "行政处罚决定已经执行完毕，符合结案条件。"
    assert "罚款人民币" in facts["outcome"]


@pytest.mark.rule("AV-01")
def test_a_decision_not_to_penalise_is_closed_once_it_is_served(spared):
    answer = {"every_stage_has_its_record": "AV-01"}
    assert refused(spared.act, "case.propose_closing", **WORDS) == answer
    spared.serve(spared.decision)
    done = spared.close()
    facts = facts_of_paper(done.index)
    assert facts["reason"] == "不予行政处罚决定书已经送达当事人，符合结案条件。"
    assert reads.case(spared.case).state == "closed"


def test_a_closing_that_is_sent_back_may_be_proposed_again(penalised):
    play = performed(penalised)
    play.act("case.propose_closing", **WORDS)
    back = play.act("case.close", play.cast.head, approved=False, opinion="补充执行情况。")
    assert (reads.case(play.case).state, back.number) == ("performed", "")
    play.close()
    assert reads.case(play.case).state == "closed"


@pytest.mark.rule("QUAL-08")
def test_a_handler_does_not_close_his_own_case(penalised):
    play = performed(penalised)
    handler = play.team[0]
    appoint_leading(play.stage, play.cast, handler, "deputy", "2026-09-01")
    play.act("case.propose_closing", **WORDS)
    answer = refused(play.act, "case.close", handler, approved=True, opinion="同意结案。")
    assert answer == {"the_approver_is_not_a_handler": "QUAL-08"}


@pytest.mark.rule("QUAL-04")
def test_nobody_proposes_the_closing_on_an_expired_certificate(penalised):
    play = performed(penalised)
    expired = {"certificate": "示E0001", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    play.stage.act("person.certify", play.cast.appointer, person=play.team[0], **expired)
    assert refused(play.act, "case.propose_closing", **WORDS) == {"the_certificate_is_valid": "QUAL-04"}


def test_nothing_is_closed_twice_or_early(filed):
    assert "the_step_is_open" in refused(filed.act, "case.propose_closing", **WORDS)
    assert "the_step_is_open" in refused(
        filed.act, "case.close", filed.cast.head, approved=True, opinion="同意。"
    )


def test_only_a_handler_proposes_the_closing(penalised):
    play = performed(penalised)
    with pytest.raises(NotYours, match="本案承办人"):
        play.act("case.propose_closing", play.cast.officers[0][4], **WORDS)
