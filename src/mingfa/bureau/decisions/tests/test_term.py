"""Ninety days, made longer only on a recorded basis, in steps, and standing still only for what was told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.decisions import reads
from mingfa.bureau.decisions.term.rules import the_first_extension_has_its_basis
from mingfa.bureau.decisions.tests.term_facts import extending
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.config import Config
from mingfa.bureau.people import reads as people
from mingfa.bureau.service import reads as service
from mingfa.example.asking import refused
from mingfa.example.cases import Play


@pytest.fixture
def filed_case(stage, cast):
    return Play(stage, cast).to_filed()


REASON = {"reason": "需要等待鉴定意见。"}


def head(play, name, **given):
    return play.act(name, play.cast.deputies[0], **given)


def meeting(play, **over):
    heads = [play.cast.head, *play.cast.deputies]
    held = {
        "started_at": play.ago(60),
        "ended_at": play.ago(20),
        "place": "本局会议室",
        "chair": play.cast.head,
        "members": heads,
        "speeches": [{"person": p, "text": "同意。"} for p in heads],
        "agreeing": len(heads),
        "approved": True,
        "conclusion": "同意再次延长。",
        **REASON,
    }
    return play.act("term.extend_again", play.cast.head, **held | over)


def ends(play):
    now = play.stage.now.astimezone(CHINA).date()
    case = cases.case(play.case)
    return reads.time_of(case, now, people.calendar(), people.config()).end


# 9月7日立案：九十日至12月7日（6日为周日）
@pytest.mark.rule("DEC-02", "DEC-03")
def test_the_head_extends_once_and_the_heads_together_once_more(reviewed):
    filed = cases.case(reviewed.case).filed_on
    assert ends(reviewed) == date(2026, 12, 7)
    assert refused(meeting, reviewed) == {"it_was_extended_once": "DEC-02"}
    said = facts_of_paper(head(reviewed, "term.extend", **REASON).index)
    assert (said["days"], "示例：本局办案规定（虚构）" in said["basis"]) == ("30日", True)
    assert ends(reviewed) == filed + timedelta(days=120)
    assert refused(head, reviewed, "term.extend", **REASON) == {"it_was_not_extended_yet": "DEC-02"}
    against = refused(meeting, reviewed, approved=False, agreeing=0, opposing=3)
    assert against == {"the_discussion_agreed": "CDIS-01"}
    meeting(reviewed)
    assert ends(reviewed) >= filed + timedelta(days=180)
    assert refused(meeting, reviewed) == {"it_was_extended_once": "DEC-02"}


@pytest.mark.rule("DEC-02", "DEC-03")
def test_a_late_penalty_needs_an_extension_and_a_late_extension_its_reason(reviewed):
    reviewed.stage.now = reviewed.stage.now.replace(month=12, day=8)
    assert refused(reviewed.decide) == {"it_is_made_within_its_term": "DEC-02"}
    assert refused(head, reviewed, "term.extend", **REASON) == {"the_term_still_runs": "DEC-03"}
    head(reviewed, "term.extend", **REASON, reasons={"the_term_still_runs": "鉴定意见迟到。"})
    assert reviewed.decide().number


@pytest.mark.rule("DEC-02")
def test_days_are_taken_out_only_where_a_served_paper_told_of_them(reviewed):
    day = reviewed.stage.now.astimezone(CHINA).date()
    notice = next(k for k in _papers(reviewed) if k[1] == "penalty_notice")
    given = {"first": f"{day}", "last": f"{day}", "basis": "示例规章第三十条", **REASON}
    wrong = refused(head, reviewed, "term.exclude", paper=notice[0], **given)
    assert wrong == {"the_days_taken_out_were_told_of": "DEC-02"}


def _papers(play):
    return [(p.id, p.kind) for p in service.papers_to_serve(play.case)]


@pytest.mark.rule("DEC-02")
def test_while_the_investigation_was_stopped_the_days_do_not_count(filed_case):
    head(filed_case, "case.suspend", ground="other_case", basis="示例规章第三十条", **REASON)
    before = ends(filed_case)
    filed_case.later(days=10)
    head(filed_case, "case.resume", reason="另案已经判决。")
    assert ends(filed_case) > before


@pytest.mark.rule("DEC-02")
def test_that_none_is_allowed_is_another_answer_than_that_nothing_is_recorded():
    none = the_first_extension_has_its_basis.check(extending(days=0))
    bare = extending()
    missing = the_first_extension_has_its_basis.check(replace(bare, look=replace(bare.look, config=Config())))
    assert none is not None and "按照示例规章第三十条，本机关不允许延长" in none.because
    assert missing is not None and "尚未录入" in missing.because
