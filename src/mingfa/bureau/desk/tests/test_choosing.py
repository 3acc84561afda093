"""What a matter's page offers: what leads on first, the rest by what it is for, in an order that stays."""

from collections.abc import Callable

from django.test import Client

from mingfa.bureau.desk.forms.choices import Option
from mingfa.bureau.desk.forms.choosing import FEW, offered
from mingfa.bureau.desk.forms.drawn import Drawn
from mingfa.bureau.desk.forms.fields import Field, Kind
from mingfa.bureau.desk.matters.steps import Choice
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.rooms import rooms
from mingfa.bureau.law.gates import Refusal
from mingfa.example.cases import Play

NO = Refusal("AV-01", "x", "尚无。", "行政处罚法 47", "补齐。")


def test_every_act_of_a_matter_is_for_something() -> None:
    of_matters = {act.room for act in REGISTER.values() if act.matter is not None} - {"disclosure"}
    assert [room for room in sorted(of_matters) if not rooms()[room].purpose] == []
    places = [room.place for room in rooms().values() if room.purpose]
    assert sorted(set(places)) == sorted(places)


def test_every_act_stands_under_the_heading_of_its_room() -> None:
    assert sorted({act.room for act in REGISTER.values()} - set(rooms())) == []
    assert all(room.heading for room in rooms().values())


def test_many_acts_stand_by_their_purpose_and_few_without_one() -> None:
    acts = ("service.serve", "record.keep", "remedy.answer", "record.inspect", "case.conclude")
    many = [Choice(name, name, leads_on=False) for name in acts]
    assert len(many) > FEW
    assert [zh for zh, _ in offered(many).groups] == ["办案", "调查取证", "文书送达", "复议和诉讼"]
    assert [c.act for c in offered(many).groups[1][1]] == ["record.keep", "record.inspect"]
    assert [zh for zh, _ in offered(many[:2]).groups] == [""]


def test_what_leads_on_stands_first_even_if_it_must_wait() -> None:
    offer = offered([Choice("case.file", "立案", True, (NO,)), Choice("record.keep", "取证", False, (NO,))])
    assert [c.act for c in offer.leading] == ["case.file"]
    assert [c.act for c in offer.waiting] == ["record.keep"]
    assert offer and not offered([])


def test_nobody_is_offered_an_act_about_something_that_is_not_there(
    at_desk: Callable[[int], Client], play: Play
) -> None:
    play.to_filed()
    page = at_desk(play.team[0]).get(f"/cases/{play.case}/").content.decode()
    assert f"/acts/record.inspect/?on={play.case}" in page
    assert f"/acts/remedy.conclude/?on={play.case}" not in page
    assert "目前没有可以选择的“复议、诉讼”。" in page


def test_officers_of_other_units_are_folded_until_one_of_them_is_chosen() -> None:
    units = {"1": "市容中队", "2": "环卫中队", "3": "渣土中队"}
    options = tuple(Option(pk, f"示例{pk}", group=unit) for pk, unit in units.items())
    field = Drawn(Field("officers", Kind.MANY, "检查人员"), "officers", ["3"], "", options)
    assert [g.name for g in field.groups] == [*units.values()]
    assert [g.folded for g in field.groups] == [False, True, False]
