"""Carrying an example enforcement: own way, the court's way, pauses; each fact overridable."""

from datetime import datetime, timedelta
from typing import Any, Self

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.enforcement import reads
from mingfa.bureau.enforcement.facts import remedies_end
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.values import CONTENT
from mingfa.bureau.review.values import POINTS
from mingfa.example.demanding import VIDEO, Demanding

COURT = "示例市新市区人民法院"


class Enforcing(Demanding):
    """What is demanded in vain: carried out by the bureau or the court, agreed, suspended, ended."""

    # --- the bureau's own way ----------------------------------------------------------------------------

    def plan(self, **over: Any) -> Done:
        """Propose a substitute performance, in four working days' time."""
        return self.do("enforcement.propose", **{**self.substitution(), **over})

    def substitution(self) -> dict[str, Any]:
        return {
            "way": "substitute",
            "power": "substitute",
            "reason": "占用人行道，妨碍通行。",
            "means": ["clear"],
            "at": self.hour(10, days=10),
            "harm": "traffic",
            "performer": "示例清运有限公司",
            "independent": True,
            "target": "示例路100号门前堆放物6平方米",
            "cost": 80_000,
        }

    def demolition(self) -> dict[str, Any]:
        return {
            "way": "demolish",
            "power": "mandate",
            "mandate": "示例政责〔2026〕1号",
            "reason": "违法建设，逾期不拆除。",
            "means": ["dismantle"],
            "at": self.hour(10, days=30),
        }

    def hour(self, hour: int, minute: int = 0, days: int = 0) -> str:
        """Return an hour of a working day from today on."""
        day = people.calendar().next_workday(self.today + timedelta(days=days))
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=CHINA).isoformat()

    def submit_plan(self, **over: Any) -> Done:
        return self.do("enforcement.submit", **{"explanation": "催告期满仍不履行，权源明确。", **over})

    def opine(self, **over: Any) -> Done:
        opinion = {
            "points": [{"point": p, "ok": True, "note": "经核对，符合要求。"} for p in POINTS],
            "opinion": "pass",
            "words": "同意。",
        }
        return self.do("review.opine", self.cast.reviewers[1], **{**opinion, **over})

    def command(self, **over: Any) -> Done:
        """Decide to enforce."""
        return self.do("enforcement.decide", self.cast.head, **{"agreed": True, "opinion": "同意。", **over})

    def to_commanded(self, **plan: Any) -> Done:
        """Propose, review and decide; serve the decision."""
        self.plan(**plan)
        self.submit_plan()
        self.later(hours=2)
        self.opine()
        self.later(hours=1)
        done = self.command()
        self.hand_over(done.index)
        return done

    def announce(self, **over: Any) -> Done:
        words = {
            "place": "示例路100号墙面",
            "posted_on": self.day(),
            "until": self.day(15),
            "target": "示例路100号院内彩钢板房1间，约20平方米",
            "media": [{**VIDEO, "media": "image/jpeg", "name": "张贴公告.jpg"}],
        }
        return self.do("enforcement.announce", **{**words, **over})

    def scene(self, minutes: int = 60) -> dict[str, Any]:
        """Return what is recorded of a scene that ended five minutes ago."""
        ended = self.stage.now - timedelta(minutes=5)
        began = ended - timedelta(minutes=minutes)
        span = {"started_at": began.isoformat(), "ended_at": ended.isoformat()}
        return {
            **span,
            "officers": self.team,
            "place": "示例路100号",
            "party_present": True,
            "signed": "signed",
            "recordings": [{"file": self.video, **span, "told": True}],
            "content": [*CONTENT],
        }

    def execute(self, **over: Any) -> Done:
        facts = {
            **self.scene(),
            "means": ["dismantle"],
            "course": "拆除彩钢板房1间，物品清点后交当事人。",
            "things": [{"name": "货架", "quantity": 2, "per": "个"}],
        }
        return self.do("enforcement.execute", **{**facts, **over})

    def urge(self, **over: Any) -> Done:
        words = {"until": self.day(4), "duty": "自行清除堆放物，恢复原状。"}
        return self.do("enforcement.urge", **{**words, **over})

    def substitute(self, **over: Any) -> Done:
        facts = {
            **self.scene(),
            "performer": "示例清运有限公司",
            "performer_signed": True,
            "peaceful": True,
            "course": "清除堆放物6平方米，恢复通行。",
        }
        return self.do("enforcement.substitute", **{**facts, **over})

    def clear(self, **over: Any) -> Done:
        """Clear a road at once."""
        facts = {
            **self.scene(20),
            "case": self.case,
            "where": "road",
            "what": "车辆遗洒渣土约2立方米，占用一条车道。",
            "unable": True,
            "why_unable": "车辆已驶离，无法联系。",
            "performer": "示例清运有限公司",
            "course": "二十分钟内清扫完毕。",
            "party_present": False,
            "signed": "absent",
            "witness": "示例社区赵某",
            "witness_signed": True,
        }
        done = self.stage.act("enforcement.clear", self.team[0], None, **{**facts, **over})
        self.matter = done.index
        return done

    def settle(self, **over: Any) -> Done:
        costs = [{"what": "清运人工", "amount": 50_000}, {"what": "车辆", "amount": 20_000}]
        return self.do("enforcement.settle", **{"costs": costs, "until": self.day(15), **over})

    def end(self, **over: Any) -> Done:
        return self.do("enforcement.finish", **{"performance": "已经执行完毕。", **over})

    # --- the court, agreement, pauses --------------------------------------------------------------------

    def to_window(self) -> Self:
        """Wait until the court may be asked."""
        served_on = self.of.served_on
        assert served_on is not None
        self.until(remedies_end(served_on, people.calendar()).latest)
        return self

    @property
    def of(self) -> Any:
        return reads.source(self.source)

    def apply(self, **over: Any) -> Done:
        words = {
            "court": COURT,
            "request": "请求强制执行罚款和加处罚款。",
            "opinion": "当事人未提出意见。",
            "target": "当事人的银行存款和店内财物。",
            "signed": True,
        }
        return self.do("court.apply", self.cast.head, **{**words, **over})

    def court_says(self, what: str, **over: Any) -> Done:
        words = {"what": what, "on": self.day(), "document": "示例（2027）新01行审1号"}
        return self.do("court.record", **{**words, **over})

    def agree(self, **over: Any) -> Done:
        words = {"harmless": True, "signed": True, "remedied": "已清除占道物品。"}
        return self.by_head("enforcement.agree", **{**words, **over})

    def suspend(self, **over: Any) -> Done:
        words = {"ground": "hardship", "reason": "当事人停业，暂无履行能力。"}
        return self.by_head("enforcement.suspend", **{**words, **over})

    def resume(self, **over: Any) -> Done:
        return self.by_head("enforcement.resume", **{"reason": "中止情形已经消失。", **over})

    def terminate(self, **over: Any) -> Done:
        words = {"ground": "other", "reason": "执行标的已由他人依法处置完毕，无须执行。"}
        return self.by_head("enforcement.terminate", **{**words, **over})
