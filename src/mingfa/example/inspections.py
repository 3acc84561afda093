"""Carrying an example inspection from act to act: every step with invented facts that pass, each overridable.

`Round` does the acts of plans and inspections by the hands they belong to; demo and tests tell their stories
with it.
"""

from datetime import timedelta
from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import NO_PICTURE, working_time
from mingfa.example.codes import credit_code

RESTAURANT_ITEM: dict[str, Any] = {
    "code": "650104-JC-0001",
    "name": "餐饮服务单位油烟排放和餐厨垃圾检查",
    "field": "市容环境",
    "basis": ["市容条例 4", "生态环境法典 562"],
    "subjects": "辖区内的餐饮服务单位",
    "how": "either",
    "contents": ["油烟净化设施的安装和使用", "餐厨垃圾的收集和交付"],
    "yearly_cap": 2,
    "conditions": "检查对象在本辖区内从事餐饮服务。",
    "time_limit": "自实施检查之日起十五个工作日内告知检查结果",
    "valid_from": "2026-08-15",
}
SIGN_ITEM: dict[str, Any] = RESTAURANT_ITEM | {
    "code": "650104-JC-0002",
    "name": "门店招牌和户外广告设施检查",
    "basis": ["市容条例 11"],
    "subjects": "辖区内的沿街经营单位",
    "how": "on_site",
    "contents": ["招牌和户外广告设施的设置", "设施的完好和安全"],
    "yearly_cap": 3,
}
PICTURE = {"sha256": "ef" * 32, "size": 7000, "media": "image/jpeg", "name": "示例检查照片.jpg"}
AT_THE_DOOR = {
    "the_entry_was_recorded_in_picture": "示例：笔录能够全面有效记录。",
    "it_was_recorded_in_sound_and_picture": "示例：笔录能够全面有效记录。",
}


def restaurant(number: int) -> dict[str, str]:
    """Return the numbered invented restaurant."""
    return {
        "kind": "sole_trader" if number % 3 else "unit",
        "name": f"高新区示例{number:02d}号餐厅",
        "code": credit_code(number),
        "representative": "李示例",
        "address": f"示例市高新区示例路{200 + number}号",
        "phone": "13800000000",
    }


class Round:
    """One inspection and the people who carry it. `later` moves the clock on, over nights and rest days."""

    def __init__(self, stage: Stage, cast: Cast, squad: int = 0) -> None:
        self.stage, self.cast = stage, cast
        self.leader, self.team = cast.leaders[squad], cast.officers[squad][:2]
        self.office = cast.units[("市容中队", "环卫中队", "建筑垃圾中队")[squad]]
        self.item = self.inspected = self.plan = self.drawn = self.matter = 0

    def act(self, name: str, by: int | None = None, /, **inputs: Any) -> Done:
        """Do an act on the inspection by its first inspector, or by somebody else."""
        return self.stage.act(name, self.team[0] if by is None else by, self.matter or None, **inputs)

    def apart(self, name: str, by: int, /, **inputs: Any) -> Done:
        """Do an act that belongs to no inspection."""
        return self.stage.act(name, by, None, **inputs)

    def later(self, days: int = 0, hours: int = 0) -> None:
        """Let time pass; arrive on a working day between nine and five."""
        self.stage.now = working_time(self.stage.now + timedelta(days=days, hours=hours), people.calendar())

    def ago(self, minutes: float) -> str:
        """Return a moment before now, as typed."""
        return (self.stage.now - timedelta(minutes=minutes)).isoformat()

    def on(self, days: int = 0) -> str:
        """Return a day from today on, as typed."""
        return (self.stage.now.astimezone(CHINA).date() + timedelta(days=days)).isoformat()

    # --- the list, the register, plans and draws -----------------------------------------------------------

    def list_item(self, item: dict[str, Any] = RESTAURANT_ITEM, **over: Any) -> int:
        """Draft and list an inspection item."""
        drafted = self.apart(
            "item.draft_inspection", self.cast.reviewers[1], **{**item, "office": self.office, **over}
        )
        self.apart("item.list", self.cast.review_head, item=drafted.index)
        self.item = self.item or drafted.index
        return drafted.index

    def register(self, number: int = 1, trade: str = "餐饮服务", **over: Any) -> int:
        """Put a restaurant on the register."""
        done = self.apart("object.register", self.team[0], party={**restaurant(number), **over}, trade=trade)
        self.inspected = self.inspected or done.index
        return done.index

    def draft_plan(self, **over: Any) -> Done:
        """Draft a plan of the restaurants for the rest of the year."""
        plan = {
            "kind": "annual",
            "title": "2026年度餐饮服务单位行政检查计划",
            "items": [self.item],
            "trade": "餐饮服务",
            "share": 20,
            "from_on": self.on(),
            "until_on": "2026-12-31",
            "reason": "示例：群众对油烟反映集中。",
        }
        return self.apart("plan.draft", self.leader, **{**plan, **over})

    def to_plan(self, **over: Any) -> int:
        """Draft and approve a plan."""
        self.plan = self.draft_plan(**over).index
        self.apart("plan.approve", self.cast.head, plan=self.plan, opinion="同意。")
        return self.plan

    def freeze(self, **over: Any) -> Done:
        """Freeze the lists of the plan."""
        words = {"plan": self.plan, "beacon": "示例指数当日收盘点位（两位小数）", "beacon_on": self.on(1)}
        done = self.apart("draw.freeze", self.leader, **{**words, **over})
        self.drawn = done.index
        return done

    def draw(self, number: str = "3210.98", **over: Any) -> Done:
        """Draw by the public number."""
        return self.apart("draw.draw", self.leader, **{"draw": self.drawn, "number": number, **over})

    # --- the inspection ------------------------------------------------------------------------------------

    def ready(self) -> "Round":
        """List an item, register a restaurant and approve a plan, where none is there yet."""
        if not self.item:
            self.list_item()
        if not self.inspected:
            self.register()
        if not self.plan:
            self.to_plan()
        return self

    def apply(self, **over: Any) -> Done:
        """Apply for an inspection on site by the plan."""
        self.matter = 0
        words = {
            "inspected": self.inspected,
            "items": [self.item],
            "source": "plan",
            "plan": self.plan,
            "how": "on_site",
            "from_on": self.on(),
            "until_on": self.on(14),
            "officers": self.team,
            "recusal_declared": True,
            "opinion": "按照年度检查计划实施。",
        }
        done = self.act("inspection.apply", **{**words, **over})
        self.matter = done.index
        return done

    def approve(self, **over: Any) -> Done:
        """Approve the inspection."""
        return self.act(
            "inspection.approve", self.cast.deputies[0], **{"approved": True, "opinion": "同意。", **over}
        )

    def notify(self, **over: Any) -> Done:
        """Make the notice."""
        return self.act("inspection.notify", **{"contact": "示例联系人", **over})

    def at_the_door(self) -> dict[str, Any]:
        """What is done at the door, all of it."""
        return {
            "entered_at": self.ago(0.5),
            "place": "示例路201号",
            "officers": self.team,
            "kit_checked": True,
            "certificate_shown": True,
            "rights_told": True,
            "scanned": True,
            "received_by": "李示例",
            "reasons": AT_THE_DOOR,
        }

    def enter(self, **over: Any) -> Done:
        """Enter, with everything shown and told."""
        self.later(hours=1)
        return self.act("inspection.enter", **{**self.at_the_door(), "notice_handed_over": True, **over})

    def examine(self, **over: Any) -> Done:
        """Examine without a visit."""
        self.later(hours=2)
        words = {
            "started_at": self.ago(60),
            "ended_at": self.ago(10),
            "officers": self.team,
            "means": "书面核查、在线监测数据比对",
            "material": "油烟在线监测数据、清洗维护台账",
            "findings": "数据连续，未见超标，台账完整。",
        }
        return self.act("inspection.examine", **{**words, **over})

    def record(self, **over: Any) -> Done:
        """Make the record of the inspection."""
        self.later(hours=1)
        words = {
            "started_at": self.ago(50),
            "ended_at": self.ago(5),
            "place": "示例路201号",
            "officers": self.team,
            "certificate_shown": True,
            "rights_told": True,
            "kit_checked": True,
            "findings": "油烟净化设施正常运行，餐厨垃圾交付记录完整。",
            "signed": "signed",
            "reasons": NO_PICTURE,
        }
        return self.act("record.inspect", **{**words, **over})

    def order(self, **over: Any) -> Done:
        """Order a correction within five days."""
        words = {
            "facts": "油烟净化设施滤网积油，净化效率下降。",
            "violated": "生态环境法典 562",
            "what": "五日内清洗滤网，保持设施正常使用。",
            "due_on": self.on(5),
        }
        return self.act("inspection.order", **{**words, **over})

    def tell(self, **over: Any) -> Done:
        """Tell a clean result."""
        words = {"result": "clean", "findings": "经检查，未发现违法行为。", "signed": "signed"}
        return self.act("inspection.tell", **{**words, **over})

    def recheck(self, **over: Any) -> Done:
        """Check again: corrected."""
        words = {"corrected": True, "findings": "滤网已经清洗，设施正常运行。", "signed": "signed"}
        return self.act("inspection.recheck", **{**self.at_the_door(), **words, **over})

    # --- whole stretches -----------------------------------------------------------------------------------

    def to_approved(self, **over: Any) -> "Round":
        """Carry an inspection until it is approved; `over` goes into the application."""
        self.ready()
        self.apply(**over)
        self.approve()
        return self

    def to_entered(self, **over: Any) -> "Round":
        """Carry an inspection until the officers are inside."""
        self.to_approved(**over)
        self.notify()
        self.enter()
        return self

    def to_recorded(self, **over: Any) -> "Round":
        """Carry an inspection until its record is made."""
        self.to_entered(**over)
        self.record()
        return self

    def to_correcting(self, **over: Any) -> "Round":
        """Carry an inspection until a correction is ordered and told; `over` goes into the order."""
        self.to_recorded()
        self.order(**over)
        self.tell(result="to_correct", findings="经检查，油烟净化设施滤网积油。")
        return self

    def to_violation(self) -> "Round":
        """Carry an inspection until it is handed over to filing."""
        self.to_recorded()
        self.tell(result="violation", findings="经检查，油烟净化设施停用，涉嫌违法排放油烟。")
        return self
