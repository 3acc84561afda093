"""Example matters of every kind, told side by side: a story acts, then says how long it waits.

A heap interleaves them by the time of their next act, so that at the end they are spread over all stages.
"""

import heapq
import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count

from mingfa.bureau.people import reads as people
from mingfa.example import (
    device_stories,
    enforcement_stories,
    inspection_stories,
    measure_stories,
    penalties,
    permit_stories,
    summary,
)
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import working_time
from mingfa.example.penalties import Story
from mingfa.example.pictures import Pictures

# Rooms beside the ordinary procedure, each with stories of its own; first those that take longest.
OTHERS: tuple[Callable[[Stage, Cast], list[Story]], ...] = (
    enforcement_stories.stories,
    inspection_stories.stories,
    summary.stories,
    permit_stories.stories,
    measure_stories.stories,
    device_stories.stories,
)


def play_all(stage: Stage, cast: Cast, cases: int, seed: int, until: datetime) -> Iterator[int]:
    """Play the stories side by side until the curtain falls; yield how many matters have begun so far."""
    dice, pictures, turn = random.Random(seed), Pictures(), count()
    told = [penalties.told(stage, cast, n, dice, pictures) for n in range(cases)]
    others = [story for room in OTHERS for story in room(stage, cast)] if cases else []
    span = (until - stage.now) * 0.94
    waiting: list[tuple[datetime, int, int, Story]] = []
    for stories in (told, others):
        for n, story in enumerate(stories):
            start = stage.now + span * (n / len(stories)) + timedelta(minutes=dice.randrange(300))
            heapq.heappush(waiting, (start, next(turn), len(waiting), story))
    begun: set[int] = set()
    calendar = people.calendar()
    while waiting:
        due, _, number, story = heapq.heappop(waiting)
        if (at := max(stage.now, working_time(due, calendar))) > until:
            continue
        stage.now = at
        begun.add(number)
        wait = next(story, None)
        if wait is not None:
            heapq.heappush(waiting, (stage.now + wait, next(turn), number, story))
        yield len(begun)
