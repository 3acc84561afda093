"""A decided case that is challenged: what came in, what was answered, what came of it."""

from datetime import datetime
from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.people import reads as people
from mingfa.example.cases import Play


class Challenged(Play):
    """A case whose decision goes to reconsideration or to court."""

    decision = 0
    remedy = 0

    def go(self, at: str) -> None:
        """Go to a moment, at ten where only the day is given."""
        moment = datetime.fromisoformat(at)
        if len(at) == 10:
            moment = moment.replace(hour=10)
        self.stage.now = moment.replace(tzinfo=CHINA)

    def decided(self) -> "Challenged":
        """Carry the case to its decision, served on Monday, 21 September 2026."""
        self.to_reviewed()
        self.go("2026-09-21T11:00")
        self.decision = self.decide().index
        self.serve(self.decision)
        return self

    def hand_in(self, **over: Any) -> Done:
        """Register an application handed in at the bureau on 22 September."""
        self.go("2026-09-22")
        application = {
            "decision": self.decision,
            "applicant": "高新区示例小吃店",
            "received_on": "2026-09-22",
            "request": "请求撤销处罚决定：认为占用面积认定有误。",
            "reasons": {"it_may_be_handed_in_at_the_bureau": "示例：申请人坚持当面提交，已告知其他途径。"},
        }
        return self.act("remedy.hand_in", **{**application, **over})

    def accept(self, **over: Any) -> Done:
        """Register the notice of a reconsideration: applied for on 24, received on 28 September 2026."""
        self.go("2026-09-28")
        notice = {
            "kind": "reconsideration",
            "decision": self.decision,
            "body": people.bureau().government,
            "document": "示例府复答字〔2026〕8号",
            "applicant": "高新区示例小吃店",
            "applied_on": "2026-09-24",
            "received_on": "2026-09-28",
            "request": "请求撤销处罚决定：认为占用面积认定有误。",
        }
        done = self.act("remedy.accept", **{**notice, **over})
        self.remedy = done.index
        return done

    def sue(self, **over: Any) -> Done:
        """Register the notice of a suit."""
        notice = {"kind": "litigation", "body": people.bureau().court, "document": "（2026）示例行初18号"}
        return self.accept(**{**notice, **over})

    def forward(self, application: int, **over: Any) -> Done:
        """Hand an application on to the government on 24 September."""
        self.go("2026-09-24")
        letter = {
            "application": application,
            "body": people.bureau().government,
            "opinion": "经复核，认定事实清楚，适用依据正确，程序合法，应予维持。",
        }
        return self.act("remedy.forward", **{**letter, **over})

    def list_evidence(self, **over: Any) -> Done:
        """List the evidence and draft the answer, on 9 October."""
        self.go("2026-10-09T10:00")
        drafted = {
            "remedy": self.remedy,
            "evidence": [{"evidence": e, "proves": "违法行为的时间、地点和状况"} for e in self.evidence],
            "reply": "认定事实清楚，证据充分；裁量适当；程序合法。请求维持。",
        }
        return self.act("remedy.list_evidence", **{**drafted, **over})

    def answer(self, **over: Any) -> Done:
        """Approve and hand in the answer, on 10 October."""
        self.go("2026-10-10")
        word = {"remedy": self.remedy, "agents": "周示例", "opinion": "同意。"}
        return self.act("remedy.answer", self.cast.head, **{**word, **over})

    def supplement(self, **over: Any) -> Done:
        """Add evidence with leave, on 12 October."""
        self.go("2026-10-12")
        piece = {
            "remedy": self.remedy,
            "name": "示例测绘图",
            "proves": "占用面积",
            "consent": "示例府复证字〔2026〕1号",
            "file": {"sha256": "ab" * 32, "size": 10, "media": "application/pdf", "name": "测绘图.pdf"},
        }
        return self.act("remedy.supplement", **{**piece, **over})

    def report(self, opinion: int, **over: Any) -> Done:
        """Report what was corrected."""
        word = {"received": opinion, "done": "已组织学习，逐件核对在办案件的笔录。"}
        return self.act("remedy.report", self.cast.head, **{**word, **over})

    def suspend(self, **over: Any) -> Done:
        """Stop enforcement on 9 October because the reconsideration body says so."""
        self.go("2026-10-09")
        why = {
            "remedy": self.remedy,
            "ground": "body",
            "document": "示例府复停字〔2026〕1号",
            "since": "2026-10-09",
            "reason": "复议机关认为申请人的要求合理。",
        }
        return self.act("remedy.suspend", self.cast.head, **{**why, **over})

    def resume(self, **over: Any) -> Done:
        """Go on on 12 October."""
        self.go("2026-10-12")
        why = {"remedy": self.remedy, "until": "2026-10-12", "reason": "停止执行的事由已经消除。"}
        return self.act("remedy.resume", self.cast.head, **{**why, **over})

    def conclude_remedy(self, **over: Any) -> Done:
        """Register on 2 November that the decision was upheld, with effect from 30 October."""
        self.go("2026-11-02")
        result = {
            "remedy": self.remedy,
            "outcome": "upheld",
            "ruling": "示例府复决字〔2026〕3号",
            "ended_on": "2026-10-30",
            "words": "维持被申请人作出的行政处罚决定。",
        }
        return self.act("remedy.conclude", **{**result, **over})

    def receive_opinion(self, **over: Any) -> Done:
        """Register a written opinion received on 2 November."""
        self.go("2026-11-02")
        opinion = {
            "decision": self.decision,
            "document": "示例府复意字〔2026〕1号",
            "body": people.bureau().government,
            "received_on": "2026-11-02",
            "words": "建议规范现场检查笔录的制作。",
        }
        return self.act("remedy.receive_opinion", **{**opinion, **over})
