"""Monitoring devices of the demo (行政处罚法 41): registered, ended, and what became of their records.

One record carries a penalty: reviewed by another officer, told to the party, who objects and is answered.
One proves unclear and is not used. One still waits for its review where the curtain falls.
"""

import random
from datetime import timedelta
from typing import Any

from mingfa.bureau.doorway.look import CHINA
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
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
from mingfa.example.scenes import seen_at

LORRY, FIRST, SQUAD = "未密闭运输散装物料", 301, 2
GATES = ("北京路与二工街交叉口东北角", "建筑垃圾消纳场入口", "迎宾路高架桥下辅道")
FIT = ("true", "clear", "complete", "accurate")


def register(stage: Stage, cast: Cast, number: int, **over: Any) -> int:
    """Register a camera that was reviewed, marked and made known before its first day, which is today."""
    today = stage.now.astimezone(CHINA).date()
    before = (today - timedelta(days=10)).isoformat()
    given = {
        "name": f"示例监控{number:02d}号（高清固定摄像机）",
        "place": GATES[number - 1],
        "why_there": "运输散装物料车辆必经路段，群众反映遗撒集中",
        "standard": "示例标准GB/T 28181；检定证书示检字〔2026〕第" + f"{number}号",
        "legal_review": f"示法审〔2026〕监{number}号",
        "legal_review_on": before,
        "technical_review": f"示技审〔2026〕监{number}号",
        "technical_review_on": before,
        "sign": True,
        "published_in": "本机关门户网站通知公告栏",
        "published_on": before,
        "used_from": today.isoformat(),
        "public_place": True,
        "public_safety": True,
    }
    return stage.act("device.register", cast.review_head, **{**given, **over}).index


def end(stage: Stage, cast: Cast, device: int) -> None:
    """Take a camera out of use from today on."""
    until = stage.now.astimezone(CHINA).date().isoformat()
    why = "道路改造，拆除立杆。"
    stage.act("device.end", cast.review_head, device=device, until=until, reason=why)


def record(told: Told, device: int) -> int:
    """Keep what a camera recorded of the lorry."""
    return told.play.keep(
        name=f"示例监控录像（{told.number}）",
        kind="av",
        proves="车辆未密闭运输、沿途遗撒的时间、路段和状况",
        origin="电子技术监控设备自动记录",
        device=device,
        file=told.pictures.video(),
    ).index


def review(told: Told, evidence: int, *, fit: bool = True) -> None:
    """Let the other officer of the case review the record."""
    words = "车牌、车厢和遗撒状况可以辨认，时间连续。" if fit else "夜间逆光，车牌不能辨认。"
    found = {one: fit or one != "clear" for one in FIT}
    told.play.act("record.review_device", told.play.team[1], evidence=evidence, words=words, **found)


def carried(told: Told, device: int) -> Story:
    """A penalty on what a camera recorded; the party was told of the record, objects, and is answered."""
    play = told.play
    yield from begin(told)
    kept = record(told, device)
    yield 3 * HOUR
    review(told, kept)
    notice = play.act(
        "record.tell",
        person=told.party()["name"],
        facts=f"你单位{seen_at(play.item, told.number)}。",
        lookup="凭本告知书到本局服务窗口当场查看录像，或者在门户网站凭文号查询",
        answer="收到本告知书之日起五个工作日内，书面、口头向本局提出，或者在服务窗口提交",
    )
    play.serve(notice.index, place=told.place)
    yield DAY
    yield from investigate(told)
    yield from tell(told, says=("录像拍到的车辆当时已经覆盖篷布，请求核实。",))
    yield from reviewed(told)
    decision = yield from decided(told)
    yield from publish(told, decision)


def unclear(told: Told, device: int) -> Story:
    """A record that proves unclear: it is not used, and the case stands on what officers saw themselves."""
    yield from begin(told)
    kept = record(told, device)
    yield 2 * HOUR
    review(told, kept, fit=False)
    why = "经审核不清晰，不符合行政处罚法第四十一条第二款的要求。"
    told.play.act("record.exclude", evidence=kept, reason=why)
    yield DAY
    yield from investigate(told)


def awaiting(told: Told, device: int) -> Story:
    """A record that still waits for its review."""
    yield from begin(told)
    record(told, device)
    yield HOUR


def retired(stage: Stage, cast: Cast, device: int) -> Story:
    """A camera that is taken down again."""
    yield 20 * DAY
    end(stage, cast, device)


def stories(stage: Stage, cast: Cast) -> list[Story]:
    """Return the stories of devices, each to be told side by side with the others."""
    pictures, dice = Pictures(), random.Random(41)
    corner, dump, bridge = (register(stage, cast, n) for n in (1, 2, 3))
    ways = ((carried, corner), (unclear, dump), (awaiting, corner))
    told = [
        way(Told(Play(stage, cast, SQUAD, LORRY), dice, pictures, n), device)
        for n, (way, device) in enumerate(ways, FIRST)
    ]
    return [retired(stage, cast, bridge), *told]
