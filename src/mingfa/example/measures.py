"""A case in which something is preserved, sealed up or seized, by real acts, each fact overridable."""

from datetime import datetime, timedelta
from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.measures import reads
from mingfa.bureau.measures.values import Held
from mingfa.bureau.records.values import CONTENT
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

VIDEO = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例录像.mp4"}
TABLES = {"name": "折叠桌", "quantity": 4, "per": "张", "condition": "旧", "relation": "店外经营的工具"}
STOVE = {"name": "移动烧烤炉", "spec": "长1.2米", "quantity": 1, "per": "台", "relation": "店外经营的工具"}
BASIS = ["生态环境法典 562"]
WHY = {"kind": "seize", "reason": "当事人拒不改正，可能转移工具。", "basis": BASIS}


class Taking(Play):
    """A case on the street: what is preserved or seized, recorded, kept, and given back."""

    def __init__(self, stage: Stage, cast: Cast, squad: int = 0, item: str = "店外经营") -> None:
        super().__init__(stage, cast, squad, item)
        self.measure = 0
        self.video: dict[str, Any] = VIDEO

    @classmethod
    def filed(cls, stage: Stage, cast: Cast, item: str = "店外经营") -> "Taking":
        """Return a case that is filed already."""
        play = cls(stage, cast, item=item)
        play.to_filed()
        return play

    @classmethod
    def on_the_street(cls, stage: Stage, cast: Cast) -> "Taking":
        """Return a clue, not filed yet."""
        play = cls(stage, cast)
        play.register()
        return play

    @property
    def view(self) -> CaseView | None:
        return cases.case(self.case)

    @property
    def held(self) -> Held:
        return reads.held(self.case)

    def by_head(self, name: str, **inputs: Any) -> Done:
        return self.act(name, self.cast.deputies[0], **inputs)

    def ask_to_preserve(self, **over: Any) -> Done:
        why = {"reason": "现场物品随时可能被转移。", "things": "烧烤炉、桌椅"}
        return self.act("preservation.request", **{**why, **over})

    def let_preserve(self, **over: Any) -> int:
        """Ask for an approval and get it; return its key."""
        asked = self.ask_to_preserve().index
        self.by_head(
            "preservation.approve", **{"approval": asked, "approved": True, "opinion": "同意。", **over}
        )
        return asked

    def preserve(self, **over: Any) -> Done:
        approval = over.pop("approval", None) or self.let_preserve()
        thing = {k: v for k, v in STOVE.items() if k != "relation"}
        facts = {
            "approval": approval,
            "place": "示例路100号门前",
            "officers": self.team,
            "certificate_shown": True,
            "things": [thing],
            "keeping": "away",
            "keeper": "钱示例",
            "handed_over": True,
            "signed": "signed",
            "media": [self.video],
        }
        return self.act("preservation.take", **{**facts, **over})

    def end_preservation(self, **over: Any) -> Done:
        facts = {"preservation": self.held.preservations[-1].id, "how": "lifted", "reason": "已经拍照固定。"}
        return self.by_head("preservation.dispose", **{**facts, **over})

    def ask(self, **over: Any) -> Done:
        return self.act("measure.request", **{**WHY, "things": "烧烤炉、桌椅", **over})

    def approve(self, approved: bool = True, **over: Any) -> int:
        """Ask for an approval and get the head's word; return its key."""
        asked = self.ask(**over).index
        self.by_head("measure.approve", approval=asked, approved=approved, opinion="同意。")
        return asked

    def seize(self, **over: Any) -> Done:
        """Seize a stove and four tables, with every point of 强制法 18 kept; or at once, in an emergency."""
        at_once = "emergency" in over
        if "approval" not in over and not at_once:
            over["approval"] = self.approve(kind=over.pop("kind", "seize"))
        facts = {
            **(WHY if at_once else {}),
            "place": "示例路100号门前",
            "officers": self.team,
            "started_at": self.ago(30),
            "shown_at": self.ago(29),
            "notified_at": self.ago(28),
            "party_present": True,
            "told_at": self.ago(25),
            "heard_at": self.ago(20),
            "statement": "马上收。",
            "things": [STOVE, TABLES],
            "kept_at": "本局暂扣物品仓库",
            "keeper": "钱示例",
            "handed_over_at": self.ago(1),
        }
        done = self.act("measure.seize_at_once" if at_once else "measure.seize", **{**facts, **over})
        self.measure = done.index
        return done

    def record(self, **over: Any) -> Done:
        """Make the record of the scene, with one recording of the whole of it."""
        taken = self.taken
        ended = taken.taken_at + timedelta(minutes=5)
        self.stage.now = max(self.stage.now, ended)
        facts = {
            "measure": taken.id,
            "ended_at": ended.isoformat(),
            "findings": "现场扣押烧烤炉1台、折叠桌4张。",
            "signed": "signed",
            "recordings": [self.take(taken.started_at, ended)],
            "content": [*CONTENT],
        }
        return self.act("measure.record", **{**facts, **over})

    def hold(self, **over: Any) -> None:
        """Seize, and make the record of the scene."""
        self.seize(**over)
        self.record()

    def take(self, start: datetime, end: datetime) -> dict[str, Any]:
        return {
            "file": self.video,
            "started_at": start.isoformat(),
            "ended_at": end.isoformat(),
            "told": True,
            "resumed": "更换电池",
        }

    @property
    def taken(self) -> Any:
        return next(m for m in self.held.measures if m.id == self.measure)

    def make_up(self, **over: Any) -> Done:
        return self.by_head(
            "measure.make_up", **{"measure": self.measure, "approved": True, "opinion": "同意。", **over}
        )

    def extend(self, **over: Any) -> Done:
        facts = {"measure": self.measure, "reason": "案情复杂，需要查清来源。"}
        return self.by_head("measure.extend", **{**facts, **over})

    def test(self, **over: Any) -> Done:
        today = self.stage.now.date()
        facts = {
            "measure": self.measure,
            "what": "油烟排放",
            "by": "示例检测中心",
            "from_on": (today + timedelta(days=1)).isoformat(),
            "until_on": (today + timedelta(days=10)).isoformat(),
        }
        return self.act("measure.test", **{**facts, **over})

    def keep_log(self, **over: Any) -> Done:
        facts = {"measure": self.measure, "kind": "stored", "words": "清点入库，封条完好。"}
        return self.act("measure.keep", **{**facts, **over})

    def excuse(self, **over: Any) -> Done:
        facts = {
            "measure": self.measure,
            "cause": "battery",
            "from_at": self.taken.started_at.isoformat(),
            "to_at": self.stage.now.isoformat(),
            "words": "电量耗尽。",
            "opinion": "同意。",
        }
        return self.by_head("measure.excuse", **{**facts, **over})

    def release(self, **over: Any) -> Done:
        facts = {"measure": self.measure, "ground": "other", "reason": "已经改正，不再需要。"}
        return self.by_head("measure.release", **{**facts, **over})

    def hand_back(self, release: int, **over: Any) -> Done:
        facts = {
            "release": release,
            "returned_at": self.ago(1),
            "where": "本局暂扣物品仓库",
            "officers": self.team,
            "receiver": "王示例",
            "signed": True,
            "media": [self.video],
        }
        return self.act("measure.hand_back", **{**facts, **over})

    def dispose(self, **over: Any) -> Done:
        facts = {
            "measure": self.measure,
            "how": "confiscated",
            "basis": "行政处罚法 74.1",
            "document": "示例没收001",
            "words": "入库登记，依法处理。",
            "officers": self.team,
            "media": [self.video],
        }
        return self.by_head("measure.dispose", **{**facts, **over})

    def after(self, days: int = 0, hours: float = 0, seconds: float = 0) -> None:
        """Move the clock exactly, over nights and rest days: terms of days do not wait."""
        self.stage.now += timedelta(days=days, hours=hours, seconds=seconds)
