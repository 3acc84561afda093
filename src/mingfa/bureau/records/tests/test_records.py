"""Inspecting and questioning: two officers, certificates shown, rights told, a record signed or explained."""

from datetime import timedelta

import pytest

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger import reader
from mingfa.bureau.records import reads
from mingfa.bureau.records.models import Record
from mingfa.example.asking import misread, refused
from mingfa.example.cases import NO_PICTURE, Play

VIDEO = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例录像.mp4"}
ACTS = ("inspect", "question")


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast).to_filed()


@pytest.mark.clause("1.3.a", "1.3.c", "2.1.a")
@branching("act", ACTS)
def test_a_record_is_kept_with_its_paper(play, act):
    done = getattr(play, act)(media=[VIDEO])
    row = Record.objects.get(pk=done.index)
    assert (row.number, row.officers, row.media) == (done.number, play.team, 1)
    assert (row.certificate_shown, row.rights_told, row.signed) == (True, True, "signed")
    assert (
        reads.recorded(play.case).records[-1].kind
        == {"inspect": "inspection", "question": "questioning"}[act]
    )
    facts = facts_of_paper(done.index)
    assert [o["certificate"] for o in facts["officers"]] == ["示E0001", "示E0004"]


# 情形 → 规则；现场检查与询问相同
@pytest.mark.rule("QUAL-01", "QUAL-05", "NOTI-01", "EVID-03", "AV-01", "AV-03")
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("given", "code", "rule"),
    [
        pytest.param(
            {"certificate_shown": False}, "the_certificate_was_shown", "QUAL-05", id="未出示执法证件"
        ),
        pytest.param({"rights_told": False}, "rights_and_duties_were_told", "NOTI-01", id="未告知权利义务"),
        pytest.param(
            {"signed": "refused"}, "the_record_is_signed_or_says_why_not", "EVID-03", id="拒签未说明"
        ),
        pytest.param(
            {"signed": "absent"}, "the_record_is_signed_or_says_why_not", "EVID-03", id="不在场未说明"
        ),
        pytest.param({"reasons": {}}, "it_was_recorded_in_sound_and_picture", "AV-03", id="没有音像记录"),
    ],
)
def test_what_the_law_asks_on_the_spot(play, act, given, code, rule):
    assert refused(getattr(play, act), **given) == {code: rule}


@pytest.mark.rule("EVID-03", "AV-03")
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"signed": "refused", "refusal": "当事人看过后拒绝签名。"}, id="拒签并说明"),
        pytest.param({"signed": "absent", "refusal": "当事人不在场，社区见证。"}, id="不在场并说明"),
        pytest.param({"media": [VIDEO], "reasons": {}}, id="有音像记录"),
    ],
)
def test_what_the_law_lets_pass(play, act, given):
    assert getattr(play, act)(**given).number


# 执法人员：谁在场
@pytest.mark.rule("QUAL-01", "QUAL-06")
@pytest.mark.clause("1.3.b")
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("who", "expected"),
    [
        pytest.param(lambda p, a: p.team, {}, id="两名执法人员"),
        pytest.param(lambda p, a: p.cast.officers[0][:4], {}, id="四名执法人员"),
        pytest.param(lambda p, a: p.team[:1], {"two_certified_officers_were_present": "QUAL-01"}, id="一人"),
        pytest.param(
            lambda p, a: [p.team[0]] * 2,
            {"two_certified_officers_were_present": "QUAL-01"},
            id="一人写两次",
        ),
        pytest.param(
            lambda p, a: [*p.team, p.cast.reviewers[1]],
            {"two_certified_officers_were_present": "QUAL-01"},
            id="有人没有执法证件",
        ),
        pytest.param(
            lambda p, a: [*p.team, 10**9],
            {"two_certified_officers_were_present": "QUAL-01"},
            id="查无此人",
        ),
        pytest.param(
            lambda p, a: [p.team[0], a],
            {
                "two_certified_officers_were_present": "QUAL-01",
                "no_auxiliary_stands_in_for_an_officer": "QUAL-06",
            },
            id="辅助人员充数",
        ),
    ],
)
def test_two_certified_officers_are_there(play, act, who, expected):
    auxiliary = enrolled_auxiliary(play)
    officers = who(play, auxiliary)
    if expected:
        assert refused(getattr(play, act), officers=officers) == expected
    else:
        assert getattr(play, act)(officers=officers).number


def enrolled_auxiliary(play) -> int:
    boss, unit = play.cast.appointer, play.cast.units["市容中队"]
    person = play.stage.act("person.enroll", boss, name="示例辅助", unit=unit).index
    play.stage.act("person.appoint", boss, person=person, role="auxiliary", since="2026-09-01")
    return person


def test_an_officer_named_twice_is_printed_once(play):
    done = play.inspect(officers=[*play.team, play.team[0]])
    assert len(facts_of_paper(done.index)["officers"]) == 2


@pytest.mark.rule("QUAL-04")
@branching("act", ACTS)
def test_nobody_records_on_an_expired_certificate(play, act):
    play.stage.act(
        "person.certify",
        play.cast.appointer,
        person=play.team[0],
        certificate="示E0001",
        certificate_from="2024-01-01",
        certificate_to="2026-09-06",
    )
    assert refused(getattr(play, act)) == {
        "the_certificate_is_valid": "QUAL-04",
        "two_certified_officers_were_present": "QUAL-01",
    }


# 笔录起止时间，以办理时刻为准（分钟）
@pytest.mark.rule("AV-01")
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("start", "end", "passes"),
    [
        (60, 30, True),
        (60, 0, True),
        (30, 60, False),
        (30, 30, False),
        (60, -5, False),
        (-5, -10, False),
    ],
    ids=["先始后终", "终于办理时", "先终后始", "起止相同", "终于将来", "起于将来"],
)
def test_a_record_starts_ends_and_is_made_in_this_order(play, act, start, end, passes):
    made_at = play.stage.now + timedelta(seconds=1)
    times = {
        "started_at": (made_at - timedelta(minutes=start)).isoformat(),
        "ended_at": (made_at - timedelta(minutes=end)).isoformat(),
    }
    if passes:
        assert getattr(play, act)(**times).number
    else:
        assert refused(getattr(play, act), **times) == {"the_record_ends_after_it_starts": "AV-01"}


@pytest.mark.rule("EVID-09")
@pytest.mark.parametrize("act", [*ACTS, "keep"])
def test_nothing_is_gathered_after_the_decision(stage, cast, act):
    play = Play(stage, cast)
    play.to_decided()
    play.later(hours=1)
    assert refused(getattr(play, act)) == {
        "the_step_is_open": "AV-01",
        "evidence_is_gathered_before_the_decision": "EVID-09",
    }


def test_whoever_is_no_officer_does_not_inspect(play):
    given = reader.inputs(reader.leaf(play.inspect().index).entry)
    for who in (play.cast.head, play.cast.reviewers[1], enrolled_auxiliary(play)):
        with pytest.raises(NotYours):
            play.stage.act("record.inspect", who, play.case, **given, reasons=NO_PICTURE)


@branching(
    ("act", "over", "errors"),
    [
        ("question", {"questions": []}, {"questions": "至少需要1项。"}),
        ("question", {"questions": [{"q": "问", "a": ""}]}, {"questions.0.a": "必须填写。"}),
        ("inspect", {"officers": []}, {"officers": "至少需要1项。"}),
        ("inspect", {"signed": "perhaps"}, {"signed": "请从列出的选项中选择一项。"}),
        ("inspect", {"media": [VIDEO] * 41}, {"media": "最多40项。"}),
    ],
)
def test_what_cannot_be_a_record_is_said(play, act, over, errors):
    assert misread(getattr(play, act), **over) == errors


def test_the_words_of_a_record_are_items_and_no_columns(play):
    done = play.question(questions=[{"q": "是否属实？", "a": "示例原话。"}])
    row = Record.objects.get(pk=done.index)
    assert "示例原话" not in str(row.__dict__)
    assert reader.inputs(reader.leaf(done.index).entry)["questions"] == [
        {"q": "是否属实？", "a": "示例原话。"}
    ]
