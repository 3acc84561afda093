"""Stories of inspections: a plan, a random draw, and what four of the visits found."""

from collections.abc import Generator
from datetime import timedelta

from mingfa.example.bureau import Cast, Stage
from mingfa.example.inspections import Round
from mingfa.example.publishing import published

Story = Generator[timedelta, None, None]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SHOPS = 8


class Season:
    """What the stories of one season share: item, register and plan, made by whoever comes first."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        self.stage, self.cast = stage, cast
        self.item = self.plan = 0
        self.shops: list[int] = []

    def round(self, shop: int) -> Round:
        """Return a round of one shop under the plan of the season."""
        made = Round(self.stage, self.cast)
        if not self.item:
            self.item = made.list_item()
            self.shops = [made.register(n) for n in range(1, SHOPS + 1)]
            self.plan = made.to_plan()
        made.item, made.plan, made.inspected = self.item, self.plan, self.shops[shop]
        return made


def clean(season: Season, shop: int) -> Story:
    """Applied for, approved, announced, visited, recorded; nothing was found."""
    made = season.round(shop)
    made.apply()
    yield 4 * HOUR
    made.approve()
    yield DAY
    made.notify()
    yield DAY
    made.enter()
    made.record()
    yield DAY
    told = made.tell().index
    yield from published(made.stage, made.cast, made.team[0], told)


def corrected(season: Season, shop: int) -> Story:
    """A correction is ordered, and found done at the second visit."""
    made = season.round(shop)
    made.apply()
    yield 4 * HOUR
    made.approve()
    made.notify()
    yield DAY
    made.enter()
    made.record()
    made.order()
    told = made.tell(result="to_correct", findings="经检查，油烟净化设施滤网积油。").index
    yield from published(made.stage, made.cast, made.team[0], told)
    yield 4 * DAY
    made.recheck()


def drawn(season: Season, shop: int) -> Story:
    """The lists are frozen; a number that nobody could know decides who is inspected."""
    made = season.round(shop)
    made.freeze()
    yield 2 * DAY
    made.draw()


def on_its_way(season: Season, shop: int) -> Story:
    """Approved and announced; the visit is still to come."""
    made = season.round(shop)
    made.apply()
    yield 3 * HOUR
    made.approve()
    yield HOUR
    made.notify()


def stories(stage: Stage, cast: Cast) -> list[Story]:
    """Return the stories of a season of inspections, each to be told side by side with the others."""
    season = Season(stage, cast)
    return [
        clean(season, 0),
        drawn(season, 1),
        corrected(season, 2),
        clean(season, 3),
        on_its_way(season, 4),
    ]
