"""The record of the scene (强制法 18 (7)-(9), 118号 (8)): the measure ends only with its recordings."""

from datetime import timedelta

import pytest

from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.filming.facts import unusable
from mingfa.bureau.records.values import EvidenceView
from mingfa.example.asking import refused


def covering(play, *pairs):
    """Return recordings by minutes since arrival."""
    start = play.taken.started_at
    return [play.take(start + timedelta(minutes=a), start + timedelta(minutes=b)) for a, b in pairs]


@pytest.mark.rule("AV-02", "COMP-04")
@pytest.mark.clause("2.2.a")
def test_the_record_says_the_points_with_their_times(play):
    play.seize()
    assert play.taken.record is None
    done = play.record()
    assert play.taken.record == done.index
    paper = value(leaf(done.index).entry, "paper")
    told = [p["text"] for p in paper["points"]]
    assert told[0] == "事先报告行政机关负责人并经批准"
    assert "执法人员出示执法身份证件" in told and "听取当事人的陈述和申辩" in told
    assert all(p["at"] for p in paper["points"][2:])
    assert paper["statement"] == "马上收。"
    assert "示例录像.mp4（cdcdcdcd）" in paper["recordings"][0]["name"]


# 现场35分钟：音像记录的起止（分钟）。
@pytest.mark.rule("AV-02")
@pytest.mark.clause("2.2.a")
@branching(
    ("pairs", "passes"),
    [
        pytest.param([(0, 36)], True, id="全程"),
        pytest.param([(0, 20), (20, 36)], True, id="两段相接"),
        pytest.param([(0, 20), (20.05, 36)], True, id="换电池3秒"),
        pytest.param([(0, 20), (20.2, 36)], False, id="中断12秒"),
        pytest.param([(1, 36)], False, id="开始一分钟没有记录"),
        pytest.param([(0, 30)], False, id="交付以后没有记录"),
        pytest.param([], False, id="没有音像记录"),
    ],
)
def test_the_recording_has_no_gap(play, pairs, passes):
    play.seize()
    play.after(seconds=600)
    recordings = covering(play, *pairs)
    if passes:
        assert play.record(recordings=recordings).index
    else:
        assert refused(play.record, recordings=recordings) == {"the_whole_scene_was_recorded": "AV-02"}


@pytest.mark.rule("AV-02")
def test_the_refusal_names_the_gap_and_the_head_may_approve_it(play):
    play.seize()
    play.after(seconds=600)
    gap = covering(play, (0, 10), (12, 36))
    assert refused(play.record, recordings=gap) == {"the_whole_scene_was_recorded": "AV-02"}
    play.excuse()
    assert play.record(recordings=gap).index
    assert refused(play.excuse) == {"the_scene_has_no_record_yet": "COMP-04"}


# 例外经批准的现场：证据取得于第几分钟，能否作为根据。
@pytest.mark.rule("AV-12", "AV-02")
@branching(
    ("pairs", "minute", "usable"),
    [
        pytest.param([(0, 10), (12, 36)], 5, True, id="有记录的一段"),
        pytest.param([(0, 10), (12, 36)], 11, False, id="没有记录的一段"),
        pytest.param([], 5, False, id="全程没有记录"),
    ],
)
def test_an_excused_gap_completes_the_measure_and_proves_nothing(play, pairs, minute, usable):
    play.seize()
    play.after(seconds=600)
    start = play.taken.started_at
    play.excuse(from_at=start.isoformat(), to_at=play.stage.now.isoformat())
    play.record(recordings=covering(play, *pairs), ended_at=play.stage.now.isoformat())
    [scene] = records.recorded(play.case).scenes
    at = start + timedelta(minutes=minute)
    found = EvidenceView(1, "av", "照片", "现场", "", 0, "", at, None)
    assert (scene.required, unusable([found], [scene])) == (True, () if usable else (found,))


@pytest.mark.rule("COMP-04")
@branching(
    ("given", "passes"),
    [
        pytest.param({"signed": "signed"}, True, id="当事人签名"),
        pytest.param({"signed": "refused", "refusal": "当事人拒绝签名。"}, True, id="拒签并注明"),
        pytest.param({"signed": "refused"}, False, id="拒签没有注明"),
        pytest.param({"signed": "absent", "refusal": "离开。"}, False, id="到场后称不在场"),
    ],
)
def test_a_party_who_came_signs(play, given, passes):
    play.seize()
    if passes:
        assert play.record(**given).index
    else:
        code = "the_scene_record_is_signed_or_says_why_not"
        assert refused(play.record, **given) == {code: "COMP-04"}


@pytest.mark.rule("COMP-04")
@branching(("witnessed", "passes"), [(True, True), (False, False)])
def test_for_an_absent_party_the_witness_signs(play, witnessed, passes):
    absent = {"party_present": False, "told_at": None, "heard_at": None, "handed_over_at": None}
    play.seize(**absent, witness="示例社区赵某")
    if passes:
        assert play.record(signed="absent", witness_signed=witnessed).index
    else:
        assert "COMP-04" in refused(play.record, signed="absent", witness_signed=witnessed).values()


@pytest.mark.rule("AV-01")
def test_the_scene_ends_between_the_measure_and_its_record(play):
    play.seize()
    early = (play.taken.taken_at - timedelta(minutes=1)).isoformat()
    late = (play.stage.now + timedelta(hours=1)).isoformat()
    for ended_at in (early, late):
        assert "the_scene_ends_after_the_measure" in refused(play.record, ended_at=ended_at)
    backwards = [play.take(play.taken.taken_at, play.taken.started_at)]
    assert "the_scene_ends_after_the_measure" in refused(play.record, recordings=backwards)


@pytest.mark.rule("COMP-04")
def test_one_scene_has_one_record_and_belongs_to_its_case(play):
    play.seize()
    play.record()
    assert refused(play.record) == {"the_scene_has_no_record_yet": "COMP-04"}
    play.release()
    assert "the_measure_is_of_this_case" in refused(play.keep_log)
