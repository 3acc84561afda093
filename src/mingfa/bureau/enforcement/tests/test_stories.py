"""The enforcements of the demo pass every gate, one after the other."""

import pytest

from mingfa.bureau.enforcement.models import Enforcement
from mingfa.bureau.people import reads as people
from mingfa.example.cases import working_time
from mingfa.example.enforcement_stories import stories


@pytest.mark.clause("2.2.a")
@pytest.mark.parametrize(
    ("number", "end"),
    enumerate(("done", "agreed", "announced", "done", "demanded")),
    ids=["substituted", "agreed", "announced", "cleared", "waiting"],
)
def test_a_story_comes_to_its_end(stage, cast, number, end):
    for wait in stories(stage, cast)[number]:
        stage.now = working_time(stage.now + wait, people.calendar())
    assert [row.state for row in Enforcement.objects.all()] == [end]
