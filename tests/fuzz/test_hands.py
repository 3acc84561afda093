"""Two acts at once: what one order would give passes, anything else is seen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest
from tests.fixtures import OPENING
from tests.fuzz.ground import fresh
from tests.fuzz.hands import Came, Process, Thread, Try, looking
from tests.fuzz.pairs import at_once

from mingfa.bureau.doorway.door import Done
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

WORDS = {"result": "worth_filing", "words": "属实。"}


@dataclass(frozen=True)
class Liar:
    """A hand that does nothing and claims something."""

    claims: Came

    @contextmanager
    def busy(self, one: Try) -> Iterator[Callable[[], Came]]:
        yield lambda: self.claims


@pytest.fixture
def verifying(cast: Cast) -> Iterator[Try]:
    """Give an act that the table allows once."""
    with fresh():
        play = Play(Stage(OPENING), deepcopy(cast))
        play.register()
        now = play.stage.now
        yield Try("case.verify", play.team[0], play.case, now, now, WORDS)


@pytest.mark.parametrize("other", ["thread", "process"])
def test_of_two_who_do_the_same_one_comes_first(verifying: Try, other: str) -> None:
    hand: Any = Process() if other == "process" else Thread
    came = at_once(verifying, verifying, hand)
    assert sorted(one.how for one in came) == ["Refused", "done"]
    if isinstance(hand, Process):
        hand.end()


@pytest.mark.parametrize(
    "claims",
    [
        Came("done", ("case.verify",), Done(200, "case.verify", None, "")),
        Came("broke", words="OperationalError: database is locked"),
        Came("Refused", ("another_reason",)),
    ],
    ids=lambda one: one.how,
)
def test_what_no_order_explains_is_seen(verifying: Try, claims: Came) -> None:
    with pytest.raises(AssertionError, match="at once"):
        at_once(verifying, verifying, Liar(claims))  # type: ignore[arg-type]


def test_whoever_looks_and_is_shown_an_error_is_seen(verifying: Try) -> None:
    with pytest.raises(AssertionError, match="shown while somebody acted"), looking(lambda: 1 // 0):
        pass
