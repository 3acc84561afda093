"""The recordings of a scene on the pages: how long they are kept and what a supervisor should see."""

from dataclasses import dataclass

from mingfa.bureau.law.config import LocalValueMissing
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.filming.facts import keeping
from mingfa.bureau.records.filming.values import clock, gaps_of
from mingfa.bureau.records.values import Recorded, SceneView


@dataclass(frozen=True)
class SceneLine:
    """A scene with how long its recordings are kept, and what is wrong with them."""

    scene: SceneView
    keeping: str
    warnings: tuple[str, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why recordings were broken off, as said when they were taken up again."""
        return tuple(f"中断原因：{take.resumed}" for take in self.scene.takes if take.resumed)


def warnings(scene: SceneView) -> tuple[str, ...]:
    """Say what is wrong with the recordings of a scene."""
    found = [f"中断{scene.breaks}次"] if scene.breaks else []
    gaps = gaps_of(scene.takes, scene.started_at, scene.ended_at) if scene.required else []
    found += [f"{clock(a)}至{clock(b)}没有记录" for a, b in gaps]
    found += ["逾期上传"] if scene.late else []
    found += [f"{name}损毁、丢失" for name in scene.losses]
    return tuple(found)


def scene_lines(recorded: Recorded) -> list[SceneLine]:
    """Return the scenes of a matter for its page."""
    return [SceneLine(scene, _kept(scene, recorded), warnings(scene)) for scene in recorded.scenes]


def _kept(scene: SceneView, recorded: Recorded) -> str:
    try:
        return keeping(scene, recorded.usable, people.calendar(), people.config())
    except LocalValueMissing:
        return "保存期限尚未设定"
