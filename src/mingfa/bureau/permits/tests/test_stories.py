"""The permits of the demo pass every gate, side by side."""

from datetime import timedelta

import pytest

from mingfa.bureau.people import reads as people
from mingfa.bureau.permits.models import Permit
from mingfa.example.cases import working_time
from mingfa.example.permit_stories import stories


@pytest.mark.clause("1.3.e")
def test_every_story_comes_to_its_end(stage, cast):
    from_now = stories(stage, cast)
    for story in from_now:
        for wait in story:
            stage.now = working_time(stage.now + wait, people.calendar())
        stage.now += timedelta(minutes=5)
    ends = list(Permit.objects.order_by("pk").values_list("state", flat=True))
    assert ends == ["licensed", "granted", "refused", "licensed", "received"]
