"""Concluding: what the proposal must stand on, as tables (处罚法 28-34, 46, 55, 57)."""

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.example.asking import misread, refused
from mingfa.example.cases import NO_PICTURE, Play

# 事项：警告、罚款、没收违法所得；档次：轻微（不罚）、较轻（警告）、一般（50元至200元）
FINE = {"step": "一般", "kinds": ["fine"], "amount": 10000}
TAKEN = FINE | {"gains": 300, "gains_words": "按收款记录。", "kinds": ["fine", "confiscate_gains"]}
WARNING = {"step": "较轻", "kinds": ["warning"], "amount": 0}
MINOR = {
    "outcome": "no_penalty_minor",
    "step": "轻微",
    "kinds": [],
    "amount": 0,
    "education": "当场宣讲市容管理规定。",
}
UNPROVEN = {"outcome": "no_penalty_unproven", "step": "", "kinds": [], "amount": 0}
TRANSFER = {
    "outcome": "transfer",
    "step": "",
    "kinds": [],
    "amount": 0,
    "crime": "涉嫌妨害公务罪，暴力阻碍执法。",
}


@pytest.fixture
def play(stage, cast, new_item):
    """A filed case, inspected and questioned, with an order to correct."""
    found = Play(stage, cast)
    found.register(item=new_item())
    found.keep()
    found.verify()
    found.propose()
    found.file()
    found.inspect()
    found.order()
    return found


@pytest.mark.clause("2.1.a")
def test_a_conclusion_is_a_proposal_with_its_report(play):
    done = play.conclude(**FINE)
    case = reads.case(play.case)
    proposal = case.proposal
    assert (case.state, proposal.version, proposal.outcome, proposal.amount) == (
        "concluded",
        done.index,
        "penalty",
        10000,
    )
    assert (proposal.breaks, proposal.penalises) == (("市容条例 14",), ("市容条例 36(2)",))
    facts = facts_of_paper(done.index)
    assert "罚款人民币壹佰元整（¥100.00）" in facts["proposal"]
    assert "一般" in facts["discretion"] and "50.00元至200.00元" in facts["discretion"]


def test_a_new_conclusion_replaces_the_old(play):
    first = play.conclude(**FINE).index
    second = play.conclude(**FINE | {"amount": 5000}).index
    proposal = reads.case(play.case).proposal
    assert (proposal.version, proposal.amount) == (second, 5000) and first < second


# 处理建议 → 结论（事项见文件开头）
@pytest.mark.rule("DEC-01", "DEC-07", "DEC-08", "DEC-09", "DEC-10", "FILE-06")
@branching(
    ("given", "expected"),
    [
        pytest.param(FINE, {}, id="档次内罚款"),
        pytest.param(FINE | {"amount": 5000}, {}, id="下限"),
        pytest.param(FINE | {"amount": 20000}, {}, id="上限"),
        pytest.param(FINE | {"amount": 4999}, {"the_amount_lies_within_its_step": "DEC-09"}, id="低一分"),
        pytest.param(FINE | {"amount": 20001}, {"the_amount_lies_within_its_step": "DEC-09"}, id="高一分"),
        pytest.param(FINE | {"amount": 20001, "deviation": "后果特别严重。"}, {}, id="突破并说明"),
        pytest.param(FINE | {"step": "特重"}, {"the_amount_lies_within_its_step": "DEC-09"}, id="没有这一档"),
        pytest.param(
            FINE | {"step": "轻微"}, {"the_amount_lies_within_its_step": "DEC-09"}, id="不罚档次罚款"
        ),
        pytest.param(
            WARNING | {"step": "轻微"}, {"the_amount_lies_within_its_step": "DEC-09"}, id="不罚档次警告"
        ),
        pytest.param(
            FINE | {"step": "较轻"}, {"the_amount_lies_within_its_step": "DEC-09"}, id="警告档次罚款"
        ),
        pytest.param(WARNING, {}, id="警告"),
        pytest.param(
            WARNING | {"step": "一般"}, {"the_amount_lies_within_its_step": "DEC-09"}, id="罚款档次只警告"
        ),
        pytest.param(FINE | {"kinds": ["warning", "fine"]}, {}, id="警告并罚款"),
        pytest.param(
            FINE | {"kinds": []},
            {"the_proposal_fits_its_outcome": "DEC-01", "the_amount_lies_within_its_step": "DEC-09"},
            id="处罚而没有种类",
        ),
        pytest.param(
            FINE | {"kinds": ["fine", "confiscate_property"]},
            {"the_proposal_fits_its_outcome": "DEC-01", "confiscated_things_are_listed": "DEC-01"},
            id="事项之外的种类",
        ),
        pytest.param(
            FINE | {"amount": 0},
            {"the_proposal_fits_its_outcome": "DEC-01", "the_amount_lies_within_its_step": "DEC-09"},
            id="罚款而没有金额",
        ),
        pytest.param(
            WARNING | {"amount": 100}, {"the_proposal_fits_its_outcome": "DEC-01"}, id="有金额而没有罚款"
        ),
        pytest.param(
            FINE | {"factors": ""}, {"the_grounds_for_mitigation_were_examined": "DEC-07"}, id="没有裁量情节"
        ),
        pytest.param(
            FINE | {"gains": 300}, {"illegal_gains_are_confiscated": "DEC-10"}, id="有违法所得未没收"
        ),
        pytest.param(
            FINE | {"gains": 300, "gains_words": "按收款。", "kinds": ["fine", "confiscate_gains"]},
            {},
            id="没收违法所得",
        ),
        pytest.param(MINOR, {}, id="轻微不罚并教育"),
        pytest.param(
            MINOR | {"education": ""}, {"no_penalty_goes_with_education": "DEC-08"}, id="轻微不罚未教育"
        ),
        pytest.param(MINOR | FINE, {"the_proposal_fits_its_outcome": "DEC-01"}, id="不罚又罚款"),
        pytest.param(UNPROVEN, {}, id="事实不成立，无须教育"),
        pytest.param(TRANSFER, {}, id="移送"),
        pytest.param(
            TRANSFER | {"crime": ""}, {"a_transfer_names_the_suspected_crime": "FILE-06"}, id="移送而没有罪名"
        ),
    ],
)
def test_what_may_be_proposed(play, given, expected):
    if expected:
        assert refused(play.conclude, **given) == expected
    else:
        assert play.conclude(**given).number


@pytest.mark.rule("DEC-10")
def test_gains_that_are_refunded_need_a_reason(play):
    reasons = NO_PICTURE | {"illegal_gains_are_confiscated": "已依法责令退赔。"}
    assert play.conclude(**FINE, gains=300, reasons=reasons).number


# --- the age of the party


def person(born: str) -> dict[str, str]:
    """Return an invented person with an ID number whose check digit is right."""
    weights, marks = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"
    body = f"110101{born}001"
    check = marks[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]
    return {"kind": "person", "name": "示例某", "code": body + check, "address": "示例路1号"}


# 违法行为发生于2026-09-07
@pytest.mark.rule("DEC-05")
@pytest.mark.parametrize(
    ("born", "given", "passes"),
    [
        pytest.param("20120908", FINE, False, id="十三周岁处罚"),
        pytest.param("20120908", FINE | {"mitigation": ["under_18"]}, False, id="十三周岁从轻也不得处罚"),
        pytest.param("20120908", MINOR, True, id="十三周岁不予处罚"),
        pytest.param("20120907", FINE | {"mitigation": ["under_18"]}, True, id="满十四周岁从轻"),
        pytest.param("20120907", FINE, False, id="满十四周岁未从轻"),
        pytest.param("20080908", FINE, False, id="十七周岁未从轻"),
        pytest.param("20080908", FINE | {"mitigation": ["under_18", "confessed"]}, True, id="十七周岁从轻"),
        pytest.param("20080907", FINE, True, id="满十八周岁"),
    ],
)
def test_the_young_are_not_penalised_or_less(stage, cast, new_item, born, given, passes):
    play = Play(stage, cast)
    play.register(item=new_item())
    play.keep()
    play.verify()
    play.propose(party=person(born))
    play.file()
    play.inspect()
    play.order()
    if passes:
        assert play.conclude(**given).number
    else:
        assert refused(play.conclude, **given) == {"the_party_is_of_age_to_be_penalised": "DEC-05"}


# --- what it stands on


@pytest.mark.rule("EVID-03", "NOTI-07", "AV-03")
def test_nothing_is_concluded_on_an_empty_file(filed):
    filed.evidence = []
    assert refused(filed.conclude, reasons={}) == {
        "inspection_or_questioning_was_recorded": "EVID-03",
        "the_scene_was_recorded_in_sound_and_picture": "AV-03",
        "correction_was_ordered": "NOTI-07",
    }


@pytest.mark.rule("EVID-03")
@branching("act", ["inspect", "question"])
def test_one_record_is_enough(filed, act):
    getattr(filed, act)()
    filed.order()
    assert filed.conclude().number


@pytest.mark.rule("AV-03")
@pytest.mark.clause("2.2.b")
@branching(("media", "passes"), [("video/mp4", True), ("audio/mpeg", True), ("image/jpeg", False)])
def test_the_scene_is_recorded_in_sound_and_picture(play, media, passes):
    file = {"sha256": "ef" * 32, "size": 5, "media": media, "name": "示例文件"}
    play.keep(kind="av", file=file)
    if passes:
        assert play.conclude(**FINE, reasons={}).number
    else:
        assert refused(play.conclude, **FINE, reasons={}) == {
            "the_scene_was_recorded_in_sound_and_picture": "AV-03"
        }


@pytest.mark.rule("NOTI-07")
@pytest.mark.parametrize(("given", "passes"), [(FINE, False), (MINOR, True), (UNPROVEN, True)])
def test_a_penalty_goes_with_an_order_to_correct(stage, cast, new_item, given, passes):
    play = Play(stage, cast)
    play.register(item=new_item())
    play.keep()
    play.verify()
    play.propose()
    play.file()
    play.inspect()
    if passes:
        assert play.conclude(**given).number
    else:
        assert refused(play.conclude, **given) == {"correction_was_ordered": "NOTI-07"}


@pytest.mark.rule("EVID-01")
def test_what_it_stands_on_lies_in_the_file(play):
    stranger = [{"evidence": 10**9, "proves": "占道"}]
    assert refused(play.conclude, **FINE, evidence=stranger) == {"the_evidence_named_is_on_file": "EVID-01"}
    assert misread(play.conclude, **FINE, evidence=[]) == {"evidence": "至少需要1项。"}


@pytest.mark.rule("EVID-02")
def test_excluded_evidence_proves_nothing(play):
    bad = play.keep(name="非法取得的录音").index
    play.act("record.exclude", evidence=bad, reason="以欺骗手段取得。")
    used = [{"evidence": bad, "proves": "占道"}]
    assert refused(play.conclude, **FINE, evidence=used) == {"no_excluded_evidence_is_used": "EVID-02"}
    assert play.conclude(**FINE).number


@pytest.mark.rule("QUAL-04")
def test_nobody_concludes_on_an_expired_certificate(play):
    expired = {"certificate": "示E0001", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    play.stage.act("person.certify", play.cast.appointer, person=play.team[0], **expired)
    assert refused(play.conclude, **FINE) == {"the_certificate_is_valid": "QUAL-04"}


def test_only_a_handler_concludes(play):
    play.team = play.cast.officers[0][3:5]
    with pytest.raises(NotYours, match="本案承办人"):
        play.conclude(**FINE)
