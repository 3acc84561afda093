"""The one doorway: every act passes it whole, or nothing of it stays."""

from datetime import timedelta

import pytest

from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway import numbering
from mingfa.bureau.doorway.acts import NoSuchAct
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.models import Once, RefusedAttempt
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.doorway.ways import what_stands_in_the_way
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import Item, Log
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.models import Appointment
from mingfa.example.asking import appoint_leading, misread, refused
from mingfa.example.bureau import FOUNDING
from mingfa.example.cases import Play


@pytest.fixture
def play(stage, cast):
    found = Play(stage, cast)
    found.register()
    return found


def counts() -> tuple[int, int, int, int]:
    """Count everything an act could leave behind."""
    size = Log.objects.get(name="record").size
    return size, Item.objects.count(), Paper.objects.count(), Case.objects.count()


# --- what is written


@pytest.mark.clause("2.1.a")
def test_an_act_leaves_its_entry_and_its_items(play):
    done = play.verify(words="经核查属实。")
    entry = reader.leaf(done.index).entry
    assert entry.facts | {"nonce": ""} == {
        "v": 2,
        "act": "case.verify",
        "version": 1,
        "edition": 1,
        "by": play.team[0],
        "on": play.case,
        "matter": play.case,
        "before": play.case,
        "at": play.stage.now.isoformat(),
        "entered": play.stage.now.isoformat(),
        "nonce": "",
        "outcome": "worth_filing",
    }
    assert reader.inputs(entry) == {"result": "worth_filing", "words": "经核查属实。"}
    assert (done.act, done.matter, done.number) == ("case.verify", play.case, "")
    assert Case.objects.get().state == "verified"


def test_a_matter_is_known_by_the_act_that_opened_it(stage, cast):
    play = Play(stage, cast)
    done = play.register()
    assert done.matter == done.index == Case.objects.get().pk


# --- refusals


@pytest.mark.clause("2.4.a")
def test_a_refused_act_leaves_nothing_but_the_attempt(play):
    before = counts()
    play.verify()
    after = counts()
    with pytest.raises(Refused):
        play.propose()
    assert counts() == after and after[0] == before[0] + 1
    attempt = RefusedAttempt.objects.get()
    assert (attempt.act, attempt.person, attempt.matter, attempt.at) == (
        "case.propose",
        play.team[0],
        play.case,
        play.stage.now,
    )
    assert [r["rule"] for r in attempt.refusals] == ["FILE-02"]
    assert attempt.refusals[0]["citation"] == "《中华人民共和国行政处罚法》第五十四条第一款"


def test_all_reasons_come_at_once_the_blocking_ones_first(play):
    with pytest.raises(Refused) as answer:
        play.propose(handlers=[play.team[0], play.cast.head], recusal_declared=False)
    codes = [r.code for r in answer.value.refusals]
    assert set(codes) == {
        "the_step_is_open",
        "there_is_initial_evidence",
        "two_certified_officers_handle_the_case",
        "the_handlers_belong_to_its_unit",
        "the_handlers_declared_no_interest",
    }
    assert all(r.todo and r.citation.startswith("《") for r in answer.value.refusals)


def test_a_paper_that_cannot_be_made_undoes_the_whole_act(play, monkeypatch):
    """The refusal comes after the act began to write: the number, the rows and the state go back."""
    monkeypatch.setattr(numbering, "undrawable", lambda text: tuple(set(text) & {"囧"}))
    play.keep()
    play.verify()
    play.propose()
    before = counts()
    assert refused(play.file, opinion="同意立案囧。") == {"every_character_can_be_printed": "DEC-04"}
    assert counts() == before
    assert Case.objects.get().state == "proposed"
    assert play.file().number.endswith("立案字〔2026〕第1号")


@pytest.mark.rule("FILE-01")
def test_a_warning_passes_with_a_recorded_reason_and_not_without(play):
    play.later(days=40)
    late = {"the_clue_is_verified_in_time": "FILE-01"}
    assert refused(play.verify) == late
    assert refused(play.verify, reasons={"the_clue_is_verified_in_time": "  "}) == late
    assert refused(play.verify, reasons={"another_gate": "理由"}) == late
    done = play.verify(reasons={"the_clue_is_verified_in_time": " 当事人下落不明。 ", "another_gate": "无"})
    assert reader.value(reader.leaf(done.index).entry, "reasons") == {
        "the_clue_is_verified_in_time": "当事人下落不明。"
    }


def test_no_reason_passes_a_gate_that_blocks(play):
    play.verify()
    assert refused(play.propose, reasons={"there_is_initial_evidence": "来不及。"}) == {
        "there_is_initial_evidence": "FILE-02"
    }


def test_inputs_that_cannot_be_read_are_no_attempt(play):
    before = counts()
    assert misread(play.verify, result="maybe", words="", extra=1) == {
        "result": "请从列出的选项中选择一项。",
        "words": "必须填写。",
        "extra": "没有这一栏，请删去。",
    }
    assert counts() == before and not RefusedAttempt.objects.exists()


def test_an_unknown_act_is_none(play):
    with pytest.raises(NoSuchAct):
        play.act("case.forget")


# --- whose act it is


def not_yours(act, *args, **inputs) -> str:
    before = counts()
    with pytest.raises(NotYours) as answer:
        act(*args, **inputs)
    assert counts() == before and not RefusedAttempt.objects.exists()
    return answer.value.because


@pytest.mark.clause("2.3.c")
def test_what_is_not_there_and_what_may_not_be_seen_look_alike(play):
    other_unit = play.cast.officers[1][0]
    words = {"result": "worth_filing", "words": "属实。"}
    hidden = not_yours(play.stage.act, "case.verify", other_unit, play.case, **words)
    absent = not_yours(play.stage.act, "case.verify", other_unit, 10**9, **words)
    nothing = not_yours(play.stage.act, "case.verify", other_unit, None, **words)
    nobody = not_yours(play.stage.act, "case.verify", 10**9, play.case, **words)
    no_post = not_yours(play.stage.act, "case.verify", play.cast.archivist, play.case, **words)
    assert {hidden, absent, nothing, nobody, no_post} == {"您没有办理此事项的权限，或者该事项不存在。"}


def test_the_founder_comes_only_once(play):
    """Number 0 is the founder until the bureau stands; then it is the appointer whom the founding named."""
    assert not_yours(play.stage.act, "bureau.found", 0, **FOUNDING)
    assert not_yours(play.stage.act, "bureau.found", play.cast.head, **FOUNDING)


def test_once_handlers_are_named_the_case_is_theirs(play):
    colleague = play.cast.officers[0][4]
    play.act("record.keep", colleague, **evidence(play))
    play.verify()
    play.propose()
    assert "本案承办人" in not_yours(play.act, "record.keep", colleague, **evidence(play))


def test_an_officer_of_another_unit_does_not_act_however_much_he_sees(play):
    """A supervisor sees every unit's cases; being an officer elsewhere too does not make them his."""
    stranger = play.cast.officers[1][2]
    appoint_leading(play.stage, play.cast, stranger, "supervisor", "2026-09-01")
    assert "承办机构的执法人员" in not_yours(play.act, "record.keep", stranger, **evidence(play))


def evidence(play):
    return {
        "kind": "documentary",
        "name": "现场照片",
        "proves": "占道",
        "obtained_at": play.ago(5),
        "origin": "现场拍摄",
    }


# --- two times


@pytest.mark.rule("AV-01")
def test_the_time_of_the_act_and_the_time_of_entry_are_both_kept(play):
    at, now = play.stage.now + timedelta(hours=1), play.stage.now + timedelta(hours=5)
    words = {"result": "worth_filing", "words": "属实。"}
    done = do("case.verify", by=play.team[0], on=play.case, inputs=words, at=at, now=now)
    entry = reader.leaf(done.index).entry
    assert (entry.text("at"), entry.text("entered")) == (at.isoformat(), now.isoformat())
    assert Case.objects.get().last_at == at


@pytest.mark.rule("AV-01")
@branching(
    ("hours", "code"), [(-1, "time_is_in_order"), (2, "time_is_not_ahead")], ids=["早于上一环节", "晚于当前"]
)
def test_no_time_is_out_of_order(play, hours, code):
    at, now = play.stage.now + timedelta(hours=hours), play.stage.now + timedelta(hours=1)
    words = {"result": "worth_filing", "words": "属实。"}
    answer = refused(do, "case.verify", by=play.team[0], on=play.case, inputs=words, at=at, now=now)
    assert answer == {code: "AV-01"}


def test_whoever_left_the_post_does_not_act_in_the_past(play):
    """The day of the act and the day of its entry both ask for the post."""
    officer = play.cast.officers[0][5]
    post = Appointment.objects.get(person=officer, role="officer")
    play.stage.act("person.dismiss", play.cast.appointer, appointment=post.pk, until="2026-09-07")
    given = evidence(play)
    at, later = play.stage.now + timedelta(minutes=1), play.stage.now + timedelta(days=1)
    not_yours(do, "record.keep", by=officer, on=play.case, inputs=given, at=at, now=later)
    assert do("record.keep", by=officer, on=play.case, inputs=given, at=at, now=at).matter == play.case


def test_nobody_acts_before_the_post_began(play):
    newcomer, step = play.cast.officers[0][5], {"item": play.cast.items[play.item], "valid_to": "2026-12-31"}
    appoint_leading(play.stage, play.cast, newcomer, "head", "2026-09-08")
    end = {"name": "item.end", "by": newcomer, "inputs": step | {"reason": "示例调整"}}
    not_yours(do, **end, now=play.stage.now)
    not_yours(do, **end, at=play.stage.now, now=play.stage.now + timedelta(days=1))
    assert do(**end, now=play.stage.now + timedelta(days=1)).act == "item.end"


# --- a repeated request


def test_the_same_key_is_the_same_act(stage, cast):
    play = Play(stage, cast)
    inputs = play_inputs(play)
    first = do("case.register", by=play.team[0], inputs=inputs, now=stage.now, key="双击")
    before = counts()
    assert do("case.register", by=play.team[0], inputs=inputs, now=stage.now, key="双击") == first
    assert counts() == before
    assert first.matter == first.index


def test_a_repeated_act_is_answered_with_its_paper(play):
    play.keep()
    play.verify()
    play.propose()
    given = {"approved": True, "opinion": "同意立案。"}
    request = {
        "by": play.cast.head,
        "on": play.case,
        "inputs": given,
        "now": play.stage.now,
        "key": "k" * 500,
    }
    first = do("case.file", **request)
    assert do("case.file", **request) == first
    assert first.number.endswith("立案字〔2026〕第1号")


def test_a_key_belongs_to_one_person(stage, cast):
    play = Play(stage, cast)
    one, other = play.team
    inputs = play_inputs(play)
    first = do("case.register", by=one, inputs=inputs, now=stage.now, key="1")
    second = do("case.register", by=other, inputs=inputs, now=stage.now, key="1")
    assert first.index != second.index and Once.objects.count() == 2


def test_a_key_is_not_used_for_another_act(play):
    words = {"result": "worth_filing", "words": "属实。"}
    do("case.verify", by=play.team[0], on=play.case, inputs=words, now=play.stage.now, key="1")
    with pytest.raises(InvalidInputs, match="已经用于办理其他事项"):
        do("record.keep", by=play.team[0], on=play.case, inputs=evidence(play), now=play.stage.now, key="1")


def test_a_repeated_key_with_other_words_is_refused(play):
    """Answered with the old entry, what was typed the second time would be lost and nobody told."""
    request = {"by": play.team[0], "on": play.case, "now": play.stage.now, "key": "1"}
    first = do("record.keep", inputs=evidence(play), **request)
    before = counts()
    with pytest.raises(InvalidInputs, match=f"第{first.index}条.*没有再次办理"):
        do("record.keep", inputs=evidence(play) | {"name": "另一份"}, **request)
    with pytest.raises(InvalidInputs, match="没有再次办理"):
        do("record.keep", inputs=evidence(play), at=play.stage.now - timedelta(minutes=1), **request)
    assert counts() == before
    assert do("record.keep", inputs=evidence(play), **request) == first


def test_a_refused_act_leaves_its_key_free(play):
    play.verify()
    words = {
        "party": {"kind": "person", "name": "示例某", "address": "示例路1号"},
        "handlers": play.team,
        "recusal_declared": True,
        "facts": "占道经营。",
        "opinion": "建议立案。",
    }
    request = {"by": play.team[0], "on": play.case, "inputs": words, "now": play.stage.now, "key": "1"}
    assert refused(do, "case.propose", **request) == {"there_is_initial_evidence": "FILE-02"}
    play.keep()
    request["now"] = play.stage.now
    assert do("case.propose", **request).matter == play.case


def play_inputs(play):
    return {
        "item": play.cast.items[play.item],
        "source": "patrol",
        "found_at": play.ago(30),
        "act_on": "2026-09-07",
        "street": "650104001",
        "place": "示例路100号",
        "summary": "巡查发现。",
    }


# --- asking without acting


def test_what_stands_in_the_way_is_asked_without_acting(play):
    before = counts()
    ways = what_stands_in_the_way("case.propose", by=play.team[0], on=play.case, now=play.stage.now)
    assert {r.code for r in ways} == {"the_step_is_open", "there_is_initial_evidence"}
    play.keep()
    play.verify()
    assert what_stands_in_the_way("case.propose", by=play.team[0], on=play.case, now=play.stage.now) == []
    assert counts()[0] == before[0] + 2 and not RefusedAttempt.objects.exists()
    with pytest.raises(NotYours):
        what_stands_in_the_way("case.propose", by=play.cast.head, on=play.case, now=play.stage.now)
