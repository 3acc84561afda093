"""A page of an act says which of its values were erased, and by which act (plan 2.4.c)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from mingfa.bureau.doorway.acts import REGISTER, act
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.ledger.reader import leaf
from mingfa.bureau.people.models import Role
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play


class Which(Inputs):
    """Of which entry."""

    entry: int


@pytest.fixture
def erasing() -> Iterator[None]:
    """Declare an act that erases the words of an entry."""

    @act("example.erase", "示例：删除", who=[Role.APPOINTER], inputs=Which, see=lambda look: look)
    def erase(door: Any, facts: Any, given: Which) -> None:
        """Erase a value."""
        door.erase(leaf(given.entry).entry, ["in/words"])

    yield
    del REGISTER["example.erase"]


@pytest.mark.clause("2.4.c")
@pytest.mark.usefixtures("erasing")
def test_the_page_of_an_act_says_what_was_erased_and_by_which_act(
    stage: Stage, cast: Cast, at_desk: Callable[[int], Client]
) -> None:
    play = Play(stage, cast)
    play.register()
    play.keep()
    done = play.verify(words="经核查属实，示例。")
    page = f"/cases/{play.case}/entries/{done.index}/"
    desk = at_desk(play.team[0])
    assert "经核查属实，示例。" in desk.get(page).content.decode()
    erased = stage.act("example.erase", cast.appointer, entry=done.index)
    shown = desk.get(page).content.decode()
    assert "经核查属实，示例。" not in shown
    assert f"已由执法记录第{erased.index}条（示例：删除）删除。" in shown
    assert desk.get(f"/cases/{play.case}/").status_code == 200
