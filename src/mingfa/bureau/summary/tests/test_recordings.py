"""What a body camera recorded of a decision on the spot: handed in afterwards, kept, lost and reported."""

from datetime import datetime

import pytest

from mingfa.bureau.records import reads
from mingfa.example.asking import refused
from mingfa.example.summary import Spot

VIDEO = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例执法记录仪.mp4"}
SHOWN = ["scene", "people", "rights"]


@pytest.fixture
def spot(stage, cast):
    found = Spot(stage, cast)
    found.fine()
    return found


def film(spot, **over):
    take = {"file": VIDEO, "told": True, "started_at": spot.ago(12), "ended_at": spot.ago(4)}
    return spot.act("record.film", **{"recordings": [take], "content": SHOWN, **over})


@pytest.mark.rule("AV-09", "AV-06")
@pytest.mark.clause("2.2.b")
def test_a_recording_may_come_after_the_decision(spot):
    """It is no evidence gathered after the decision (行政诉讼法 35): it shows what was done."""
    began, ended = spot.ago(12), spot.ago(4)
    take = {"file": VIDEO, "told": True, "started_at": began, "ended_at": ended}
    done = film(spot, recordings=[take])
    [scene] = reads.recorded(spot.case).scenes
    assert (scene.id, scene.required, scene.late) == (done.index, False, False)
    assert (scene.started_at, scene.ended_at) == tuple(map(datetime.fromisoformat, (began, ended)))
    assert not reads.recorded(spot.case).evidence


@pytest.mark.rule("AV-06", "AV-08")
def test_it_is_asked_what_every_recording_is_asked(spot):
    silent = {"file": VIDEO, "started_at": spot.ago(12), "ended_at": spot.ago(4)}
    assert refused(film, spot, recordings=[silent], content=["people"]) == {
        "everyone_recorded_was_told": "AV-08",
        "the_key_content_was_recorded": "AV-06",
    }


@pytest.mark.rule("AV-10")
def test_its_loss_is_reported_and_stays_on_file(spot):
    done = film(spot)
    spot.act("record.report_loss", scene=done.index, number=1, words="存储卡损坏。")
    assert reads.recorded(spot.case).scenes[0].losses == (VIDEO["name"],)
