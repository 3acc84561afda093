"""What follows from the recordings of a scene. Pure.

AV-11  how long a recording is kept
AV-12  what rests on a recording that had to be there and is missing or lost
"""

from collections.abc import Iterable

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.records.filming.values import MOST
from mingfa.bureau.records.values import EvidenceView, SceneView

# Kept by what the matter's page computes; nothing is deleted before the archive appraises it.
KEEPS = ("AV-11",)


def keeping(scene: SceneView, evidence: Iterable[EvidenceView], calendar: Calendar, config: Config) -> str:
    """Say how long the recordings of a scene are kept (公安现场执法视音频规定 13 as a model)."""
    if scene.incident:
        return "永久保存"
    if scene.required or any(rests_on(e, scene) for e in evidence):
        return "随案卷保管"
    ended = scene.ended_at.astimezone(CHINA).date()
    return f"保存至{long_date(term('AV-11', ended, calendar, config).end)}"


def rests_on(one: EvidenceView, scene: SceneView) -> bool:
    """Say whether a piece of evidence is a recording of the scene or was obtained while it went on."""
    is_take = bool(one.sha256) and any(take.sha256 == one.sha256 for take in scene.takes)
    return is_take or scene.started_at <= one.obtained_at <= scene.ended_at


def unusable(evidence: Iterable[EvidenceView], scenes: Iterable[SceneView]) -> tuple[EvidenceView, ...]:
    """Return the evidence that rests on a recording that had to be there and is missing or lost.

    治安管理处罚法 108 para 3 names both alike, and no excuse: a gap that the head approved lets the step be
    completed (AV-02), what was obtained in it still proves nothing. What another recording of the scene shows
    at that moment stays usable.
    """
    had_to_be_there = [scene for scene in scenes if scene.required]
    return tuple(one for one in evidence if any(_lacks(one, scene) for scene in had_to_be_there))


def _lacks(one: EvidenceView, scene: SceneView) -> bool:
    if any(take.lost and take.sha256 == one.sha256 for take in scene.takes):
        return True
    at = one.obtained_at
    return scene.started_at <= at <= scene.ended_at and not any(
        began - MOST <= at <= ended + MOST
        for take in scene.takes
        if not take.lost
        for began, ended in take.covers
    )
