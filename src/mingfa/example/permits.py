"""Carrying an example application from the window to a licence and its end, each fact overridable."""

from datetime import date, timedelta
from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads
from mingfa.bureau.permits.values import PermitView
from mingfa.bureau.review.values import POINTS
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import working_time
from mingfa.example.codes import credit_code

APPLICANT = {
    "kind": "unit",
    "name": "示例市示例建设有限公司",
    "code": credit_code(0, unit=True),
    "representative": "马示例",
    "address": "示例市高新区示例路200号",
    "phone": "13800000001",
}
NO_FILM = {
    "the_check_on_site_was_recorded": "示例：核查笔录能够全面有效记录。",
    "it_was_recorded_in_sound_and_picture": "示例：笔录能够全面有效记录。",
}


class Applying:
    """One application and the people who carry it."""

    def __init__(self, stage: Stage, cast: Cast, item: int) -> None:
        self.stage, self.cast, self.item, self.clerk = stage, cast, item, cast.window
        self.team = cast.officers[0][1:3]
        self.permit = 0

    @property
    def view(self) -> PermitView:
        found = reads.permit(self.permit)
        assert found is not None, "the application was received"
        return found

    @property
    def state(self) -> str:
        return self.view.state

    @property
    def today(self) -> date:
        return self.stage.now.astimezone(CHINA).date()

    def act(self, name: str, by: int | None = None, /, **inputs: Any) -> Done:
        """Do an act on the application by its first examiner, or by somebody else."""
        return self.stage.act(name, self.team[0] if by is None else by, self.permit or None, **inputs)

    def later(self, days: int = 0, hours: int = 0) -> None:
        """Let time pass; arrive on a working day between nine and five."""
        self.stage.now = working_time(self.stage.now + timedelta(days=days, hours=hours), people.calendar())

    def ago(self, minutes: int) -> str:
        """Return a moment before now, as typed."""
        return (self.stage.now - timedelta(minutes=minutes)).isoformat()

    # --- at the window -----------------------------------------------------------------------------------

    def receive(self, **over: Any) -> Done:
        """Take the application in; by default with all required materials."""
        given = {
            "item": self.item,
            "kind": "new",
            "applicant": APPLICANT,
            "request": "申请在示例路东侧临时堆放建设物料，面积20平方米，期限90日。",
            "materials": [1, 2, 3],
        }
        self.permit = 0
        done = self.act("permit.receive", self.clerk, **{**given, **over})
        self.permit = done.index
        return done

    def supplement(self, **over: Any) -> Done:
        """Ask once for what is missing."""
        return self.act("permit.supplement", self.clerk, **{"missing": [3], **over})

    def hand_in(self, **over: Any) -> Done:
        """Take in what was missing."""
        return self.act("permit.hand_in", self.clerk, **{"materials": [3], **over})

    def accept(self, **over: Any) -> Done:
        """Accept the application."""
        return self.act("permit.accept", self.clerk, **over)

    def reject(self, **over: Any) -> Done:
        """Reject the application."""
        why = {"ground": "not_required", "why": "自有场地内堆放物料不需要取得本许可。"}
        return self.act("permit.reject", self.clerk, **{**why, **over})

    def hand_over(self, paper: int, **over: Any) -> Done:
        """Hand a paper over at the window."""
        taken = {"paper": paper, "received_by": "马示例", "relation": "representative", "signed": True}
        return self.act("service.hand_over", self.clerk, **{**taken, **over})

    # --- examining ---------------------------------------------------------------------------------------

    def assign(self, **over: Any) -> Done:
        """Name who examines."""
        return self.act("permit.assign", self.cast.leaders[0], **{"staff": self.team, **over})

    def check(self, **over: Any) -> Done:
        """Check the facts on the spot."""
        found = {
            "staff": self.team,
            "started_at": self.ago(60),
            "ended_at": self.ago(20),
            "place": "示例路东侧",
            "findings": "拟占用场地长10米、宽2米，留有行人通道，不妨碍消防。",
            "fits": True,
            "signed": "signed",
            "reasons": NO_FILM,
        }
        return self.act("permit.check", **{**found, **over})

    def tell(self, whom: str = "interested", **over: Any) -> Done:
        """Tell a third party, or the applicant, of their rights, and hand the notice over."""
        third = {
            "name": "示例路东侧示例商铺",
            "address": "示例市高新区示例路198号",
            "interest": "拟占用场地与其经营场所相邻，影响顾客通行。",
        }
        told = {"whom": whom, "hearing": True, **(third if whom == "interested" else {})}
        done = self.act("permit.tell", **{**told, **over})
        self.hand_over(done.index)
        return done

    def hear(self, **over: Any) -> Done:
        """Record what somebody concerned says."""
        said = {"made_on": self.today.isoformat(), "words": "占用期间影响本店经营，请求缩小范围。"}
        return self.act("permit.hear", **{**said, **over})

    def set_apart(self, first: int = 1, last: int = 10, **over: Any) -> Done:
        """Tell of the days an expert review takes, and hand the notice over."""
        given = {
            "kind": "expert_review",
            "what": "占用方案专家评审",
            "by": "示例专家组",
            "from_on": (self.today + timedelta(days=first)).isoformat(),
            "until_on": (self.today + timedelta(days=last)).isoformat(),
        }
        done = self.act("permit.set_apart", **{**given, **over})
        self.hand_over(done.index)
        return done

    def extend(self, **over: Any) -> Done:
        """Extend the term and hand the notice over."""
        given = {"reason": "占用方案涉及地下管线，需要征求意见。"}
        done = self.act("permit.extend", self.cast.deputies[0], **{**given, **over})
        self.hand_over(done.index)
        return done

    def proposal(self, **over: Any) -> dict[str, Any]:
        """Return a proposal to grant, or what is changed of it."""
        start = self.today
        found = {
            "facts": "申请材料齐全，经实地核查与申请一致，符合许可条件。",
            "outcome": "grant",
            "content": "在示例路东侧临时堆放物料，面积20平方米。",
            "from_on": start.isoformat(),
            "to_on": (start + timedelta(days=90)).isoformat(),
            "weighed": "已告知并听取意见，采纳缩小占用范围的建议。",
        }
        return {**found, **over}

    def conclude(self, **over: Any) -> Done:
        """Propose what is to be decided."""
        return self.act("permit.conclude", **self.proposal(**over))

    def reconclude(self, **over: Any) -> Done:
        """Propose anew, on the record of the hearing."""
        return self.act("permit.reconclude", **self.proposal(by_record="听证笔录所载意见部分采纳。", **over))

    # --- review and decision -----------------------------------------------------------------------------

    def submit(self, **over: Any) -> Done:
        """Submit for legal review."""
        return self.act("permit.submit", **{"explanation": "材料齐全，程序合法，请予审核。", **over})

    def review(self, **over: Any) -> Done:
        """Give the opinion: agree on all eight points."""
        opinion = {
            "points": [{"point": p, "ok": True, "note": "经核对申请材料，符合要求。"} for p in POINTS],
            "opinion": "pass",
            "words": "同意审查意见。",
        }
        return self.act("review.opine", self.cast.reviewers[1], **{**opinion, **over})

    def decide(self, **over: Any) -> Done:
        """Decide."""
        return self.act("permit.decide", self.cast.head, **{"agreed": True, "opinion": "同意。", **over})

    def issue(self, **over: Any) -> Done:
        """Make the licence out and hand it over."""
        done = self.act("permit.issue", self.clerk, **over)
        self.hand_over(done.index)
        return done

    # --- after the licence -------------------------------------------------------------------------------

    def supervise(self, **over: Any) -> Done:
        """Inspect the holder."""
        found = {
            "staff": self.team,
            "inspected_at": self.ago(30),
            "place": "示例路东侧",
            "findings": "占用范围、用途与许可一致。",
            "lawful": True,
            "signed": True,
            "reasons": NO_FILM,
        }
        return self.act("permit.supervise", **{**found, **over})

    def withdraw(self, **over: Any) -> Done:
        """Withdraw the licence for the public interest."""
        why = {
            "ground": "facts_changed",
            "reason": "示例路列入道路改造工程，准予许可所依据的客观情况发生重大变化。",
            "public_interest": "道路改造关系公众通行安全。",
            "compensation": "退还场地的搬运费用由本机关补偿。",
            "heard": "已听取被许可人意见，被许可人同意撤回。",
        }
        return self.act("permit.withdraw", self.cast.head, **{**why, **over})

    def rescind(self, **over: Any) -> Done:
        """Rescind the licence."""
        why = {
            "ground": "unqualified",
            "reason": "经查，占用范围包含消防通道，不符合许可条件。",
            "compensation": "经核实未造成损失。",
            "heard": "已听取被许可人意见，未提出异议。",
        }
        return self.act("permit.rescind", self.cast.head, **{**why, **over})

    def cancel(self, **over: Any) -> Done:
        """Strike the licence off."""
        why = {"ground": "expired", "reason": "有效期届满，被许可人未申请延续。"}
        return self.act("permit.cancel", self.cast.head, **{**why, **over})

    # --- whole stretches ---------------------------------------------------------------------------------

    def to_accepted(self, **over: Any) -> "Applying":
        """Carry it until it is accepted and assigned; `over` goes into the application."""
        self.receive(**over)
        self.accept()
        self.assign()
        return self

    def to_concluded(self, **over: Any) -> "Applying":
        """Carry it until it is examined; `over` goes into the proposal."""
        self.to_accepted()
        self.later(days=1)
        self.check()
        self.conclude(**over)
        return self

    def to_licensed(self, **over: Any) -> "Applying":
        """Carry it to its licence."""
        self.to_concluded(**over)
        self.later(hours=2)
        self.decide()
        self.issue()
        return self
