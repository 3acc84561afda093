"""Local values: listed, recorded with a basis, never guessed."""

import datetime

import pytest

from mingfa.bureau.law.config import (
    Config,
    LocalValueMissing,
    Recorded,
    check_value,
    example_config,
    local_values,
    missing,
)
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.time.terms import periods

DAY = datetime.date(2026, 3, 12)


def recorded(value_id, value, citation="示例依据", valid_from=datetime.date(2026, 1, 1)):
    return Recorded(value_id, value, citation, valid_from)


def test_every_local_value_belongs_to_a_rule_and_no_period_needs_another():
    assert len(local_values()) >= 15
    assert all(rule(one.rule) for one in local_values().values())
    named = {name for one in periods().values() for name in (one.local, *one.plus) if name}
    assert named <= set(local_values())


@pytest.mark.rule("HEAR-02", "TIME-06")
def test_nothing_recorded_means_everything_is_missing():
    assert len(missing(Config(), DAY)) == len(local_values())
    with pytest.raises(LocalValueMissing, match="请由法制机构录入取值和依据"):
        Config().value("hearing_person_fen", DAY)


def test_the_examples_are_complete_and_marked():
    assert missing(example_config(), DAY) == ()
    for value_id in local_values():
        assert "示例" in example_config().recorded(value_id, DAY).citation


@pytest.mark.rule("TIME-06")
def test_festivals_are_no_local_value_any_more_and_still_read():
    """They are announced (`calendar.announce`); what the ledger holds as a local value still counts."""
    assert "local_festivals" not in local_values()
    assert {year: len(days) for year, days in example_config().festivals_by_year().items()} == {
        2024: 4,
        2025: 4,
        2026: 4,
    }


def test_a_value_counts_from_its_first_day_on():
    config = Config(
        [
            recorded("statement_days", 3, valid_from=datetime.date(2026, 3, 1)),
            recorded("statement_days", 5, valid_from=datetime.date(2025, 1, 1)),
        ]
    )
    assert config.value("statement_days", datetime.date(2026, 2, 28)) == 5
    assert config.value("statement_days", datetime.date(2026, 3, 1)) == 3
    assert config.recorded("statement_days", datetime.date(2024, 12, 31)) is None


WRONG = [
    ("statement_days", "5"),
    ("statement_days", -1),
    ("statement_days", True),
    ("hearing_person_fen", 5000.0),
    ("video_may_replace_record", 1),
    ("local_festivals", ["2026-03-20"]),
    ("local_festivals", [{"date": "2026-03-20", "name": "示例"}]),
    ("local_festivals", [{"date": DAY, "name": "示例", "kind": "放假"}]),
]


@pytest.mark.parametrize(("value_id", "value"), WRONG)
def test_a_value_of_the_wrong_type_is_refused(value_id, value):
    with pytest.raises(ValueError, match="不符合类型"):
        check_value(recorded(value_id, value))


def test_a_value_without_basis_or_name_is_refused():
    with pytest.raises(ValueError, match="必须写明依据"):
        check_value(recorded("statement_days", 5, citation=" "))
    with pytest.raises(ValueError, match="没有名为"):
        check_value(recorded("no_such_value", 5))


@pytest.mark.rule("SERV-06")
@pytest.mark.parametrize(
    ("value", "contents", "printed"),
    [
        ("示例网上平台", ("party", "reconsideration_to"), {"reconsideration_channel": "示例网上平台"}),
        ("示例网上平台", ("party",), {}),
        ("无", ("party", "reconsideration_to"), {}),
    ],
    ids=["写明复议机关的文书", "没有复议机关的文书", "没有开通"],
)
def test_a_text_is_printed_beside_the_content_it_belongs_to(value, contents, printed):
    config = Config([recorded("reconsideration_channel", value)])
    assert config.printed_with(contents, DAY) == printed
