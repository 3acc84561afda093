"""Cases brought to a stage by real acts, for the tests of this room and those after it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.papers.models import Paper
from mingfa.example.bureau import CHINA, Cast, Stage

SHOP = {
    "kind": "sole_trader",
    "name": "高新区示例便利店",
    "code": "92650100MA0000000M",
    "representative": "张示例",
    "address": "示例市高新区示例路100号",
    "phone": "13800000000",
}
PERSON = {
    "kind": "person",
    "name": "张示例",
    "code": "110101199003077571",
    "address": "示例市高新区示例路1号",
}
UNIT = {
    "kind": "unit",
    "name": "示例商贸有限公司",
    "code": "91650100MA0000000Q",
    "representative": "李示例",
    "address": "示例市高新区示例路2号",
}
FILE = {"sha256": "ab" * 32, "size": 1000, "media": "image/jpeg", "name": "示例照片.jpg"}
VIDEO = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例录像.mp4"}
FACTS = "当事人未经批准在示例路100号门前人行道堆放物料，经责令改正后仍未清理。"


@dataclass
class Play:
    """One case on the stage: acts by name, the handlers, and the ids the acts gave."""

    stage: Stage
    cast: Cast
    party: dict[str, Any]
    case: int = 0
    evidence: int = 0
    handlers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.handlers = self.handlers or self.cast.officers[0][1:3]

    def act(self, name: str, by: int | None = None, /, **inputs: Any) -> Done:
        return self.stage.act(name, by or self.handlers[0], self.case or None, **inputs)

    def refused(self, name: str, by: int | None = None, /, **inputs: Any) -> dict[str, str]:
        """Do an act that must be refused; return code -> rule."""
        try:
            self.act(name, by, **inputs)
        except Refused as refused:
            return {r.code: r.rule for r in refused.refusals}
        raise AssertionError(f"{name} was not refused")

    def go(self, day: date | str, hour: int = 10) -> None:
        """Let the clock stand on a later day."""
        day = date.fromisoformat(day) if isinstance(day, str) else day
        self.stage.now = datetime(day.year, day.month, day.day, hour, tzinfo=CHINA)

    @property
    def today(self) -> date:
        return self.stage.now.date()

    def paper(self, kind: str) -> int:
        """Return the latest paper of a kind."""
        return int(Paper.objects.filter(matter=self.case, kind=kind).latest("pk").pk)

    def register(self, item: str) -> None:
        self.case = self.stage.act(
            "case.register",
            self.handlers[0],
            item=self.cast.items[item],
            source="patrol",
            found_at=(self.stage.now - timedelta(hours=1)).isoformat(),
            act_on=self.today.isoformat(),
            street="650104001",
            place="示例路100号门前",
            summary="巡查发现堆放物料。",
        ).index

    def file(self) -> None:
        """Bring the case from the clue to its filing, with one piece of evidence and an order to correct."""
        self.act("case.verify", result="worth_filing", words="情况属实。")
        self.evidence = self.act(
            "record.keep",
            kind="scene",
            name="现场照片",
            proves="堆放物料的位置和面积",
            obtained_at=self.stage.now.isoformat(),
            origin="执法人员拍摄",
            file=FILE,
        ).index
        self.act(
            "case.propose",
            party=self.party,
            handlers=self.handlers,
            recusal_declared=True,
            facts=FACTS,
            opinion="符合立案条件，建议立案。",
        )
        self.act("case.file", self.cast.head, approved=True, opinion="同意立案。")
        self.act("correction.order", facts=FACTS, what="立即清除物料。")

    def inspect(self) -> None:
        self.act(
            "record.inspect",
            started_at=(self.stage.now - timedelta(minutes=40)).isoformat(),
            ended_at=(self.stage.now - timedelta(minutes=10)).isoformat(),
            place="示例路100号门前",
            officers=self.handlers,
            certificate_shown=True,
            rights_told=True,
            findings=FACTS,
            signed="signed",
            media=[VIDEO],
        )

    def conclude(self, **proposal: Any) -> None:
        """Conclude the investigation; by default a fine of 300 yuan is proposed."""
        proposed: dict[str, Any] = {"outcome": "penalty", "kinds": ["fine"], "amount": 30000, "step": "一般"}
        proposed |= {"factors": "无从轻、减轻、从重情节。"} | proposal
        if proposed["outcome"] != "penalty":
            proposed |= {"kinds": [], "amount": 0}
        evidence = [{"evidence": self.evidence, "proves": "堆放物料的事实"}]
        self.act("case.conclude", facts=proposed.pop("facts", FACTS), evidence=evidence, **proposed)


def concluded(
    stage: Stage, cast: Cast, party: dict[str, Any] = SHOP, handlers: Sequence[int] = (), **proposal: Any
) -> Play:
    """Return a case whose investigation is concluded, on Monday, 7 September 2026."""
    play = Play(stage, cast, party, handlers=list(handlers))
    play.register("乱堆物料")
    play.file()
    play.inspect()
    play.conclude(**proposal)
    return play


def noticed(stage: Stage, cast: Cast, party: dict[str, Any] = SHOP, **proposal: Any) -> Play:
    """Return a case whose notice was issued on the same day."""
    play = concluded(stage, cast, party, **proposal)
    play.act("notice.issue", cast.head)
    return play


def by_hand(play: Play, kind: str = "penalty_notice", **changed: Any) -> dict[str, Any]:
    """Return the inputs of handing the latest paper of a kind to the party."""
    unit = play.party["kind"] == "unit"
    return {
        "paper": play.paper(kind),
        "method": "personal",
        "place": "示例路100号",
        "servers": play.handlers,
        "received_by": "张示例",
        "relation": "representative" if unit else "self",
        "signed": True,
        **changed,
    }
