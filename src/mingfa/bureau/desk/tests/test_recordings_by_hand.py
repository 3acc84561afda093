"""What comes in as a recording of a scene is measured: no text is a film, no minute half an hour."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.utils.html import escape

from mingfa.bureau.desk.forms import uploads
from mingfa.bureau.desk.tests.sending import errors_on, send
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.records import reads
from mingfa.bureau.records.measuring import follow
from mingfa.bureau.records.models import MeasuredFile
from mingfa.bureau.vault.film.confined import NoTool
from mingfa.bureau.vault.film.probing import NO_INDEX
from mingfa.bureau.vault.tests.films import film, paused, unfinished
from mingfa.example.measures import Taking

SCENE = 600


@pytest.fixture
def play(stage, cast) -> Taking:
    found = Taking.filed(stage, cast)
    found.seize()
    found.after(seconds=SCENE)
    return found


def record(
    play: Taking, at_desk: Any, content: bytes, name: str = "示例录像.mp4", **more: Any
) -> HttpResponse:
    """Send the record of a seizure by its form, with one recording said to show all of it."""
    media = {"txt": "text/plain"}.get(name.rpartition(".")[2], "video/mp4")
    start, end = play.taken.started_at, play.stage.now
    sent = {
        "measure": str(play.measure),
        "ended_at": minute(end),
        "findings": "现场扣押烧烤炉1台。",
        "signed": "signed",
        "recordings__0__file": SimpleUploadedFile(name, content, media),
        "recordings__0__started_at": minute(start),
        "recordings__0__ended_at": minute(end),
        "recordings__0__told": "on",
        "content": ["scene", "people", "rights", "goods", "measures", "delivery"],
    }
    return send(at_desk(play.team[0]), "measure.record", play.case, **{**sent, **more})


def minute(at: Any) -> str:
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


@pytest.mark.rule("AV-01")
@pytest.mark.clause("2.2.a")
def test_a_text_is_no_film(play: Taking, at_desk: Any) -> None:
    under_its_name = record(play, at_desk, "现场情况说明。".encode(), "说明.txt")
    assert "不是录音、录像" in errors_on(under_its_name)
    assert "实测时长" not in under_its_name.content.decode()
    as_a_film = record(play, at_desk, "现场情况说明。".encode(), "录像.mp4")
    assert "内容实际为文本文件" in errors_on(as_a_film)
    assert play.taken.record is None


@pytest.mark.rule("AV-01")
@pytest.mark.clause("2.2.a")
def test_a_minute_is_not_half_an_hour(play: Taking, at_desk: Any) -> None:
    said = errors_on(record(play, at_desk, film(60)))
    assert "实测时长00:01:00" in said
    first = play.taken.started_at.astimezone(CHINA).replace(second=0) + timedelta(minutes=1)
    assert f"结束时间应为{first:%H:%M:%S}" in said
    honest = record(play, at_desk, film(60), recordings__0__ended_at=minute(first))
    assert "没有记录" in errors_on(honest)
    assert play.taken.record is None


@pytest.mark.rule("AV-02", "AV-12")
@pytest.mark.clause("2.2.a")
@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(lambda: unfinished(1800), NO_INDEX.rstrip("。"), id="battery pulled"),
        pytest.param(lambda: paused(1800, 120, 300), "第00:02:00至00:05:00无画面", id="pictures stop"),
    ],
)
def test_what_shows_nothing_covers_nothing(play: Taking, at_desk: Any, content: Any, said: str) -> None:
    answer = record(play, at_desk, content())
    assert "下列时段没有记录" in errors_on(answer)
    assert escape(said) in answer.content.decode()
    assert MeasuredFile.objects.count() == 1, "it is kept all the same, and on record"


@pytest.mark.clause("2.2.a")
def test_a_whole_film_is_on_record_with_its_length(play: Taking, at_desk: Any) -> None:
    done = record(play, at_desk, film(3600))
    assert done.status_code == 302, errors_on(done)
    (scene,) = reads.recorded(play.case).scenes
    (found,) = (take.measured for take in scene.takes)
    assert found is not None and found.milliseconds == pytest.approx(3_600_000, abs=1000)
    page = at_desk(play.team[0]).get(f"/cases/{play.case}/").content.decode()
    assert "实测时长01:00:00" in page


def test_what_is_sent_of_a_measurement_is_not_believed(play: Taking, at_desk: Any) -> None:
    """A program says itself how long its film runs: what stands on record counts."""
    client = at_desk(play.team[0])
    kept = uploads.keep(play.team[0], SimpleUploadedFile("a.mp4", film(60)), "a.mp4", "video/mp4")
    lie = kept.model_dump(mode="json")
    lie["measured"] |= {"milliseconds": 1_800_000}
    take = {"file": lie, "started_at": play.taken.started_at.isoformat()}
    take |= {"ended_at": play.stage.now.isoformat(), "told": True}
    inputs = {"measure": play.measure, "ended_at": play.stage.now.isoformat(), "findings": "扣押。"}
    answer = client.post(
        f"/api/v1/acts/measure.record?on={play.case}",
        {**inputs, "signed": "signed", "recordings": [take]},
        content_type="application/json",
    )
    assert answer.status_code == 409
    assert "its_hours_are_no_longer_than_it_runs" in answer.content.decode()


def test_without_a_tool_it_is_kept_and_measured_in_a_round(play: Taking, monkeypatch: Any) -> None:
    def no_tool(file: Any) -> Any:
        raise NoTool("没有安装 ffprobe。")

    with monkeypatch.context() as broken:
        broken.setattr(follow, "probe", no_tool)
        kept = uploads.keep(play.team[0], SimpleUploadedFile("a.mp4", film(60)), "a.mp4", "video/mp4")
        assert kept.measured is None
        (waiting,) = follow.to_measure(play.stage.now)
        with pytest.raises(NoTool):
            waiting.do()
    (waiting,) = follow.to_measure(play.stage.now)
    assert waiting.do() is not None
    assert list(follow.to_measure(play.stage.now)) == []
    assert uploads.keep(play.team[0], SimpleUploadedFile("a.mp4", film(60)), "a.mp4", "").measured is not None
    assert MeasuredFile.objects.count() == 1, "the same bytes are measured once"
