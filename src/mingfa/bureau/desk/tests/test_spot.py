"""A penalty on the spot at the desk: little to type, the way on where it is too much, what waits after."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.tests.sending import errors_on, fields_on, fill, send
from mingfa.bureau.desk.tests.test_journey import picture
from mingfa.example.summary import CITIZEN, Spot

TICKS = {"certificate_shown": "1", "rights_told": "1", "heard": "1"}
TOUCHES = {
    **TICKS,
    "step": "一般",
    "kinds": ["fine"],
    "street": "650104001",
    "payment": "bank",
    "signed": "signed",
}
# Everything that is written letter by letter in the usual case: a known item, a photo, fifty yuan.
TYPED = {
    "amount": "50",
    "place": "示例路100号门前",
    "party.name": CITIZEN["name"],
    "party.code": CITIZEN["code"],
    "party.address": "示例路2号",
}


@pytest.fixture
def spot(stage, cast):
    return Spot(stage, cast)


def decide(client, spot, **over):
    """Touch the item, fill in the rest, send."""
    address = f"/acts/summary.decide/?item={spot.cast.items[spot.item]}"
    sent = fill(
        client.get(address), {**TOUCHES, "correction": "now", "party.kind": "person", **TYPED, **over}
    )
    partner = [str(p) for p in spot.team]
    photo = SimpleUploadedFile("示例.jpg", picture().getvalue(), "image/jpeg")
    return client.post("/acts/summary.decide/", {**sent, "officers": partner, "media": photo})


@pytest.mark.clause("2.1.a")
def test_the_usual_case_needs_less_than_a_minute_of_typing(at_desk, spot):
    """Fewer than fifty characters: at one a second, which is slow for a phone, less than a minute."""
    client = at_desk(spot.team[0])
    begin = client.get("/spot/").content.decode()
    assert f"/acts/summary.decide/?item={spot.cast.items[spot.item]}" in begin
    assert sum(len(words) for words in TYPED.values()) <= 49
    answer = decide(client, spot)
    assert answer.status_code == 302, errors_on(answer)
    case = cases.case(int(re.findall(r"\d+", answer["Location"])[-1]))
    assert case.party.code == CITIZEN["code"]
    assert "巡查时发现，当事人" in case.proposal.facts and spot.item in case.proposal.facts


@pytest.mark.clause("2.1.a")
def test_the_next_one_begins_where_the_last_one_was(at_desk, spot):
    """Street, place and partner stand there already: what is left to type is the sum and the party."""
    client = at_desk(spot.team[0])
    decide(client, spot)
    there = fields_on(client.get(f"/acts/summary.decide/?item={spot.cast.items['乱堆物料']}"))
    assert there["street"] == ["650104001"]
    assert there["place"] == [TYPED["place"]]
    assert there["officers"] == [str(p) for p in spot.team]
    assert "乱堆物料" in there["findings"][0]
    assert "示例路100号" in there["findings"][0]


def test_the_item_may_also_be_chosen_in_the_form(at_desk, spot):
    """Without an item steps and facts are not asked yet; then they are, with what the item says."""
    client = at_desk(spot.team[0])
    page = client.get("/acts/summary.decide/")
    assert "step" not in fields_on(page) and "findings" not in fields_on(page)
    item = str(spot.cast.items[spot.item])
    page = client.post("/acts/summary.decide/", fill(page, {"item": item, "place": "示例巷1号"}))
    assert "当事人在示例巷1号占道经营" in fields_on(page)["findings"][0]
    assert "50.00元以上200.00元以下" in page.content.decode()


@pytest.mark.rule("SUMM-01")
def test_what_is_too_much_is_carried_over_to_the_ordinary_procedure(at_desk, spot):
    client = at_desk(spot.team[0])
    answer = decide(client, spot, step="较重", amount="300")
    assert answer.status_code == 409
    assert "超过对公民（含个体工商户）当场处罚的限额200.00元" in errors_on(answer)
    link = re.search(r'href="(/acts/case\.register/\?[^"]+)"', answer.content.decode())[1]
    there = fields_on(client.get(link.replace("&amp;", "&")))
    assert there["item"] == [str(spot.cast.items[spot.item])]
    assert (there["place"], there["party_name"]) == ([TYPED["place"]], [CITIZEN["name"]])
    assert "占道经营" in there["summary"][0]
    assert fields_on(answer)["amount"] == ["300"]


def test_no_way_on_is_shown_where_none_is_due(at_desk, spot):
    client = at_desk(spot.team[0])
    answer = decide(client, spot, certificate_shown="")
    assert "没有向当事人出示执法证件" in errors_on(answer)
    assert "转为普通程序" not in answer.content.decode()


def test_what_is_rare_is_folded_until_it_is_filled_in_or_wrong(at_desk, spot):
    client = at_desk(spot.team[0])
    folded = client.get(f"/acts/summary.decide/?item={spot.cast.items[spot.item]}").content.decode()
    assert '<details class="rare">' in folded
    answer = decide(client, spot, signed="refused", refusal="拒签", due_on="昨天以前")
    assert '<details class="rare" open>' in answer.content.decode()


@pytest.mark.rule("SUMM-05", "EXEC-04")
def test_what_follows_waits_for_whoever_has_to_do_it(at_desk, spot):
    """Report and money for the two who decided; filing away for the leader; and the case among all others."""
    spot.fine(payment="small")
    mine, leaders = at_desk(spot.team[0]), at_desk(spot.leader)
    home = mine.get("/").content.decode()
    assert "当场处罚备案" in home and "当场收缴罚款" in home
    spot.collect()
    assert "收缴的罚款交至本机关" in mine.get("/").content.decode()
    spot.hand_in()
    spot.report()
    spot.bank_in()
    assert "当场处罚备案" not in mine.get("/").content.decode()
    assert "归档" in leaders.get("/").content.decode()
    page = mine.get(f"/cases/{spot.case}/").content.decode()
    assert "罚款50.00元" in page and "已备案" in page
    assert "当罚字" in mine.get("/cases/").content.decode()
    leaders.get(f"/acts/summary.close/?on={spot.case}")
    assert send(leaders, "summary.close", spot.case).status_code == 302


def test_the_money_has_its_clock_on_the_page(at_desk, spot):
    spot.fine(payment="small")
    spot.collect()
    page = at_desk(spot.team[0]).get(f"/cases/{spot.case}/").content.decode()
    assert "当场收缴罚款交款期限" in page
    assert "缴纳罚款期限" not in page


def test_somebody_of_another_post_does_not_begin_one(at_desk, cast):
    assert at_desk(cast.reviewers[1]).get("/spot/").status_code == 403
