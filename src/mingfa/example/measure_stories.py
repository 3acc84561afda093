"""Measures of the demo, told side by side with other matters: held and given back, extended and tested,
released because the head refused, preserved in part of thirty pieces, and just asked for.

Sealing up and seizing stand on 生态环境法典 562: equipment that makes noise, after an order that was not
obeyed. No law at hand lets a bureau seize for what else it penalises: there evidence is only preserved.
"""

import random
from collections.abc import Generator
from datetime import timedelta
from typing import Any

from mingfa.example.bureau import Cast, Stage
from mingfa.example.measures import Taking
from mingfa.example.penalties import Told, amount_of, begin, decided, investigate, reviewed, tell
from mingfa.example.pictures import Pictures
from mingfa.example.scenes import party_of

Story = Generator[timedelta, None, None]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOISE, FIRST = "夜间施工噪声", 201
WHY = "责令停止夜间施工后当事人拒不改正，继续使用设备排放噪声。"
TOOL = "夜间施工排放噪声的设备"


def thing(name: str, quantity: int = 1, per: str = "台", **more: str) -> dict[str, Any]:
    """Return a row of the list of what is taken."""
    return {"name": name, "quantity": quantity, "per": per, "relation": TOOL, **more}


MACHINES = [
    thing("移动式空气压缩机", spec="0.9立方米每分钟", condition="八成新"),
    thing("手持破碎锤", 2, "把", condition="旧"),
]


def seize(told: Told, play: Taking, **over: Any) -> None:
    """Seize on the head's approval, or at once, and make the record of the scene."""
    lawful = {
        "place": f"{told.place}工地",
        "things": MACHINES,
        "kept_at": "本局涉案财物仓库2号库",
        "statement": "工期紧，希望尽快返还。",
    }
    play.seize(**lawful | over)
    play.record(findings="现场关停设备，逐件清点、拍照后装车，当事人在场核对清单。")


def request(play: Taking, kind: str = "seize") -> int:
    """Ask for a measure; return the key of what was asked."""
    return play.ask(kind=kind, reason=WHY, things="空气压缩机、破碎锤").index


def approved(play: Taking, kind: str = "seize") -> Generator[timedelta, None, int]:
    """Ask, and get the head's word two hours later."""
    asked = request(play, kind)
    yield 2 * HOUR
    play.by_head("measure.approve", approval=asked, approved=True, opinion="同意，注意全程录像。")
    yield HOUR
    return asked


def returned(told: Told, play: Taking) -> Story:
    """Seized on approval, kept, decided; then released and given back, and the case is closed."""
    yield from begin(told)
    seize(told, play, approval=(yield from approved(play)))
    yield 2 * HOUR
    play.keep_log(words="入库清点，与清单一致，逐件贴标签。")
    yield from investigate(told)
    yield from tell(told, waives=True)
    yield from reviewed(told)
    yield from decided(told)
    release = play.release(ground="decided", reason="处罚决定已经作出，设备不再需要扣押。").index
    yield 3 * HOUR
    play.serve(release, place=told.place)
    play.hand_back(release, where="本局涉案财物仓库2号库")
    yield 2 * DAY
    play.pay(amount_of(told))
    play.correct()
    yield DAY
    play.finish()
    play.close()


def prolonged(told: Told, play: Taking) -> Story:
    """Held and tested; extended once, and one piece that has nothing to do with it goes back early."""
    yield from begin(told)
    foreign = thing("移动照明灯车", relation="现场使用的设备")
    seize(told, play, approval=(yield from approved(play)), things=[*MACHINES, foreign])
    yield DAY
    play.keep_log(words="入库清点，与清单一致。")
    play.serve(play.test(what="空气压缩机噪声级", by="示例检测中心").index, place=told.place)
    yield DAY
    release = play.release(things=[3], ground="unrelated", reason="照明灯车不排放噪声，与违法行为无关。")
    yield HOUR
    play.serve(release.index, place=told.place)
    play.hand_back(release.index, where="本局涉案财物仓库2号库")
    yield 20 * DAY
    play.serve(play.extend(reason="检测报告有争议，需要复检。").index, place=told.place)


def refused(told: Told, play: Taking) -> Story:
    """Taken in an emergency before a case is filed; the head refuses, and it goes back at once."""
    play.register(place=f"{told.place}工地", summary="群众反映工地夜间施工，噪声扰民。")
    party = party_of(play.item, told.number)
    seize(told, play, emergency="当事人正在装车转移设备。", kind="seal", party=party)
    yield 4 * HOUR
    play.make_up(approved=False, opinion="设备已经停用，没有必要查封。")
    release = play.release(ground="other", reason="负责人不予补办批准。").index
    yield HOUR
    play.hand_back(release, where=f"{told.place}工地")
    play.verify(result="not_worth_filing", words="经核查，当事人持有夜间施工证明。")
    yield DAY
    play.act(
        "case.refuse_filing", play.cast.deputies[0], agreed=True, opinion="当事人持有夜间施工证明，不予立案。"
    )


def preserved(told: Told, play: Taking) -> Story:
    """Thirty pieces of evidence preserved, copied and given back in seven days."""
    yield from begin(told)
    asked = play.ask_to_preserve(things="宣传单样张").index
    yield HOUR
    play.by_head("preservation.approve", approval=asked, approved=True, opinion="同意。")
    sheets = [{"name": f"宣传单（样式{n:02d}）", "quantity": 20 + n, "per": "张"} for n in range(1, 31)]
    play.preserve(approval=asked, place=told.place, things=sheets, kept_at="本局证据室")
    yield 4 * DAY
    play.end_preservation(how="copied", reason="已经逐一拍照固定。")
    yield from investigate(told)


def held(told: Told, play: Taking) -> Story:
    """Sealed up where it stands; the case goes on where the curtain falls."""
    yield from begin(told)
    asked = yield from approved(play, "seal")
    seize(told, play, approval=asked, kept_at=f"{told.place}工地（就地查封）")
    yield DAY
    yield from investigate(told)


def asked_for(told: Told, play: Taking) -> Story:
    """Asked for, and waiting for the head's word."""
    yield from begin(told)
    request(play)


def stories(stage: Stage, cast: Cast) -> list[Story]:
    """Return the stories of measures, each to be told side by side with the others."""
    pictures, dice = Pictures(), random.Random(FIRST)
    ways = (returned, prolonged, refused, preserved, held, asked_for)
    found = []
    for number, way in enumerate(ways, FIRST):
        item, squad = ("随意张贴、涂写", 0) if way is preserved else (NOISE, 2)
        play = Taking(stage, cast, squad, item)
        play.video = pictures.video()
        found.append(way(Told(play, dice, pictures, number), play))
    return found
