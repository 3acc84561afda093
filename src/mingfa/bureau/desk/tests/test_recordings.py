"""What is recorded, on the pages: the list of steps, a scene on its matter, what supervisors see."""

import pytest

from mingfa.example.cases import Play

VIDEO = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例录像.mp4"}


@pytest.mark.rule("AV-07", "AV-11", "AV-13")
def test_recordings_are_shown(stage, cast, at_desk):
    play = Play(stage, cast).to_filed()
    spans = [(play.ago(90), play.ago(70)), (play.ago(60), play.ago(50))]
    takes = [
        {"file": VIDEO, "told": True, "resumed": "更换电池", "started_at": a, "ended_at": b} for a, b in spans
    ]
    play.inspect(recordings=takes, content=["scene", "people", "rights"], reasons={})
    page = at_desk(play.team[0]).get(f"/cases/{play.case}/").content.decode()
    assert "中断1次" in page and "保存至" in page
    watching = at_desk(cast.supervisor).get("/supervision/").content.decode()
    assert "中断原因：更换电池" in watching
    listed = at_desk(play.team[0]).get("/recordings/").content.decode()
    assert "全程音像记录" in listed and "电子技术监控设备" in listed
    assert at_desk(play.team[0]).get("/recordings/list.csv").content.decode("utf-8-sig").startswith('"程序"')
