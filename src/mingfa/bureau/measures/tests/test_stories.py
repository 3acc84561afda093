"""The measures of the demo pass every gate, side by side, and stand at several stages."""

from datetime import timedelta

import pytest

from mingfa.bureau.measures.models import HeadsApproval, Preserved, Seizure
from mingfa.bureau.people import reads as people
from mingfa.example.cases import working_time
from mingfa.example.measure_stories import stories


@pytest.mark.clause("2.2.a")
def test_every_story_comes_to_its_end(stage, cast):
    for story in stories(stage, cast):
        for wait in story:
            stage.now = working_time(stage.now + wait, people.calendar())
        stage.now += timedelta(minutes=5)
    taken = list(Seizure.objects.order_by("pk").values_list("state", flat=True))
    assert taken == ["returned", "extended", "returned", "held"]
    assert Preserved.objects.get().state == "disposed"
    assert [a.word for a in HeadsApproval.objects.filter(used=None)] == [""]
