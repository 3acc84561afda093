"""The confirmed address, the public notice, the way to apply on the internet: through real acts."""

from datetime import date

import pytest

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.service import reads
from mingfa.bureau.service.tests.making import FILE, Play, by_hand, noticed

BY_WIRE = {
    "method": "electronic",
    "signed": False,
    "received_by": "",
    "relation": None,
    "arrived_at": "2026-09-08T09:30",
    "place": "示例消息箱",
}
CONFIRMED = {
    "address": "示例路100号",
    "electronic": True,
    "electronic_to": "示例消息箱",
    "by": "张示例",
    "relation": "self",
    "signed": True,
}
ATTEMPT = {"on": "2026-09-07", "method": "personal", "result": "住所无人，邻居称已搬走"}


@pytest.fixture
def play(stage, cast) -> Play:
    """A notice made on Monday, 7 September 2026."""
    found = noticed(stage, cast)
    found.go("2026-09-08")
    return found


@pytest.mark.rule("SERV-05")
@pytest.mark.clause("2.1.a")
def test_a_confirmed_address_stands_for_the_whole_matter(play):
    assert "the_party_agreed_to_electronic_service" in play.refused(
        "service.serve", **by_hand(play, **BY_WIRE)
    )
    play.act("service.confirm_address", **CONFIRMED)
    said = reads.confirmed(play.case)
    assert (said.address, said.electronic_to) == ("示例路100号", "示例消息箱")
    play.act("service.serve", **by_hand(play, **BY_WIRE))
    (service,) = reads.services(play.case)
    assert (service.method, service.served_on) == ("electronic", date(2026, 9, 8))


@pytest.mark.rule("SERV-05")
def test_the_latest_word_on_the_address_counts(play):
    play.act("service.confirm_address", **CONFIRMED)
    play.act("service.confirm_address", **CONFIRMED | {"electronic": False, "electronic_to": ""})
    assert "the_party_agreed_to_electronic_service" in play.refused(
        "service.serve", **by_hand(play, **BY_WIRE)
    )


@pytest.mark.rule("SERV-09", "SERV-10")
@pytest.mark.clause("2.1.a")
def test_a_public_notice_is_issued_and_thirty_days_later_the_paper_is_served(play):
    notice = play.act(
        "service.announce",
        paper=play.paper("penalty_notice"),
        place="本机关公告栏",
        reason="受送达人下落不明",
        attempts=[ATTEMPT],
        media=[FILE],
    )
    said = facts_of_paper(notice.index)
    assert (said["date"], said["until"]) == ("2026-09-08", "2026-10-08")
    assert reads.services(play.case) == ()
    nobody = {"method": "public_notice", "signed": False, "received_by": "", "relation": None}
    play.go("2026-10-07")
    assert "the_announced_notice_has_run" in play.refused("service.serve", **by_hand(play, **nobody))
    play.go("2026-10-09")
    receipt = play.act("service.serve", **by_hand(play, **nobody))
    (service,) = reads.services(play.case)
    assert (service.served_on, service.has_media) == (date(2026, 10, 8), True)
    remark = facts_of_paper(receipt.index)["remark"]
    assert notice.number in remark and "邻居称已搬走" in remark


@pytest.mark.rule("SERV-06")
def test_whatever_names_where_to_apply_names_the_way_over_the_internet(play):
    order = play.paper("correction_order")
    assert "网上申请" in facts_of_paper(order)["reconsideration_channel"]
    assert reads.names_the_way_online(order)
    assert "reconsideration_channel" not in facts_of_paper(play.paper("penalty_notice"))
    assert reads.names_the_way_online(play.paper("penalty_notice"))
