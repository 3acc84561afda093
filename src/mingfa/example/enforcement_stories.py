"""Compulsory enforcement of the demo, told side by side: substitute, agreement, demolition, clearance."""

import random
from collections.abc import Generator
from datetime import date, datetime, timedelta

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.enforcement import reads
from mingfa.bureau.execution import reads as execution
from mingfa.example.bureau import Cast, Stage
from mingfa.example.enforcement import Enforcing
from mingfa.example.penalties import (
    DAY,
    HOUR,
    Story,
    Told,
    begin,
    decided,
    investigate,
    publish,
    reviewed,
    tell,
)
from mingfa.example.pictures import Pictures

FIRST = 960  # numbers of their own, so that names and places are nobody else's


def ordered(told: Told, play: Enforcing) -> Story:
    """Up to a served order to correct whose time is over, not corrected."""
    yield from begin(told)
    order = play.order(facts="当事人在人行道上堆放物料，逾期不清除。")
    play.serve(order.index, place=told.place)
    play.source = order.index
    yield 4 * DAY


def demanded(play: Enforcing) -> Story:
    """Up to the end of the demand's time."""
    play.begin()
    play.hand_over(play.demand().index)
    yield after(play, reads.demands(play.matter)[-1].until)


def commanded(play: Enforcing, **plan: object) -> Generator[timedelta, None, int]:
    """Proposed, reviewed, decided and served; return the act of the decision."""
    play.plan(**plan)
    play.submit_plan()
    yield DAY
    play.opine()
    yield 3 * HOUR
    decision = play.command().index
    play.hand_over(decision)
    return decision


def substituted(told: Told, play: Enforcing) -> Story:
    """A pavement cleared by others at the party's cost: demand, plea, decision, scene, costs."""
    yield from ordered(told, play)
    yield from demanded(play)
    play.plead(words="人手不足，请求宽限十日。")
    play.answer(words="责令改正已逾期，堆放物妨碍通行，不予宽限。")
    yield DAY
    decision = yield from commanded(play, target=f"{told.place}门前堆放物6平方米")
    play.hand_over(play.urge().index)
    yield from publish(told, decision)
    yield 10 * DAY
    play.substitute()
    yield DAY
    play.settle()
    play.end()


def agreed(told: Told, play: Enforcing) -> Story:
    """A fine unpaid at the end of its time; demanded, then paid in parts as agreed."""
    yield from begin(told)
    yield from investigate(told)
    yield from tell(told, waives=True)
    yield from reviewed(told)
    play.source = yield from decided(told)
    yield 25 * DAY
    yield from demanded(play)
    owed = execution.owed_on(play.source, play.today)
    assert owed is not None, "a decided fine is owed"
    first = owed.left // 2
    halves = ((first, 15), (owed.left - first, 45))
    play.agree(stages=[{"day": play.day(days), "what": "缴款", "amount": half} for half, days in halves])


def announced(told: Told, play: Enforcing) -> Story:
    """A shed to be pulled down: announced, and waiting until the time of every remedy is over."""
    yield from ordered(told, play)
    yield from demanded(play)
    nobody = {"harm": None, "performer": "", "target": "", "cost": 0}
    yield from commanded(play, **{**play.demolition(), **nobody})
    yield DAY
    play.announce(place=f"{told.place}墙面", media=[told.pictures.photo(told.number, "张贴公告")])


def cleared(told: Told, play: Enforcing) -> Story:
    """Spilled soil on a road, swept away at once; the driver is found and told afterwards."""
    yield from begin(told)
    order = play.clear(cost=30_000)
    yield DAY
    play.hand_over(order.index)
    play.end()


def waiting(told: Told, play: Enforcing) -> Story:
    """Demanded, and the time of the demand runs."""
    yield from ordered(told, play)
    yield from demanded(play)


def after(play: Enforcing, day: date) -> timedelta:
    """Return the time from now to the morning after a day."""
    morning = datetime(day.year, day.month, day.day, 10, tzinfo=CHINA) + DAY
    return max(morning - play.stage.now, HOUR)


def stories(stage: Stage, cast: Cast) -> list[Story]:
    """Return the stories of enforcement, each to be told side by side with the others."""
    pictures, dice = Pictures(), random.Random(FIRST)
    ways = (
        (substituted, "乱堆物料", 0),
        (agreed, "店外经营", 0),
        (announced, "乱堆物料", 1),
        (cleared, "运输车辆泄漏遗撒", 2),
        (waiting, "乱堆物料", 0),
    )
    found = []
    for number, (way, item, squad) in enumerate(ways, FIRST):
        play = Enforcing(stage, cast, item, squad)
        play.video = pictures.video()
        found.append(way(Told(play, dice, pictures, number), play))
    return found
