"""The recordings of a scene: told, unbroken, complete, in time; and what follows when one is lost."""

from datetime import timedelta

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.procedure import procedures
from mingfa.bureau.law.procedures.recorded_steps import as_csv, recorded_steps
from mingfa.bureau.records import reads
from mingfa.bureau.records.tests.facts import usable_of
from mingfa.example.asking import refused
from mingfa.example.cases import Play

VIDEO = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例录像.mp4"}
SHOWN = ["scene", "people", "rights"]


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast).to_filed()


def take(play, start, end, **over):
    """Return a recording by minutes before now."""
    span = {"started_at": play.ago(start), "ended_at": play.ago(end)}
    return {"file": VIDEO, "told": True, **span, **over}


def inspect(play, *takes, **over):
    facts = {"recordings": list(takes), "content": SHOWN, "reasons": {}}
    return play.inspect(**{**facts, **over})


@pytest.mark.rule("AV-03", "AV-06", "AV-07", "AV-08", "AV-09")
@pytest.mark.clause("2.2.b")
def test_a_scene_keeps_its_recordings(play):
    done = inspect(play, take(play, 90, 70), take(play, 60, 50, resumed="更换电池"))
    scene = reads.recorded(play.case).scenes[0]
    assert (scene.id, scene.breaks, scene.late, scene.required) == (done.index, 1, False, False)
    assert [one.resumed for one in scene.takes] == ["", "更换电池"]
    assert reads.recorded(play.case).records[-1].media == 2
    assert reads.troubled_scenes() == [scene]


@pytest.mark.rule("AV-03")
@pytest.mark.clause("2.2.c")
def test_where_words_suffice_a_reason_stands_for_the_recording(play):
    asked = "it_was_recorded_in_sound_and_picture"
    bare = {"recordings": [], "media": [], "content": []}
    assert refused(play.inspect, **bare, reasons={}) == {asked: "AV-03"}
    play.inspect(**bare, reasons={asked: "文字记录能够全面有效记录。"})
    assert reads.recorded(play.case).records[-1].media == 0


@pytest.mark.rule("AV-06", "AV-07", "AV-08")
def test_what_is_asked_of_recordings(play):
    assert refused(play.inspect, recordings=[take(play, 90, 50, told=False)], content=[], reasons={}) == {
        "everyone_recorded_was_told": "AV-08",
        "the_key_content_was_recorded": "AV-06",
    }
    broken = [take(play, 90, 70), take(play, 60, 50)]
    assert refused(play.inspect, recordings=broken, content=SHOWN, reasons={}) == {
        "an_interruption_names_its_reason": "AV-07"
    }


@pytest.mark.rule("AV-09")
def test_a_late_upload_has_a_reason_and_supervisors_see_it(play):
    recording = take(play, 90, 50)
    when = {"started_at": play.ago(90), "ended_at": play.ago(50)}
    play.stage.now += timedelta(hours=24)
    late = {"recordings": [recording], "content": SHOWN, **when}
    assert refused(play.inspect, **late, reasons={}) == {"the_recordings_are_uploaded_in_time": "AV-09"}
    play.inspect(**late, reasons={"the_recordings_are_uploaded_in_time": "网络中断。"})
    assert [scene.late for scene in reads.troubled_scenes()] == [True]


@pytest.mark.rule("AV-10", "AV-11")
def test_a_loss_is_reported_and_stays_on_file(play):
    done = inspect(play, take(play, 90, 50))
    assert reads.troubled_scenes() == []
    play.act("record.report_loss", scene=done.index, number=1, words="存储卡损坏。")
    scene = reads.recorded(play.case).scenes[0]
    assert scene.losses == ("示例录像.mp4",)
    assert refused(play.act, "record.report_loss", scene=done.index, number=1, words="又一次。") == {
        "there_is_a_recording_on_file": "AV-10",
        "the_recording_named_is_on_file": "AV-10",
    }


@pytest.mark.rule("AV-12")
def test_who_concludes_and_who_decides_are_asked_about_lost_recordings():
    asked = {
        name: {gate.rule for gate in REGISTER[name].gates} for name in ("case.conclude", "decision.make")
    }
    assert all("AV-12" in rules for rules in asked.values())
    assert usable_of(10) and not usable_of(10, lost=[1])


@pytest.mark.rule("AV-13", "AV-14")
@pytest.mark.clause("2.2.c")
def test_the_list_of_recorded_steps_is_the_tables(db):
    lines = recorded_steps()
    drawn = sum(step.recording.startswith("av_") for table in procedures() for step in table.steps)
    assert len(lines) == drawn > 20
    assert [line.throughout for line in lines] == sorted((line.throughout for line in lines), reverse=True)
    assert {"measure.record", "enforcement.execute"} <= {line.act for line in lines if line.throughout}
    rows = as_csv().splitlines()
    assert len(rows) == drawn + 1 and rows[0].startswith('"程序"')
