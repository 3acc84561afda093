"""Permits of the demo, told side by side with other matters: accepted by silence, heard, renewed, refused."""

from collections.abc import Generator
from datetime import timedelta

from mingfa.bureau.hearings import reads as hearings
from mingfa.example.bureau import Cast, Stage
from mingfa.example.codes import credit_code
from mingfa.example.permit_hearing import appoint, hear, report
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import APPLICANT, Applying
from mingfa.example.publishing import published

Story = Generator[timedelta, None, None]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def applicant(number: int) -> dict[str, str]:
    """Return the numbered invented applicant."""
    return {
        **APPLICANT,
        "name": f"示例市示例{number:02d}号建设有限公司",
        "code": credit_code(number, unit=True),
        "address": f"示例市高新区示例路{200 + number}号",
    }


def granted(play: Applying, number: int) -> Story:
    """Complete at once, checked on the spot, granted, handed over."""
    play.receive(applicant=applicant(number))
    play.hand_over(play.accept().index)
    yield 3 * HOUR
    play.assign()
    yield 2 * DAY
    play.check()
    play.conclude()
    yield DAY
    decision = play.decide().index
    play.hand_over(decision)
    yield DAY
    play.issue()
    yield from published(play.stage, play.cast, play.team[0], decision)
    yield 10 * DAY
    play.supervise()


def supplemented(play: Applying, number: int) -> Story:
    """Something is missing: told once, handed in, accepted; then refused for its reasons."""
    play.receive(applicant=applicant(number), materials=[1, 2])
    yield DAY
    play.hand_over(play.supplement(defects=["申请书未写明恢复措施"]).index)
    yield 3 * DAY
    play.hand_in(words="已补写恢复措施。")
    play.accept()
    play.assign()
    yield DAY
    play.check(fits=False, findings="拟占用场地包含消防通道，不能通行消防车辆。")
    why = "拟占用场地包含消防通道，不符合“不妨碍消防”的许可条件。"
    play.conclude(outcome="refuse", why=why, content="", from_on=None, to_on=None)
    yield DAY
    play.hand_over(play.decide().index)


def heard(play: Applying, number: int) -> Story:
    """A neighbour asks for a hearing; it is held, reviewed and decided by its record."""
    play.receive(applicant=applicant(number))
    play.accept()
    play.assign()
    yield DAY
    play.check()
    play.tell("applicant")
    third = play.tell()
    yield 2 * DAY
    play.hear(concerned=third.index, hearing_requested=True)
    yield DAY
    appoint(play)
    yield hearings.hearings(play.permit)[-1].starts_at + 2 * HOUR - play.stage.now
    hear(play)
    yield DAY
    report(play)
    play.reconclude(content="在示例路东侧临时堆放物料，面积15平方米。")
    play.submit()
    yield 2 * DAY
    play.review()
    yield DAY
    decision = play.decide(reasons={"it_is_decided_in_time": "示例：举行听证占用时间。"}).index
    play.hand_over(decision)
    yield from published(play.stage, play.cast, play.team[0], decision, full_text=True)


def on_its_way(play: Applying, number: int) -> Story:
    """Received, and still at the window where the curtain falls."""
    play.receive(applicant=applicant(number), materials=[1])
    yield DAY


def stories(stage: Stage, cast: Cast) -> list[Story]:
    """Return the stories of permits, each to be told side by side with the others."""
    item = list_permit(stage, cast)
    ways = (granted, heard, supplemented, granted, on_its_way)
    return [way(Applying(stage, cast, item), n) for n, way in enumerate(ways, 1)]
