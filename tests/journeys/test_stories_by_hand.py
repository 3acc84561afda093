"""All five procedures are carried end to end by the forms of the desk, as the people of a bureau do it.

The stories of the demo are told on a stage where every act is a form that somebody opens, fills in and sends
(by_hand.py).
"""

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from tests.fixtures import OPENING
from tests.journeys.by_hand import ByHand

from mingfa.bureau.desk.tests.conftest import account
from mingfa.bureau.doorway.matter import kinds
from mingfa.bureau.people import reads as people
from mingfa.example import (
    enforcement_stories,
    inspection_stories,
    measure_stories,
    penalties,
    permit_stories,
    summary,
)
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play, working_time
from mingfa.example.penalties import Story, Told
from mingfa.example.pictures import Pictures

pytestmark = pytest.mark.long


@pytest.fixture
def stage(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Iterator[ByHand]:
    cache.clear()
    by_hand = ByHand(OPENING, sit)
    monkeypatch.setattr(timezone, "now", lambda: by_hand.now)
    yield by_hand


def sit(person: int) -> Client:
    """Sign in as a person."""
    client = Client()
    client.force_login(get_user_model().objects.get(username=account(person)))
    return client


def told(stage: ByHand, story: Story) -> list[str]:
    """Tell a story to its end; return where its matters stand."""
    for wait in story:
        stage.now = working_time(stage.now + wait, people.calendar())
    return [row.state for kind in kinds() for row in kind._default_manager.order_by("pk")]


def of_ordinary(stage: Stage, cast: Cast) -> list[Story]:
    """Return a case with a hearing, and one whose fine is small, each with everybody's part."""
    pictures, dice = Pictures(), random.Random(1)
    site = Told(Play(stage, cast, 2, "施工工地防尘措施不到位"), dice, pictures, 4)
    shop = Told(Play(stage, cast, 0, "店外经营"), dice, pictures, 3)
    return [penalties.contested(site), penalties.the_whole(shop, says=("面积测量偏大。",), problems=True)]


STORIES = {
    "ordinary": of_ordinary,
    "summary": summary.stories,
    "measures": measure_stories.stories,
    "enforcement": enforcement_stories.stories,
    "permits": permit_stories.stories,
    "inspections": inspection_stories.stories,
}
# Where the matters of each story stand in the end. The fullest of each procedure is told in every run.
ENDS = [
    ("ordinary", 0, ["decided"]),
    ("summary", 0, ["closed"]),
    ("measures", 0, ["closed"]),
    ("enforcement", 0, ["filed", "done"]),
    ("permits", 1, ["granted"]),
    ("inspections", 2, ["ended"]),
]
MORE = [
    ("ordinary", 1, ["closed"]),
    ("summary", 1, ["closed"]),
    ("summary", 2, ["revoked"]),
    ("summary", 3, ["decided"]),
    ("measures", 1, ["filed"]),
    ("measures", 2, ["dropped"]),
    ("measures", 3, ["concluded"]),
    ("measures", 4, ["concluded"]),
    ("measures", 5, ["filed"]),
    ("enforcement", 1, ["decided", "agreed"]),
    ("enforcement", 2, ["filed", "announced"]),
    ("enforcement", 3, ["filed", "done"]),
    ("enforcement", 4, ["filed", "demanded"]),
    ("permits", 0, ["licensed"]),
    ("permits", 2, ["refused"]),
    ("permits", 3, ["licensed"]),
    ("permits", 4, ["received"]),
    ("inspections", 0, ["ended"]),
    ("inspections", 1, []),
    ("inspections", 3, ["ended"]),
    ("inspections", 4, ["notified"]),
]


@pytest.mark.clause("2.1.a", "3.4.b")
@pytest.mark.parametrize(
    ("room", "number", "ends"), [*ENDS, *(pytest.param(*more, marks=pytest.mark.heavy) for more in MORE)]
)
def test_a_story_is_told_by_forms_alone(
    stage: ByHand, cast: Cast, room: str, number: int, ends: list[str]
) -> None:
    assert told(stage, STORIES[room](stage, cast)[number]) == ends
    assert stage.forms > 1


def test_no_story_is_left_out(cast: Cast, stage: ByHand) -> None:
    known = Counter(room for room, _, _ in [*ENDS, *MORE])
    assert {room: len(stories(stage, cast)) for room, stories in STORIES.items()} == known


def test_what_a_form_does_not_offer_is_not_chosen(cast: Cast, stage: ByHand) -> None:
    play = Play(stage, cast)
    play.register()
    with pytest.raises(AssertionError, match="证据种类.*没有.*hearsay"):
        play.keep(kind="hearsay")
    with pytest.raises(AssertionError, match="case.file: 409|没有询问|不能办理"):
        play.file()
