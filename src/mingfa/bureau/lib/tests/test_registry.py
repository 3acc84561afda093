"""A registry takes one word under a key, whichever room is loaded first."""

import pytest

from mingfa.bureau.cases.models import Case
from mingfa.bureau.desk.forms.choices import PROVIDERS
from mingfa.bureau.lib.registry import Registry, ToldTwice
from mingfa.bureau.service.hooks import RECIPIENTS, the_enterprise
from mingfa.bureau.service.hooks import recipient_in as tell_recipient


def one() -> int:
    return 1


def two() -> int:
    return 2


def test_the_second_word_is_refused_and_the_same_word_is_not():
    table = Registry("numbers", {"a": one})
    table.tell("a", one)
    with pytest.raises(ToldTwice, match=r"numbers: 'a' is told by .*one and by .*two"):
        table.tell("a", two)
    table.tell_all({"b": two})
    assert dict(table) == {"a": one, "b": two} and len(table) == 2


def test_no_room_takes_the_place_of_another():
    with pytest.raises(ToldTwice):
        PROVIDERS.tell("officers", one)
    with pytest.raises(ToldTwice):
        tell_recipient(Case)(the_enterprise)
    assert RECIPIENTS[Case] is not the_enterprise
