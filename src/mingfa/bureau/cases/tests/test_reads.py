"""Reading, searching and naming: a case as it stands, the party's age, the streets of the area."""

from datetime import date

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.cases.values import streets
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.people.reads import actor
from mingfa.example.cases import SHOP, Play

PERSON = {"kind": "person", "name": "示例某", "address": "示例路1号"}


@pytest.mark.rule("DEC-05")
@pytest.mark.parametrize(
    ("party", "on", "age"),
    [
        (PERSON | {"code": "110101199003077571"}, date(2026, 3, 6), 35),
        (PERSON | {"code": "110101199003077571"}, date(2026, 3, 7), 36),
        (PERSON | {"code": "110101200402297577"}, date(2022, 2, 28), 17),
        (PERSON | {"code": "110101200402297577"}, date(2022, 3, 1), 18),
        (PERSON, date(2026, 9, 7), None),
        (PERSON | {"code": "护照示例123"}, date(2026, 9, 7), None),
        (PERSON | {"code": "110101199013077571"}, date(2026, 9, 7), None),
        (SHOP | {"representative_code": "110101199003077571"}, date(2026, 9, 7), 36),
        (SHOP, date(2026, 9, 7), None),
        (
            PERSON | {"kind": "unit", "representative_code": "110101201503077578"},
            date(2026, 9, 7),
            None,
        ),
    ],
    ids=[
        "生日前",
        "生日",
        "闰日生平年前",
        "闰日生平年后",
        "无号码",
        "护照",
        "错误日期",
        "经营者",
        "无经营者号码",
        "单位",
    ],
)
def test_the_age_of_whoever_answers(party, on, age):
    assert Party.model_validate(party).age_on(on) == age


@branching(("kind", "is_unit"), [("person", False), ("sole_trader", False), ("unit", True)])
def test_a_sole_trader_counts_as_a_citizen(verified, kind, is_unit):
    verified.propose(party=SHOP | {"kind": kind})
    assert reads.case(verified.case).is_unit is is_unit


def test_a_case_that_is_not_there_is_none(cast):
    assert reads.case(10**9) is None


@pytest.mark.clause("2.3.c")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", {"one", "other"}),
        ("小吃店", {"one"}),
        ("示例路", {"one", "other"}),
        ("示例路 水果", {"other"}),
        ("立案字〔2026〕第1号", {"one"}),
        ("没有这几个字", set()),
        ("100% _", set()),
    ],
)
def test_every_word_must_occur(stage, cast, words, found):
    plays = {}
    for name, party in (("one", SHOP), ("other", SHOP | {"name": "高新区示例水果店", "code": ""})):
        plays[name] = Play(stage, cast)
        plays[name].register()
        plays[name].keep()
        plays[name].verify()
        plays[name].propose(party=party)
    plays["one"].file()
    head = actor(cast.head, stage.now.date())
    assert {c.pk for c in reads.search(head, words)} == {plays[name].case for name in found}


def test_what_was_done_last_comes_first(stage, cast):
    plays = [Play(stage, cast) for _ in range(3)]
    for play in plays:
        play.register()
    plays[0].keep()
    head = actor(cast.head, stage.now.date())
    assert [c.pk for c in reads.search(head, "")] == [plays[n].case for n in (0, 2, 1)]


@pytest.mark.rule("JUR-01")
def test_the_streets_of_the_area_are_those_of_its_region(cast):
    assert reads.streets()["650104001"] == "北京路街道"
    assert all(code.startswith("650104") for code in reads.streets())
    assert streets("999999") == {}
