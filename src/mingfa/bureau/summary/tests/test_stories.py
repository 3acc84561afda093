"""The example's stories of penalties on the spot pass every gate and end where they say."""

from mingfa.bureau.cases.models import Case
from mingfa.bureau.people import reads as people
from mingfa.example.cases import working_time
from mingfa.example.summary import stories


def test_the_stories_of_the_street_are_told_to_their_ends(stage, cast):
    for story in stories(stage, cast):
        for wait in story:
            stage.now = working_time(stage.now + wait, people.calendar())
    found = Case.objects.filter(procedure="summary").order_by("pk").values_list("state", flat=True)
    assert list(found) == ["closed", "closed", "revoked", "decided"]
