"""The example's stories of monitoring devices pass every gate and end where they say."""

import pytest

from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads
from mingfa.bureau.records.models import Evidence
from mingfa.example.cases import working_time
from mingfa.example.device_stories import stories


@pytest.mark.rule("EVID-06", "EVID-07")
def test_what_cameras_recorded_comes_to_its_end(stage, cast):
    for story in stories(stage, cast):
        for wait in story:
            stage.now = working_time(stage.now + wait, people.calendar())
    assert [d.until is None for d in reads.devices()] == [True, True, False]
    found = [e for case in _cases() for e in reads.recorded(case).evidence if e.device is not None]
    assert [(e.fit, e.excluded is None) for e in found] == [(True, True), (False, False), (None, True)]
    assert [len(reads.told_by_paper(case)) for case in _cases()] == [1, 0, 0]


def _cases():
    return sorted(set(Evidence.objects.values_list("matter", flat=True)))
