"""Local values: a number, its source, its first day; what fits no parameter is said in Chinese."""

from datetime import date, datetime

import pytest

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.people import reads
from mingfa.example.asking import misread

SET = {
    "config_id": "statement_days",
    "value": 3,
    "citation": "示例：本局规定（虚构）",
    "valid_from": "2026-09-01",
}


@pytest.mark.parametrize("who", ["appointer", "head"])
def test_a_local_value_is_set_with_its_source(stage, cast, who):
    stage.act("local.set", getattr(cast, who), **SET)
    found = reads.config().recorded("statement_days", date(2026, 9, 7))
    assert (found.value, found.citation) == (3, "示例：本局规定（虚构）")


def test_nobody_else_sets_it(stage, cast):
    with pytest.raises(NotYours):
        stage.act("local.set", cast.officers[0][0], **SET)


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"config_id": "no_such_number"}, "没有名为“no_such_number”的地方取值"),
        ({"value": "三天"}, "取值不符合类型"),
        ({"value": -1}, "取值不符合类型"),
        ({"value": True}, "取值不符合类型"),
        ({"config_id": "local_festivals", "value": ["2027-03-10"]}, "节日应逐日填写日期"),
        ({"config_id": "local_festivals", "value": [{"name": "肉孜节"}]}, "节日应逐日填写日期"),
        ({"config_id": "local_festivals", "value": [{"date": "三月", "name": "x"}]}, "节日应逐日填写日期"),
        ({"config_id": "local_festivals", "value": [{"date": "2027-03-10"}]}, "取值不符合类型"),
    ],
)
def test_what_fits_no_parameter_is_said(stage, cast, over, said):
    errors = misread(stage.act, "local.set", cast.appointer, **SET | over)
    assert list(errors) == ["*"] and said in errors["*"]


def test_a_source_is_never_empty(stage, cast):
    assert misread(stage.act, "local.set", cast.appointer, **SET | {"citation": " "}) == {
        "citation": "必须填写。"
    }


FESTIVAL = {
    "config_id": "local_festivals",
    "value": [{"date": "2027-03-10", "name": "示例节"}],
    "valid_from": "2027-01-01",
}


@pytest.mark.rule("TIME-06")
def test_festivals_set_before_they_were_announced_still_count(stage, cast):
    day = date(2027, 3, 10)
    assert reads.calendar().is_workday(day)
    stage.act("local.set", cast.appointer, **SET | FESTIVAL)
    assert not reads.calendar().is_workday(day)


@pytest.mark.rule("TIME-06")
def test_festivals_are_set_by_no_single_hand_any_more(stage, cast):
    stage.now = datetime(2026, 12, 1, 9, tzinfo=CHINA)
    with pytest.raises(Refused, match="不再作为本地参数设定"):
        stage.act("local.set", cast.appointer, **SET | FESTIVAL)
