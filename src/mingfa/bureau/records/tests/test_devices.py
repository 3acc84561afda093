"""What a technical monitoring device recorded (处罚法 41): registered, reviewed, told, and only then used."""

from datetime import timedelta

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.records import reads
from mingfa.bureau.records.tests.facts import PLACED
from mingfa.example.asking import refused
from mingfa.example.cases import Play

VIDEO = {"sha256": "ef" * 32, "size": 9000, "media": "video/mp4", "name": "示例监控.mp4"}


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast).to_filed()


def register(play, **over):
    day = (play.stage.now - timedelta(days=30)).date().isoformat()
    days = dict.fromkeys(("legal_review_on", "technical_review_on", "published_on", "used_from"), day)
    return play.stage.act("device.register", play.cast.head, **{**PLACED, **days, **over})


@pytest.mark.rule("EVID-06", "EVID-07", "PI-08")
def test_what_a_device_recorded_is_reviewed_and_told(play):
    play.inspect()
    play.order()
    assert "something_was_recorded_by_a_device" in refused(
        play.act, "record.tell", person="某", facts="占道。", lookup="网站", answer="窗口"
    )
    device = register(play, public_place=True, public_safety=True)
    kept = play.keep(kind="av", file=VIDEO, device=device.index)
    assert refused(play.conclude) == {"the_records_of_devices_were_reviewed": "EVID-06"}
    fit = dict.fromkeys(("true", "clear", "complete", "accurate"), True)
    play.act("record.review_device", evidence=kept.index, words="清晰完整。", **fit)
    assert [e.fit for e in reads.recorded(play.case).evidence if e.device] == [True]
    told = play.act("record.tell", person="某", facts="占道。", lookup="网站", answer="窗口")
    assert told.number and len(reads.told_by_paper(play.case)) == 1
    play.conclude()
    assert {"EVID-06", "EVID-07"} <= {gate.rule for gate in REGISTER["decision.make"].gates}


@pytest.mark.rule("EVID-06")
def test_a_device_out_of_use_records_no_evidence(play):
    device = register(play)
    today = play.stage.now.date().isoformat()
    play.stage.act("device.end", play.cast.head, device=device.index, until=today, reason="拆除")
    assert reads.devices()[0].until is not None
    assert refused(play.keep, kind="av", file=VIDEO, device=device.index) == {
        "its_device_was_in_use": "EVID-06"
    }
