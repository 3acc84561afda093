"""Stories of penalties under the ordinary procedure: from the clue to the public page, and by the side paths.

A story is a generator that acts, then says how long it waits; `stories.py` tells many side by side.
"""

import random
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.ways import what_stands_in_the_way
from mingfa.example import hearing
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.example.pictures import Pictures
from mingfa.example.publishing import published
from mingfa.example.scenes import found_at, party_of, place_of, seen_at

Story = Generator[timedelta, None, None]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
# Who keeps building sites and lorries is the third squad.
OF_THE_SITES = frozenset({"施工工地防尘措施不到位", "夜间施工噪声", "未密闭运输散装物料"})
SMALL = frozenset({"占道经营", "店外经营", "乱堆物料", "随意张贴、涂写"})


@dataclass
class Told:
    """One case of the demo: who plays, what it is about, and how it goes."""

    play: Play
    dice: random.Random
    pictures: Pictures
    number: int

    @property
    def place(self) -> str:
        return place_of(self.number)

    def party(self) -> dict[str, str]:
        """Return an invented party that suits the item."""
        return party_of(self.play.item, self.number)


def begin(told: Told) -> Story:
    """From the street to the filing."""
    play = told.play
    seen = seen_at(play.item, told.number)
    play.register(place=f"{told.place}门前", summary=f"巡查发现有人{seen}。")
    play.keep(name="现场全景照片", kind="av", file=told.pictures.photo(told.number, "全景"))
    yield 20 * HOUR
    play.verify()
    yield 2 * HOUR
    play.propose(party=told.party(), facts=f"当事人{seen_at(play.item, told.number)}，涉嫌违法。")
    yield 3 * HOUR
    play.file()
    yield DAY


def investigate(told: Told, **conclusion: Any) -> Story:
    """From the filing to the report."""
    play = told.play
    with_video = told.number % 3 == 0
    media = [told.pictures.photo(told.number, "违法部位")]
    seen = seen_at(play.item, told.number)
    play.inspect(place=f"{told.place}门前", media=media, findings=f"现场检查时，当事人{seen}。")
    if with_video:
        play.keep(name="执法记录仪视频", kind="av", proves="检查过程", file=told.pictures.video())
    order = play.order(facts=f"当事人{seen}。")
    play.serve(order.index, place=told.place)
    yield DAY
    play.question(media=[told.pictures.video()] if with_video else [])
    yield 2 * DAY
    facts = found_at(play.item, told.number)
    play.conclude(**{"facts": facts, **conclusion})
    yield DAY


def tell(told: Told, *, says: tuple[str, ...] = (), waives: bool = False, asks: bool = False) -> Story:
    """Tell the party, hear it, answer it."""
    play = told.play
    play.serve(play.notify().index, place=told.place)
    today = play.stage.now.date().isoformat()
    if waives:
        play.act(
            "statement.waive",
            made_on=today,
            by="当事人本人",
            rights=["statement", "hearing"],
            signed=True,
            document="示例：放弃权利声明书（当事人签名）",
        )
        yield DAY
        return
    yield 2 * DAY
    if says:
        heard = play.act(
            "statement.hear",
            made_on=play.stage.now.date().isoformat(),
            by="当事人本人",
            form="written",
            points=list(says),
        )
        yield DAY
        answers = [
            {
                "statement": heard.index,
                "point": n,
                "adopted": False,
                "reason": "经复核，该理由不影响违法事实的认定。",
            }
            for n, _ in enumerate(says, 1)
        ]
        play.act("statement.answer", answers=answers)
    if asks:
        yield from hearing.heard(play)
    while not play.was_heard():
        yield DAY


def reviewed(told: Told, *, problems: bool = False) -> Story:
    """Submit for review; problems once, if so told."""
    play = told.play
    play.submit()
    yield DAY
    if problems:
        play.review(
            points=[
                {
                    "point": p,
                    "ok": p != "discretion",
                    "note": "裁量理由不足。" if p == "discretion" else "经核对，符合要求。",
                }
                for p in ("subject", "procedure", "facts", "law", "discretion", "powers", "papers", "crime")
            ],
            opinion="problems",
            words="裁量理由不足，请补充说明后重新送审。",
        )
        yield DAY
        play.submit(reply="已补充裁量理由：当事人经责令改正后未及时改正。")
        yield DAY
    play.review()
    yield 3 * HOUR
    ways = what_stands_in_the_way("decision.make", by=play.cast.head, on=play.case, now=play.stage.now)
    if any(r.code == "it_was_discussed_where_due" for r in ways):
        play.discuss()
        yield HOUR


def decided(told: Told) -> Generator[timedelta, None, int]:
    """Decide and serve; return the act of the decision."""
    decision = told.play.decide()
    yield HOUR
    leave = told.number % 7 == 5
    if leave:
        told.play.serve(
            decision.index,
            place=told.place,
            method="leave",
            received_by="示例当事人",
            signed=False,
            refusal="当事人拒绝签收。",
            witness="示例社区工作人员",
            media=[told.pictures.photo(told.number, "留置送达")],
        )
    else:
        told.play.serve(decision.index, place=told.place)
    yield DAY
    return decision.index


def the_whole(
    told: Told, *, says: tuple[str, ...] = (), waives: bool = False, problems: bool = False
) -> Story:
    """A penalty from the street to the public page and the closing."""
    yield from begin(told)
    yield from investigate(told)
    yield from tell(told, says=says, waives=waives)
    yield from reviewed(told, problems=problems)
    decision = yield from decided(told)
    yield from publish(told, decision)
    yield 3 * DAY
    told.play.pay(amount_of(told))
    told.play.correct()
    yield DAY
    told.play.finish()
    yield 2 * DAY
    told.play.close()


def contested(told: Told) -> Story:
    """A heavy fine on a building site; the party asks for a hearing, and it is decided by its record."""
    yield from begin(told)
    yield from investigate(told, step="严重", amount=8_000_000, factors="裸露土方面积大，拒不改正。")
    yield from tell(told, asks=True)
    yield from reviewed(told)
    yield from publish(told, (yield from decided(told)))


def minor(told: Told) -> Story:
    """A minor violation, corrected at once: no penalty, education."""
    yield from begin(told)
    yield from investigate(
        told,
        outcome="no_penalty_minor",
        step="轻微",
        kinds=[],
        amount=0,
        facts=f"经查，当事人{seen_at(told.play.item, told.number)}，系初次违法，经责令当场改正。",
        factors="初次违法，危害后果轻微，经责令当场改正。",
        education="已向当事人宣讲市容环境卫生管理规定，当事人承诺不再违反。",
    )
    yield from reviewed(told)
    decision = yield from decided(told)
    yield from publish(told, decision)


def unfounded(told: Told) -> Story:
    """A complaint that proves unfounded."""
    told.play.register(place=f"{told.place}门前", source="complaint")
    yield DAY
    told.play.verify(result="not_worth_filing", words="经现场核查，未发现投诉反映的情形。")


def not_filed(told: Told) -> Story:
    """A filing that the head refuses with reasons."""
    play = told.play
    play.register(place=f"{told.place}门前", source="assigned")
    play.keep()
    yield DAY
    play.verify()
    play.propose(party=told.party())
    yield DAY
    play.file(approved=False, opinion="违法行为发生地由其他机关实施综合执法，不予立案，移送处理。")


def revoked(told: Told) -> Story:
    """A decision that is taken back after it was published."""
    yield from begin(told)
    yield from investigate(told)
    yield from tell(told, waives=True)
    yield from reviewed(told)
    decision = yield from decided(told)
    yield from publish(told, decision)
    yield 6 * DAY
    told.play.revoke()


def publish(told: Told, decision: int) -> Story:
    """Publish a decision of the case, every other one in full."""
    play = told.play
    return published(play.stage, play.cast, play.team[0], decision, full_text=told.number % 2 == 0)


def amount_of(told: Told) -> int:
    """Return the fine that was decided, in 分."""
    decision = decisions.decision_of(told.play.case)
    return decision.amount if decision else 0


KINDS: tuple[Callable[[Told], Story], ...] = (
    lambda t: the_whole(t, waives=True),
    lambda t: the_whole(t, says=("占用时间很短，请求从轻处理。", "已经自行清理。")),
    the_whole,
    minor,
    lambda t: the_whole(t, problems=True),
    unfounded,
    revoked,
    contested,
    not_filed,
    the_whole,
)


def told(stage: Stage, cast: Cast, number: int, dice: random.Random, pictures: Pictures) -> Story:
    """Return the story of the numbered case: its item, its squad and its way follow from the number."""
    names = [n for n in cast.items if n != "露天烧烤"]
    item = names[number % len(names)]
    squad = 2 if item in OF_THE_SITES else number % 2
    story = KINDS[number % len(KINDS)]
    if story is minor and item not in SMALL:
        story = the_whole
    if story is contested and item != "施工工地防尘措施不到位":
        story = KINDS[0]
    return story(Told(Play(stage, cast, squad, item), dice, pictures, number))
