"""The rule table."""

import pytest

from mingfa.bureau.law.rules import all_rules, rule


def test_there_are_235_rules_each_with_a_source():
    assert len(all_rules()) == 235
    assert all(one.citation and one.zh and one.verified for one in all_rules())


def test_only_a_rule_from_memory_alone_is_kept_from_blocking():
    assert [one.id for one in all_rules() if one.from_memory] == ["DEC-03"]
    assert not rule("FILE-01").from_memory


def test_a_rule_that_does_not_exist():
    with pytest.raises(LookupError, match="NO-01"):
        rule("NO-01")
